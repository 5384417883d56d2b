package site

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// filledSite reads what the build wrote into the worker.
func filledSite(t *testing.T) serviceWorkerSite {
	t.Helper()
	_, rest, found := strings.Cut(builtFile(t, "sw.js"), "({\n")
	require.True(t, found)
	text, _, found := strings.Cut(rest, "\n}));\n")
	require.True(t, found)
	var s serviceWorkerSite
	require.NoError(t, json.Unmarshal([]byte("{"+text+"}"), &s))
	return s
}

func TestTheServiceWorkerStoresEveryFileButItselfAndTheSingleOne(t *testing.T) {
	stored := filledSite(t).Files
	files := builtSite(t).Files
	for _, f := range files {
		switch f.Path {
		case meta.ServiceWorkerPath, meta.SinglePath:
			assert.NotContains(t, stored, f.Path)
		case meta.SumsPath:
			assert.Equal(t, "", stored[f.Path], "the list names the worker, so the worker cannot name its hash")
		default:
			whole := newFile(f.Path, f.Name, []byte(builtFile(t, f.Name)))
			assert.Equal(t, whole.integrity(), stored[f.Path], f.Path)
		}
	}
	assert.Len(t, stored, len(files)-2)
}

func TestTheServiceWorkerKnowsTheRoutes(t *testing.T) {
	s := filledSite(t)
	assert.Equal(t, builtSite(t).Version, s.Version)
	assert.Equal(t, meta.CachePrefix, s.Prefix)
	assert.Equal(t, meta.NotFound.Path, s.NotFound)
	for _, route := range meta.Routes {
		assert.Contains(t, s.Pages, route.Path)
	}
	assert.Contains(t, s.Pages, meta.GuidePath+"/entropy")
	assert.NotContains(t, s.Pages, meta.NotFound.Path)
	for _, path := range s.Pages {
		assert.NotContains(t, path, ".", "files that are no pages are not navigated to")
	}
}

func TestAServiceWorkerWithoutItsMarkIsRefused(t *testing.T) {
	for _, script := range []string{"", serviceWorkerMark + serviceWorkerMark} {
		_, err := fillServiceWorker([]byte(script), "1", nil)
		assert.ErrorIs(t, err, ErrPatch)
	}
}

// The rules of the worker, tried on the built script with stand-ins for the
// browser. The file names each rule.
func TestTheServiceWorkerKeepsItsRules(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed, so the service worker is not run here")
	}
	script := filepath.Join(built, meta.BuiltDir, "sw.js")
	said, err := exec.Command(node, "testdata/worker_rules.mjs", script).CombinedOutput()
	assert.NoError(t, err, string(said))
	assert.Contains(t, string(said), "all rules kept")
}

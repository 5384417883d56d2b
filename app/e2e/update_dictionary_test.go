package e2e

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/web"
)

// What the next version says where this one says something else.
const (
	heading     = "Is this secret any good?"
	nextHeading = "Is this old secret any good at all?"
)

// nextVersion builds a version whose page says something else, in a copy of this tree, with
// this tree's build as the earlier one. It returns the server of it.
func nextVersion(t *testing.T) string {
	t.Helper()
	root, err := filepath.Abs("../..")
	require.NoError(t, err)
	tree := t.TempDir()
	for _, name := range []string{"app", "cmd", "wasm", "web", "go.mod", "go.sum", "LICENSE"} {
		require.NoError(t, copyTree(filepath.Join(root, name), filepath.Join(tree, name)))
	}
	audit := filepath.Join(tree, "app", "ui", "audit.go")
	text, err := os.ReadFile(audit)
	require.NoError(t, err)
	require.Equal(t, 1, bytes.Count(text, []byte(heading)))
	require.NoError(t, os.WriteFile(audit, bytes.Replace(text, []byte(heading), []byte(nextHeading), 1), 0o644))
	// What was compressed before is found again.
	require.NoError(t, os.Mkdir(filepath.Join(tree, "build"), 0o755))
	require.NoError(t, os.Symlink(filepath.Join(root, "build", "compressed"), filepath.Join(tree, "build", "compressed")))

	binary := filepath.Join(tree, "server")
	for _, args := range [][]string{
		{"run", "-trimpath", "./cmd/site", "-previous", filepath.Join(root, "web", "dist")},
		{"build", "-trimpath", "-o", binary, "./cmd/server"},
	} {
		run := exec.Command("go", args...)
		run.Dir = tree
		run.Env = append(os.Environ(), "CGO_ENABLED=0", "PWD="+tree)
		out, err := run.CombinedOutput()
		require.NoError(t, err, "%s", out)
	}
	return binary
}

// copyTree copies a file or a folder, but for what was built and the tests of whole sites.
func copyTree(from, to string) error {
	return filepath.WalkDir(from, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := filepath.Join(to, strings.TrimPrefix(name, from))
		switch {
		case d.IsDir():
			return os.MkdirAll(target, 0o755)
		case strings.Contains(name, "/web/dist/") && d.Name() != ".gitkeep", strings.Contains(name, "/app/e2e/"):
			return nil
		}
		text, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		return os.WriteFile(target, text, 0o644)
	})
}

// inFrontOf starts a proxy that passes on everything as it is, and returns what changes the
// server behind it, as a restart on the same address does.
func inFrontOf(t *testing.T, s *server) (address string, restart func(*server)) {
	t.Helper()
	var behind atomic.Pointer[url.URL]
	restart = func(s *server) {
		target, err := url.Parse(s.url)
		require.NoError(t, err)
		behind.Store(target)
	}
	restart(s)
	proxy := httptest.NewServer(&httputil.ReverseProxy{Rewrite: func(r *httputil.ProxyRequest) { r.SetURL(behind.Load()) }})
	t.Cleanup(proxy.Close)
	return proxy.URL + "/", restart
}

// sent returns the bytes that the server sent of the file of this name, whatever its hash,
// and in how many answers.
func (s *server) sent(name, ext string) (total, answers int) {
	line := regexp.MustCompile(`"GET /assets/` + name + `\.[0-9a-f]{12}\.` + ext + `" 200 (\d+)$`)
	for _, each := range s.seen() {
		if found := line.FindStringSubmatch(each); found != nil {
			n, _ := strconv.Atoi(found[1])
			total, answers = total+n, answers+1
		}
	}
	return total, answers
}

// brotliSizes returns the size of each file of this tree's build in brotli, by name and extension.
func brotliSizes(t *testing.T) map[string]int {
	t.Helper()
	text, err := fs.ReadFile(web.Dist, "dist/"+meta.SiteFile)
	require.NoError(t, err)
	var site meta.Site
	require.NoError(t, json.Unmarshal(text, &site))
	all := map[string]int{}
	for _, f := range site.Files {
		if parts := strings.Split(strings.TrimPrefix(f.Path, meta.AssetPrefix), "."); len(parts) == 3 {
			coded, err := fs.Stat(web.Dist, "dist/"+meta.BuiltDir+"/"+f.Name+".br")
			if err == nil {
				all[parts[0]+"."+parts[2]] = int(coded.Size())
			}
		}
	}
	return all
}

// The service worker of the new version downloads every file. Of those whose last version the
// browser has, it gets what has changed (RFC 9842), and stores the whole: the integrity value
// of each is that of the plain bytes.
func TestAnUpdateDownloadsWhatHasChanged(t *testing.T) {
	t.Parallel()
	next := nextVersion(t)
	old := startServer(t)
	newer := startBinary(t, next)
	address, restart := inFrontOf(t, old)
	p := newPage(t)
	p.open(address)
	p.readyOffline()
	p.generate()

	restart(newer)
	p.exec(`navigator.serviceWorker.getRegistration().then((r) => r.update())`)
	p.waitFor(`document.querySelector("#update button") !== null`)
	brotli := brotliSizes(t)
	for _, c := range []struct {
		name, ext string
		percent   float64
	}{
		{"app", "wasm", 10},
		{"auditor", "wasm", 1}, // these two are what they were
		{"guide", "wasm", 1},
		{"style", "css", 1},
	} {
		total, answers := newer.sent(c.name, c.ext)
		require.Equal(t, 1, answers, c.name)
		whole := brotli[c.name+"."+c.ext]
		t.Logf("%s.%s: %d bytes instead of %d: %.1f %%", c.name, c.ext, total, whole, 100*float64(total)/float64(whole))
		assert.Less(t, 100*float64(total), c.percent*float64(whole), c.name)
	}

	p.reloadByButton("#update button")
	p.readyOffline()
	p.visit(address + "audit")
	p.waitFor(`document.querySelector("h1").textContent === ` + strconv.Quote(nextHeading))
}

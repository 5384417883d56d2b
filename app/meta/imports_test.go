package meta_test

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pkg is what go list tells of a package.
type pkg struct {
	ImportPath string
	Imports    []string
}

// packages lists ours, as the compiler sees them for that system.
func packages(t *testing.T, system, architecture string) []pkg {
	t.Helper()
	list := exec.Command("go", "list", "-e", "-json=ImportPath,Imports", "jwtsecret/...")
	list.Env = append(os.Environ(), "GOOS="+system, "GOARCH="+architecture)
	out, err := list.Output()
	require.NoError(t, err)
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else {
			require.NoError(t, err)
		}
		all = append(all, p)
	}
	require.Greater(t, len(all), 8)
	return all
}

const goApp = "github.com/maxence-charriere/go-app/v9/pkg/app"

// mayImport says which of these imports a package of ours may have; of all
// others every package may have any. An entry ending in a slash stands for all
// packages below it.
var mayImport = map[string][]string{
	"syscall/js": {"jwtsecret/app/browser"},
	goApp:        {"jwtsecret/app/ui", "jwtsecret/app/site", "jwtsecret/wasm"},
	"net/http": {
		"jwtsecret/app/server", "jwtsecret/app/site", "jwtsecret/app/verify", "jwtsecret/cmd/", // on a server or a developer's machine only
	},
	"text/template":      {"jwtsecret/app/site", "jwtsecret/app/guide/chapter"}, // in the build only
	"html/template":      {"jwtsecret/app/site", "jwtsecret/app/guide/chapter"}, // likewise
	"math/rand":          {},
	"math/rand/v2":       {},
	"jwtsecret/app/ui":   {"jwtsecret/app/site", "jwtsecret/wasm"},
	"jwtsecret/app/site": {"jwtsecret/cmd/"},

	// What only tests import is in no program.
	"jwtsecret/app/export/snippet/snippettest": {},
	"jwtsecret/app/secret/secrettest":          {},
	"jwtsecret/app/token/tokentest":            {},

	"jwtsecret/app/server":  {"jwtsecret/app/verify", "jwtsecret/cmd/"},
	"jwtsecret/app/verify":  {"jwtsecret/cmd/"},
	"jwtsecret/app/browser": {"jwtsecret/app/ui", "jwtsecret/wasm", "jwtsecret/wasm/"},

	// What is heavy stays out of the page's program: only the auditor's has it.
	"jwtsecret/app/judge":    {"jwtsecret/wasm/", "jwtsecret/cmd/"},
	"jwtsecret/app/attack":   {"jwtsecret/app/judge"},
	"jwtsecret/app/keypair":  {"jwtsecret/app/judge", "jwtsecret/app/rotation", "jwtsecret/app/guide/chapter", "jwtsecret/cmd/"},
	"jwtsecret/app/paste":    {"jwtsecret/app/attack", "jwtsecret/app/strength", "jwtsecret/app/judge"},
	"jwtsecret/app/predict":  {"jwtsecret/app/strength", "jwtsecret/app/guide", "jwtsecret/app/guide/chapter"},
	"jwtsecret/app/rotation": {"jwtsecret/app/judge", "jwtsecret/app/guide/chapter", "jwtsecret/cmd/"},
	"jwtsecret/app/strength": {"jwtsecret/app/attack", "jwtsecret/app/judge", "jwtsecret/app/guide/chapter"},

	"jwtsecret/app/attack/kernel": {"jwtsecret/app/attack", "jwtsecret/app/attack/shader", "jwtsecret/app/judge"},
	"jwtsecret/app/attack/shader": {"jwtsecret/app/attack", "jwtsecret/app/judge", "jwtsecret/wasm/"},
	"jwtsecret/app/paste/bearer":  {"jwtsecret/app/judge", "jwtsecret/app/paste"},

	"jwtsecret/app/export/snippet/pair": {"jwtsecret/app/judge"},

	// The messages are for who asks and who answers: the domain below knows of neither.
	"jwtsecret/app/job": {"jwtsecret/app/judge", "jwtsecret/app/guide", "jwtsecret/app/ui", "jwtsecret/cmd/", "jwtsecret/wasm/"},

	// The guide has a program of its own, and its Markdown is rendered in the build only.
	"jwtsecret/app/guide":         {"jwtsecret/app/guide/chapter", "jwtsecret/wasm/"},
	"jwtsecret/app/guide/chapter": {"jwtsecret/app/site"},
	"github.com/yuin/goldmark":    {"jwtsecret/app/guide/chapter"},
}

func TestDependenciesPointOneWay(t *testing.T) {
	for _, target := range [][2]string{{"js", "wasm"}, {"linux", "amd64"}} {
		for _, p := range packages(t, target[0], target[1]) {
			for _, imported := range p.Imports {
				importers, ruled := mayImport[imported]
				allowed := slices.ContainsFunc(importers, func(importer string) bool {
					return p.ImportPath == importer || strings.HasSuffix(importer, "/") && strings.HasPrefix(p.ImportPath, importer)
				})
				assert.True(t, !ruled || allowed, "%s imports %s for %s", p.ImportPath, imported, target[0])
			}
		}
	}
}

func TestMetaImportsNothing(t *testing.T) {
	for _, p := range packages(t, "js", "wasm") {
		if p.ImportPath == "jwtsecret/app/meta" {
			assert.Empty(t, p.Imports)
		}
	}
}

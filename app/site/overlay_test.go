package site

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// linked maps each package that the page links to the names of its Go files.
func linked(t *testing.T) map[string]string {
	t.Helper()
	tool, err := newGoTool(root)
	require.NoError(t, err)
	overlay, err := writeOverlay(t.TempDir(), tool.goroot, root)
	require.NoError(t, err)
	out, err := tool.run("list", "-overlay", overlay, "-deps", "-f", "{{.ImportPath}} {{join .GoFiles \" \"}}", "./wasm")
	require.NoError(t, err)
	packages := map[string]string{}
	for line := range strings.Lines(string(out)) {
		name, files, _ := strings.Cut(strings.TrimSpace(line), " ")
		packages[name] = files
	}
	return packages
}

func TestThePageLinksNoNetworkClient(t *testing.T) {
	packages := linked(t)
	require.Contains(t, packages, "jwtsecret/app/ui", "the list is of the page")

	for _, pkg := range stubs {
		assert.Equal(t, stubFile(pkg), packages[pkg], "of %s, our stub alone", pkg)
	}
	for name := range packages {
		assert.False(t, name == "net" || name == "crypto/tls" || name == "crypto/x509" || strings.HasPrefix(name, "net/http/"), name)
	}
}

func TestTheOverlayReplacesEveryFileOfAPackageByOneOfOurs(t *testing.T) {
	goroot := t.TempDir()
	for _, name := range []string{
		"crypto/md5/md5.go", "crypto/sha1/sha1.go", "internal/godebug/godebug.go", "net/http/http.go", "net/http/client.go",
		"net/netip/netip.go", "net/netip/uint128.go", "regexp/regexp.go", "regexp/exec.go", "text/template/template.go", "text/template/exec.go",
	} {
		require.NoError(t, writeFile(filepath.Join(goroot, "src", name), nil))
	}
	name, err := writeOverlay(t.TempDir(), goroot, root)
	require.NoError(t, err)
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	var overlay struct{ Replace map[string]string }
	require.NoError(t, json.Unmarshal(text, &overlay))

	here, err := filepath.Abs(root)
	require.NoError(t, err)
	assert.Equal(t, map[string]string{
		filepath.Join(goroot, "src/crypto/md5/md5.go"):           filepath.Join(here, "app/site/stub/md5/md5.go"),
		filepath.Join(goroot, "src/crypto/sha1/sha1.go"):         filepath.Join(here, "app/site/stub/sha1/sha1.go"),
		filepath.Join(goroot, "src/internal/godebug/godebug.go"): filepath.Join(here, "app/site/stub/godebug/godebug.go"),
		filepath.Join(goroot, "src/net/netip/netip.go"):          filepath.Join(here, "app/site/stub/netip/netip.go"),
		filepath.Join(goroot, "src/net/netip/uint128.go"):        "",
		filepath.Join(goroot, "src/net/http/http.go"):            filepath.Join(here, "app/site/stub/http/http.go"),
		filepath.Join(goroot, "src/net/http/client.go"):          "",
		filepath.Join(goroot, "src/regexp/regexp.go"):            filepath.Join(here, "app/site/stub/regexp/regexp.go"),
		filepath.Join(goroot, "src/regexp/exec.go"):              "",
		filepath.Join(goroot, "src/text/template/template.go"):   filepath.Join(here, "app/site/stub/template/template.go"),
		filepath.Join(goroot, "src/text/template/exec.go"):       "",
	}, overlay.Replace)
}

func TestAPackageThatHasMovedIsReported(t *testing.T) {
	_, err := writeOverlay(t.TempDir(), t.TempDir(), root)
	assert.ErrorIs(t, err, ErrOverlay)
}

// Package npm fetches packages of the npm registry for tests: the programs and
// libraries that ours are compared with. Nothing but tests imports it, and none
// of what it fetches becomes a part of the product.
package npm

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Install returns a new folder, the test's own, in whose node_modules are the
// packages, each given as name@version. No script of a package runs. The packages
// are fetched once and kept in the module's folder build/npm, which all tests
// share. Without npm the test is skipped.
func Install(t testing.TB, packages ...string) (dir string) {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skipf("npm is not installed, so %v cannot be fetched: what needs it is not checked here", packages)
	}
	sum := sha256.Sum256([]byte(strings.Join(packages, " ")))
	kept := filepath.Join(cache(t), hex.EncodeToString(sum[:8]))
	if _, err := os.Stat(kept); errors.Is(err, fs.ErrNotExist) {
		fetch(t, npm, kept, packages)
	}
	dir = t.TempDir()
	require.NoError(t, os.Symlink(filepath.Join(kept, "node_modules"), filepath.Join(dir, "node_modules")))
	return dir
}

// cache returns the folder build/npm of the module that the test belongs to.
func cache(t testing.TB) string {
	t.Helper()
	mod, err := exec.Command("go", "env", "GOMOD").Output()
	require.NoError(t, err)
	dir := filepath.Join(filepath.Dir(string(mod)), "build", "npm")
	require.NoError(t, os.MkdirAll(dir, 0o755))
	return dir
}

// fetch installs the packages in a new folder and then gives it its name, so that
// a folder with that name is always whole. Another test may have been faster.
func fetch(t testing.TB, npm, kept string, packages []string) {
	t.Helper()
	fresh, err := os.MkdirTemp(filepath.Dir(kept), "new-")
	require.NoError(t, err)
	defer os.RemoveAll(fresh)
	install := []string{"install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--legacy-peer-deps", "--prefix", fresh}
	out, err := exec.Command(npm, append(install, packages...)...).CombinedOutput()
	require.NoError(t, err, string(out))
	if err := os.Rename(fresh, kept); err != nil {
		_, err = os.Stat(kept)
		require.NoError(t, err)
	}
}

// Package npm fetches packages of the npm registry for tests: the programs and
// libraries that ours are compared with. Nothing but tests imports it, and none
// of what it fetches becomes a part of the product.
package npm

import (
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
)

// Install installs packages, each as name@version, in a folder of the test's own
// and returns that folder: they are in its node_modules. No script of a package
// runs. Without npm the test is skipped.
func Install(t testing.TB, packages ...string) (dir string) {
	t.Helper()
	npm, err := exec.LookPath("npm")
	if err != nil {
		t.Skipf("npm is not installed, so %v cannot be fetched: what needs it is not checked here", packages)
	}
	dir = t.TempDir()
	install := []string{"install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", dir}
	out, err := exec.Command(npm, append(install, packages...)...).CombinedOutput()
	require.NoError(t, err, string(out))
	return dir
}

package hosts

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// Build builds the site with these flags of cmd/site, and returns the folder. It runs in
// a process of its own, because the race detector would take minutes to compress. The
// programs are those of every build, and what compressing them gave is kept in build/.
func Build(t *testing.T, flags ...string) (dist string) {
	t.Helper()
	dist = filepath.Join(t.TempDir(), "dist")
	root, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	require.NoError(t, err)
	build := exec.Command("go", append([]string{"run", "./cmd/site", "-out", dist}, flags...)...)
	build.Dir = string(root[:len(root)-1])
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	return dist
}

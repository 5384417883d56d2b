package site

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func TestOfAReleaseEachProgramHasANameOfItsOwn(t *testing.T) {
	assert.Equal(t, "jwtsecret-server_"+meta.Version+"_linux_amd64", releasedName("server", "linux", "amd64"))
	assert.Equal(t, "jwtsecret_"+meta.Version+"_windows_arm64.exe", releasedName("jwtsecret", "windows", "arm64"))
}

func TestAFolderThatIsNoReleaseIsNotReplaced(t *testing.T) {
	out := t.TempDir()
	assert.NoError(t, checkRelease(out), "it is empty")
	assert.NoError(t, checkRelease(filepath.Join(out, "none")))
	require.NoError(t, writeFile(filepath.Join(out, "diary.txt"), []byte("dear")))
	assert.ErrorIs(t, checkRelease(out), ErrRelease)
	require.NoError(t, releaseSums(out))
	assert.NoError(t, checkRelease(out))
}

func TestAReleaseHoldsTheSiteAndTheHashesOfAll(t *testing.T) {
	dist, out := t.TempDir(), t.TempDir()
	require.NoError(t, writeFile(filepath.Join(dist, meta.BuiltDir, "index.html"), []byte("<p>")))
	assert.ErrorIs(t, releaseSite(dist, out), fs.ErrNotExist, "without the single file it is not whole")
	require.NoError(t, writeFile(filepath.Join(dist, meta.BuiltDir, releasedSingle), []byte("<p>all")))
	require.NoError(t, releaseSite(dist, out))
	require.NoError(t, releaseSums(out))
	text, err := os.ReadFile(filepath.Join(out, releasedSumsName))
	require.NoError(t, err)
	// echo -n '<p>all' | sha256sum
	assert.Contains(t, string(text), "c77af3f16716dce5f0e9ff01afaefb43e5240f61fe66ea5af55993656a587b4a  jwtsecret.html\n")
	if program, err := exec.LookPath("sha256sum"); err == nil {
		check := exec.Command(program, "--check", "--strict", "--quiet", releasedSumsName)
		check.Dir = out
		said, err := check.CombinedOutput()
		assert.NoError(t, err, string(said))
	}
	assert.Len(t, filesIn(t, out), 3)
}

func filesIn(t *testing.T, dir string) []os.DirEntry {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	return entries
}

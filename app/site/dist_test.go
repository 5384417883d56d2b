package site

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// aSite is the least that writeDist takes.
func aSite(body string) []File {
	page, asset := newFile("/", "index.html", []byte(body)), newAsset("a.js", []byte(body))
	page.Coded = map[string][]byte{"br": []byte("coded")}
	return []File{page, asset}
}

func TestABuildReplacesTheOneBefore(t *testing.T) {
	out := filepath.Join(t.TempDir(), "new", "dist")
	require.NoError(t, writeDist(out, "1", aSite("one")))
	require.NoError(t, writeDist(out, "2", aSite("two")))

	body, err := os.ReadFile(filepath.Join(out, "site/index.html"))
	require.NoError(t, err)
	assert.Equal(t, "two", string(body))
	coded, err := os.ReadFile(filepath.Join(out, "site/index.html.br"))
	require.NoError(t, err)
	assert.Equal(t, "coded", string(coded))

	assets, err := os.ReadDir(filepath.Join(out, "site/assets"))
	require.NoError(t, err)
	assert.Len(t, assets, 1, "the file of the build before is gone")
	assert.FileExists(t, filepath.Join(out, keepFile))
	beside, err := os.ReadDir(filepath.Dir(out))
	require.NoError(t, err)
	assert.Len(t, beside, 1, "nothing is left beside the folder")
}

func TestTheSiteBeforeStaysWhereTheNewOneCannotBeMoved(t *testing.T) {
	dir := t.TempDir()
	out, old := filepath.Join(dir, "dist"), filepath.Join(dir, "old")
	require.NoError(t, writeFile(filepath.Join(out, "page"), []byte("one")))
	assert.ErrorIs(t, replace(out, old, filepath.Join(dir, "missing")), fs.ErrNotExist)
	body, err := os.ReadFile(filepath.Join(out, "page"))
	require.NoError(t, err)
	assert.Equal(t, "one", string(body))
}

func TestAFolderWithOtherFilesIsLeftAlone(t *testing.T) {
	out := t.TempDir()
	precious := filepath.Join(out, "thesis.txt")
	require.NoError(t, writeFile(precious, []byte("years")))
	assert.ErrorIs(t, writeDist(out, "1", aSite("one")), ErrForeign)
	assert.FileExists(t, precious)
}

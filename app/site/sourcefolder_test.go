package site

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheStyleSheetIsAllLayersInOrder(t *testing.T) {
	dir := t.TempDir()
	for _, name := range styleSheets {
		require.NoError(t, writeFile(filepath.Join(dir, "css", name), []byte(name+"\n")))
	}
	web := sourceFolder{dir: dir}
	assert.Equal(t, strings.Join(styleSheets, "\n")+"\n", string(web.read("css", styleSheets...)))
	assert.NoError(t, web.err)
}

func TestAFolderRemembersEachFileThatCannotBeRead(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, writeFile(filepath.Join(dir, "here"), []byte("a")))
	f := sourceFolder{dir: dir}
	f.read("", "lost")
	f.read("", "gone")
	assert.Equal(t, "a", string(f.read("", "here")))
	assert.ErrorIs(t, f.err, fs.ErrNotExist)
	assert.ErrorContains(t, f.err, "lost")
	assert.ErrorContains(t, f.err, "gone")
}

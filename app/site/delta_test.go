package site

import (
	"bytes"
	"crypto/sha256"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	brrr "github.com/molecule-man/go-brrr"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// noise cannot be compressed by itself: what is small then comes from a dictionary.
func noise(size int) []byte {
	source := rand.NewChaCha8([32]byte{1})
	text := make([]byte, size)
	source.Read(text)
	return text
}

// builtBefore writes a build with one asset, and returns its folder and the asset.
func builtBefore(t *testing.T, name string, body []byte) (string, File) {
	t.Helper()
	f := newAsset(name, body)
	f.Dictionary = f.dictionary()
	dir := t.TempDir()
	require.NoError(t, writeTree(dir, "old", []File{f}))
	return dir, f
}

func TestADictionaryIsForItsNextVersions(t *testing.T) {
	large := noise(smallestDictionary)
	for _, c := range []struct {
		file File
		want string
	}{
		{newAsset("app.wasm", large), `match="app.*.wasm"`},
		{newAsset("icon-192.png", large), `match="icon-192.*.png"`},
		{newAsset("icon.svg", large[1:]), ""}, // too small
		{newFile("/", "index.html", large), ""},
		{newFile(meta.ServiceWorkerPath, "sw.js", large), ""},
	} {
		assert.Equal(t, c.want, c.file.dictionary(), c.file.Name)
	}
}

// RFC 9842 §4: 0xff 0x44 0x43 0x42, the SHA-256 of the dictionary, and the stream.
func TestWhatHasChangedIsStoredForEachEarlierVersion(t *testing.T) {
	text := noise(20_000)
	changed := append(bytes.Clone(text[:9000]), text[8900:]...)
	one, first := builtBefore(t, "app.wasm", text[:15_000])
	two, second := builtBefore(t, "app.wasm", text)
	again, _ := builtBefore(t, "app.wasm", text)
	previous, err := readPrevious([]string{one, two, again})
	require.NoError(t, err)

	files := []File{newAsset("app.wasm", changed), newAsset("app.js", changed), newFile("/", "index.html", changed)}
	c := someCompressor(t, t.TempDir())
	require.NoError(t, c.compressAll(files))
	require.NoError(t, c.addDeltas(files, previous))
	assert.Equal(t, []string{first.SHA256, second.SHA256}, files[0].Deltas)
	assert.Empty(t, files[1].Deltas, "another kind of file")
	assert.Empty(t, files[2].Deltas)
	// The first lacks 5,000 bytes of noise, the second nothing.
	assert.InDelta(t, 5_000, len(files[0].Changes[0]), 200)
	assert.Less(t, len(files[0].Changes[1]), 100)
	for i, old := range [][]byte{text[:15_000], text} {
		sum := sha256.Sum256(old)
		head := append([]byte{0xff, 0x44, 0x43, 0x42}, sum[:]...)
		stream, found := bytes.CutPrefix(files[0].Changes[i], head)
		require.True(t, found)
		r, err := brrr.NewReaderOptions(bytes.NewReader(stream), brrr.ReaderOptions{Dictionaries: [][]byte{old}})
		require.NoError(t, err)
		var plain bytes.Buffer
		_, err = plain.ReadFrom(r)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(changed, plain.Bytes()))
	}

	out := t.TempDir()
	require.NoError(t, writeTree(out, "new", files))
	stored, err := os.ReadFile(filepath.Join(out, "deltas", filepath.FromSlash(files[0].Name)+"."+second.SHA256[:12]+".dcb"))
	require.NoError(t, err)
	assert.Equal(t, files[0].Changes[1], stored)
}

func TestWhatIsNoSmallerThanTheWholeIsLeftOut(t *testing.T) {
	dir, _ := builtBefore(t, "app.wasm", noise(3000))
	previous, err := readPrevious([]string{dir})
	require.NoError(t, err)
	files := []File{newAsset("app.wasm", bytes.Repeat([]byte("a"), 3000))}
	c := someCompressor(t, t.TempDir())
	require.NoError(t, c.compressAll(files))
	require.NoError(t, c.addDeltas(files, previous))
	assert.Empty(t, files[0].Deltas)
	assert.Empty(t, files[0].Changes)
}

func TestAFolderThatIsNoEarlierBuildIsRefused(t *testing.T) {
	_, err := readPrevious([]string{t.TempDir()})
	assert.ErrorIs(t, err, ErrPrevious)

	dir, f := builtBefore(t, "app.wasm", noise(3000))
	require.NoError(t, os.WriteFile(filepath.Join(dir, meta.BuiltDir, f.Name), noise(2999), 0o644))
	_, err = readPrevious([]string{dir})
	assert.ErrorIs(t, err, ErrPrevious)
	assert.ErrorContains(t, err, f.Name)

	require.NoError(t, os.Remove(filepath.Join(dir, meta.BuiltDir, f.Name)))
	_, err = readPrevious([]string{dir})
	assert.ErrorIs(t, err, ErrPrevious)

	require.NoError(t, os.WriteFile(filepath.Join(dir, meta.SiteFile), []byte("{"), 0o644))
	_, err = readPrevious([]string{dir})
	assert.ErrorIs(t, err, ErrPrevious)

	_, err = Build(Options{Root: root, Out: t.TempDir(), Previous: []string{t.TempDir()}})
	assert.ErrorIs(t, err, ErrPrevious)
}

// Hosts that cannot answer with what has changed do not offer dictionaries either.
func TestOnlyTheDescriptionNamesDictionaries(t *testing.T) {
	dictionaries := 0
	for _, f := range builtSite(t).Files {
		assert.Empty(t, value(f.Headers, "Use-As-Dictionary"), f.Path)
		if f.Dictionary != "" {
			dictionaries++
			assert.Contains(t, value(f.Headers, "Cache-Control"), "immutable", "a browser keeps it as long as the file: %s", f.Path)
		}
	}
	assert.Greater(t, dictionaries, 5, "the three programs, the style sheets, the scripts")
}

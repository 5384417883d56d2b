package site

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// someCompressor is that of a module in root.
func someCompressor(t *testing.T, root string) *compressor {
	t.Helper()
	require.NoError(t, writeFile(filepath.Join(root, "go.mod"), []byte("module m\n")))
	require.NoError(t, writeFile(filepath.Join(root, "go.sum"), nil))
	c, err := newCompressor(root)
	require.NoError(t, err)
	return c
}

var (
	inGzip   = codings[1]
	someText = []byte(strings.Repeat("a secret is not in here. ", 100))
)

// kept returns the one file that the compressors of a module keep.
func kept(t *testing.T, root string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(root, "build", "compressed", "*"))
	require.NoError(t, err)
	require.Len(t, names, 1)
	return names[0]
}

// Another writer of gzip gives other bytes for the same text, by which one sees
// where they come from.
func TestWhatWasCompressedBeforeIsTakenAgain(t *testing.T) {
	root := t.TempDir()
	_, err := someCompressor(t, root).encode(inGzip, someText)
	require.NoError(t, err)
	var marked bytes.Buffer
	w := gzip.NewWriter(&marked)
	w.Comment = "from elsewhere"
	_, err = w.Write(someText)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, os.WriteFile(kept(t, root), marked.Bytes(), 0o600))

	again, err := someCompressor(t, root).encode(inGzip, someText)
	require.NoError(t, err)
	assert.Equal(t, marked.Bytes(), again)
}

func TestWhatDoesNotDecodeToTheFileIsMadeAnew(t *testing.T) {
	for name, damage := range map[string]func([]byte) []byte{
		"empty":          func([]byte) []byte { return nil },
		"cut off":        func(b []byte) []byte { return b[:len(b)-1] },
		"changed":        func(b []byte) []byte { b[len(b)-1] ^= 1; return b },
		"of other bytes": func([]byte) []byte { other, _ := inGzip.encode(someText[1:]); return other },
		"of more bytes":  func([]byte) []byte { more, _ := inGzip.encode(append(someText, 'x')); return more },
	} {
		t.Run(name, func(t *testing.T) {
			root := t.TempDir()
			first, err := someCompressor(t, root).encode(inGzip, someText)
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(kept(t, root), damage(bytes.Clone(first)), 0o600))
			again, err := someCompressor(t, root).encode(inGzip, someText)
			require.NoError(t, err)
			assert.Equal(t, first, again)
		})
	}
}

func TestOtherBytesCodingsAndVersionsAreKeptApart(t *testing.T) {
	c := someCompressor(t, t.TempDir())
	keys := map[string]bool{c.key(codings[0], someText): true, c.key(codings[1], someText): true, c.key(codings[0], nil): true}
	for _, name := range []string{"go.mod", "go.sum"} {
		root := t.TempDir()
		someCompressor(t, root)
		require.NoError(t, writeFile(filepath.Join(root, name), []byte("another version\n")))
		other, err := newCompressor(root)
		require.NoError(t, err)
		keys[other.key(codings[0], someText)] = true
	}
	assert.Len(t, keys, 5)
}

func TestWhatWasMadeWithOtherOptionsIsKeptApart(t *testing.T) {
	before := someCompressor(t, t.TempDir()).key(codings[0], someText)
	assert.Contains(t, string(options), "window    = 24")
	as := options
	t.Cleanup(func() { options = as })
	options = bytes.ReplaceAll(as, []byte("window    = 24"), []byte("window    = 22"))
	assert.NotEqual(t, before, someCompressor(t, t.TempDir()).key(codings[0], someText))
}

func TestWithoutAPlaceToKeepThingsABuildGoesOn(t *testing.T) {
	root := t.TempDir()
	require.NoError(t, writeFile(filepath.Join(root, "build"), []byte("a file is in the way")))
	coded, err := someCompressor(t, root).encode(inGzip, someText)
	require.NoError(t, err)
	assert.True(t, inGzip.decodesTo(coded, someText))
}

// Whoever reads while another build writes, or after one that was stopped, sees
// the beginning of the file.
func TestABeginningOfWhatIsKeptIsNotTaken(t *testing.T) {
	for _, each := range codings {
		t.Run(each.name, func(t *testing.T) {
			whole, err := each.encode(someText)
			require.NoError(t, err)
			for n := range whole {
				assert.False(t, each.decodesTo(whole[:n], someText), "%d of %d bytes", n, len(whole))
			}
			assert.True(t, each.decodesTo(whole, someText))
		})
	}
}

package site

import (
	"bytes"
	"compress/gzip"
	"io"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestACodedFileDecodesToTheFile(t *testing.T) {
	body := []byte(strings.Repeat("a secret is not in here. ", 100))
	files := []File{newFile("/a.txt", "a.txt", body), newFile("/b.txt", "b.txt", body)}
	require.NoError(t, someCompressor(t, t.TempDir()).compressAll(files))
	for _, f := range files {
		assert.Equal(t, []string{"br", "gzip"}, f.Encodings)

		plain, err := io.ReadAll(brotli.NewReader(bytes.NewReader(f.Coded["br"])))
		require.NoError(t, err)
		assert.Equal(t, body, plain)

		unzip, err := gzip.NewReader(bytes.NewReader(f.Coded["gzip"]))
		require.NoError(t, err)
		plain, err = io.ReadAll(unzip)
		require.NoError(t, err)
		assert.Equal(t, body, plain)
	}
}

func TestACodingThatGainsNothingIsDropped(t *testing.T) {
	files := []File{
		newFile("/short.txt", "short.txt", []byte("abc")),
		newFile("/picture.png", "picture.png", bytes.Repeat([]byte("a"), 1000)),
	}
	require.NoError(t, someCompressor(t, t.TempDir()).compressAll(files))
	for _, f := range files {
		assert.Empty(t, f.Encodings, f.Name)
		assert.Empty(t, f.Coded, f.Name)
	}
}

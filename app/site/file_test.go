package site

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The hash of "abc" is the example of FIPS 180-2, appendix B.1.
const sha256abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

func TestAnAssetsNameHoldsTheFirstTwelveDigitsOfItsHash(t *testing.T) {
	f := newAsset("app.js", []byte("abc"))
	assert.Equal(t, "/assets/app.ba7816bf8f01.js", f.Path)
	assert.Equal(t, "assets/app.ba7816bf8f01.js", f.Name)
	assert.Equal(t, 3, f.Size)
	assert.Equal(t, sha256abc, f.SHA256)
	assert.True(t, f.hashed())
}

func TestAFixedFileKeepsItsName(t *testing.T) {
	f := newFile("/trust", "trust.html", []byte("abc"))
	assert.Equal(t, "trust.html", f.Name)
	assert.Equal(t, "text/html; charset=utf-8", f.contentType())
	assert.False(t, f.hashed())
}

func TestIntegrityIsTheSHA256InBase64(t *testing.T) {
	sum, err := hex.DecodeString(sha256abc)
	require.NoError(t, err)
	assert.Equal(t, "sha256-"+base64.StdEncoding.EncodeToString(sum), newFile("/a", "a", []byte("abc")).integrity())
}

func TestEveryBuiltFileHasAMediaType(t *testing.T) {
	for _, f := range builtSite(t).Files {
		assert.NotEmpty(t, File{File: f}.contentType(), f.Name)
	}
}

package site

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The hashes of "abc" are the examples of FIPS 180-2, appendices B.1 and D.1
// (SHA-384).
const (
	sha256abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	sha384abc = "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
)

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

func TestIntegrityIsTheSHA384InBase64(t *testing.T) {
	sum, err := hex.DecodeString(sha384abc)
	require.NoError(t, err)
	assert.Equal(t, "sha384-"+base64.StdEncoding.EncodeToString(sum), newFile("/a", "a", []byte("abc")).integrity())
}

func TestEveryBuiltFileHasAMediaType(t *testing.T) {
	for _, f := range builtSite(t).Files {
		assert.NotEmpty(t, File{File: f}.contentType(), f.Name)
	}
}

package secret_test

import (
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// hashes are the hash functions that RFC 7518 §3.2 gives each algorithm.
var hashes = map[secret.Algorithm]func() hash.Hash{
	secret.HS256: sha256.New,
	secret.HS384: sha512.New384,
	secret.HS512: sha512.New,
}

func TestMinimumIsTheLengthOfTheHash(t *testing.T) {
	require.Len(t, secret.Algorithms(), len(hashes))
	for _, a := range secret.Algorithms() {
		assert.Equal(t, hashes[a]().Size(), a.MinSize(), a.String())
		assert.Equal(t, 8*hashes[a]().Size(), a.UsableBits(), a.String())
	}
}

func TestAlgorithmNamesAreReadBack(t *testing.T) {
	for i, name := range []string{"HS256", "HS384", "HS512"} {
		a, err := secret.ParseAlgorithm(name)
		require.NoError(t, err)
		assert.Equal(t, secret.Algorithms()[i], a)
		assert.Equal(t, name, a.String())
	}
}

func TestOtherAlgorithmNamesAreRefused(t *testing.T) {
	for _, name := range []string{"", "hs256", "HS256 ", "HS1", "none", "RS256", "Algorithm(0)"} {
		_, err := secret.ParseAlgorithm(name)
		assert.ErrorIs(t, err, secret.ErrAlgorithm, "%q", name)
	}
}

func TestZeroAlgorithmIsNone(t *testing.T) {
	var a secret.Algorithm
	assert.NotContains(t, secret.Algorithms(), a)
	assert.Zero(t, a.MinSize())
	assert.Equal(t, "Algorithm(0)", a.String())
}

func ExampleAlgorithm_MinSize() {
	for _, a := range secret.Algorithms() {
		fmt.Println(a, a.MinSize(), "bytes,", a.UsableBits(), "bits")
	}
	// Output:
	// HS256 32 bytes, 256 bits
	// HS384 48 bytes, 384 bits
	// HS512 64 bytes, 512 bits
}

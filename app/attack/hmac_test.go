package attack

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"crypto/rand"

	"jwtsecret/app/secret"
)

// kernels are the hand-written functions beside those of the standard library.
var kernels = []struct {
	algorithm secret.Algorithm
	hash      func() hash.Hash
	open      func(message, tag []byte) signer
}{
	{secret.HS256, sha256.New, func(m, tag []byte) signer { return newSigner256(m, tag) }},
	{secret.HS384, sha512.New384, func(m, tag []byte) signer { return newSigner512(secret.HS384, m, tag) }},
	{secret.HS512, sha512.New, func(m, tag []byte) signer { return newSigner512(secret.HS512, m, tag) }},
}

// tagOf is the signature by the standard library.
func tagOf(h func() hash.Hash, key, message []byte) []byte {
	mac := hmac.New(h, key)
	mac.Write(message)
	return mac.Sum(nil)
}

func random(t testing.TB, size int) []byte {
	t.Helper()
	b := make([]byte, size)
	_, err := rand.Read(b)
	require.NoError(t, err)
	return b
}

func randomInt(t testing.TB, below int) int {
	t.Helper()
	n, err := rand.Int(rand.Reader, big.NewInt(int64(below)))
	require.NoError(t, err)
	return int(n.Int64())
}

// A message of a token is at least 21 bytes; the lengths here go around the ends
// of one, two and three blocks of either hash, padding included.
func TestTheKernelsAgreeWithTheStandardLibraryAtEveryLength(t *testing.T) {
	for _, k := range kernels {
		for size := range 400 {
			message := random(t, size)
			for _, keySize := range []int{0, 1, 3, 4, 5, 31, 32, 63, 64, 65, 127, 128, 129, 200, 4096} {
				key := random(t, keySize)
				s := k.open(message, tagOf(k.hash, key, message))
				require.True(t, s.signed(key), "%s, message of %d, key of %d bytes", k.algorithm, size, keySize)
			}
		}
	}
}

// Each run changes one bit of the signature too: every bit must count.
func TestTheKernelsAgreeWithTheStandardLibraryOnRandomInput(t *testing.T) {
	runs := 40_000
	if testing.Short() {
		runs = 1_000
	}
	for _, k := range kernels {
		for range runs {
			key, message := random(t, randomInt(t, 200)), random(t, randomInt(t, 300))
			tag := tagOf(k.hash, key, message)
			s := k.open(message, tag)
			if !s.signed(key) {
				t.Fatalf("%s does not know a key of %d bytes for a message of %d", k.algorithm, len(key), len(message))
			}
			bit := randomInt(t, 8*len(tag))
			tag[bit/8] ^= 1 << (bit % 8)
			if k.open(message, tag).signed(key) {
				t.Fatalf("%s took a signature with bit %d changed", k.algorithm, bit)
			}
		}
	}
}

func TestAKernelTriesOneKeyAfterTheOther(t *testing.T) {
	for _, k := range kernels {
		message := random(t, 111)
		keys := [][]byte{[]byte("secret"), random(t, 200), nil, random(t, 64), []byte("s"), random(t, 128), random(t, 129)}
		for i, right := range keys {
			s := k.open(message, tagOf(k.hash, right, message))
			for j, key := range keys {
				assert.Equal(t, i == j, s.signed(key), "%s: key %d where %d is right", k.algorithm, j, i)
			}
		}
	}
}

// RFC 4231 §4.3: the only vectors whose key is text.
func TestTheKernelsKnowAPublishedVector(t *testing.T) {
	message := []byte("what do ya want for nothing?")
	for i, tag := range []string{
		"5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		"af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
		"164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
	} {
		sum, err := secret.Decode(secret.HexLower, []byte(tag))
		require.NoError(t, err)
		s := kernels[i].open(message, sum)
		assert.True(t, s.signed([]byte("Jefe")))
		assert.False(t, s.signed([]byte("jefe")))
	}
}

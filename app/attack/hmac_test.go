package attack

import (
	stdhmac "crypto/hmac"
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

// hashes are those of the standard library's HMAC.
var hashes = map[secret.Algorithm]func() hash.Hash{
	secret.HS256: sha256.New, secret.HS384: sha512.New384, secret.HS512: sha512.New,
}

// tagOf is the signature by the standard library.
func tagOf(h func() hash.Hash, key, message []byte) []byte {
	mac := stdhmac.New(h, key)
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
func TestKeysAndMessagesOfEveryLengthAgreeWithTheStandardLibrary(t *testing.T) {
	for a, hash := range hashes {
		t.Run(a.String(), func(t *testing.T) {
			for size := range 400 {
				message := random(t, size)
				for _, keySize := range []int{0, 1, 3, 4, 5, 31, 32, 63, 64, 65, 127, 128, 129, 200, 4096} {
					key := random(t, keySize)
					require.True(t, newHMAC(a, message, tagOf(hash, key, message)).signed(key), "message of %d, key of %d bytes", size, keySize)
				}
			}
		})
	}
}

// Each run changes one bit of the signature too: every bit must count. At most 512
// bits have their turn four times.
func TestRandomKeysAgreeWithTheStandardLibrary(t *testing.T) {
	for a, hash := range hashes {
		t.Run(a.String(), func(t *testing.T) {
			for i := range 4 * 512 {
				key, message := random(t, randomInt(t, 200)), random(t, randomInt(t, 300))
				tag := tagOf(hash, key, message)
				require.True(t, newHMAC(a, message, tag).signed(key), "a key of %d bytes, a message of %d", len(key), len(message))
				bit := i % (8 * len(tag))
				tag[bit/8] ^= 1 << (bit % 8)
				require.False(t, newHMAC(a, message, tag).signed(key), "bit %d is changed", bit)
			}
		})
	}
}

func TestOneKeyIsTriedAfterTheOther(t *testing.T) {
	for a, hash := range hashes {
		t.Run(a.String(), func(t *testing.T) {
			message := random(t, 111)
			keys := [][]byte{[]byte("secret"), random(t, 200), nil, random(t, 64), []byte("s"), random(t, 128), random(t, 129)}
			for i, right := range keys {
				h := newHMAC(a, message, tagOf(hash, right, message))
				for j, key := range keys {
					assert.Equal(t, i == j, h.signed(key), "key %d where %d is right", j, i)
				}
			}
		})
	}
}

// RFC 4231 §4.3: the only vectors whose key is text.
func TestAPublishedVectorIsKnown(t *testing.T) {
	message := []byte("what do ya want for nothing?")
	for a, tag := range map[secret.Algorithm]string{
		secret.HS256: "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
		secret.HS384: "af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
		secret.HS512: "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737",
	} {
		t.Run(a.String(), func(t *testing.T) {
			sum, err := secret.Decode(secret.HexLower, []byte(tag))
			require.NoError(t, err)
			h := newHMAC(a, message, sum)
			assert.True(t, h.signed([]byte("Jefe")))
			assert.False(t, h.signed([]byte("jefe")))
		})
	}
}

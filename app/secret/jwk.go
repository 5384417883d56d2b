package secret

import (
	"crypto/rand"
	"encoding/base64"
)

// The fixed parts of a JSON Web Key, in the order in which they are written. It
// is put together by hand because encoding/json would need the key as a string,
// which cannot be wiped.
const (
	jwkBeforeKey       = `{"kty":"oct","k":"`
	jwkBeforeAlgorithm = `","alg":"`
	jwkBeforeKeyID     = `","use":"sig","kid":"`
	jwkEnd             = `"}`
)

const (
	keyIDSize      = 16 // bytes of randomness: two ids never meet by chance
	testOnlyPrefix = "test-only-"
)

func jwkLength(a Algorithm, size int, testOnly bool) int {
	length := len(jwkBeforeKey) + base64.RawURLEncoding.EncodedLen(size) +
		len(jwkBeforeAlgorithm) + len(a.String()) +
		len(jwkBeforeKeyID) + base64.RawURLEncoding.EncodedLen(keyIDSize) + len(jwkEnd)
	if testOnly {
		length += len(testOnlyPrefix)
	}
	return length
}

func appendJWK(dst []byte, a Algorithm, key []byte, keyID string) []byte {
	dst = append(dst, jwkBeforeKey...)
	dst = base64.RawURLEncoding.AppendEncode(dst, key)
	dst = append(dst, jwkBeforeAlgorithm...)
	dst = append(dst, a.String()...)
	dst = append(dst, jwkBeforeKeyID...)
	dst = append(dst, keyID...)
	return append(dst, jwkEnd...)
}

// NewKeyID returns a "kid" (RFC 7515 §4.1.4), 16 random bytes in base64url. It is
// never a function of the key: a token's header is public, and a hash of a secret
// there would let anyone test guesses without a signature.
func NewKeyID() string {
	var random [keyIDSize]byte
	rand.Read(random[:]) // never returns an error: it ends the program instead
	return base64.RawURLEncoding.EncodeToString(random[:])
}

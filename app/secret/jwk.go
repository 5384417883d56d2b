package secret

import (
	"crypto/rand"
	"encoding/base64"
	"unicode/utf8"
)

// The fixed parts of a JSON Web Key, in the order in which they are written.
const (
	jwkBeforeKey       = `{"kty":"oct","k":"`
	jwkBeforeAlgorithm = `","alg":"`
	jwkUse             = `","use":"sig"`
	jwkBeforeKeyID     = `,"kid":`
	jwkEnd             = `}`
)

const (
	keyIDSize      = 16 // bytes of randomness: two ids never meet by chance
	testOnlyPrefix = "test-only-"
)

// jwkLength returns the length of a key with an id from [NewKeyID].
func jwkLength(a Algorithm, size int, testOnly bool) int {
	length := len(jwkBeforeKey) + base64.RawURLEncoding.EncodedLen(size) + len(jwkBeforeAlgorithm) + len(a.String()) + len(jwkUse) +
		len(jwkBeforeKeyID) + len(`""`) + base64.RawURLEncoding.EncodedLen(keyIDSize) + len(jwkEnd)
	if testOnly {
		length += len(testOnlyPrefix)
	}
	return length
}

// AppendJWK appends a JSON Web Key of type "oct" (RFC 7517, RFC 7518 §6.4) with
// the members "kty", "k", "alg", "use" and, unless the id is empty, "kid". Any id
// will do: it is escaped. What is no UTF-8 in it becomes U+FFFD.
//
// The key is put together by hand because encoding/json would need it as a string,
// which cannot be wiped. Besides key and id it takes less than 80 bytes, and a
// character of the id at most 6 for each of its bytes.
func AppendJWK(dst []byte, a Algorithm, key []byte, keyID string) []byte {
	dst = append(dst, jwkBeforeKey...)
	dst = base64.RawURLEncoding.AppendEncode(dst, key)
	dst = append(dst, jwkBeforeAlgorithm...)
	dst = append(dst, a.String()...)
	dst = append(dst, jwkUse...)
	if keyID != "" {
		dst = appendJSON(append(dst, jwkBeforeKeyID...), keyID)
	}
	return append(dst, jwkEnd...)
}

// appendJSON appends a string (RFC 8259 §7).
func appendJSON(dst []byte, text string) []byte {
	const digits = "0123456789abcdef"
	dst = append(dst, '"')
	for _, r := range text {
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r < ' ':
			dst = append(dst, '\\', 'u', '0', '0', digits[r>>4], digits[r&15])
		default:
			dst = utf8.AppendRune(dst, r)
		}
	}
	return append(dst, '"')
}

// NewKeyID returns a "kid" (RFC 7515 §4.1.4), 16 random bytes in base64url. It is
// never a function of the key: a token's header is public, and a hash of a secret
// there would let anyone test guesses without a signature.
func NewKeyID() string {
	var random [keyIDSize]byte
	rand.Read(random[:]) // never returns an error: it ends the program instead
	return base64.RawURLEncoding.EncodeToString(random[:])
}

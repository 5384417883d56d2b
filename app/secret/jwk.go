package secret

import (
	"cmp"
	"crypto/rand"
	"encoding/base64"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxKeyID is the longest key id that a person may choose, in characters.
const MaxKeyID = 64

const (
	keyIDSize      = 16 // bytes of randomness: two ids never meet by chance
	testOnlyPrefix = "test-only-"
)

// jwkLength returns the length of the key that a request asks for: that of zeros.
func jwkLength(r Request) int {
	id := r.keyID(strings.Repeat("0", base64.RawURLEncoding.EncodedLen(keyIDSize)))
	return len(AppendJWK(nil, r.Algorithm, make([]byte, r.Size), id))
}

// keyID returns the chosen id, or the random one that stands for none, and says so where
// the key is for tests only.
func (r Request) keyID(random string) string {
	id := cmp.Or(r.KeyID, random)
	if r.belowMinimum() {
		return testOnlyPrefix + id
	}
	return id
}

// KeyIDRule says to people which ids [IsKeyID] accepts, a sentence.
var KeyIDRule = "A key id has at most " + strconv.Itoa(MaxKeyID) + " letters, digits and - _ . : / + =, no spaces, and is no path of a file."

// IsKeyID reports whether a "kid" is 1 to [MaxKeyID] of the characters that tokens,
// environments and addresses take as they are, and leads to no file: some programs look
// their keys up by it.
func IsKeyID(id string) bool {
	return id != "" && len(id) <= MaxKeyID && !strings.ContainsFunc(id, ForeignToKeyIDs) &&
		!strings.Contains(id, "..") && !strings.ContainsRune("./", rune(id[0]))
}

// ForeignToKeyIDs reports whether a character has to be written in another way in tokens,
// environments or addresses.
func ForeignToKeyIDs(r rune) bool {
	letter := 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
	return !letter && !strings.ContainsRune("0123456789-_.:/+=", r)
}

// AppendJWK appends a JSON Web Key of type "oct" (RFC 7517, RFC 7518 §6.4) with
// the members "kty", "k", "alg", "use" and, unless the id is empty, "kid". Any id
// will do: it is escaped. What is no UTF-8 in it becomes U+FFFD.
//
// The key is put together by hand because encoding/json would need it as a string,
// which cannot be wiped. Besides key and id it takes less than 80 bytes, and a
// character of the id at most 6 for each of its bytes.
func AppendJWK(dst []byte, a Algorithm, key []byte, keyID string) []byte {
	dst = base64.RawURLEncoding.AppendEncode(append(dst, `{"kty":"oct","k":"`...), key)
	dst = append(append(dst, `","alg":"`...), a.String()...)
	dst = append(dst, `","use":"sig"`...)
	if keyID != "" {
		dst = appendJSON(append(dst, `,"kid":`...), keyID)
	}
	return append(dst, '}')
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

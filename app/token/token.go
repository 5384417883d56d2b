// Package token reads, signs and verifies JSON Web Tokens (RFC 7519) in the
// compact form of RFC 7515 §7.1 that are signed with HS256, HS384 or HS512, and
// points out what is unwise in a token of any algorithm.
//
// The parser is strict, in the order of RFC 7515 §5.2:
//
//   - A token is at most [MaxSize] bytes and has exactly three parts.
//   - Each part is base64url without padding, white space or stray bits in its
//     last character, so a token has exactly one spelling (RFC 7515 §2).
//   - Header and payload are JSON objects in valid UTF-8, nested at most
//     [MaxDepth] deep, in which no object has the same name twice, however the
//     name is escaped (RFC 7515 §4, RFC 7519 §4).
//
// What fails is said by a [*ParseError]: which part, and why. No error contains
// any of the token's content.
//
// [Token.Verify] checks a signature for one algorithm that the caller names, and
// refuses every "crit" header (RFC 7515 §4.1.11), because the package knows no
// extension. It does not look at "exp", "nbf", "aud" or any other claim, nor at
// the length of the key. [Inspect] does look at the claims, but judges only what
// a stranger who holds the token could judge as well: it verifies nothing.
//
//	t, err := token.Parse(text)
//	if err != nil {
//		return err // says which part is wrong and why
//	}
//	return t.Verify(secret.HS256, key)
//
// [Readings] are the keys that libraries make of one and the same text of a
// secret; [Match] finds the reading that a token was signed with.
package token

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"

	"jwtsecret/app/secret"
)

// The limits of a token.
const (
	MaxSize  = 64 << 10 // bytes of text
	MaxDepth = 16       // objects and arrays inside each other, the outermost counted
)

// Token is a parsed token. Only [Parse] makes useful ones.
type Token struct {
	input     []byte // the bytes that are signed
	header    []byte // JSON
	payload   []byte // JSON
	signature []byte
	names     map[string]json.RawMessage // the members of the header
}

// encoding refuses stray bits in the last character. It skips line ends, which
// decodePart therefore refuses itself.
var encoding = base64.RawURLEncoding.Strict()

// Parse reads a token. The error is a [*ParseError]. The token keeps no
// reference to text.
func Parse(text []byte) (*Token, error) {
	parts, err := split(text)
	if err != nil {
		return nil, err
	}
	t := &Token{}
	if t.header, err = decodeObject(Header, parts[0]); err != nil {
		return nil, err
	}
	if t.payload, err = decodeObject(Payload, parts[1]); err != nil {
		return nil, err
	}
	if t.signature, err = decodePart(Signature, parts[2]); err != nil {
		return nil, err
	}
	t.input = bytes.Clone(text[:len(parts[0])+1+len(parts[1])])
	t.names = members(t.header)
	return t, nil
}

// split cuts the text at its dots and says in the likely cases what the text is
// instead of a token.
func split(text []byte) ([][]byte, error) {
	parts := bytes.Split(text[:min(len(text), MaxSize+1)], []byte{'.'})
	switch {
	case len(text) > MaxSize:
		return nil, &ParseError{Whole, ErrSize}
	case len(text) == 0:
		return nil, &ParseError{Whole, ErrEmpty}
	case bytes.ContainsAny(text, " \t\r\n"):
		return nil, &ParseError{Whole, ErrSpace}
	case len(parts) == 5:
		return nil, &ParseError{Whole, ErrEncrypted}
	case len(parts) != 3:
		return nil, &ParseError{Whole, ErrParts}
	default:
		return parts, nil
	}
}

func decodeObject(part Part, text []byte) ([]byte, error) {
	object, err := decodePart(part, text)
	if err != nil {
		return nil, err
	}
	if err := checkObject(object); err != nil {
		return nil, &ParseError{part, err}
	}
	return object, nil
}

// decodePart decodes one part. An empty signature is possible: that is how an
// unsecured token looks (RFC 7515 appendix A.5).
func decodePart(part Part, text []byte) ([]byte, error) {
	if len(text) == 0 && part != Signature {
		return nil, &ParseError{part, ErrEmpty}
	}
	decoded, err := encoding.AppendDecode(nil, text)
	if err != nil {
		return nil, &ParseError{part, encodingError(text)}
	}
	return decoded, nil
}

// encodingError finds out why text is not base64url.
func encodingError(text []byte) error {
	if bytes.HasSuffix(text, []byte{'='}) {
		return ErrPadding
	}
	if _, err := base64.RawURLEncoding.AppendDecode(nil, text); err == nil {
		return ErrStrayBits
	}
	if len(text)%4 == 1 && !bytes.ContainsFunc(text, notBase64URL) {
		return ErrCut
	}
	return ErrAlphabet
}

func notBase64URL(r rune) bool {
	letter := r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z'
	return !letter && !strings.ContainsRune("0123456789-_", r)
}

// Header returns the JSON of the header as it was written. Do not change it.
func (t *Token) Header() []byte { return t.header }

// Payload returns the JSON of the payload as it was written. Do not change it.
func (t *Token) Payload() []byte { return t.payload }

// SigningInput returns the bytes that the signature covers: the first two parts
// with the dot between them (RFC 7515 §5.1). Do not change it.
func (t *Token) SigningInput() []byte { return t.input }

// Signature returns the bytes of the signature; an unsecured token has none. Do
// not change it.
func (t *Token) Signature() []byte { return t.signature }

// Algorithm returns the HMAC algorithm that the header names. For any other
// "alg", or none, the error is [secret.ErrAlgorithm].
func (t *Token) Algorithm() (secret.Algorithm, error) {
	name, _ := text(t.names["alg"])
	return secret.ParseAlgorithm(name)
}

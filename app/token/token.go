// Package token reads, signs and verifies JSON Web Tokens (RFC 7519) in the
// compact form of RFC 7515 §7.1 that are signed with HS256, HS384 or HS512, and
// points out what is unwise in a token of any algorithm.
//
// [Parse] is strict, in the order of RFC 7515 §5.2:
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
// A signature can be checked whatever was signed, so [ParseAny] asks less of the
// payload and reads every token in a compact form: any bytes as payload, also
// unencoded (RFC 7797) or detached (RFC 7515 appendix F), a token without a
// signature, and the header of an encrypted one (RFC 7516 §7.1). What it reads and
// Parse does not, [Token.NotClaims] and [Inspect] tell. It is for whoever looks
// at a token; whoever acts on claims calls Parse.
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
	"encoding/json"

	"jwtsecret/app/secret"
)

// The limits of a token.
const (
	MaxSize  = 64 << 10 // bytes of text
	MaxDepth = 16       // objects and arrays inside each other, the outermost counted
)

// Token is a token that was read. Only [Parse] and [ParseAny] make useful ones.
type Token struct {
	parts     int    // 3; where only ParseAny reads it, 2 without a signature or 5 of an encrypted one
	input     []byte // the bytes that are signed
	header    []byte // JSON
	payload   []byte // JSON, unless notClaims says something else
	signature []byte
	names     map[string]json.RawMessage // the members of the header
	notClaims error
}

// Parse reads a JSON Web Token. The error is a [*ParseError]. The token keeps no
// reference to text.
func Parse(text []byte) (*Token, error) {
	t, err := ParseAny(text)
	switch {
	case bytes.Count(text, []byte{'.'}) == 1:
		return nil, &ParseError{Whole, ErrParts}
	case err != nil:
		return nil, err
	case t.parts == 5:
		return nil, &ParseError{Whole, ErrEncrypted}
	case t.notClaims != nil:
		return nil, &ParseError{Payload, t.notClaims}
	default:
		return t, nil
	}
}

// Header returns the JSON of the header as it was written. Do not change it.
func (t *Token) Header() []byte { return t.header }

// Payload returns the bytes of the payload as they were written: the JSON of its
// claims, unless [Token.NotClaims] says something else. Do not change them.
func (t *Token) Payload() []byte { return t.payload }

// SigningInput returns the bytes that the signature covers: the first two parts as
// they stand, with the dot between them (RFC 7515 §5.1, RFC 7797 §3). Do not change
// it.
func (t *Token) SigningInput() []byte { return t.input }

// NotClaims returns why the payload is no set of claims, as that of a JSON Web Token
// is (RFC 7519 §7.2), or nil if it is one:
//
//   - [ErrEncrypted]: only whoever has the key can read it;
//   - [ErrEmpty]: it is detached, sent beside the token, or was nothing;
//   - [ErrUnencoded], [ErrNested]: see there;
//   - [ErrUTF8], [ErrJSON], [ErrObject], [ErrDuplicate], [ErrDepth]: it is no JSON
//     object, or one that recipients may read in several ways.
func (t *Token) NotClaims() error { return t.notClaims }

// Signature returns the bytes of the signature; an unsecured token and an
// encrypted one have none. Do not change it.
func (t *Token) Signature() []byte { return t.signature }

// Algorithm returns the HMAC algorithm that the header names. For any other
// "alg", or none, and for an encrypted token the error is [secret.ErrAlgorithm].
func (t *Token) Algorithm() (secret.Algorithm, error) {
	if t.parts == 5 {
		return 0, secret.ErrAlgorithm
	}
	name, _ := text(t.names["alg"])
	return secret.ParseAlgorithm(name)
}

package token

import (
	"bytes"
	"encoding/base64"

	"jwtsecret/app/secret"
)

// Encoding is a way to read the text of a secret as the bytes of a key.
type Encoding uint8

// The encodings, the commonest first.
const (
	UTF8      Encoding = iota // the bytes of the text itself
	Hex                       // hexadecimal digits of either case (RFC 4648 §8)
	Base64                    // the standard alphabet (RFC 4648 §4)
	Base64URL                 // the URL-safe alphabet (RFC 4648 §5)
)

// Encodings returns all, in their order.
func Encodings() []Encoding { return []Encoding{UTF8, Hex, Base64, Base64URL} }

// String returns the name that people use: "UTF-8", "hex", "base64" or
// "base64url".
func (e Encoding) String() string {
	switch e {
	case Hex:
		return "hex"
	case Base64:
		return "base64"
	case Base64URL:
		return "base64url"
	default:
		return "UTF-8"
	}
}

// Format returns the format in which to make a secret that is read so. As text,
// base64url has the fewest characters that need quotes.
func (e Encoding) Format() secret.Format {
	switch e {
	case Hex:
		return secret.HexLower
	case Base64:
		return secret.Base64
	default:
		return secret.Base64URL
	}
}

// Reading is a key that some library would make of a secret's text.
type Reading struct {
	Encoding Encoding
	Key      []byte // in new memory, which the caller may wipe
}

// Readings returns every key that the text allows, in the order of the
// encodings. UTF-8 is always among them, unless the text is empty: then there
// are none. Two readings may give the same key, as base64 and base64url do for a
// text of letters and digits.
//
// Base64 is read as leniently as most libraries read it: padding may be absent,
// and bits of the last character that belong to no byte are dropped. White space
// and line ends are not skipped.
func Readings(text []byte) []Reading {
	var readings []Reading
	for _, e := range []Encoding{UTF8, Hex, Base64, Base64URL} {
		if key := e.key(text); len(key) > 0 {
			readings = append(readings, Reading{e, key})
		}
	}
	return readings
}

// key returns nil if the text is not in this encoding.
func (e Encoding) key(text []byte) []byte {
	switch e {
	case Hex:
		key, _ := secret.Decode(secret.HexLower, text)
		return key
	case Base64:
		return lenientBase64(base64.RawStdEncoding, text)
	case Base64URL:
		return lenientBase64(base64.RawURLEncoding, text)
	default:
		return bytes.Clone(text)
	}
}

func lenientBase64(encoding *base64.Encoding, text []byte) []byte {
	if bytes.ContainsAny(text, "\r\n") { // encoding/base64 skips them
		return nil
	}
	digits := text
	if len(text)%4 == 0 {
		for range 2 { // at most two characters of padding
			digits = bytes.TrimSuffix(digits, []byte{'='})
		}
	}
	key, err := encoding.AppendDecode(nil, digits)
	if err != nil {
		clear(key[:cap(key)])
		return nil
	}
	return key
}

// Match returns the first of the readings whose key made the token's signature: see
// [Token.SignedBy]. The keys of the others are wiped.
func Match(t *Token, readings []Reading) (Reading, bool) {
	var found Reading
	for _, r := range readings {
		if found.Key == nil && t.SignedBy(r.Key) {
			found = r
			continue
		}
		clear(r.Key)
	}
	return found, found.Key != nil
}

package token

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"
)

// ParseAny reads a token in any compact form. The header is as strict as for
// [Parse], and so is the spelling of each part; the payload may be anything. The
// error is a [*ParseError]. The token keeps no reference to text.
//
//   - Three parts are a signed token. Its payload stands there as it is where the
//     header says "b64":false (RFC 7797 §3), and is empty where it is detached.
//   - Two parts are one whose signature is missing.
//   - Five parts are an encrypted token if the header has "enc" (RFC 7516 §9). Of
//     these the header alone is read.
func ParseAny(text []byte) (*Token, error) {
	first, _, _ := bytes.Cut(text[:min(len(text), MaxSize)], []byte{'.'})
	header, headerErr := decodeObject(Header, first)
	names := members(header)
	unencoded := string(names["b64"]) == "false"
	parts, err := split(text, names, unencoded)
	if err != nil {
		return nil, err
	}
	if headerErr != nil {
		return nil, headerErr
	}
	t := &Token{parts: len(parts), header: header, names: names}
	if t.parts == 5 {
		t.notClaims = ErrEncrypted
		if bytes.ContainsFunc(bytes.Join(parts, nil), notBase64URL) {
			return nil, &ParseError{Whole, ErrAlphabet}
		}
		return t, nil
	}
	t.input = bytes.Clone(text[:len(parts[0])+1+len(parts[1])])
	if unencoded {
		t.payload = bytes.Clone(parts[1])
	} else if t.payload, err = decodePart(Payload, parts[1]); err != nil {
		return nil, err
	}
	if t.parts == 3 {
		if t.signature, err = decodePart(Signature, parts[2]); err != nil {
			return nil, err
		}
	}
	t.notClaims = checkClaims(t.payload, unencoded)
	return t, nil
}

// split cuts the text at its dots and says in the likely cases what the text is
// instead of a token. The names are those of the header, if it can be read.
func split(text []byte, names map[string]json.RawMessage, unencoded bool) ([][]byte, error) {
	if len(text) > MaxSize {
		return nil, &ParseError{Whole, ErrSize}
	}
	parts := bytes.Split(text, []byte{'.'})
	_, encrypted := names["enc"]
	switch n := len(parts); {
	case len(text) == 0:
		return nil, &ParseError{Whole, ErrEmpty}
	case !unencoded && bytes.ContainsAny(text, whiteSpace):
		return nil, &ParseError{Whole, ErrSpace}
	case n == 5 && !encrypted:
		return nil, &ParseError{Whole, ErrEncrypted}
	case n == 2 && names == nil, n != 2 && n != 3 && n != 5:
		return nil, &ParseError{Whole, ErrParts}
	default:
		return parts, nil
	}
}

// checkClaims returns why the payload is no set of claims, or nil.
func checkClaims(payload []byte, unencoded bool) error {
	switch {
	case len(payload) == 0:
		return ErrEmpty
	case unencoded:
		return ErrUnencoded
	case LooksLike(payload):
		return ErrNested
	default:
		return checkObject(payload)
	}
}

func decodeObject(part Part, text []byte) ([]byte, error) {
	if len(text) == 0 {
		return nil, &ParseError{part, ErrEmpty}
	}
	object, err := decodePart(part, text)
	if err != nil {
		return nil, err
	}
	if err := checkObject(object); err != nil {
		return nil, &ParseError{part, err}
	}
	return object, nil
}

const whiteSpace = " \t\r\n"

// encoding refuses stray bits in the last character. It skips line ends, which
// decodePart therefore refuses itself.
var encoding = base64.RawURLEncoding.Strict()

// decodePart decodes one part. An empty signature is possible: that is how an
// unsecured token looks (RFC 7515 appendix A.5).
func decodePart(part Part, text []byte) ([]byte, error) {
	if bytes.ContainsAny(text, whiteSpace) {
		return nil, &ParseError{part, ErrSpace}
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

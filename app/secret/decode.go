package secret

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
)

// Decode returns the bytes that a text in the given format stands for, in new
// memory that the caller may wipe. For [Raw] and [Alphanumeric], where the text
// is the key, these are the bytes of the text.
//
// It is strict: the bits that pad the last character must be zero, and white
// space, line ends included, is no part of base64 or hexadecimal. Both
// hexadecimal formats accept digits of either case (RFC 4648 §8). A [JWK] needs
// "kty" with the value "oct" and "k"; its other members are not looked at.
//
// The error is [ErrEncoding] or [ErrFormat] and never holds a part of the text.
func Decode(f Format, text []byte) ([]byte, error) {
	switch f {
	case Base64URL:
		return decodeBase64(base64.RawURLEncoding.Strict(), text)
	case Base64:
		return decodeBase64(base64.StdEncoding.Strict(), text)
	case HexLower, HexUpper:
		return decodeHex(text)
	case Alphanumeric, Raw:
		return bytes.Clone(text), nil
	case JWK:
		return decodeJWK(text)
	default:
		return nil, ErrFormat
	}
}

func decodeBase64(encoding *base64.Encoding, text []byte) ([]byte, error) {
	if bytes.ContainsAny(text, "\r\n") { // encoding/base64 skips them
		return nil, ErrEncoding
	}
	key := make([]byte, encoding.DecodedLen(len(text)))
	n, err := encoding.Decode(key, text)
	return decoded(key, n, err)
}

func decodeHex(text []byte) ([]byte, error) {
	key := make([]byte, hex.DecodedLen(len(text)))
	n, err := hex.Decode(key, text)
	return decoded(key, n, err)
}

// decoded returns the first n bytes of key. On an error it wipes what was
// decoded so far and hides the error's own text, which quotes the input.
func decoded(key []byte, n int, err error) ([]byte, error) {
	if err != nil {
		clear(key)
		return nil, ErrEncoding
	}
	return key[:n], nil
}

// decodeJWK reads the members into a map and not into a struct, because the
// fields of a struct would match "K" as well as "k".
func decodeJWK(text []byte) ([]byte, error) {
	var members map[string]json.RawMessage
	if json.Unmarshal(text, &members) != nil {
		return nil, ErrEncoding
	}
	k := members["k"]
	defer clear(k)
	var kty string
	if json.Unmarshal(members["kty"], &kty) != nil || kty != "oct" {
		return nil, ErrEncoding
	}
	var key jwkKey
	if json.Unmarshal(k, &key) != nil || key == nil {
		return nil, ErrEncoding
	}
	return key, nil
}

// jwkKey is the value of "k". Decoding it through UnmarshalText keeps the key
// out of any string.
type jwkKey []byte

func (k *jwkKey) UnmarshalText(text []byte) (err error) {
	*k, err = Decode(Base64URL, text)
	return err
}

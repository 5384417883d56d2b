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
		return decode(base64.RawURLEncoding.Strict().AppendDecode, text)
	case Base64:
		return decode(base64.StdEncoding.Strict().AppendDecode, text)
	case HexLower, HexUpper:
		return decode(hex.AppendDecode, text)
	case Alphanumeric, Raw:
		return bytes.Clone(text), nil
	case JWK:
		return decodeJWK(text)
	default:
		return nil, ErrFormat
	}
}

// decode wipes on an error what was decoded so far, and hides the error's own text,
// which quotes the input.
func decode(appendDecoded func(dst, text []byte) ([]byte, error), text []byte) ([]byte, error) {
	if bytes.ContainsAny(text, "\r\n") { // encoding/base64 skips them
		return nil, ErrEncoding
	}
	key, err := appendDecoded([]byte{}, text)
	if err != nil {
		clear(key[:cap(key)])
		return nil, ErrEncoding
	}
	return key, nil
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

package export

import (
	"strconv"

	"jwtsecret/app/secret"
)

// jsonRoom is more than one entry takes besides its secret.
const jsonRoom = 160

// JSON returns an array with one object for each secret:
//
//	{"alg":"HS256","format":"base64url","bytes":32,"bits":256,"secret":"…"}
//
// where "bytes" and "bits" are the size and the entropy, and "testOnly":true
// follows when it is so. Secrets in the format JWK become a JSON Web Key Set
// instead (RFC 7517 §5), in which the "kid" of those for tests only says so.
//
// The objects are put together by hand, because encoding/json would need the
// secrets as strings, which cannot be wiped. No text format has a character
// that JSON escapes, but for JWK, which is JSON.
//
// The errors are [ErrNoSecret], [ErrRaw] and [ErrMixed].
func JSON(ss []secret.Secret) ([]byte, error) {
	if err := checkAll(ss); err != nil {
		return nil, err
	}
	for i := range ss {
		if isJWK(&ss[i]) != isJWK(&ss[0]) {
			return nil, ErrMixed
		}
	}
	begin, end, appendOne := "[", "\n]\n", appendObject
	if isJWK(&ss[0]) {
		begin, end, appendOne = `{"keys":[`, "\n]}\n", appendKey
	}
	text := append(room(ss, jsonRoom, jsonRoom), begin...)
	for i := range ss {
		if i > 0 {
			text = append(text, ',')
		}
		text = appendOne(append(text, "\n  "...), &ss[i])
	}
	return append(text, end...), nil
}

func isJWK(s *secret.Secret) bool { return s.Format() == secret.JWK }

func appendKey(dst []byte, s *secret.Secret) []byte { return append(dst, s.Text()...) }

func appendObject(dst []byte, s *secret.Secret) []byte {
	dst = appendTexts(dst, `{"alg":"`, s.Algorithm().String(), `","format":"`, s.Format().String(), `","bytes":`)
	dst = strconv.AppendInt(dst, int64(s.Size()), 10)
	dst = appendBits(append(dst, `,"bits":`...), s)
	dst = append(append(dst, `,"secret":"`...), s.Text()...)
	dst = append(dst, '"')
	if s.TestOnly() {
		dst = append(dst, `,"testOnly":true`...)
	}
	return append(dst, '}')
}

// appendBits writes the entropy with as many digits as a float64 has.
func appendBits(dst []byte, s *secret.Secret) []byte {
	return strconv.AppendFloat(dst, s.Bits(), 'f', -1, 64)
}

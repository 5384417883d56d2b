package export

import "encoding/base64"

// appendJWK appends a JSON Web Key of type "oct" (RFC 7517, RFC 7518 §6.4) with
// the members and in the order of [secret.JWK]. It is put together by hand
// because encoding/json would need the key as a string, which cannot be wiped.
func appendJWK(dst []byte, e *Entry) []byte {
	dst = append(dst, `{"kty":"oct","k":"`...)
	dst = base64.RawURLEncoding.AppendEncode(dst, e.Key)
	dst = append(dst, `","alg":"`...)
	dst = append(dst, e.Algorithm.String()...)
	dst = append(dst, `","use":"sig"`...)
	if e.KeyID != "" {
		dst = append(dst, `,"kid":`...)
		dst = appendQuoted(dst, []byte(e.KeyID))
	}
	return append(dst, '}')
}

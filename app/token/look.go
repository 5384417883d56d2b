package token

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// LooksLike reports whether a person who pasted the text meant a token: it has
// two dots or more, and before them the beginning of a JSON object in base64url;
// or one dot between a header that names an algorithm (RFC 7515 §4.1.1) and more
// base64url, a token without its signature. What has more dots than it should is
// for [ParseAny] to say. White space around the text is the caller's to take off.
func LooksLike(text []byte) bool {
	first, rest, dotted := bytes.Cut(text, []byte{'.'})
	if !dotted {
		return false
	}
	signed := bytes.IndexByte(rest, '.') >= 0
	if signed && bytes.HasPrefix(first, []byte("eyJ")) { // {" and a name
		return true
	}
	object, err := base64.RawURLEncoding.AppendDecode(nil, first)
	if err != nil || !json.Valid(object) || !bytes.HasPrefix(bytes.TrimSpace(object), []byte{'{'}) {
		return false
	}
	return signed || members(object)["alg"] != nil && len(rest) > 0 && !bytes.ContainsFunc(rest, notBase64URL)
}

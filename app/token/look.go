package token

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
)

// LooksLike reports whether a person who pasted the text meant a token: it has
// two dots, and before them the beginning of a JSON object in base64url. What has
// more dots is a token of another kind, or one with too many parts, and [Parse]
// says so. White space around the text is the caller's to take off.
func LooksLike(text []byte) bool {
	if bytes.Count(text, []byte{'.'}) < 2 {
		return false
	}
	header, _, _ := bytes.Cut(text, []byte{'.'})
	if bytes.HasPrefix(header, []byte("eyJ")) { // {" and a name
		return true
	}
	object, err := base64.RawURLEncoding.AppendDecode(nil, header)
	return err == nil && json.Valid(object) && bytes.HasPrefix(bytes.TrimSpace(object), []byte{'{'})
}

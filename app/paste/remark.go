package paste

import (
	"bytes"
	"unicode/utf8"

	"jwtsecret/app/token"
)

// remarksOn says what is odd about a text that is taken as it is.
func remarksOn(whole []byte, c Candidate) []string {
	var all []string
	text := c.Text
	switch {
	case len(whole) == 0:
		return []string{"The text is empty."}
	case c.Encodings != nil:
		return nil
	case !utf8.Valid(text):
		return []string{"These are bytes, and no text in UTF-8. Only a service that reads a file byte by byte makes the same key of them."}
	}
	if hasVariable(text) && len(whole) > len(text) {
		all = append(all, "There is a dollar sign before a letter. A shell, Compose and some readers of .env take what follows for a variable, and put its value there or nothing.")
	}
	if at, first := position(text); at > 0 {
		all = append(all, unseen(at, first))
	}
	if bytes.ContainsAny(withoutLineEnd(text), "\r\n") && c.Kind == Secret {
		all = append(all, "There is a line break within the secret.")
	}
	if bytes.ContainsAny(text, "-_") && bytes.ContainsAny(text, "+/") {
		url, ok := anyBase64(text)
		clear(url)
		if ok && len(text) >= 20 {
			all = append(all, mixedRemark)
		}
	}
	if isHex(text) && len(text)%2 != 0 && len(text) > 20 {
		all = append(all, "These are hexadecimal digits, but an odd number of them: one is missing or too many.")
	}
	if strayBits(text) {
		all = append(all, "The last character of the base64 holds bits that belong to no byte, as when a character was lost. Strict decoders refuse that.")
	}
	return all
}

// hasVariable reports whether a dollar sign begins what may be the name of a variable.
func hasVariable(text []byte) bool {
	for i := range len(text) - 1 {
		if next := text[i+1]; text[i] == '$' && (next == '_' || next == '{' || isLetter(next)) {
			return true
		}
	}
	return false
}

// strayBits asks it of what is base64 in one alphabet and has the padding, or the
// length, of encoded bytes.
func strayBits(text []byte) bool {
	if len(text) < 20 || !bytes.HasSuffix(text, []byte{'='}) {
		return false
	}
	stray := false
	for _, r := range token.Readings(text) {
		if r.Encoding != token.UTF8 && r.Encoding != token.Hex {
			again := encodeURL(r.Key)
			url, _ := anyBase64(text)
			stray = !bytes.Equal(again, url)
			clear(again)
			clear(url)
		}
		clear(r.Key)
	}
	return stray
}

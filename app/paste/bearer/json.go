package bearer

import (
	"bytes"
	"encoding/json"
	"strings"

	"jwtsecret/app/token"
)

// jsonStrings returns every text in a JSON object or array, that of the access token
// first, and none of a key or where there is a secret too.
func jsonStrings(text []byte) (inside []piece, is bool) {
	if text[0] != '{' && text[0] != '[' {
		return nil, false
	}
	if !json.Valid(text) { // a terminal breaks lines within strings
		if text = withoutLineBreaks(text); !json.Valid(text) {
			return nil, false
		}
	}
	var others []piece
	read := walk(json.NewDecoder(bytes.NewReader(text)), "", func(name, value string) bool {
		p := piece{"in " + called("member", name), []byte(value)}
		switch {
		case name == "kty", (secretName(name) || strings.HasSuffix(plainName(name), "key")) && value != "" && !token.LooksLike(p.text):
			return false
		case plainName(name) == "accesstoken":
			inside = append(inside, p)
		default:
			others = append(others, p)
		}
		return len(inside)+len(others) < maxTexts
	})
	if !read {
		return nil, true
	}
	return append(inside, others...), true
}

// walk yields each text in the next value of valid JSON with the name of the member
// that it is in, until yield or walk returns false.
func walk(d *json.Decoder, name string, yield func(name, value string) bool) bool {
	first, _ := d.Token()
	switch first := first.(type) {
	case string:
		return yield(name, first)
	case json.Delim:
		for d.More() {
			if first == '{' {
				next, _ := d.Token()
				name, _ = next.(string)
			}
			if !walk(d, name, yield) {
				return false
			}
		}
		_, _ = d.Token() // the closing bracket
	}
	return true
}

// secretName reports whether what has that name is a secret.
func secretName(name string) bool {
	name = plainName(name)
	return strings.Contains(name, "secret") || strings.Contains(name, "passw")
}

// plainName returns a name without what separates its words.
func plainName(name string) string { return separators.Replace(strings.ToLower(name)) }

var separators = strings.NewReplacer("_", "", "-", "")

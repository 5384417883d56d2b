package token

import (
	"bytes"
	"encoding/json"
	"unicode/utf8"
)

// checkObject returns what is wrong with the text of a JSON object, or nil.
func checkObject(text []byte) error {
	switch {
	case !utf8.Valid(text):
		return ErrUTF8
	case !json.Valid(text):
		return ErrJSON
	case bytes.TrimLeft(text, " \t\r\n")[0] != '{':
		return ErrObject
	default:
		return checkValue(newDecoder(text), 0)
	}
}

// newDecoder keeps numbers as text: as a float64 a valid number can be too
// large, and a long one would lose digits.
func newDecoder(text []byte) *json.Decoder {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return d
}

// checkValue walks over the next value, which lies inside depth others. The
// walk itself finds no syntax error, because the whole text is known to be
// valid; names are compared after their escapes are resolved.
func checkValue(d *json.Decoder, depth int) error {
	first, err := d.Token()
	delimiter, nested := first.(json.Delim)
	switch {
	case err != nil:
		return ErrJSON
	case !nested:
		return nil
	case depth == MaxDepth:
		return ErrDepth
	}
	names := map[json.Token]bool{}
	for d.More() {
		if delimiter == '{' {
			name, err := d.Token()
			switch {
			case err != nil:
				return ErrJSON
			case names[name]:
				return ErrDuplicate
			}
			names[name] = true
		}
		if err := checkValue(d, depth+1); err != nil {
			return err
		}
	}
	_, _ = d.Token() // the closing bracket
	return nil
}

// members returns the members of an object that checkObject has passed.
func members(object []byte) map[string]json.RawMessage {
	var m map[string]json.RawMessage
	_ = json.Unmarshal(object, &m)
	return m
}

// text returns a member's value if it is a string. The decoder would also accept
// null and leave the string empty.
func text(value json.RawMessage) (string, bool) {
	var s string
	if len(value) == 0 || value[0] != '"' || json.Unmarshal(value, &s) != nil {
		return "", false
	}
	return s, true
}

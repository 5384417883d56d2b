package judge

import (
	"bytes"
	"encoding/json"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// How what a token says stands in a field in which it can be edited.

// shown lays out JSON for a field in which it can be edited. It says the same as the
// text: what cannot be seen is written with the escapes of JSON, so that it turns no
// other characters around.
func shown(text []byte) []byte {
	if !json.Valid(text) {
		return lines(text)
	}
	var b []byte
	for _, r := range string(indented(text)) {
		switch {
		case unicode.IsPrint(r) || r == '\n' || r == '\t' || r == '\r':
			b = utf8.AppendRune(b, r)
		case r > 0xFFFF:
			high, low := utf16.EncodeRune(r)
			b = escape(escape(b, high), low)
		default:
			b = escape(b, r)
		}
	}
	return lines(b)
}

func escape(b []byte, r rune) []byte {
	const digits = "0123456789abcdef"
	return append(b, '\\', 'u', digits[r>>12], digits[r>>8&15], digits[r>>4&15], digits[r&15])
}

// lines ends every line as a field of a browser does.
func lines(text []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
}

// editable returns a payload for its field, or nothing where it is no text.
func editable(payload []byte) []byte {
	if !utf8.Valid(payload) || bytes.ContainsFunc(payload, control) {
		return nil
	}
	return shown(payload)
}

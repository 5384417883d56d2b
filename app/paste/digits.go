package paste

import (
	"bytes"
	"encoding/hex"
	"strconv"
)

// escapedPairs reads \x61\x62, as code writes bytes.
func escapedPairs(text []byte) ([]byte, bool) {
	if len(text) < 8 || len(text)%4 != 0 {
		return nil, false
	}
	digits := make([]byte, 0, len(text)/2)
	for i := 0; i < len(text); i += 4 {
		if text[i] != '\\' || text[i+1] != 'x' {
			return nil, false
		}
		digits = append(digits, text[i+2:i+4]...)
	}
	return digits, isHex(digits)
}

func isHex(text []byte) bool {
	return len(text) > 0 && !bytes.ContainsFunc(text, func(r rune) bool {
		return (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'f')
	})
}

// groups joins bytes that are written apart: 7b:1f:d0, 7B 1F D0, 0x7b, 0x1f, lists
// of numbers, and how Node.js shows a buffer.
func groups(n *node) ([]step, Kind) {
	text := bytes.TrimSpace(n.Text)
	if inner, ok := between(text, "<Buffer ", ">"); ok {
		text = inner
	}
	if digits, ok := hexGroups(text); ok {
		return []step{{text: digits, how: "its groups of hexadecimal digits joined", encodings: asHex, used: true}}, Secret
	}
	if digits, ok := decimalList(text); ok {
		return []step{{text: digits, how: "its list of numbers read as bytes", encodings: asHex, used: true}}, Secret
	}
	return nil, Secret
}

// separates reports whether a character stands between groups of digits.
func separates(r rune) bool {
	return r == ' ' || r == ',' || r == ':' || r == ';' || r == '-' || r == '\t' || r == '\r' || r == '\n'
}

// hexGroups needs at least sixteen digits, in groups of two, or of four and more where
// only spaces or colons stand between them.
func hexGroups(text []byte) ([]byte, bool) {
	text, _ = unbracket(text)
	parts := bytes.FieldsFunc(text, separates)
	if len(parts) < 4 {
		return nil, false
	}
	digits := make([]byte, 0, len(text))
	for i, part := range parts {
		if len(part) == 4 && (bytes.HasPrefix(part, []byte("0x")) || bytes.HasPrefix(part, []byte("0X"))) {
			part = part[2:]
		}
		same := len(part) == len(parts[0]) || i == len(parts)-1 && len(part) < len(parts[0])
		twos := len(part) == 2
		if !isHex(part) || len(part)%2 != 0 || !twos && (!same || len(parts[0]) < 4 || bytes.ContainsAny(text, ",;-")) {
			clear(digits)
			return nil, false
		}
		digits = append(digits, part...)
	}
	return digits, len(digits) >= 16
}

func unbracket(text []byte) ([]byte, bool) {
	for _, pair := range []string{"[]", "{}", "()"} {
		if inner, ok := between(text, pair[:1], pair[1:]); ok {
			return inner, true
		}
	}
	return text, false
}

// decimalList reads [123, 31, 208] with at least eight bytes in brackets.
func decimalList(text []byte) ([]byte, bool) {
	text, ok := unbracket(text)
	parts := bytes.FieldsFunc(text, separates)
	if !ok || len(parts) < 8 {
		return nil, false
	}
	digits := make([]byte, 0, 2*len(parts))
	for _, part := range parts {
		b, err := strconv.ParseUint(string(part[:min(4, len(part))]), 10, 8)
		if err != nil {
			clear(digits)
			return nil, false
		}
		digits = hex.AppendEncode(digits, []byte{byte(b)})
	}
	return digits, true
}

package paste

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"slices"
	"strings"
)

// mistake is what some program makes of a text that says nothing of it.
type mistake struct {
	how string
	key []byte
}

// mistakes are what lenient decoders, shells and files make of a text, each as the
// bytes of a key.
func mistakes(text []byte) []mistake {
	var all []mistake
	add := func(how string, key []byte) {
		if len(key) > 0 && !bytes.Equal(key, text) {
			all = append(all, mistake{how, key})
		}
	}
	add("plus a line end: a file often ends in one, and what reads it does not always cut it off", slices.Concat(text, []byte{'\n'}))
	add("plus a line end of Windows: a file often ends in one, and what reads it does not always cut it off", slices.Concat(text, []byte("\r\n")))
	add("plus a space behind it", slices.Concat(text, []byte{' '}))
	add("with double quotes around it, which some readers of environment files keep", quoted(text, '"'))
	add("with single quotes around it, which some readers of environment files keep", quoted(text, '\''))
	add("decoded by a lenient base64 decoder that skips what is not in its alphabet, as PHP and old versions of jjwt do", skipping(text, "+/"))
	add("decoded by a lenient base64 decoder of both alphabets that skips all else, as Node.js does", skipping(text, "+/-_"))
	add("decoded as hex up to the first character that is no digit, as Node.js does", hexPrefix(text))
	for _, cut := range []string{"$", "#", " ", "\\", "\x00"} {
		if before, _, ok := bytes.Cut(text, []byte(cut)); ok {
			add("cut at the first "+nameOfMark[cut], bytes.Clone(before))
		}
	}
	if expanded, ok := expand(text); ok {
		add("with what follows each dollar sign taken for a variable that is not set", expanded)
	}
	add("in lower case", bytes.ToLower(text))
	add("in upper case", bytes.ToUpper(text))
	add("encoded in base64 once more", base64.StdEncoding.AppendEncode(nil, text))
	add("encoded in base64url once more", base64.RawURLEncoding.AppendEncode(nil, text))
	add("encoded in hex", hex.AppendEncode(nil, text))
	add("as UTF-16, two bytes for each character", wide(text))
	return all
}

var nameOfMark = map[string]string{"$": "dollar sign", "#": "number sign", " ": "space", "\\": "backslash", "\x00": "zero byte"}

func quoted(text []byte, quote byte) []byte {
	return slices.Concat([]byte{quote}, text, []byte{quote})
}

// skipping decodes base64 from the digits alone, up to the padding if digits stand
// before it; bits that fill no byte are dropped.
func skipping(text []byte, marks string) []byte {
	digits := make([]byte, 0, len(text))
	defer func() { clear(digits) }()
	for _, b := range text {
		if b == '=' {
			break
		}
		if at := strings.IndexByte("-_", b); at >= 0 && strings.IndexByte(marks, b) >= 0 {
			b = "+/"[at]
		}
		if b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || strings.IndexByte(marks, b) >= 0 {
			digits = append(digits, b)
		}
	}
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	key, _ := base64.RawStdEncoding.AppendDecode(nil, digits) // there is nothing else among them
	return key
}

func hexPrefix(text []byte) []byte {
	n := 0
	for n+1 < len(text) && isHex(text[n:n+2]) {
		n += 2
	}
	key, _ := hex.AppendDecode(nil, text[:n])
	return key
}

// expand drops $name and ${name}, as a shell, Compose and some readers of .env do.
func expand(text []byte) ([]byte, bool) {
	if bytes.IndexByte(text, '$') < 0 {
		return nil, false
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		if text[i] != '$' || i+1 == len(text) {
			out = append(out, text[i])
			i++
			continue
		}
		i++
		if text[i] == '$' { // an escaped one
			out = append(out, '$')
			i++
			continue
		}
		if text[i] == '{' {
			end := bytes.IndexByte(text[i:], '}')
			if end < 0 {
				return out, true
			}
			i += end + 1
			continue
		}
		for i < len(text) && (text[i] == '_' || text[i] >= '0' && text[i] <= '9' || text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z') {
			i++
		}
	}
	return out, true
}

func wide(text []byte) []byte {
	out := make([]byte, 0, 2*len(text))
	for _, b := range text {
		if b > 0x7F {
			return nil
		}
		out = append(out, b, 0)
	}
	return out
}

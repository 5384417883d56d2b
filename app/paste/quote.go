package paste

import (
	"bytes"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// quotes open and close; what closes may be one of several.
var quoteMarks = map[rune][]rune{
	'"': {'"'}, '\'': {'\''}, '`': {'`', '\''},
	'“': {'”', '“', '"'}, '”': {'”', '“'}, '„': {'“', '”', '"'}, '‘': {'’', '‘', '\''}, '’': {'’', '‘'}, '‚': {'‘', '’'},
	'«': {'»'}, '»': {'«'}, '‹': {'›'}, '›': {'‹'}, '＂': {'＂'}, '″': {'″'},
}

// quotes takes quotes off, and what a line of code leaves behind them: a comma, a
// semicolon. What stands between them is exact. Of double quotes, programs resolve
// the escapes.
func quotes(n *node) ([]step, Kind) {
	inner, quote, ok := unquote(n.Text)
	if !ok {
		return nil, Secret
	}
	steps := []step{{text: bytes.Clone(inner), how: "without quotes", used: !n.exact, exact: true}}
	if text, ok := unescape(inner); ok && quote != '\'' {
		resolved := step{text: text, how: "without quotes, its escapes resolved", used: !n.exact, exact: true}
		steps[0].used = false
		steps = slices.Insert(steps, 0, resolved)
	}
	return steps, Secret
}

// cutQuote takes off a quote whose partner was not copied.
func cutQuote(n *node) ([]step, Kind) {
	text := bytes.TrimRight(n.Text, ",;")
	first, size := utf8.DecodeRune(text)
	last, end := utf8.DecodeLastRune(text)
	switch {
	case n.exact || n.Kind != Secret || len(text) <= size || first == utf8.RuneError:
		return nil, Secret
	case quoteMarks[first] != nil:
		return []step{{text: bytes.Clone(text[size:]), how: "without the quote before it"}}, Secret
	case quoteMarks[last] != nil:
		return []step{{text: bytes.Clone(text[:len(text)-end]), how: "without the quote behind it"}}, Secret
	default:
		return nil, Secret
	}
}

// unquote returns what one pair of quotes around the whole text holds, and the
// quote. Python's bytes have a b before it, and three quotes are one.
func unquote(text []byte) (inner []byte, quote rune, ok bool) {
	text = bytes.TrimRight(text, ",;")
	if len(text) > 3 && (text[0] == 'b' || text[0] == 'r' || text[0] == '@' || text[0] == '$') && (text[1] == '"' || text[1] == '\'') {
		text = text[1:]
	}
	for _, long := range []string{`"""`, `'''`, "```", `\"`, `\'`} {
		if len(text) >= 2*len(long) && bytes.HasPrefix(text, []byte(long)) && bytes.HasSuffix(text, []byte(long)) {
			return text[len(long) : len(text)-len(long)], rune(long[len(long)-1]), true
		}
	}
	quote, size := utf8.DecodeRune(text)
	closing, end := utf8.DecodeLastRune(text)
	if len(text) < size+end || !slices.Contains(quoteMarks[quote], closing) {
		return nil, 0, false
	}
	inner = text[size : len(text)-end]
	if quote == '"' || quote == '\'' || quote == '`' {
		if closeAt(inner, byte(quote)) >= 0 || bytes.HasSuffix(inner, []byte{'\\'}) && !bytes.HasSuffix(inner, []byte(`\\`)) {
			return nil, 0, false // it ends earlier, and another one follows
		}
	}
	return inner, quote, true
}

// closeAt returns where the quote stands that no backslash precedes, or -1.
func closeAt(text []byte, quote byte) int {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case quote:
			return i
		}
	}
	return -1
}

// unescape resolves the escapes of JSON (RFC 8259 §7) and those that most
// languages add. It reports false if there are none, or one that nobody knows.
func unescape(text []byte) ([]byte, bool) {
	if !bytes.ContainsRune(text, '\\') {
		return nil, false
	}
	out := make([]byte, 0, len(text)+utf8.UTFMax)
	for i := 0; i < len(text); i++ {
		if text[i] != '\\' {
			out = append(out, text[i])
			continue
		}
		i++
		if i == len(text) {
			clear(out)
			return nil, false
		}
		switch c := text[i]; c {
		case 'n', 'r', 't', 'b', 'f', '0':
			out = append(out, "\n\r\t\b\f\x00"[bytes.IndexByte([]byte("nrtbf0"), c)])
		case 'u', 'x', 'U':
			digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			r, ok := codeOf(text[i+1:], digits)
			if !ok {
				clear(out)
				return nil, false
			}
			i += digits
			if low, ok := codeOf(bytes.TrimPrefix(text[i+1:], []byte(`\u`)), 4); ok && c == 'u' && utf16.IsSurrogate(r) && bytes.HasPrefix(text[i+1:], []byte(`\u`)) {
				r = utf16.DecodeRune(r, low)
				i += 6
			}
			if c == 'x' {
				out = append(out, byte(r))
			} else {
				out = utf8.AppendRune(out, r)
			}
		case '"', '\'', '\\', '/', '`', '$', '=', ':', ' ', '#', '!':
			out = append(out, c)
		default:
			clear(out)
			return nil, false
		}
	}
	return out, true
}

// codeOf reads so many hexadecimal digits.
func codeOf(text []byte, digits int) (rune, bool) {
	if len(text) < digits {
		return 0, false
	}
	n, err := strconv.ParseUint(string(text[:digits]), 16, 32)
	return rune(n), err == nil && n <= unicode.MaxRune
}

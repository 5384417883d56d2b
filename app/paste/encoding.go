package paste

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"strconv"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// How texts say in which encoding they are, and how encodings are laid out.

var (
	asHex    = []token.Encoding{token.Hex}
	asBase64 = []token.Encoding{token.Base64}
	asURL    = []token.Encoding{token.Base64URL}
)

// marks stand before a value and name its encoding, in lower case. The hexadecimal
// of a byte of C and of SQL stands between quotes.
var marks = []struct {
	before, after string
	encoding      token.Encoding
}{
	{"0x", "", token.Hex}, {`\x`, "", token.Hex}, {"hex:", "", token.Hex}, {"hex,", "", token.Hex},
	{"x'", "'", token.Hex}, {`x"`, `"`, token.Hex},
	{"base64:", "", token.Base64}, {"base64,", "", token.Base64}, {"b64:", "", token.Base64}, {"!!binary ", "", token.Base64},
	{"base64url:", "", token.Base64URL}, {"b64url:", "", token.Base64URL}, {";base64,", "", token.Base64},
	{"text:", "", token.UTF8}, {"utf8:", "", token.UTF8}, {"utf-8:", "", token.UTF8}, {"plain:", "", token.UTF8}, {"raw:", "", token.UTF8},
}

// prefixes takes off a mark, and decodes what it says.
func prefixes(n *node) ([]step, Kind) {
	if pairs, ok := escapedPairs(n.Text); ok {
		return []step{{text: pairs, how: `hexadecimal after each \x`, encodings: asHex, used: true}}, Secret
	}
	for _, m := range marks {
		rest, ok := between(n.Text, m.before, m.after)
		if !ok {
			continue
		}
		s := step{text: bytes.Clone(rest), how: m.encoding.String() + " after the prefix " + m.before, encodings: []token.Encoding{m.encoding}, used: true}
		if m.encoding == token.UTF8 {
			s.how, s.encodings = "without the prefix "+m.before, nil
			return []step{s}, Secret
		}
		tidied, ok := decodable(s)
		if !same(tidied.text, s.text) {
			clear(s.text)
		}
		s = tidied
		if s.encodings == nil {
			n.remark = "There is an odd number of hexadecimal digits after " + m.before + ": one is missing or too many."
		}
		if m.before == "0x" && len(rest) < 8 {
			s.used = false // a number
		}
		if ok {
			return []step{s}, Secret
		}
	}
	return nil, Secret
}

// between cuts off what stands before and after, in either case.
func between(text []byte, before, after string) ([]byte, bool) {
	if before[0] == ';' { // data:…;base64,
		at := bytes.Index(text[:min(len(text), 80)], []byte(before))
		if at < 0 || !bytes.HasPrefix(text, []byte("data:")) {
			return nil, false
		}
		text = text[at:]
	}
	if len(text) <= len(before)+len(after) || !bytes.EqualFold(text[:len(before)], []byte(before)) || !bytes.HasSuffix(text, []byte(after)) {
		return nil, false
	}
	return text[len(before) : len(text)-len(after)], true
}

// decodable finds the reading in which the digits behind a mark can be decoded, if
// only after they are tidied. Of an odd number of hexadecimal digits none is left.
func decodable(s step) (step, bool) {
	if s.encodings[0] == token.Hex {
		digits, ok := hexGroups(s.text)
		if !ok && isHex(s.text) {
			digits, ok = s.text, true
		}
		if ok && len(digits)%2 == 0 {
			s.text = bytes.Clone(digits)
			return s, true
		}
		if ok {
			s.encodings = nil
		}
		return s, false
	}
	digits := without(s.text, isSpace)
	url, ok := anyBase64(digits)
	if ok {
		if !bytes.Equal(url, s.text) && bytes.ContainsAny(digits, "-_") && bytes.ContainsAny(digits, "+/") {
			s.remark = mixedRemark
		}
		s.text = digits
		if !reads(digits, s.encodings[0]) {
			s.text, s.encodings = url, asURL
		}
	}
	for _, other := range [][]byte{digits, url} {
		if !same(other, s.text) {
			clear(other)
		}
	}
	return s, ok
}

func reads(text []byte, e token.Encoding) bool {
	found := false
	for _, r := range token.Readings(text) {
		found = found || r.Encoding == e
		clear(r.Key)
	}
	return found
}

func isSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }

// without returns a copy of the text that lacks some bytes. It never grows, so that no
// other copy is left.
func without(text []byte, some func(byte) bool) []byte {
	rest := make([]byte, 0, len(text))
	for _, b := range text {
		if !some(b) {
			rest = append(rest, b)
		}
	}
	return rest
}

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

const mixedRemark = "There are characters of both alphabets of base64, + or / and - or _. Strict decoders refuse that; lenient ones differ."

// anyBase64 returns base64url without padding of text in either alphabet or in
// both, with any padding at its end.
func anyBase64(text []byte) ([]byte, bool) {
	text = bytes.TrimRight(text, "=")
	url := make([]byte, len(text))
	for i, b := range text {
		switch {
		case b == '+', b == '-':
			url[i] = '-'
		case b == '/', b == '_':
			url[i] = '_'
		case b >= '0' && b <= '9', b|0x20 >= 'a' && b|0x20 <= 'z':
			url[i] = b
		default:
			clear(url)
			return nil, false
		}
	}
	return url, len(url) > 1 && len(url)%4 != 1
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

// separators stand between groups of digits.
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

// percent decodes %2B and its like. Where the text is base64 once they are decoded,
// they come from an address, and no service uses them.
func percent(n *node) ([]step, Kind) {
	text, ok := unpercent(n.Text)
	if !ok {
		return nil, Secret
	}
	url, base64 := anyBase64(text)
	clear(url)
	return []step{{
		text: text, how: "its percent-encoding decoded", used: base64 && onlyMarks(n.Text),
		remark: "The text is percent-encoded, as in an address.",
	}}, Secret
}

// onlyMarks reports whether only +, / and = are encoded, which an address cannot have
// as they are.
func onlyMarks(text []byte) bool {
	for _, part := range bytes.Split(text, []byte{'%'})[1:] {
		if r, _ := codeOf(part, 2); r != '+' && r != '/' && r != '=' {
			return false
		}
	}
	return true
}

// unpercent reports false unless each percent sign begins an encoded byte (RFC 3986
// §2.1), and there is one.
func unpercent(text []byte) ([]byte, bool) {
	if bytes.IndexByte(text, '%') < 0 {
		return nil, false
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] != '%' {
			out = append(out, text[i])
			continue
		}
		r, ok := codeOf(text[i+1:], 2)
		if !ok {
			clear(out)
			return nil, false
		}
		out = append(out, byte(r))
		i += 2
	}
	return out, true
}

// oddBase64 reads base64 that strict decoders refuse: in two alphabets, or with
// padding that does not fit.
func oddBase64(n *node) ([]step, Kind) {
	mixed := bytes.ContainsAny(n.Text, "-_") && bytes.ContainsAny(n.Text, "+/")
	padded := bytes.HasSuffix(n.Text, []byte{'='}) && len(n.Text)%4 != 0
	if !mixed && !padded {
		return nil, Secret
	}
	url, ok := anyBase64(n.Text)
	if !ok {
		return nil, Secret
	}
	how := "its padding taken off"
	if mixed {
		how = "its two base64 alphabets read as one"
	}
	return []step{{text: url, how: how, encodings: asURL}}, Secret
}

// leastNested is how many bytes must be readable for an encoding to hold a text: a
// random byte is with a chance of 95/256.
const leastNested = 4

// nested decodes what is readable again: base64 of hexadecimal, of base64, of text
// with a line end.
func nested(n *node) ([]step, Kind) {
	var steps []step
	for _, r := range token.Readings(n.Text) {
		if r.Encoding == token.UTF8 || len(r.Key) < leastNested || !isReadable(r.Key) {
			clear(r.Key)
			continue
		}
		steps = append(steps, step{text: r.Key, how: "decoded from " + r.Encoding.String(), decoded: true})
	}
	return steps, Secret
}

// isReadable reports whether the bytes are printable ASCII, with line ends and
// tabs.
func isReadable(key []byte) bool {
	return !bytes.ContainsFunc(key, func(r rune) bool { return (r < ' ' || r > '~') && r != '\n' && r != '\r' && r != '\t' })
}

// decodedBase64 is strict about all but white space, as Kubernetes is; it returns
// nil for what is none.
func decodedBase64(text []byte) []byte {
	digits := without(text, isSpace)
	defer clear(digits)
	key, err := secret.Decode(secret.Base64, digits)
	if err != nil {
		return nil
	}
	return key
}

func encodeURL(key []byte) []byte { return base64.RawURLEncoding.AppendEncode(nil, key) }

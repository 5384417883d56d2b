package paste

import (
	"bytes"

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

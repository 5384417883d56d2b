package paste

import "bytes"

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

package paste

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
)

// How a setting writes its value.

// withoutPrefix cuts off what languages write before a quote: b, r, u, f, @ and $.
func withoutPrefix(text []byte) []byte {
	if len(text) > 2 && bytes.IndexByte([]byte("brufBRUF@$"), text[0]) >= 0 && (text[1] == '"' || text[1] == '\'') {
		return text[1:]
	}
	return text
}

// valueOf reads a value, which may go on on the next lines.
func (c *config) valueOf(value []byte, indent int, yaml bool) setting {
	if yaml && len(value) > 0 && (value[0] == '|' || value[0] == '>') && len(value) <= 3 {
		return c.blockOf(value, indent)
	}
	value = withoutPrefix(value)
	if quote, size := utf8.DecodeRune(value); quoteMarks[quote] != nil && size > 0 {
		if s, ok := c.quotedOf(value, quote, size); ok {
			return s
		}
	}
	whole := bytes.TrimRight(value, " \t")
	used := whole
	if at := bytes.Index(whole, []byte(" #")); at >= 0 {
		used = bytes.TrimRight(whole[:at], " \t")
	}
	if c.declared {
		used = bytes.TrimRight(used, ";,")
	}
	s := setting{text: bytes.Clone(used)}
	if text, where, remark := inCode(used); where != "" {
		return setting{text: bytes.Clone(text), more: where, inner: []step{{text: s.text, how: "as it stands"}}, remark: remark}
	}
	if len(used) < len(whole) {
		s.more = "without what stands behind it"
		s.inner = []step{{text: bytes.Clone(whole), how: "to the end of its line"}}
	}
	if bare, ok := bytes.CutSuffix(used, []byte{';'}); ok && len(bare) > 0 {
		s.inner = append(s.inner, step{text: bytes.Clone(bare), how: "without the semicolon behind it"})
		s.remark = "There is a semicolon behind the value. Where it ends a statement it is no part of the secret."
	}
	if len(whole) < len(value) {
		s.inner = append(s.inner, step{text: bytes.Clone(value), how: "with the spaces behind it"})
	}
	return s
}

// quotedOf reads a value in quotes, which may be several lines long.
func (c *config) quotedOf(value []byte, quote rune, size int) (setting, bool) {
	if long := strings.Repeat(string(quote), 3); bytes.HasPrefix(value, []byte(long)) && bytes.HasSuffix(c.whole, value) {
		return c.longOf(c.text[c.begin+len(c.whole)-len(value)+len(long):], long)
	}
	source := value[size:]
	at, end := closing(source, quote)
	if at < 0 && bytes.HasSuffix(c.whole, value) && quote < utf8.RuneSelf && !slices.Contains(c.unclosed, quote) {
		source = c.text[c.begin+len(c.whole)-len(value)+size:]
		if at, end = closing(source, quote); at < 0 {
			c.unclosed = append(c.unclosed, quote)
		}
	}
	if at < 0 {
		return setting{}, false
	}
	inner := source[:at]
	rest, _, _ := bytes.Cut(source[at+end:], []byte{'\n'})
	open := value[:size]
	c.at += bytes.Count(inner, []byte{'\n'})
	inner = bytes.ReplaceAll(inner, []byte("\r\n"), []byte{'\n'})
	defer clear(inner)
	rest = bytes.TrimSpace(bytes.TrimLeft(rest, ",;) \t"))
	if len(rest) > 0 && rest[0] != '#' && rest[0] != '/' && !bytes.HasPrefix(rest, []byte("--")) {
		return setting{}, false
	}
	s := setting{text: bytes.Clone(inner), more: "without quotes"}
	s.inner = []step{{text: slices.Concat(open, inner, open), how: "with its quotes"}}
	if text, ok := unescape(inner); ok && quote != '\'' {
		s.inner = append(s.inner, step{text: s.text, how: "without quotes, its escapes as they stand"})
		s.text, s.more = text, "without quotes, its escapes resolved"
	}
	return s, true
}

// longOf reads a value in three quotes. The line break behind the first ones is no part
// of it (TOML 1.0, "multi-line strings").
func (c *config) longOf(source []byte, long string) (setting, bool) {
	at := bytes.Index(source, []byte(long))
	if at < 0 {
		return setting{}, false
	}
	c.at += bytes.Count(source[:at], []byte{'\n'})
	inner := bytes.TrimPrefix(bytes.TrimPrefix(source[:at], []byte{'\r'}), []byte{'\n'})
	return setting{text: bytes.Clone(inner), more: "without quotes"}, true
}

// closing returns where a quote is closed, and the length of what closes it; or -1.
func closing(text []byte, quote rune) (at, size int) {
	if quote < utf8.RuneSelf {
		return closeAt(text, byte(quote)), 1
	}
	for _, end := range quoteMarks[quote] {
		if at := bytes.IndexRune(text, end); at >= 0 {
			return at, utf8.RuneLen(end)
		}
	}
	return -1, 0
}

// blockOf reads the lines of a YAML block scalar, which stand further in. Folded
// ones are joined by spaces. Its line end is part of the value unless a dash says
// that it is not.
func (c *config) blockOf(header []byte, indent int) setting {
	first, size := c.at, 1
	for ; c.at < len(c.lines) && (isBlank(c.lines[c.at]) || indentOf(c.lines[c.at]) > indent); c.at++ {
		size += len(c.lines[c.at])
	}
	text := make([]byte, 0, size)
	for _, line := range c.lines[first:c.at] {
		if len(text) > 0 && header[0] == '>' {
			text[len(text)-1] = ' '
		}
		text = append(append(text, bytes.Trim(line, " \r\n")...), '\n')
	}
	text = append(bytes.TrimRight(text, "\n"), '\n')
	s := setting{text: text}
	if bytes.HasSuffix(header, []byte{'-'}) {
		s.text = bytes.TrimRight(text, "\n")
		return s
	}
	s.remark = "A line end is part of the value: the block of YAML keeps it. With " + string(header[0]) + "- it would not."
	return s
}

func indentOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

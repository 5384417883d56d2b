package paste

import (
	"bytes"
	"cmp"
	"strings"
)

// config goes through the lines of a text.
type config struct {
	text     []byte
	lines    [][]byte // of the text, with their ends
	at       int
	begin    int    // where the line begins in the text
	whole    []byte // the line, without its end
	unclosed []rune // quotes that nothing closes any more
	settings []setting
	others   int  // lines that are neither an assignment nor a comment
	declared bool // a word such as export or const says that it is one

	document   int    // how many settings were read before this document of YAML
	kubernetes bool   // it is a Secret of Kubernetes
	elsewhere  bool   // a value is said to stand in another place
	block      string // the name of the block in which the lines stand, in YAML
	item       string // the value of "name:" in a list of names and values
}

// line reads one line, or several that hold one value.
func (c *config) line() {
	c.whole = bytes.TrimRight(c.lines[c.at], "\r\n")
	defer c.next(c.at)
	c.at++
	line := bytes.TrimLeft(c.whole, " \t")
	indent := len(c.whole) - len(line)
	switch {
	case bytes.HasPrefix(c.whole, []byte("---")) && isComment(c.whole):
		c.endDocument()
		return
	case isBlank(line), isComment(line):
		return
	case isBracket(line):
		c.item = lastQuoted(line) // variable "jwt_secret" {
		return
	case indent == 0:
		c.block = ""
	}
	if inner, ok := listed(line); ok {
		line = inner
	}
	name, value, separator, declared := assignment(line)
	if separator == "" {
		found := within(line)
		if text, ok := signingKey(line); ok && len(found) == 0 {
			found = []setting{{name: "key in the call", text: bytes.Clone(text), how: "the "}}
			c.declared = true
		}
		if len(found) == 0 {
			c.others++
		}
		c.settings = append(c.settings, found...)
		return
	}
	c.declared = c.declared || declared
	yaml := separator == ":"
	switch {
	case yaml && len(value) == 0:
		c.block = name
		c.elsewhere = c.elsewhere || isPointer(name)
		return
	case yaml && isPointer(c.block):
		return
	case yaml && name == "kind" && string(bytes.TrimSpace(value)) == "Secret":
		c.kubernetes = true
		return
	case yaml && name == "name":
		c.item = string(value)
		return
	case (yaml && name == "value" || name == "default") && c.item != "":
		name, c.item = c.item, ""
	}
	whole := value
	value, behind := command(line, whole)
	s := c.valueOf(value, indent, yaml)
	if len(behind) > 0 {
		s.more = cmp.Or(s.more, "without what stands behind it")
		s.inner = append(s.inner, step{text: bytes.Clone(whole), how: "to the end of its line"})
	}
	s.name, s.how, s.block = name, "the value of ", c.block
	if text, ok := unescape(s.text); ok && s.more == "" && strings.Contains(name, ".") { // of properties
		s.inner = append(s.inner, step{text: s.text, how: "its escapes as they stand"})
		s.text, s.more = text, "its escapes resolved"
	}
	if len(s.text) > 0 || declared || isConstant(name) {
		c.settings = append(c.settings, s)
	}
	c.settings = append(c.settings, within(behind)...)
}

// endDocument keeps of a Secret of Kubernetes what it holds.
func (c *config) endDocument() {
	if c.kubernetes {
		c.settings = append(c.settings[:c.document], members(c.settings[c.document:])...)
	}
	c.document, c.kubernetes, c.block = len(c.settings), false, ""
}

// isPointer reports whether a block of Kubernetes says where a value stands.
func isPointer(block string) bool {
	return block == "valueFrom" || block == "secretKeyRef" || block == "configMapKeyRef" || block == "secretRef"
}

// next counts the bytes of the lines that were read from this one on.
func (c *config) next(from int) {
	for _, line := range c.lines[from:c.at] {
		c.begin += len(line)
	}
}

// listed takes the quotes off a line of a list, as docker inspect writes one: "NAME=value",
func listed(line []byte) ([]byte, bool) {
	inner, ok := between(bytes.TrimRight(line, ", \t"), `"`, `"`)
	name, _, assigned := bytes.Cut(inner, []byte{'='})
	return inner, ok && assigned && isName(name) && !bytes.Contains(inner, []byte{'"'})
}

func isComment(line []byte) bool {
	return line[0] == '#' && (len(line) == 1 || line[1] == ' ' || line[1] == '#' || line[1] == '!') || line[0] == ';' ||
		bytes.HasPrefix(line, []byte("//")) || bytes.HasPrefix(line, []byte("---")) && !bytes.HasPrefix(line, []byte("-----")) || bytes.HasPrefix(line, []byte("/*"))
}

// isBracket reports whether a line only opens or closes something: a section, an
// object, a block of Terraform, a command whose options follow.
func isBracket(line []byte) bool {
	line = bytes.TrimSpace(line)
	last := line[len(line)-1]
	return line[0] == '[' && last == ']' && !bytes.ContainsAny(line, ",\"") || last == '{' || len(bytes.Trim(line, "{}[]();,")) == 0
}

// lastQuoted returns what stands in the last quotes of a line that opens a block.
func lastQuoted(line []byte) string {
	parts := bytes.Split(line, []byte{'"'})
	if len(parts) < 3 || line[len(line)-1] != '{' {
		return ""
	}
	return string(parts[len(parts)-2])
}

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

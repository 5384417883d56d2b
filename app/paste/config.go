package paste

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"
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

	kubernetes bool   // a Secret of Kubernetes
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
	case isBlank(line), isComment(line):
		return
	case isBracket(line):
		c.item = lastQuoted(line) // variable "jwt_secret" {
		return
	case indent == 0:
		c.block = ""
	}
	name, value, separator, declared := assignment(line)
	if separator == "" {
		within := within(line)
		if text, ok := signingKey(line); ok && len(within) == 0 {
			within = []setting{{name: "key in the call", text: bytes.Clone(text), how: "the "}}
			c.declared = true
		}
		c.settings = append(c.settings, within...)
		if len(within) == 0 {
			c.others++
		}
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
	s := c.valueOf(value, indent, yaml)
	s.name, s.how = name, "the value of "
	s.base64 = c.kubernetes && c.block == "data"
	if text, ok := unescape(s.text); ok && s.more == "" && strings.Contains(name, ".") { // of properties
		s.inner = append(s.inner, step{text: s.text, how: "its escapes as they stand"})
		s.text, s.more = text, "its escapes resolved"
	}
	if len(s.text) > 0 || declared || isConstant(name) {
		c.settings = append(c.settings, s)
	}
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

// within finds the settings in a line of program code, of XML or of a command: a
// name, = or :, and a text in quotes, or NAME=value between spaces. Of XML's key and
// value, the one names the other.
func within(line []byte) []setting {
	var all []setting
	named := ""
	for rest := line; ; {
		at := bytes.IndexAny(rest, "=:")
		if at < 0 {
			break
		}
		before := bytes.Trim(rest[:at], " \t\"'")
		name := string(before[bytes.LastIndexAny(before, " \t\"'(){}[],<$.")+1:])
		rest = bytes.TrimLeft(rest[at+1:], " \t")
		if len(rest) < 2 || !isName([]byte(name)) {
			continue
		}
		length := -1
		if rest[0] == '"' || rest[0] == '\'' {
			length = closeAt(rest[1:], rest[0])
		}
		s := setting{name: name, how: "the value of "}
		switch {
		case length > 0:
			s.text, s.more = bytes.Clone(rest[1:1+length]), "without quotes"
			rest = rest[length+2:]
		case isConstant(name) && rest[0] != '$' && bytes.IndexByte([]byte("\"'"), rest[0]) < 0:
			end := bytes.IndexAny(rest, " \t")
			if end < 0 {
				end = len(rest)
			}
			s.text, rest = bytes.Clone(rest[:end]), rest[end:]
		default:
			continue
		}
		switch {
		case name == "key" || name == "name":
			named = string(s.text)
			continue
		case name == "value" && named != "":
			s.name, named = named, ""
		}
		all = append(all, s)
	}
	return slices.DeleteFunc(all, func(s setting) bool {
		other := !isSecretName(s.name)
		if other {
			s.wipe()
		}
		return other
	})
}

// declarations stand before a name and say that it is one, in lower case. Behind
// those that end in "=" the assignment may stand in quotes.
var declarations = []string{
	"export ", "set -gx ", "set -x ", "set -ux ", "setx ", "env ", "arg ", "declare -x ", "typeset -x ", "readonly ",
	"const ", "let ", "var ", "final ", "define(", "environment=", "-e ", "--env ", "--env=",
	"$env:", "process.env.", "os.environ[", "$_env[", "--from-literal=", "heroku config:set ", "fly secrets set ", "dotnet user-secrets set ",
}

// modifiers may stand there, too, and say nothing by themselves.
var modifiers = []string{"- ", "-", "$", "@", "set ", "local ", "public ", "private ", "static ", "string ", "val ", "this.", "self."}

// assignment takes a line apart. The separator is empty where it is none.
func assignment(line []byte) (name string, value []byte, separator string, declared bool) {
	for again := true; again; {
		declaration, isDeclaration := cutAny(line, declarations)
		modified, isModifier := cutAny(line, modifiers)
		switch again = true; {
		case isDeclaration:
			line, declared = declaration, true
		case isModifier:
			line = modified
		default:
			again = false
		}
		if inner, _, quoted := unquote(bytes.TrimSpace(line)); again && quoted && bytes.IndexByte(inner, '=') > 0 {
			line = inner
		}
	}
	if name, value, ok := element(line); ok {
		return name, value, "=", true
	}
	begin, rest, ok := nameOf(line)
	if before, _, spoken := bytes.Cut(line, []byte(": ")); spoken && isSpoken(before) { // JWT secret: …
		begin, rest, ok = before, line[len(before):], true
	}
	if !ok {
		return "", nil, "", false
	}
	value, separator = afterSeparator(rest, declared)
	if separator == "" || isPadding(value) {
		return "", nil, "", false
	}
	return string(begin), value, separator, declared // what may be a secret never becomes a string
}

// element reads <name>value</name>.
func element(line []byte) (name string, value []byte, ok bool) {
	line = bytes.TrimSpace(line)
	end := bytes.IndexByte(line, '>')
	if len(line) < 7 || line[0] != '<' || end < 2 || !isName(line[1:end]) || !isSecretName(string(line[1:end])) {
		return "", nil, false
	}
	value, ok = bytes.CutSuffix(line[end+1:], slices.Concat([]byte("</"), line[1:end], []byte{'>'}))
	return string(line[1:end]), value, ok
}

// isSpoken reports whether a few words name a secret, as in a message.
func isSpoken(words []byte) bool {
	if len(words) > 40 || !bytes.ContainsRune(words, ' ') || bytes.ContainsFunc(words, func(r rune) bool { return r != ' ' && !isLetter(byte(min(r, 0x80))) }) {
		return false
	}
	last := words[bytes.LastIndexByte(words, ' ')+1:]
	return bytes.EqualFold(last, []byte("secret")) || bytes.EqualFold(last, []byte("key")) || bytes.EqualFold(last, []byte("password"))
}

func isLetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// cutAny cuts off the first of these that the line begins with, in either case, and
// the spaces behind it. Something must be left.
func cutAny(line []byte, begins []string) ([]byte, bool) {
	for _, begin := range begins {
		if len(line) > len(begin) && line[0]|0x20 == begin[0]|0x20 && bytes.EqualFold(line[:len(begin)], []byte(begin)) {
			return bytes.TrimLeft(line[len(begin):], " \t"), true
		}
	}
	return nil, false
}

// nameOf reads a name, which may stand in quotes, and what is left of the line.
func nameOf(line []byte) (name, rest []byte, ok bool) {
	if len(line) > 2 && (line[0] == '"' || line[0] == '\'') {
		if n := closeAt(line[1:], line[0]); n > 0 {
			return line[1 : 1+n], bytes.TrimLeft(line[n+2:], "] \t"), isName(line[1 : 1+n])
		}
	}
	n := 0
	for n < len(line) && isNameByte(line[n]) {
		n++
	}
	for n > 0 && line[n-1] == ':' { // of properties, where it is the separator
		n--
	}
	return line[:n], line[n:], isName(line[:n])
}

// isNameByte lists what names have, those of properties and of .NET too.
func isNameByte(b byte) bool {
	return b >= '0' && b <= '9' || b|0x20 >= 'a' && b|0x20 <= 'z' || b == '_' || b == '.' || b == '-' || b == '/' || b == ':'
}

func isName(name []byte) bool {
	letter := len(name) > 0 && (name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z' || name[0] == '_')
	return letter && len(name) > 1 && len(name) <= 2*longestName && !bytes.ContainsFunc(name, func(r rune) bool { return r > 0x7F || !isNameByte(byte(r)) })
}

// afterSeparator returns what stands behind =, :, := or =>, behind the type of a
// variable, and after some declarations behind a space; and which of them it was.
func afterSeparator(rest []byte, declared bool) (value []byte, separator string) {
	spaces := " \t"
	trimmed := bytes.TrimLeft(rest, spaces)
	for _, separator := range []string{":=", "=>", "?=", "="} {
		if value, ok := bytes.CutPrefix(trimmed, []byte(separator)); ok {
			return bytes.TrimLeft(value, spaces), separator
		}
	}
	if value, ok := bytes.CutPrefix(trimmed, []byte{':'}); ok {
		if _, after, ok := bytes.Cut(value, []byte("= ")); ok && isTypeName(value) {
			return bytes.TrimLeft(after, spaces), "="
		}
		tight := len(value) > 0 && bytes.IndexByte([]byte(" \t\"'"), value[0]) < 0
		if tight && (len(value) < 3 || value[0] == '/') { // an address, a time
			return nil, ""
		}
		return bytes.TrimLeft(value, spaces), ":"
	}
	if declared && len(trimmed) < len(rest) && len(trimmed) > 0 { // set -x NAME value
		return bytes.TrimLeft(trimmed, ", \t"), " "
	}
	if value, ok := bytes.CutPrefix(trimmed, []byte{','}); declared && ok { // define("NAME", "value")
		return bytes.TrimRight(bytes.TrimLeft(value, spaces), ");"), ","
	}
	return nil, ""
}

// isTypeName knows the type before a text in quotes: ": string = ", ": &[u8] = b".
func isTypeName(value []byte) bool {
	name, text, _ := bytes.Cut(value, []byte("= "))
	name, text = bytes.TrimSpace(name), withoutPrefix(bytes.TrimSpace(text))
	typed := len(name) > 0 && !bytes.ContainsFunc(name, func(r rune) bool {
		return r > 0x7F || !isNameByte(byte(r)) && !bytes.ContainsRune([]byte("&[]<>, |*?'"), r)
	})
	return typed && len(text) > 0 && (text[0] == '"' || text[0] == '\'')
}

// withoutPrefix cuts off what languages write before a quote: b, r, u, f, @ and $.
func withoutPrefix(text []byte) []byte {
	if len(text) > 2 && bytes.IndexByte([]byte("brufBRUF@$"), text[0]) >= 0 && (text[1] == '"' || text[1] == '\'') {
		return text[1:]
	}
	return text
}

// isPadding reports whether what seems to be a value is the padding of base64, or
// nothing at all behind it.
func isPadding(value []byte) bool { return len(value) > 0 && len(bytes.Trim(value, "= \t\r")) == 0 }

// valueOf reads a value, which may go on on the next lines.
func (c *config) valueOf(value []byte, indent int, yaml bool) setting {
	if yaml && len(value) > 0 && (value[0] == '|' || value[0] == '>') && len(value) <= 3 {
		return c.blockOf(value, indent)
	}
	if rest, ok := bytes.CutPrefix(value, []byte("!!binary ")); ok {
		return setting{text: bytes.Clone(bytes.TrimSpace(rest)), base64: true}
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
	if text, ok := fallback(used); ok {
		s.inner = []step{{text: s.text, how: "as it stands"}}
		s.text, s.more = bytes.Clone(text), "the default in the code"
		s.remark = "The code has a default: where nobody sets the variable, it is the secret, and everyone who reads the code knows it."
		return s
	}
	if text, ok := signingKey(used); ok {
		return setting{text: bytes.Clone(text), more: "the key in the call", inner: []step{{text: s.text, how: "as it stands"}}}
	}
	if text, ok := argument(used); ok && !isGetter(used) {
		s.inner = []step{{text: s.text, how: "as it stands"}}
		s.text, s.more = bytes.Clone(text), "the text in the code"
		return s
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

// fallback finds the text that a program takes where a variable is not set.
func fallback(code []byte) ([]byte, bool) {
	for _, operator := range []string{"||", "??", "?:", " or "} {
		if _, after, ok := bytes.Cut(code, []byte(operator)); ok {
			inner, _, ok := unquote(bytes.Trim(after, " \t;,)"))
			return inner, ok && len(inner) > 0
		}
	}
	if args := arguments(code); isGetter(code) && len(args) > 1 {
		inner, _, ok := unquote(args[1])
		return inner, ok && len(inner) > 0
	}
	return nil, false
}

// getters read a variable whose name is their first argument.
var getters = []string{"env", "getenv", "get", "config", "fetch", "lookupenv", "getenvironmentvariable", "require"}

// isGetter reports whether a call reads a variable.
func isGetter(code []byte) bool {
	callee, args := calleeOf(code), arguments(code)
	if len(args) == 0 || len(callee) == 0 {
		return false
	}
	_, _, quoted := unquote(args[0])
	return quoted && slices.Contains(getters, strings.ToLower(string(callee[bytes.LastIndexByte(callee, '.')+1:])))
}

// signers take the key as their second argument.
var signers = []string{"sign", "verify", "encode", "decode"}

// signingKey finds the key in a call such as jwt.sign(payload, "…").
func signingKey(code []byte) ([]byte, bool) {
	for _, signer := range signers {
		at := bytes.Index(code, []byte("."+signer+"("))
		if at < 0 {
			continue
		}
		if args := arguments(code[at+1:]); len(args) > 1 {
			inner, _, ok := unquote(args[1])
			return inner, ok && len(inner) > 0
		}
	}
	return nil, false
}

// calleeOf returns the name before the bracket of a call; nothing else stands there.
func calleeOf(code []byte) []byte {
	at := bytes.IndexByte(code, '(')
	if at < 1 || at > longestName || bytes.ContainsFunc(code[:at], func(r rune) bool { return r > 0x7F || !isNameByte(byte(r)) && r != '[' && r != ']' }) {
		return nil
	}
	return code[:at]
}

// arguments returns what stands between the commas of a call.
func arguments(code []byte) [][]byte {
	at := bytes.IndexByte(code, '(')
	if at < 0 {
		return nil
	}
	var all [][]byte
	depth, begin := 0, at+1
	for i := begin; i < len(code); i++ {
		switch b := code[i]; {
		case b == '"' || b == '\'' || b == '`':
			length := closeAt(code[i+1:], b)
			if length < 0 {
				return all
			}
			i += length + 1
		case b == '(' || b == '[' || b == '{':
			depth++
		case depth > 0 && (b == ')' || b == ']' || b == '}'):
			depth--
		case b == ')' || b == ',':
			if depth > 0 {
				continue
			}
			all = append(all, bytes.TrimSpace(code[begin:i]))
			begin = i + 1
			if b == ')' {
				return all
			}
		}
	}
	return all
}

// argument finds the text that a program turns into bytes: []byte("…"),
// Buffer.from('…'). Before the bracket stand only names and dots.
func argument(code []byte) ([]byte, bool) {
	args := arguments(code)
	if len(calleeOf(code)) == 0 || len(args) == 0 {
		return nil, false
	}
	inner, _, ok := unquote(args[0])
	return inner, ok && len(inner) > 0
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

func isBlank(line []byte) bool { return len(bytes.TrimSpace(line)) == 0 }

func indentOf(line []byte) int { return len(line) - len(bytes.TrimLeft(line, " ")) }

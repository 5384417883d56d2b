package paste

import (
	"bytes"
	"slices"
)

// How a line names what it sets.

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

// isPadding reports whether what seems to be a value is the padding of base64, or
// nothing at all behind it.
func isPadding(value []byte) bool { return len(value) > 0 && len(bytes.Trim(value, "= \t\r")) == 0 }

package guide

import (
	"bytes"
	"slices"
	"strings"
)

// How a line is read: what is code in it, what a call gets, what a shell fills in.

// variableReaders are asked for a variable by its name.
var variableReaders = []string{
	"getenv(", "environ.get(", "env.get(", "env.fetch(", "env.var(", "getenvironmentvariable(", "env(", "config(", "config.get(",
}

// readers are asked for a variable, or for a file by its path.
var readers = append([]string{
	"readfile(", "file(", "readfilesync(", "read(", "open(", "path(", "path.of(", "readstring(", "file_get_contents(", "read_to_string(",
}, variableReaders...)

// wrappers give back the value that they get, perhaps in another form.
var wrappers = []string{
	"str(", "string(", "tostring(", "byte(", "bytes(", "getbytes(", "from(", "format(", "format!(", "sprintf(", "sprint(", "repr(",
	"dict(", "stringify(", "dumps(", "btoa(", "b64encode(", "encodetostring(", "encodeuricomponent(", "key(",
	"textencoder().encode(", "from_secret(", "hmacshakeyfor(", "symmetricsecuritykey(", "createsecretkey(",
}

// codeOf returns a copy of the line in which a text in quotes holds only what is filled into
// it, or the name that a reader or an index asks for. A dot stands for :: and ->, too.
func codeOf(line []byte) []byte {
	code := make([]byte, 0, 2*len(line))
	for i := 0; i < len(line); i++ {
		if rest := line[i:]; bytes.HasPrefix(rest, []byte("::")) || bytes.HasPrefix(rest, []byte("->")) {
			code = append(code, '.')
			i++
			continue
		}
		code = append(code, line[i])
		end := quoteEnd(line, i)
		if end < 0 {
			continue
		}
		text, before := line[i+1:end], code[:len(code)-1]
		switch {
		case endsWith(before, "[") || endsWithAny(before, readers):
			code = append(code, text...)
		case line[i] != '\'' || endsWith(before, "f"): // f'{secret}'
			code = appendFilled(code, text)
		}
		code = append(code, line[i])
		i = end
	}
	return code
}

// quoteEnd returns where the text in quotes ends that begins at i, or less than 0.
func quoteEnd(line []byte, i int) int {
	if !isQuote(line[i]) {
		return -1
	}
	for j := i + 1; j < len(line); j++ {
		switch line[j] {
		case '\\':
			j++
		case line[i]:
			return j
		}
	}
	return -1
}

// appendFilled appends what is filled into a text: $name, ${…}, $(…), {name}, #{…} or \(…).
func appendFilled(code, text []byte) []byte {
	for i := 0; i < len(text); i++ {
		n := 0
		switch rest := text[i:]; {
		case rest[0] == '$':
			n = dollar(rest)
		case rest[0] == '{' && len(rest) > 1 && (letter(rest[1]) || rest[1] == '_' || rest[1] == '$'):
			n = closing(rest)
		case rest[0] == '\\' && len(rest) > 1 && rest[1] == '(':
			n = 1 + closing(rest[1:])
		}
		if n > 0 {
			code = append(append(code, ' '), text[i:i+n]...)
			i += n - 1
		}
	}
	return code
}

// dollar returns the length of the $name, $env:name, ${…} or $(…) that it begins with.
func dollar(text []byte) int {
	switch rest := text[1:]; {
	case len(rest) == 0:
		return 0
	case rest[0] == '{' || rest[0] == '(':
		return 1 + closing(rest)
	case bytes.HasPrefix(rest, []byte("env:")):
		return 5 + len(wordOf(rest[4:]))
	default:
		n := 1 + len(wordOf(rest))
		if n > 1 && n < len(text) && text[n] == '[' {
			n += closing(text[n:])
		} else if n > 1 && n+1 < len(text) && text[n] == '.' { // an object's field, in code
			n += 1 + len(wordOf(text[n+1:]))
		}
		return n
	}
}

// closing returns the length of what begins with a bracket and ends with the one that closes
// it, or of all where none does.
func closing(text []byte) int {
	depth, shut := 0, ")]}"[strings.IndexByte("([{", text[0])]
	for i, c := range text {
		switch c {
		case text[0]:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

// given returns what calls of these get. "name(" is a function, perhaps with its first
// argument, "name." any method of an object, and "name " a command: with all that follows it,
// unless what it writes goes into a pipe or a file.
func given(code []byte, names ...string) (all [][]byte) {
	for _, name := range names {
		for at := range wordStarts(code, name) {
			before, rest := code[:at], code[at+len(name):]
			bracket := strings.IndexByte(name, '(')
			switch {
			case strings.HasSuffix(name, " "):
				args, shown := commandArgs(rest)
				shown = shown && !endsWith(before, "(") && !endsWith(before, "`")
				if shown || slices.Contains(shellRequests, name) {
					all = append(all, args)
				}
				continue
			case bracket < 0:
				method := bytes.TrimPrefix(rest[len(wordOf(rest)):], []byte("!"))
				if !bytes.HasPrefix(method, []byte("(")) {
					continue
				}
				bracket = len(code) - len(method) - at
			case name == "fetch(" && endsWith(before, "env."): // of Ruby, a reader
				continue
			}
			args := code[at+bracket:]
			all = append(all, args[1:closing(args)])
		}
	}
	return all
}

// commandArgs returns what follows a command, and whether it stays on the screen.
func commandArgs(rest []byte) ([]byte, bool) {
	for i, c := range rest {
		next := byte(0)
		if i+1 < len(rest) {
			next = rest[i+1]
		}
		switch {
		case c == ';' || c == '\n' || c == '&' && next == '&':
			return rest[:i], true
		case c == '|' && next != '|' && (i == 0 || rest[i-1] != '|'), c == '>' && next != '&' && next != '=' && (i == 0 || bytes.IndexByte([]byte("=%?"), rest[i-1]) < 0):
			return rest[:i], false
		}
	}
	return rest, true
}

// withoutCalls returns a copy of the line without what other functions get than readers and
// wrappers: what comes out of those is not known.
func withoutCalls(code []byte) []byte {
	kept := make([]byte, 0, len(code))
	for i := 0; i < len(code); i++ {
		kept = append(kept, code[i])
		if code[i] != '(' || i == 0 || !letter(code[i-1]) && code[i-1] != '_' && code[i-1] != '!' {
			continue
		}
		if i > 1 && code[i-1] == '!' && !letter(code[i-2]) || endsWithAny(kept, readers) || endsWithAny(kept, wrappers) {
			continue
		}
		i += closing(code[i:]) - 1
		kept = append(kept, ')')
	}
	return kept
}

// isFilled reports whether a value is put in by the shell or the platform, so that the line
// itself has only a name or a command.
func isFilled(value []byte) bool {
	value = bytes.TrimLeft(value, `" `)
	n := 0
	switch {
	case len(value) < 2 || bytes.HasPrefix(value, []byte("$(echo")) || bytes.HasPrefix(value, []byte("$(printf")):
	case value[0] == '$':
		n = dollar(value)
	case value[0] == '`':
		n = quoteEnd(value, 0) + 1
	}
	return n > 1 && (n == len(value) || bytes.IndexByte([]byte("\" ;,&)}\n"), value[n]) >= 0)
}

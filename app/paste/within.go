package paste

import (
	"bytes"
	"slices"
)

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
			s.text, rest = bytes.Clone(bytes.TrimRight(rest[:end], ";")), rest[end:]
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

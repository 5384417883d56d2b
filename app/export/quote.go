package export

import (
	"bytes"
	"encoding/base64"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// appendQuoted appends the value between double quotes with escapes that JSON
// (RFC 8259 §7), YAML (1.2.2 §5.7) and HCL have in common.
func appendQuoted(dst, value []byte) []byte { return appendDoubled(dst, value, "", "") }

func appendEscaped(dst, value []byte) []byte {
	for len(value) > 0 {
		r, size := utf8.DecodeRune(value)
		switch i := strings.IndexRune("\"\\\n\r\t", r); {
		case i >= 0:
			dst = append(dst, '\\', `"\nrt`[i])
		case isUnprintable(r):
			dst = appendUnicode(dst, uint16(r))
		default:
			dst = append(dst, value[:size]...)
		}
		value = value[size:]
	}
	return dst
}

// isUnprintable reports whether YAML wants an escape for the character (§5.1),
// or takes it for a line end or a byte order mark. All are below U+10000.
func isUnprintable(r rune) bool {
	return r < ' ' || r >= 0x7f && r <= 0x9f || strings.ContainsRune("\u2028\u2029\ufeff\ufffe\uffff", r)
}

func appendUnicode(dst []byte, unit uint16) []byte {
	return append(dst, '\\', 'u', hexDigits[unit>>12], hexDigits[unit>>8&15], hexDigits[unit>>4&15], hexDigits[unit&15])
}

// appendCompose is appendQuoted with each $ doubled, which Compose would take
// for the beginning of a variable.
// https://docs.docker.com/reference/compose-file/interpolation
func appendCompose(dst, value []byte) []byte {
	return appendDoubled(dst, value, "$", "")
}

// appendHCL is appendQuoted with the beginning of a template, ${ or %{, made
// literal: $${ and %%{.
// https://developer.hashicorp.com/terraform/language/expressions/strings
func appendHCL(dst, value []byte) []byte {
	return appendDoubled(dst, value, "$%", "{")
}

// appendDoubled is appendQuoted with each of the characters doubled that stands
// before the text next.
func appendDoubled(dst, value []byte, characters, next string) []byte {
	dst = append(dst, '"')
	for {
		i := bytes.IndexAny(value, characters)
		if i < 0 {
			break
		}
		dst = append(appendEscaped(dst, value[:i]), value[i])
		if bytes.HasPrefix(value[i+1:], []byte(next)) {
			dst = append(dst, value[i])
		}
		value = value[i+1:]
	}
	return append(appendEscaped(dst, value), '"')
}

// appendBetween appends the value between two marks, with a text before each of
// the characters that mean something there; the text "" is the character itself.
func appendBetween(dst, value []byte, mark byte, characters, before string) []byte {
	dst = append(dst, mark)
	for {
		i := bytes.IndexAny(value, characters)
		if i < 0 {
			return append(append(dst, value...), mark)
		}
		_, size := utf8.DecodeRune(value[i:])
		dst = append(append(dst, value[:i]...), before...)
		if before == "" {
			dst = append(dst, value[i:i+size]...)
		}
		dst = append(dst, value[i:i+size]...)
		value = value[i+size:]
	}
}

// appendShell quotes for sh, bash and zsh: between single quotes nothing means
// anything, and a single quote comes outside them (POSIX.1, Shell §2.2).
func appendShell(dst, value []byte) []byte { return appendBetween(dst, value, '\'', "'", `'\'`) }

// appendFish quotes for fish, which knows two escapes between single quotes.
// https://fishshell.com/docs/current/language.html#quotes
func appendFish(dst, value []byte) []byte { return appendBetween(dst, value, '\'', `'\`, `\`) }

// appendPowerShell doubles the single quotes, and the four typographic ones that
// PowerShell takes for the same.
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
func appendPowerShell(dst, value []byte) []byte {
	return appendBetween(dst, value, '\'', "'\u2018\u2019\u201a\u201b", "")
}

// appendProperty escapes for java.util.Properties, which reads a file as
// ISO 8859-1 and cuts white space before a value.
func appendProperty(dst, value []byte) []byte {
	for i := 0; i < len(value); {
		r, size := utf8.DecodeRune(value[i:])
		switch {
		case r == '\\', r == ' ' && i == 0:
			dst = append(dst, '\\', byte(r))
		case r >= ' ' && r < 0x7f:
			dst = append(dst, byte(r))
		case r >= 0x10000: // as Java has it
			high, low := utf16.EncodeRune(r)
			dst = appendUnicode(appendUnicode(dst, uint16(high)), uint16(low))
		default:
			dst = appendUnicode(dst, uint16(r))
		}
		i += size
	}
	return dst
}

func appendBase64(dst, value []byte) []byte { return base64.StdEncoding.AppendEncode(dst, value) }

// appendYAMLName appends a name that begins with a letter or _, quoted when YAML 1.1
// would take it for a truth value or nothing.
func appendYAMLName(dst []byte, name string) []byte {
	if isWordOf("y n yes no on off true false null", name) {
		return appendTexts(dst, `"`, name, `"`)
	}
	return append(dst, name...)
}

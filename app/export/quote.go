package export

import (
	"bytes"
	"encoding/base64"
	"unicode/utf8"
)

const hexDigits = "0123456789abcdef"

// appendQuoted appends the value between double quotes with escapes that JSON
// (RFC 8259 §7), YAML (1.2.2 §5.7) and HCL have in common.
func appendQuoted(dst, value []byte) []byte {
	return append(appendEscaped(append(dst, '"'), value), '"')
}

func appendEscaped(dst, value []byte) []byte {
	for len(value) > 0 {
		r, size := utf8.DecodeRune(value)
		switch {
		case r == '"' || r == '\\':
			dst = append(dst, '\\', byte(r))
		case r == '\n':
			dst = append(dst, `\n`...)
		case r == '\r':
			dst = append(dst, `\r`...)
		case r == '\t':
			dst = append(dst, `\t`...)
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
	switch {
	case r < ' ', r >= 0x7f && r <= 0x9f, r == '\u2028', r == '\u2029', r == '\ufeff', r == '\ufffe', r == '\uffff':
		return true
	default:
		return false
	}
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

// appendShell quotes for sh, bash and zsh: between single quotes nothing means
// anything, and a single quote comes outside them (POSIX.1, Shell §2.2).
func appendShell(dst, value []byte) []byte {
	dst = append(dst, '\'')
	for _, b := range value {
		if b == '\'' {
			dst = append(dst, `'\'`...)
		}
		dst = append(dst, b)
	}
	return append(dst, '\'')
}

// appendFish quotes for fish, which knows two escapes between single quotes.
// https://fishshell.com/docs/current/language.html#quotes
func appendFish(dst, value []byte) []byte {
	dst = append(dst, '\'')
	for _, b := range value {
		if b == '\'' || b == '\\' {
			dst = append(dst, '\\')
		}
		dst = append(dst, b)
	}
	return append(dst, '\'')
}

// appendPowerShell doubles the single quotes, and the four typographic ones that
// PowerShell takes for the same.
// https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
func appendPowerShell(dst, value []byte) []byte {
	dst = append(dst, '\'')
	for len(value) > 0 {
		r, size := utf8.DecodeRune(value)
		if r == '\'' || r >= '\u2018' && r <= '\u201b' {
			dst = append(dst, value[:size]...)
		}
		dst = append(dst, value[:size]...)
		value = value[size:]
	}
	return append(dst, '\'')
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
		case r >= 0x10000: // UTF-16, as Java has it
			r -= 0x10000
			dst = appendUnicode(dst, 0xd800|uint16(r>>10))
			dst = appendUnicode(dst, 0xdc00|uint16(r&0x3ff))
		default:
			dst = appendUnicode(dst, uint16(r))
		}
		i += size
	}
	return dst
}

func appendBase64(dst, value []byte) []byte { return base64.StdEncoding.AppendEncode(dst, value) }

// yamlWords are what YAML 1.1 takes for a truth value or nothing.
const yamlWords = " y n yes no on off true false null "

// appendYAMLName appends a name that begins with a letter or _, quoted when
// it would not be read as text.
func appendYAMLName(dst []byte, name string) []byte {
	if bytes.Contains([]byte(yamlWords), []byte(" "+lower(name)+" ")) {
		dst = append(dst, '"')
		dst = append(dst, name...)
		return append(dst, '"')
	}
	return append(dst, name...)
}

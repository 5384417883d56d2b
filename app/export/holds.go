package export

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/secret"
)

// MaxTyped is the longest value in bytes that a command can ask for. A terminal
// collects a line before the program sees it: 1,024 bytes with the line end on
// macOS, 4,096 on Linux (POSIX leaves it to {MAX_CANON}).
const MaxTyped = 1023

// checkBytes is for targets that hold any value.
func checkBytes(*Entry) error { return nil }

// checkText is for targets that hold any text.
func checkText(e *Entry) error {
	if !utf8.Valid(e.Value) || bytes.IndexByte(e.Value, 0) >= 0 {
		return ErrRaw
	}
	return nil
}

// checkLine is for targets that hold one line of text.
func checkLine(e *Entry) error {
	if err := checkText(e); err != nil {
		return err
	}
	if bytes.ContainsFunc(e.Value, isLineControl) {
		return ErrLine
	}
	return nil
}

// isLineControl reports whether a character could end a line, or steer a
// terminal. A tab does neither.
func isLineControl(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}

// checkTyped is for commands, at whose prompt a person pastes the value.
func checkTyped(e *Entry) error {
	if err := checkLine(e); err != nil {
		return err
	}
	switch {
	case len(e.Value) > MaxTyped:
		return ErrLong
	case len(bytes.TrimSpace(e.Value)) < len(e.Value):
		return ErrEdges
	default:
		return nil
	}
}

// checkSpring refuses what Spring would resolve: ${name} anywhere, and #{…}
// where @Value injects the property. Before 6.2 there is no escape, and since
// then there is none that older ones understand; see
// https://github.com/spring-projects/spring-framework/issues/9628 and
// https://github.com/spring-projects/spring-framework/issues/34315.
func checkSpring(e *Entry) error {
	if bytes.Contains(e.Value, []byte("${")) || bytes.Contains(e.Value, []byte("#{")) {
		return ErrPlaceholder
	}
	return checkText(e)
}

// checkTerraform refuses what Unicode normalisation may change: Terraform brings
// every string to its composed form (NFC). ASCII and the emoji from U+1F000 are
// always in it; the tables for the rest would weigh more than all targets.
// https://developer.hashicorp.com/terraform/language/expressions/strings
func checkTerraform(e *Entry) error {
	if err := checkText(e); err != nil {
		return err
	}
	for value := e.Value; len(value) > 0; {
		r, size := utf8.DecodeRune(value)
		value = value[size:]
		if r > unicode.MaxASCII && (r < 0x1F000 || r > 0x1FFFF) {
			return ErrUnicode
		}
	}
	return nil
}

// checkKey is for JSON Web Keys.
func checkKey(e *Entry) error {
	switch {
	case len(e.Key) == 0:
		return ErrNoSecret
	case e.Algorithm.MinSize() == 0:
		return secret.ErrAlgorithm
	default:
		return nil
	}
}

package export

import (
	"bytes"
	"cmp"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/secret"
)

// MaxTyped is the longest value in bytes that a command can ask for. A terminal
// collects a line before the program sees it: 1,024 bytes with the line end on
// macOS, 4,096 on Linux (POSIX leaves it to {MAX_CANON}).
const MaxTyped = 1023

// refuse returns the error when there is a reason for it.
func refuse(reason bool, err error) error {
	if reason {
		return err
	}
	return nil
}

// checkBytes is for targets that hold any value.
func checkBytes(*Entry) error { return nil }

// checkText is for targets that hold any text.
func checkText(e *Entry) error {
	return refuse(!utf8.Valid(e.Value) || bytes.IndexByte(e.Value, 0) >= 0, ErrRaw)
}

// checkLine is for targets that hold one line of text.
func checkLine(e *Entry) error {
	return cmp.Or(checkText(e), refuse(bytes.ContainsFunc(e.Value, isLineControl), ErrLine))
}

// isLineControl reports whether a character could end a line, or steer a
// terminal. A tab does neither.
func isLineControl(r rune) bool {
	return r != '\t' && unicode.IsControl(r) || r == '\u2028' || r == '\u2029'
}

// checkEnv returns [ErrQuotes] for the values about which dotenv, Node, Docker
// Compose, Python and shells disagree. A backslash at the end would escape the
// closing quote for some of them. Between double quotes, which a single quote
// in the value makes necessary, they differ about these five characters, and a
// shell would even run a command.
func checkEnv(e *Entry) error {
	unlike := bytes.IndexByte(e.Value, '\'') >= 0 && bytes.ContainsAny(e.Value, "\"\\$`!")
	return cmp.Or(checkLine(e), refuse(unlike || bytes.HasSuffix(e.Value, []byte{'\\'}), ErrQuotes))
}

// checkTyped is for commands, at whose prompt a person pastes the value.
func checkTyped(e *Entry) error {
	return cmp.Or(
		checkLine(e),
		refuse(len(e.Value) > MaxTyped, ErrLong),
		refuse(len(bytes.TrimSpace(e.Value)) < len(e.Value), ErrEdges),
	)
}

// checkSpring refuses what Spring would resolve: ${name} anywhere, and #{…}
// where @Value injects the property. Before 6.2 there is no escape, and since
// then there is none that older ones understand; see
// https://github.com/spring-projects/spring-framework/issues/9628 and
// https://github.com/spring-projects/spring-framework/issues/34315.
func checkSpring(e *Entry) error {
	resolved := bytes.Contains(e.Value, []byte("${")) || bytes.Contains(e.Value, []byte("#{"))
	return cmp.Or(refuse(resolved, ErrPlaceholder), checkText(e))
}

// checkTerraform refuses what Unicode normalisation may change: Terraform brings
// every string to its composed form (NFC). ASCII and the emoji from U+1F000 are
// always in it; the tables for the rest would weigh more than all targets.
// https://developer.hashicorp.com/terraform/language/expressions/strings
func checkTerraform(e *Entry) error {
	return cmp.Or(checkText(e), refuse(bytes.ContainsFunc(e.Value, isComposable), ErrUnicode))
}

func isComposable(r rune) bool { return r > unicode.MaxASCII && (r < 0x1F000 || r > 0x1FFFF) }

// checkKey is for JSON Web Keys.
func checkKey(e *Entry) error {
	return cmp.Or(refuse(len(e.Key) == 0, ErrNoSecret), refuse(e.Algorithm.MinSize() == 0, secret.ErrAlgorithm))
}

package export

import (
	"bytes"
	"strconv"
	"strings"

	"jwtsecret/app/secret"
)

// envRoom is more than a line of an .env file and its comment take, besides the
// name and the secret.
const envRoom = 128

// Env returns an .env file, in which a single secret has the name itself, and
// several have NAME_1, NAME_2 and so on. Each line is NAME=value, as shells and the
// readers of .env files understand it. A value is quoted only when it has to be,
// because some readers (docker run --env-file) take quotes for a part of the value.
// A secret for tests only is preceded by a comment line that says so.
//
// The errors are those of [CheckName], [ErrNoSecret] and [ErrRaw].
func Env(name string, ss []secret.Secret) ([]byte, error) {
	if err := CheckName(name); err != nil {
		return nil, err
	}
	if err := checkAll(ss); err != nil {
		return nil, err
	}
	file := room(ss, len(name)+envRoom, 0)
	for i := range ss {
		number := i + 1
		if len(ss) == 1 {
			number = 0
		}
		file = appendEnvLine(file, name, number, &ss[i])
	}
	return file, nil
}

// appendEnvLine appends one line, with the comment that it may need. The number
// becomes part of the name unless it is 0.
func appendEnvLine(dst []byte, name string, number int, s *secret.Secret) []byte {
	if s.TestOnly() {
		dst = append(appendTestOnly(append(dst, "# "...), s.Algorithm(), s.Size()), '\n')
	}
	dst = append(dst, name...)
	if number > 0 {
		dst = strconv.AppendInt(append(dst, '_'), int64(number), 10)
	}
	return append(appendEnvValue(append(dst, '='), s.Text()), '\n')
}

// appendTestOnly appends why a secret is for tests only, for a comment.
func appendTestOnly(dst []byte, a secret.Algorithm, size int) []byte {
	return appendTexts(dst, "test only: ", strconv.Itoa(size), " bytes, below the ", strconv.Itoa(a.MinSize()),
		" bytes that RFC 7518 §3.2 requires for ", a.String())
}

// appendEnvValue quotes the value when it has a character that may mean
// something to a reader. Between single quotes nothing does but the quote
// itself; a value that has one comes between double quotes. See checkEnv for
// what neither can hold.
func appendEnvValue(dst, value []byte) []byte {
	switch {
	case isPlainText(value):
		return append(dst, value...)
	case bytes.IndexByte(value, '\'') >= 0:
		return appendBetween(dst, value, '"', "", "")
	default:
		return appendBetween(dst, value, '\'', "", "")
	}
}

// isPlainText reports whether no reader needs quotes. A = at the beginning would
// be a word of its own in zsh. A colon and a dot mean nothing to any reader, so a
// date or a key id stays free of quotes.
func isPlainText(value []byte) bool {
	return !bytes.HasPrefix(value, []byte{'='}) && !bytes.ContainsFunc(value, isSpecial)
}

func isSpecial(r rune) bool { return isForeign(r) && !strings.ContainsRune("+/=-:.", r) }

// appendExpanded is appendEnvValue with a backslash before each $, which
// dotenv-expand takes away again. A value with a $ has no single quote, because
// checkEnv refuses the two together.
func appendExpanded(dst, value []byte) []byte {
	if bytes.IndexByte(value, '$') < 0 {
		return appendEnvValue(dst, value)
	}
	return appendBetween(dst, value, '\'', "$", `\`)
}

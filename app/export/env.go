package export

import (
	"strconv"

	"jwtsecret/app/secret"
)

// envRoom is more than a line of an .env file and its comment take, besides the
// name and the secret.
const envRoom = 128

// EnvLine returns NAME=value and a line end, as shells and the readers of .env
// files understand it. A value is quoted only when it has to be, because some
// readers (docker run --env-file) take quotes for a part of the value. A secret
// for tests only is preceded by a comment line that says so.
//
// The errors are those of [CheckName], [ErrNoSecret] and [ErrRaw].
func EnvLine(name string, s *secret.Secret) ([]byte, error) {
	if err := CheckName(name); err != nil {
		return nil, err
	}
	if err := check(s); err != nil {
		return nil, err
	}
	line := make([]byte, 0, len(name)+len(s.Text())+envRoom)
	return appendEnvLine(line, name, 0, s), nil
}

// Env returns an .env file: a single secret under the name itself, several as
// NAME_1, NAME_2 and so on, each as by [EnvLine]. The errors are the same.
func Env(name string, ss []secret.Secret) ([]byte, error) {
	if err := CheckName(name); err != nil {
		return nil, err
	}
	if err := checkAll(ss); err != nil {
		return nil, err
	}
	file := room(ss, len(name)+envRoom, 0)
	if len(ss) == 1 {
		return appendEnvLine(file, name, 0, &ss[0]), nil
	}
	for i := range ss {
		file = appendEnvLine(file, name, i+1, &ss[i])
	}
	return file, nil
}

// appendEnvLine appends one line, with the comment that it may need. The number
// becomes part of the name unless it is 0.
func appendEnvLine(dst []byte, name string, number int, s *secret.Secret) []byte {
	if s.TestOnly() {
		dst = appendTestOnly(dst, s)
	}
	dst = append(dst, name...)
	if number > 0 {
		dst = append(dst, '_')
		dst = strconv.AppendInt(dst, int64(number), 10)
	}
	dst = append(dst, '=')
	dst = appendEnvValue(dst, s.Text())
	return append(dst, '\n')
}

func appendTestOnly(dst []byte, s *secret.Secret) []byte {
	dst = append(dst, "# test only: "...)
	dst = strconv.AppendInt(dst, int64(s.Size()), 10)
	dst = append(dst, " bytes, below the "...)
	dst = strconv.AppendInt(dst, int64(s.Algorithm().MinSize()), 10)
	dst = append(dst, " bytes that RFC 7518 §3.2 requires for "...)
	dst = append(dst, s.Algorithm().String()...)
	return append(dst, '\n')
}

// appendEnvValue quotes the value when it has a character that may mean
// something to a reader. Between single quotes nothing does but the quote
// itself, and no text format has one.
func appendEnvValue(dst, value []byte) []byte {
	for _, b := range value {
		if !isPlain(rune(b)) {
			dst = append(dst, '\'')
			dst = append(dst, value...)
			return append(dst, '\'')
		}
	}
	return append(dst, value...)
}

func isPlain(r rune) bool {
	return !isForeign(r) || r == '+' || r == '/' || r == '=' || r == '-'
}

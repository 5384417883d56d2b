package guide

import "bytes"

// What the rules look for in a line, which is in small letters.

// secretNames are in the names of what should stay secret.
var secretNames = []string{
	"secret", "passw", "private", "credential", "jwt_key", "api_key", "apikey", "signing_key", "auth_key", "access_key", "hmac_key",
}

func isSecretName(name []byte) bool { return hasAny(name, secretNames...) }

func hasAny(line []byte, all ...string) bool {
	for _, one := range all {
		if bytes.Contains(line, []byte(one)) {
			return true
		}
	}
	return false
}

// startsAny reports whether a word of the line begins with one of these.
func startsAny(line []byte, all ...string) bool {
	for _, one := range all {
		if wordStart(line, one) >= 0 {
			return true
		}
	}
	return false
}

// assignsName reports whether it begins with the name of a secret and an = at once.
func assignsName(line []byte) bool {
	line = bytes.TrimLeft(line, " \t\n")
	name := wordOf(line)
	return isSecretName(name) && bytes.HasPrefix(line[len(name):], []byte("="))
}

// hasDefault reports whether one of these calls has a text in quotes after a comma.
func hasDefault(line []byte, calls ...string) bool {
	for _, call := range calls {
		given, _, _ := bytes.Cut(after(line, call), []byte(")"))
		if followedByQuote(given, ",") {
			return true
		}
	}
	return false
}

// beginsWith reports whether the line begins with one of these, after spaces.
func beginsWith(line []byte, all ...string) bool {
	line = bytes.TrimLeft(line, " \t\n")
	for _, one := range all {
		if bytes.HasPrefix(line, []byte(one)) {
			return true
		}
	}
	return false
}

// after returns what follows the first s, or nothing.
func after(line []byte, s string) []byte {
	_, rest, _ := bytes.Cut(line, []byte(s))
	return rest
}

// wordOf returns the letters, digits and _ that it begins with.
func wordOf(line []byte) []byte {
	for i, c := range line {
		if !letter(c) && c != '_' {
			return line[:i]
		}
	}
	return line
}

// letter reports whether a byte is a letter, of one beyond ASCII a part, or a digit.
func letter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 0x80
}

// wordStart returns where s is, at the beginning of a word, or less than 0.
func wordStart(line []byte, s string) int {
	for from := 0; ; {
		at := bytes.Index(line[from:], []byte(s))
		if at < 0 {
			return -1
		}
		at += from
		if at == 0 || !letter(line[at-1]) && line[at-1] != '_' {
			return at
		}
		from = at + 1
	}
}

// hasWord reports whether s stands between spaces, perhaps after ./ and before a slash.
func hasWord(line []byte, s string) bool {
	for _, word := range bytes.Fields(line) {
		word = bytes.TrimPrefix(bytes.TrimSuffix(word, []byte("/")), []byte("./"))
		if string(word) == s {
			return true
		}
	}
	return false
}

// alone reports whether s is there without any of these bytes behind it.
func alone(line []byte, s, without string) bool {
	at := bytes.Index(line, []byte(s))
	if at < 0 {
		return false
	}
	rest := line[at+len(s):]
	return len(rest) == 0 || bytes.IndexByte([]byte(without), rest[0]) < 0
}

func isQuote(c byte) bool { return c == '"' || c == '\'' || c == '`' }

// followedByQuote reports whether a text in quotes comes next after some s.
func followedByQuote(line []byte, s string) bool {
	for rest := line; ; {
		at := bytes.Index(rest, []byte(s))
		if at < 0 {
			return false
		}
		rest = rest[at+len(s):]
		next := bytes.TrimLeft(rest, " ")
		if len(next) > 0 && isQuote(next[0]) {
			return true
		}
	}
}

// withoutQuoted returns a copy of the line without the texts in quotes in which nothing is
// filled in.
func withoutQuoted(line []byte) []byte {
	bare := make([]byte, 0, len(line))
	for i := 0; i < len(line); i++ {
		if isQuote(line[i]) {
			end := bytes.IndexByte(line[i+1:], line[i])
			if end >= 0 && !bytes.ContainsAny(line[i+1:i+1+end], "${") {
				i += end + 1
				continue
			}
		}
		bare = append(bare, line[i])
	}
	return bare
}

// assignsLiteral reports whether a name of a secret gets a text in quotes, other than in the
// way of a .env file, which has no spaces around its =.
func assignsLiteral(line []byte) bool {
	for rest := line; len(rest) > 0; {
		word := wordOf(rest)
		if len(word) == 0 {
			rest = rest[1:]
			continue
		}
		rest = rest[len(word):]
		if !isSecretName(word) {
			continue
		}
		next := bytes.TrimLeft(rest, `"'] `)
		sign := len(next) - len(bytes.TrimLeft(next, ":=>"))
		if sign == 0 || len(next) == sign || next[0] == '=' && next[sign] != ' ' && len(word) == len(wordOf(bytes.TrimLeft(line, " "))) {
			continue
		}
		if value := bytes.TrimLeft(next[sign:], " "); len(value) > 1 && isQuote(value[0]) && !isQuote(value[1]) && value[1] != '$' {
			return true
		}
	}
	return false
}

// signsWithLiteral reports whether a call that signs or verifies is given a text in quotes
// that is no algorithm and no part of a list.
func signsWithLiteral(line []byte) bool {
	if !hasAny(line, "sign(", "verify(", "jwt.encode(", "jwt.decode(") {
		return false
	}
	for i, c := range line {
		if c != ',' || i == 0 || isQuote(line[i-1]) {
			continue
		}
		if value := bytes.TrimLeft(line[i+1:], " "); len(value) > 1 && isQuote(value[0]) && !isAlgorithm(value[1:]) {
			return true
		}
	}
	return false
}

func isAlgorithm(name []byte) bool {
	for _, kind := range []string{"hs", "rs", "ps", "es"} {
		if bytes.HasPrefix(name, []byte(kind)) && len(name) > 2 && name[2] >= '2' && name[2] <= '5' {
			return true
		}
	}
	return bytes.HasPrefix(name, []byte("eddsa"))
}

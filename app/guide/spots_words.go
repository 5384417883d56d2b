package guide

import (
	"bytes"
	"iter"
)

// What the rules look for in a line, which is in small letters.

// secretNames are in the names of what should stay secret.
var secretNames = []string{
	"secret", "passw", "private", "credential", "jwt_key", "api_key", "apikey", "signing_key", "auth_key", "access_key", "hmac_key",
}

// notSecret ends the names of what is known about a secret, or gives it.
var notSecret = []string{
	"name", "path", "file", "dir", "length", "len", "size", "set", "count", "version", "manager", "service", "store", "client", "provider",
	"ref", "url", "uri", "arn", "hash", "exists", "loaded", "missing", "present", "found", "valid", "error", "err", "secretid",
}

func isSecretName(name []byte) bool {
	if !hasAny(name, secretNames...) || string(name) == "private" || bytes.HasPrefix(name, []byte("has")) || bytes.HasPrefix(name, []byte("is_")) {
		return false
	}
	for _, end := range notSecret {
		if bytes.HasSuffix(name, []byte(end)) {
			return false
		}
	}
	return true
}

// countNames counts the words of the line that are names of secrets.
func countNames(line []byte) (n int) {
	for i := 0; i < len(line); i++ {
		word := wordOf(line[i:])
		if isSecretName(word) {
			n++
		}
		i += len(word)
	}
	return n
}

func namesSecret(line []byte) bool { return countNames(line) > 0 }

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

// wordStarts yields each place where s is, at the beginning of a word.
func wordStarts(line []byte, s string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for from := 0; ; {
			at := bytes.Index(line[from:], []byte(s))
			if at < 0 {
				return
			}
			at += from
			if (at == 0 || !letter(line[at-1]) && line[at-1] != '_') && !yield(at) {
				return
			}
			from = at + 1
		}
	}
}

// wordStart returns the first of wordStarts, or less than 0.
func wordStart(line []byte, s string) int {
	for at := range wordStarts(line, s) {
		return at
	}
	return -1
}

// endsWith reports whether it ends with s, at the beginning of a word.
func endsWith(line []byte, s string) bool {
	before, ok := bytes.CutSuffix(line, []byte(s))
	return ok && (len(before) == 0 || !letter(s[0]) || !letter(before[len(before)-1]) && before[len(before)-1] != '_')
}

func endsWithAny(line []byte, all []string) bool {
	for _, one := range all {
		if endsWith(line, one) {
			return true
		}
	}
	return false
}

// hasWord reports whether s is one of the words, perhaps after ./ and before a slash.
func hasWord(words [][]byte, s string) bool {
	for _, word := range words {
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

package guide

import "bytes"

// Where a value stands in the line itself.

// withoutLabels returns a copy of the line in which a text in quotes that is no name is one
// byte long: enough to be a value, and too short for "secret: ".
func withoutLabels(line []byte) []byte {
	short := make([]byte, 0, len(line))
	for i := 0; i < len(line); i++ {
		short = append(short, line[i])
		end := quoteEnd(line, i)
		if end < 0 {
			continue
		}
		text := line[i+1 : end]
		if !bytes.ContainsAny(text, " :=") || bytes.ContainsAny(text, "\"'`") {
			short = append(short, text...)
		} else {
			short = append(short, text[0])
		}
		short = append(short, line[i])
		i = end
	}
	return short
}

// assignsLiteral reports whether a name of a secret gets a text in quotes, other than in the
// way of a .env file, which has no spaces around its =.
func assignsLiteral(line []byte) bool {
	line = withoutLabels(line)
	defer clear(line)
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
		if value := bytes.TrimLeft(next[sign:], " "); len(value) > 1 && isQuote(value[0]) && !isQuote(value[1]) && value[1] != '$' && value[1] != '{' {
			return true
		}
	}
	return false
}

// signsWithLiteral reports whether a call that signs or verifies is given a text in quotes
// that is no algorithm and no part of a list.
func signsWithLiteral(line []byte) bool {
	if !startsAny(line, "sign(", "verify(", "jwt.encode(", "jwt.decode(") {
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

// orQuoted reports whether a text in quotes is taken where there is no value.
func orQuoted(line []byte) bool {
	for _, or := range []string{"||", "??", "?:", " or ", "unwrap_or(", "orelse(", "ordefault("} {
		if followedByQuote(line, or) {
			return true
		}
	}
	return false
}

// hasInnerDefault reports whether it has a ${name:-text}, or a ${name:text} as Spring has it.
func hasInnerDefault(line []byte) bool {
	for at := range wordStarts(line, "${") {
		inner := line[at+2:]
		inner = inner[len(wordOf(inner)):]
		for len(inner) > 1 && inner[0] == '.' {
			inner = inner[1+len(wordOf(inner[1:])):]
		}
		value, ok := bytes.CutPrefix(inner, []byte(":"))
		value = bytes.TrimLeft(value, "-=")
		if ok && len(value) > 0 && (letter(value[0]) || isQuote(value[0])) {
			return true
		}
	}
	return false
}

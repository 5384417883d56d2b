package paste

import (
	"bytes"
	"slices"
	"strings"
)

// Calls and operators of program code, of which a text is the secret.

const fallbackRemark = "The code has a default: where nobody sets the variable, it is the secret, and everyone who reads the code knows it."

// inCode finds the secret in a piece of code, and says where in it that is and what is
// odd about it. Where is empty if the piece is no code that it knows.
func inCode(code []byte) (text []byte, where, remark string) {
	if text, ok := fallback(code); ok {
		return text, "the default in the code", fallbackRemark
	}
	if text, ok := signingKey(code); ok {
		return text, "the key in the call", ""
	}
	if text, ok := argument(code); ok && !isGetter(code) {
		return text, "the text in the code", ""
	}
	return nil, "", ""
}

// quotedText returns what one pair of quotes holds, if it holds something.
func quotedText(code []byte) ([]byte, bool) {
	inner, _, ok := unquote(code)
	return inner, ok && len(inner) > 0
}

// fallback finds the text that a program takes where a variable is not set.
func fallback(code []byte) ([]byte, bool) {
	for _, operator := range []string{"||", "??", "?:", " or "} {
		if _, after, ok := bytes.Cut(code, []byte(operator)); ok {
			return quotedText(bytes.Trim(after, " \t;,)"))
		}
	}
	if args := arguments(code); isGetter(code) && len(args) > 1 {
		return quotedText(args[1])
	}
	return nil, false
}

// getters read a variable whose name is their first argument.
var getters = []string{"env", "getenv", "get", "config", "fetch", "lookupenv", "getenvironmentvariable", "require"}

// isGetter reports whether a call reads a variable.
func isGetter(code []byte) bool {
	callee, args := calleeOf(code), arguments(code)
	if len(args) == 0 || len(callee) == 0 {
		return false
	}
	_, _, quoted := unquote(args[0])
	return quoted && slices.Contains(getters, strings.ToLower(string(callee[bytes.LastIndexByte(callee, '.')+1:])))
}

// signers take the key as their second argument.
var signers = []string{"sign", "verify", "encode", "decode"}

// signingKey finds the key in a call such as jwt.sign(payload, "…").
func signingKey(code []byte) ([]byte, bool) {
	for _, signer := range signers {
		at := bytes.Index(code, []byte("."+signer+"("))
		if at < 0 {
			continue
		}
		if args := arguments(code[at+1:]); len(args) > 1 {
			return quotedText(args[1])
		}
	}
	return nil, false
}

// calleeOf returns the name before the bracket of a call; nothing else stands there.
func calleeOf(code []byte) []byte {
	at := bytes.IndexByte(code, '(')
	if at < 1 || at > longestName || bytes.ContainsFunc(code[:at], func(r rune) bool { return r > 0x7F || !isNameByte(byte(r)) && r != '[' && r != ']' }) {
		return nil
	}
	return code[:at]
}

// arguments returns what stands between the commas of a call.
func arguments(code []byte) [][]byte {
	at := bytes.IndexByte(code, '(')
	if at < 0 {
		return nil
	}
	var all [][]byte
	depth, begin := 0, at+1
	for i := begin; i < len(code); i++ {
		switch b := code[i]; {
		case b == '"' || b == '\'' || b == '`':
			length := closeAt(code[i+1:], b)
			if length < 0 {
				return all
			}
			i += length + 1
		case b == '(' || b == '[' || b == '{':
			depth++
		case depth > 0 && (b == ')' || b == ']' || b == '}'):
			depth--
		case b == ')' || b == ',':
			if depth > 0 {
				continue
			}
			all = append(all, bytes.TrimSpace(code[begin:i]))
			begin = i + 1
			if b == ')' {
				return all
			}
		}
	}
	return all
}

// argument finds the text that a program turns into bytes: []byte("…"),
// Buffer.from('…'). Before the bracket stand only names and dots.
func argument(code []byte) ([]byte, bool) {
	args := arguments(code)
	if len(calleeOf(code)) == 0 || len(args) == 0 {
		return nil, false
	}
	return quotedText(args[0])
}

package bearer

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"
)

// quoted takes off quotes of any sort, closed or not, with the backslash before them,
// and the comma or semicolon behind the text.
func quoted(text []byte) ([]piece, bool) {
	inside := bytes.TrimRight(text, ",; \t\r\n")
	how := "the end of a line removed"
	if bare := bytes.TrimFunc(inside, isQuote); len(bare) < len(inside) {
		inside, how = bare, "quotes removed"
	}
	if len(inside) == len(text) {
		return nil, false
	}
	return []piece{{how, inside}}, true
}

func isQuote(r rune) bool {
	return strings.ContainsRune("\"'`\\\u201a\u201e\uff02\uff07", r) || unicode.In(r, unicode.Pi, unicode.Pf)
}

// headers takes the lines of a request or response apart. A line that begins with
// white space continues the one before it.
func headers(text []byte) (inside []piece, is bool) {
	for line := range bytes.Lines(text) {
		name, value, _ := bytes.Cut(line, []byte{':'})
		switch {
		case len(bytes.TrimSpace(line)) == 0, bytes.Contains(line, []byte(" HTTP/")), bytes.HasPrefix(line, []byte("HTTP/")):
		case len(inside) > 0 && (line[0] == ' ' || line[0] == '\t'):
			last := &inside[len(inside)-1]
			last.text = append(last.text, line...)
		case len(name) == 0, plain(name, "") < len(name), secretName(string(name)), len(value) == 0:
			return nil, false
		default:
			inside = append(inside, piece{"", line})
		}
	}
	return inside, len(inside) > 1
}

// declared takes off what languages, shells and commands put before a name.
func declared(text []byte) ([]piece, bool) {
	for _, word := range []string{"export ", "const ", "let ", "var ", "set ", "-H ", "--header ", "-b ", "--cookie "} {
		if inside, is := bytes.CutPrefix(text, []byte(word)); is {
			return []piece{{"", inside}}, true
		}
	}
	return nil, false
}

// scheme takes off the name of a scheme for authorization (RFC 6750 §2.1).
func scheme(text []byte) ([]piece, bool) {
	for _, name := range []string{"Bearer", "JWT", "Token", "DPoP"} {
		if n := len(name); len(text) > n && bytes.EqualFold(text[:n], []byte(name)) && unicode.IsSpace(rune(text[n])) {
			_, assigned := assigned(text)
			return []piece{{"after " + name, text[n:]}}, !assigned
		}
	}
	return nil, false
}

// cookies takes apart what has a name, an equals sign and semicolons: cookies and
// their attributes (RFC 6265 §4).
func cookies(text []byte) ([]piece, bool) {
	first, _, more := bytes.Cut(text, []byte{';'})
	if name, _, named := bytes.Cut(first, []byte{'='}); !more || !named || !isName(name) {
		return nil, false
	}
	return namedPieces(bytes.Split(text, []byte{';'}), "cookie", "in a cookie"), true
}

// parameters takes a URL apart, or what is left of one. There are no spaces in it,
// but a terminal may have broken it.
func parameters(text []byte) (inside []piece, is bool) {
	if bytes.HasPrefix(text, []byte("http")) {
		text = withoutLineBreaks(text)
	}
	if bytes.ContainsFunc(text, unicode.IsSpace) || !bytes.ContainsAny(text, "?#&") && !bytes.Contains(text, []byte("//")) && text[0] != '/' {
		return nil, false
	}
	return namedPieces(bytes.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("?#&/", r) }), "parameter", "in the URL"), true
}

// namedPieces names the value of each piece that has a name.
func namedPieces(pieces [][]byte, kind, unnamed string) []piece {
	inside := make([]piece, 0, len(pieces))
	for _, p := range pieces {
		if name, value, named := bytes.Cut(bytes.TrimSpace(p), []byte{'='}); named {
			inside = append(inside, piece{"in " + called(kind, string(name)), value})
		} else {
			inside = append(inside, piece{unnamed, p})
		}
	}
	return inside
}

// assigned takes off the name of a header, a variable or a member.
func assigned(text []byte) ([]piece, bool) {
	name := text[:plain(text, ".")]
	rest := bytes.TrimLeft(bytes.TrimFunc(text[len(name):], isQuote), " \t")
	inside := bytes.TrimLeft(rest, ":=> \t")
	if !isName(name) || len(rest) == 0 || rest[0] != ':' && rest[0] != '=' {
		return nil, false
	}
	switch strings.ToLower(string(name)) {
	case "cookie", "set-cookie":
		return namedPieces(bytes.Split(inside, []byte{';'}), "cookie", "in a cookie"), true
	case "authorization", "proxy-authorization":
		return []piece{{"after " + string(name) + ":", inside}}, true
	default:
		return []piece{{"the value of " + string(name), inside}}, true
	}
}

// percentEncoded decodes RFC 3986 §2.1.
func percentEncoded(text []byte) ([]piece, bool) {
	if bytes.IndexByte(text, '%') < 0 {
		return nil, false
	}
	decoded, err := url.PathUnescape(string(text))
	return []piece{{"percent-encoding removed", []byte(decoded)}}, err == nil
}

// called names something as in "the cookie session", or "a cookie" where the name is
// none that people would recognise.
func called(kind, name string) string {
	if !isName([]byte(name)) {
		return "a " + kind
	}
	return "the " + kind + " " + name
}

// isName reports whether a text may be the name of a variable, a member, a cookie or
// a header. What is longer is rather a value.
func isName(text []byte) bool {
	return len(text) > 0 && len(text) <= 64 && plain(text, ".") == len(text)
}

func withoutLineBreaks(text []byte) []byte {
	return bytes.ReplaceAll(bytes.ReplaceAll(text, []byte{'\r'}, nil), []byte{'\n'}, nil)
}

// Package bearer finds a token in what carries it: a header, a cookie, an address, JSON,
// quotes, lines that were broken. Package paste reads everything else that a person
// pastes.
//
//	found, how := bearer.Token([]byte("Authorization: Bearer eyJ…"))
//	// the token alone, "after Bearer"
package bearer

import (
	"bytes"
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"jwtsecret/app/token"
)

// The limits of a search, so that it takes little time with any text. What goes beyond
// them is more than a token.
const (
	maxWrappings = 12    // around each other; a quoted header with a percent-encoded cookie of JSON has eight
	maxTexts     = 1_000 // looked into: headers, cookies, members and what is inside them
)

// Token finds the token in a text and says how one gets there, as in "after Bearer"
// or "in the cookie session, percent-encoding removed"; how is empty where the text is
// the token as it stands. A token is what [token.LooksLike] one. Found is in new
// memory, and nil where there is none.
//
// The text must be one token in wrappings, with nothing else that counts: quotes,
// white space, line breaks inside, a comma or semicolon behind; a scheme such as
// Bearer; an assignment; other headers, other cookies and their attributes; a URL with
// other parameters; JSON with other members, as in a response of OAuth 2.0 (RFC 6749
// §5.1), whose access token is the one that is meant. Of several tokens it is the
// first. Prose around a token counts, and so does a secret beside it: a configuration
// is no token. JSON with "kty" is a key.
func Token(text []byte) (found []byte, how string) {
	seen := visible(text)
	texts := maxTexts
	found, steps := unwrap(seen, maxWrappings, &texts)
	switch {
	case found == nil:
		clear(seen)
		return nil, ""
	case len(seen) < len(text):
		steps = append([]string{"invisible characters removed"}, steps...)
	case len(steps) == 0 && len(found) < len(text):
		steps = []string{"white space around it removed"}
	}
	return found, strings.Join(steps, ", ")
}

// visible returns, in new memory, the text without byte-order marks and other
// characters that nobody sees. A token whose payload stands there as it is may have
// some of its own.
func visible(text []byte) []byte {
	if found, steps := bare(bytes.TrimSpace(text)); found != nil && steps == nil {
		return bytes.Clone(text)
	}
	seen := make([]byte, 0, len(text))
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if !unicode.Is(unicode.Cf, r) {
			seen = append(seen, text[:size]...)
		}
		text = text[size:]
	}
	return seen
}

// piece is what was inside a wrapping.
type piece struct {
	how  string // one gets there; empty where that is not worth a word
	text []byte
}

// wrappings are the ways to take a wrapping off, each with whether it is there. What
// has one is not asked for those behind it, so each level reads a text once.
var wrappings = []func(text []byte) (inside []piece, is bool){
	jsonStrings, quoted, headers, declared, scheme, cookies, parameters, assigned, percentEncoded,
}

// unwrap takes off at most depth wrappings, and counts the texts that it looks into
// down to 0.
func unwrap(text []byte, depth int, texts *int) (found []byte, steps []string) {
	text = bytes.TrimSpace(text)
	if depth == 0 || *texts == 0 || !bytes.ContainsAny(text, ".%") {
		return nil, nil
	}
	*texts--
	if found, step := bare(text); found != nil {
		return found, step
	}
	for _, wrapping := range wrappings {
		if inside, is := wrapping(text); is {
			return firstToken(inside, depth-1, texts)
		}
	}
	return nil, nil
}

func firstToken(pieces []piece, depth int, texts *int) ([]byte, []string) {
	for _, p := range pieces {
		found, steps := unwrap(p.text, depth, texts)
		switch {
		case found == nil:
			continue
		case p.how == "", slices.Contains(steps, p.how): // quotes within quotes
		case strings.HasPrefix(p.how, "after ") && len(steps) > 0 && strings.HasPrefix(steps[0], "after "): // Authorization: Bearer
		default:
			steps = append([]string{p.how}, steps...)
		}
		return found, steps
	}
	return nil, nil
}

// plain returns how many characters at the beginning of the text are those of
// base64url or one of more.
func plain(text []byte, more string) int {
	for i, c := range text {
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_'
		if !letter && strings.IndexByte(more, c) < 0 {
			return i
		}
	}
	return len(text)
}

// bare returns the token that has no more wrapping than white space inside. A token
// may be broken, with padding or in another alphabet, and of those with a payload as
// it stands only [token.ParseAny] knows where they end.
func bare(text []byte) ([]byte, []string) {
	if token.LooksLike(text) {
		if plain(text, ".+/=") == len(text) {
			return text, nil
		}
		if _, err := token.ParseAny(text); err == nil {
			return text, nil
		}
	}
	lines := bytes.Fields(text)
	if len(lines) < 2 {
		return nil, nil
	}
	for i, line := range lines {
		lines[i] = bytes.TrimRight(line, ",;")
	}
	if first, err := token.ParseAny(lines[0]); err == nil && bytes.Count(lines[0], []byte{'.'}) > 1 {
		switch {
		case bytes.HasPrefix(lines[1], []byte("eyJ")):
			return lines[0], []string{"the first of several"}
		case whole(first):
			return nil, nil
		}
	}
	joined := bytes.Join(lines, nil)
	if plain(joined, ".") < len(joined) || !token.LooksLike(joined) {
		return nil, nil
	}
	if bytes.ContainsAny(text, "\r\n") {
		return joined, []string{"line breaks removed"}
	}
	return joined, []string{"spaces removed"}
}

// whole reports whether nothing is missing at the end of a token: its signature has
// a length that signatures have. Those of RSA have that of the key.
func whole(t *token.Token) bool {
	if _, err := t.Algorithm(); err == nil {
		return t.NoSecret() == ""
	}
	return slices.Contains([]int{64, 96, 114, 128, 132, 256, 384, 512}, len(t.Signature()))
}

// jsonStrings returns every text in a JSON object or array, that of the access token
// first, and none of a key or where there is a secret too.
func jsonStrings(text []byte) (inside []piece, is bool) {
	if text[0] != '{' && text[0] != '[' {
		return nil, false
	}
	if !json.Valid(text) { // a terminal breaks lines within strings
		if text = withoutLineBreaks(text); !json.Valid(text) {
			return nil, false
		}
	}
	var others []piece
	read := walk(json.NewDecoder(bytes.NewReader(text)), "", func(name, value string) bool {
		p := piece{"in " + called("member", name), []byte(value)}
		switch {
		case name == "kty", (secretName(name) || strings.HasSuffix(plainName(name), "key")) && value != "" && !token.LooksLike(p.text):
			return false
		case plainName(name) == "accesstoken":
			inside = append(inside, p)
		default:
			others = append(others, p)
		}
		return len(inside)+len(others) < maxTexts
	})
	if !read {
		return nil, true
	}
	return append(inside, others...), true
}

// walk yields each text in the next value of valid JSON with the name of the member
// that it is in, until yield or walk returns false.
func walk(d *json.Decoder, name string, yield func(name, value string) bool) bool {
	first, _ := d.Token()
	switch first := first.(type) {
	case string:
		return yield(name, first)
	case json.Delim:
		for d.More() {
			if first == '{' {
				next, _ := d.Token()
				name, _ = next.(string)
			}
			if !walk(d, name, yield) {
				return false
			}
		}
		_, _ = d.Token() // the closing bracket
	}
	return true
}

// secretName reports whether what has that name is a secret.
func secretName(name string) bool {
	name = plainName(name)
	return strings.Contains(name, "secret") || strings.Contains(name, "passw")
}

// plainName returns a name without what separates its words.
func plainName(name string) string { return separators.Replace(strings.ToLower(name)) }

var separators = strings.NewReplacer("_", "", "-", "")

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

// Package bearer finds a token in what carries it: a header, a cookie, an address, JSON,
// quotes, lines that were broken. Package paste reads everything else that a person
// pastes.
//
//	found, how := bearer.Token([]byte("Authorization: Bearer eyJ…"))
//	// the token alone, "after Bearer"
package bearer

import (
	"bytes"
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

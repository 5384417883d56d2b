// Package snippet shows how programs read a secret from the environment and use
// it: one short file per library that signs and verifies tokens, commands that
// make a secret without this site, and a table of the bytes that libraries take
// for the key when they are given a text.
//
// Every file of a library does the same, in the way of its language:
//
//   - It reads one environment variable and decodes it as the caller asks. Text
//     that is not in that encoding is refused, not skipped.
//   - It refuses a key below the size that RFC 7518 §3.2 demands.
//   - It signs with one algorithm and a lifetime of fifteen minutes, and accepts
//     that algorithm alone (RFC 8725 §3.1).
//
// The files are in the folder code, one for each library; [Snippet.Code] adapts
// one to a variable, an algorithm and an encoding. The tests run what it returns,
// to the letter; [Snippet.Record] tells what they ran, with which versions, and
// when. [Highlight] marks comments, strings and keywords.
//
//	for _, s := range snippet.All() {
//		code, err := s.Code("JWT_SECRET", secret.HS256, token.Base64URL)
//		…
//	}
package snippet

import (
	"embed"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

//go:embed code
var files embed.FS

// Snippet is one file of source code for one library.
type Snippet struct {
	ID       string   // "node-jose": lower-case letters, digits and hyphens
	Name     string   // "Node.js with jose"
	Language Language // for [Highlight]
	File     string   // what to call it: "tokens.mjs"
	Needs    string   // how to get the library: "npm install jose"

	source string // its name in the folder code
}

// Encoding returns how a snippet has to read a secret of this format, and false
// for [secret.Raw] and [secret.JWK], which no environment variable carries as
// the key's own text.
func Encoding(f secret.Format) (token.Encoding, bool) {
	switch f {
	case secret.Base64URL:
		return token.Base64URL, true
	case secret.Base64:
		return token.Base64, true
	case secret.HexLower, secret.HexUpper:
		return token.Hex, true
	case secret.Alphanumeric:
		return token.UTF8, true
	default:
		return 0, false
	}
}

// Code returns the file's text for a secret that the named environment variable
// holds in the encoding. The error is one of [export.CheckName], or
// [secret.ErrAlgorithm].
func (s Snippet) Code(variable string, a secret.Algorithm, e token.Encoding) (string, error) {
	if err := export.CheckName(variable); err != nil {
		return "", err
	}
	if a.MinSize() == 0 {
		return "", secret.ErrAlgorithm
	}
	source, err := files.ReadFile("code/" + s.source)
	if err != nil {
		return "", err
	}
	return Adapt(string(source), variable, a, e), nil
}

// StrictBase64 returns the call by which programs often hand this library a text in
// standard base64, and which takes no - and no _, or "". Our code never calls it.
func (s Snippet) StrictBase64() string {
	for _, r := range LibraryReadings() {
		if s.Name == r.For+" with "+r.Library && r.Encoding == token.Base64 && r.Base64 == Standard {
			return r.Call
		}
	}
	return ""
}

// Adapt makes code for a variable, an algorithm and an encoding of source code that
// was written for all encodings, HS256 and JWT_SECRET. It keeps lines that have no
// mark and those whose mark, a comment at their end such as "//@ hex base64" or
// "#@ utf-8", names the encoding. Then it puts in what the source has examples of:
// HS256 in every spelling, its least size of 32 bytes, and JWT_SECRET. No source may
// have these numbers for another reason.
func Adapt(source, variable string, a secret.Algorithm, e token.Encoding) string {
	var kept strings.Builder
	for line := range strings.Lines(source) {
		kept.WriteString(Keep(line, strings.ToLower(e.String())))
	}
	return strings.NewReplacer(
		"JWT_SECRET", variable,
		"256", strconv.Itoa(a.UsableBits()),
		"32", strconv.Itoa(a.MinSize()),
	).Replace(kept.String())
}

// Keep returns a line without its mark, or "" if the mark does not have the word: the
// line is for other encodings, or other algorithms.
func Keep(line, word string) string {
	code, words, marked := strings.Cut(line, "@ ")
	code, comment := strings.CutSuffix(code, "//")
	if !comment {
		code, comment = strings.CutSuffix(code, "#")
	}
	switch {
	case !marked || !comment:
		return line
	case slices.Contains(strings.Fields(words), word):
		return strings.TrimRight(code, " ") + "\n"
	default:
		return ""
	}
}

// Package pair shows how programs use a key pair: for each library a short file that
// signs with the private key, and one that verifies with the key set that the issuer
// publishes.
//
// Every pair of files does the same, in the way of its language:
//
//   - The one reads the private key, from the file that JWT_PRIVATE_KEY_FILE names (PEM)
//     with its "kid" in JWT_KEY_ID, or as a JWK from JWT_PRIVATE_JWK. It sets "kid", "iss",
//     "aud", "iat" and "exp", fifteen minutes later, and signs with one algorithm.
//   - The other knows no secret. It fetches the key set and keeps it, takes the key that the
//     token's "kid" names and no other, accepts one algorithm alone (RFC 8725 §3.1), and
//     demands "iss", "aud" and "exp" as they have to be (RFC 8725 §3.8 and §3.9).
//
// The issuer is https://issuer.example and the audience https://api.example: who uses a
// file puts their own there. The tests run the files with the address of a server of
// theirs for the issuer, and otherwise to the letter; [Snippet.Needs] tells what they ran
// and with which versions.
//
// It is apart from package snippet, so that the page's program does not hold its texts.
//
//	for _, s := range pair.Snippets("ES256") {
//		fmt.Println(s.Title, s.Sign, s.Verify)
//	}
package pair

import (
	"embed"
	"encoding/json"
	"slices"
	"strings"

	"jwtsecret/app/export/snippet"
)

//go:embed code
var files embed.FS

//go:embed record.json
var recordFile []byte

// Snippet is code for one library and one algorithm.
type Snippet struct {
	ID        string // "node-jose"
	Title     string // "Node.js with jose"
	Highlight string // the language, for [snippet.Highlight]
	Sign      string // signs with the private key
	Verify    string // verifies with the key set, the algorithm pinned
	Needs     string // sentences: how to get the library, and what the tests did with this code
}

// Snippets returns those for a signature algorithm, "ES256", whose libraries know it. Of
// any other text there are none.
func Snippets(algorithm string) []Snippet {
	var all []Snippet
	for _, l := range libraries() {
		if slices.Contains(l.algorithms, algorithm) {
			all = append(all, Snippet{
				l.id, l.title, string(l.language), l.code("sign", algorithm), l.code("verify", algorithm),
				"Get it with: " + l.needs + ". " + sentence(Records()[l.id]),
			})
		}
	}
	return all
}

// code returns one of the library's files for an algorithm. They are written for all
// families of algorithms, with marks as in "//@ RS PS" on the lines that are for some
// only, and for ES256.
func (l library) code(action, algorithm string) string {
	source, err := files.ReadFile("code/" + l.id + "." + action + l.suffix)
	if err != nil {
		panic(err) // a test holds that each is there
	}
	family := strings.TrimRight(algorithm, "0123456789")
	var kept strings.Builder
	for line := range strings.Lines(string(source)) {
		kept.WriteString(snippet.Keep(line, family))
	}
	return strings.ReplaceAll(kept.String(), "ES256", algorithm)
}

// Records returns the tests' own records of all libraries, by their id.
func Records() map[string]snippet.Record {
	var all map[string]snippet.Record
	_ = json.Unmarshal(recordFile, &all) // a test holds that it can be read
	return all
}

// sentence says what the tests did with both files.
func sentence(r snippet.Record) string {
	switch r.Checked {
	case snippet.Run:
		return "On " + r.Date + " our tests ran it as shown, but for the issuer's address, with " + r.With + "."
	case snippet.StandIn:
		return "On " + r.Date + " our tests ran it with stand-ins of ours for the library (" + r.With + "), not with the library itself."
	case snippet.Parsed:
		return "On " + r.Date + " a parser of the language read it in our tests (" + r.With + "); they did not run it."
	default:
		return "Our tests did not check it: read it before you use it."
	}
}

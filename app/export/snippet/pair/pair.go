// Package pair shows how programs use a key pair: for each library a short file that
// signs with the private key, and one that verifies with the key set that the issuer
// publishes.
package pair

// Snippet is code for one library and one algorithm.
type Snippet struct {
	ID        string // "node-jose"
	Title     string // "Node.js with jose"
	Highlight string // the language, for [jwtsecret/app/export/snippet.Highlight]
	Sign      string // signs with the private key
	Verify    string // verifies with the key set, the algorithm pinned
	Needs     string // sentences: the library, and what the tests did with this code
}

// Snippets returns those for a signature algorithm, "ES256", whose libraries know it. Of
// any other text there are none.
func Snippets(algorithm string) []Snippet { return nil }

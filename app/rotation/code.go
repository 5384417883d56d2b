package rotation

import (
	_ "embed" // for the code

	"jwtsecret/app/export/snippet"
)

// Language is a language and library in which there is code for a rotation.
type Language struct {
	ID      string // "go"
	Title   string // "Go (golang-jwt)"
	File    string // name for the file: "keys.go"
	Library string // what it was written for: "github.com/golang-jwt/jwt/v5"
	Ran     string // with what the tests run it: "jose 6.2.17"

	Highlight snippet.Language // for [snippet.Highlight]

	source string // for [snippet.Adapt]
}

//go:embed code/go-golang-jwt.go.txt
var goSource string

//go:embed code/node-jose.mjs
var nodeSource string

//go:embed code/python-pyjwt.py
var pythonSource string

// Languages returns all languages.
func Languages() []Language {
	return []Language{
		{"go", "Go (golang-jwt)", "keys.go", "github.com/golang-jwt/jwt/v5", "golang-jwt 5.3.1", snippet.Go, goSource},
		{"node", "Node.js (jose)", "keys.mjs", "jose 6", "jose 6.2.17", snippet.JavaScript, nodeSource},
		{"python", "Python (PyJWT)", "keys.py", "PyJWT 2", "the PyJWT of Debian", snippet.Python, pythonSource},
	}
}

// Code returns a file in the language with this [Language.ID] that signs and
// verifies with the environment of every [Stage], and of the time before and
// after: it is deployed once and serves the next rotation too. It reads what
// [New] accepts, and refuses text that is not in the plan's encoding. Tokens need
// an "exp". It holds no secret. The error is [ErrLanguage].
func (p *Plan) Code(language string) (string, error) {
	for _, l := range Languages() {
		if l.ID == language {
			return snippet.Adapt(l.source, p.Name, p.Algorithm, p.Reading), nil
		}
	}
	return "", ErrLanguage
}

package rotation

import (
	_ "embed" // for the code
	"strconv"
	"strings"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Language is a language and library in which there is code for a rotation.
type Language struct {
	ID      string // "go"
	Title   string // "Go (golang-jwt)"
	File    string // name for the file: "keys.go"
	Library string // what it was written for: "github.com/golang-jwt/jwt/v5"
	Ran     string // with what the tests run it: "jose 6.2.17"

	code string // for HS256 and a secret JWT_SECRET that is read as it stands

	// readings makes other code of the code, by old and new text in turn.
	readings map[token.Encoding][]string
}

// The files are whole programs' parts, so that they can be read, formatted and
// run as they are. The folder's name keeps the go command out of it.
//
//go:embed _code/golang-jwt.go
var goCode string

//go:embed _code/jose.mjs
var nodeCode string

//go:embed _code/pyjwt.py
var pythonCode string

// Languages returns all languages.
func Languages() []Language {
	return []Language{
		{
			ID: "go", Title: "Go (golang-jwt)", File: "keys.go", Library: "github.com/golang-jwt/jwt/v5", Ran: "golang-jwt 5.3.1", code: goCode,
			readings: map[token.Encoding][]string{
				token.Hex: {
					"\"errors\"", "\"encoding/hex\"\n\t\"errors\"",
					"return []byte(text), nil", "return hex.DecodeString(text)",
				},
				token.Base64: {
					"\"errors\"", "\"encoding/base64\"\n\t\"errors\"", "\"os\"", "\"os\"\n\t\"strings\"",
					"return []byte(text), nil", "return base64.RawStdEncoding.DecodeString(strings.TrimRight(text, \"=\"))",
				},
				token.Base64URL: {
					"\"errors\"", "\"encoding/base64\"\n\t\"errors\"", "\"os\"", "\"os\"\n\t\"strings\"",
					"return []byte(text), nil", "return base64.RawURLEncoding.DecodeString(strings.TrimRight(text, \"=\"))",
				},
			},
		},
		{
			ID: "node", Title: "Node.js (jose)", File: "keys.mjs", Library: "jose 6", Ran: "jose 6.2.17", code: nodeCode,
			readings: map[token.Encoding][]string{
				token.Hex:       {`(text, "utf8")`, `(text, "hex")`},
				token.Base64:    {`(text, "utf8")`, `(text, "base64")`},
				token.Base64URL: {`(text, "utf8")`, `(text, "base64url")`},
			},
		},
		{
			ID: "python", Title: "Python (PyJWT)", File: "keys.py", Library: "PyJWT 2", Ran: "the PyJWT of Debian", code: pythonCode,
			readings: map[token.Encoding][]string{
				token.Hex:       {"text.encode()", "bytes.fromhex(text)"},
				token.Base64:    {"import os\n", "import base64\nimport os\n", "text.encode()", `base64.b64decode(text + "=" * (-len(text) % 4))`},
				token.Base64URL: {"import os\n", "import base64\nimport os\n", "text.encode()", `base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))`},
			},
		},
	}
}

// Code returns a file in the language with this [Language.ID] that signs and
// verifies with the environment of every [Stage], and of the time before and
// after: it is deployed once and serves the next rotation too. Tokens need an
// "exp". It holds no secret. The error is [ErrLanguage].
func (p *Plan) Code(language string) (string, error) {
	for _, l := range Languages() {
		if l.ID == language {
			return l.write(p.Name, p.Algorithm, p.Reading), nil
		}
	}
	return "", ErrLanguage
}

func (l Language) write(name string, a secret.Algorithm, reading token.Encoding) string {
	size := strconv.Itoa(a.MinSize())
	pairs := append([]string{
		"JWT_SECRET", name,
		secret.HS256.String(), a.String(),
		"minSize = 32", "minSize = " + size,
		"MIN_SIZE = 32", "MIN_SIZE = " + size,
	}, l.readings[reading]...)
	return strings.NewReplacer(pairs...).Replace(l.code)
}

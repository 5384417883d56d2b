package job

import "jwtsecret/app/secret"

// Use asks how to put a secret to use; see [Event]'s Used. It holds the form as it
// stands, which may be wrong in any way.
type Use struct {
	Form    secret.Request
	Name    string // of the variable
	Target  string // the ID of an export.Target
	Library string // the ID of a snippet.Snippet
	Claims  string // of the sample tokens, JSON

	Held *Held `json:",omitempty"` // the secret on screen, if there is one
}

// Held is one secret, in a format that is text.
type Held struct {
	Request secret.Request // what it was made by
	Text    []byte
	KeyID   string `json:",omitempty"` // as drawn before, or empty to have one drawn
}

// Used is all that a page shows about putting a secret to use. What depends on the
// secret is there if the request held one.
type Used struct {
	Target        *Written `json:",omitempty"`
	Samples       []Sample `json:",omitempty"`
	ClaimsProblem string   `json:",omitempty"` // a sentence; then no sample has a token

	Snippet         Snippet
	Commands        []Command `json:",omitempty"`
	CommandsProblem string    `json:",omitempty"` // a sentence; then there are no commands
	Libraries       []LibraryReading

	Texts []byte `json:"-"` // that of Target, and after it the tokens of Samples
}

// Written is the secret as one target takes it.
type Written struct {
	ID       string // of the target
	KeyID    string // of the secret in JSON Web Keys
	FileName string
	Advice   []string
	Problem  string `json:",omitempty"` // a sentence; then there is no text
	Size     int    // of the text, in bytes
}

// Sample is a token that is signed with the secret, read in one way.
type Sample struct {
	Encoding string // "base64"
	Name     string // "base64 or base64url" where both give the same key
	KeySize  int    // bytes
	Size     int    // of the token, in bytes
}

// Snippet is a file of source code that reads the secret.
type Snippet struct {
	Spans   []Span
	Problem string `json:",omitempty"` // a sentence; then there is no code
	File    string // "tokens.mjs"
	Needs   string // "npm install jose"
	Record  string // how our tests checked it, a sentence
}

// Command makes a secret in a terminal.
type Command struct {
	ID     string
	Name   string // "OpenSSL"
	Spans  []Span
	Record string // how our tests checked it, a sentence
}

// Span is a piece of code that is shown alike.
type Span struct {
	Class string `json:",omitempty"` // "comment", "string", "keyword" or ""
	Text  string
}

// LibraryReading says what a library takes for the key.
type LibraryReading struct {
	Library string // "PyJWT 2.6, Python"
	Call    string
	Reads   string // "UTF-8"
	Source  string // an address
}

// Split returns the text for the target and the token of each sample, in the
// memory of Texts, and whether the message is whole.
func (u *Used) Split() (target []byte, tokens [][]byte, ok bool) {
	rest := u.Texts
	take := func(size int) (taken []byte) {
		if ok = ok && size >= 0 && size <= len(rest); ok {
			taken, rest = rest[:size], rest[size:]
		}
		return taken
	}
	ok = true
	if u.Target != nil {
		target = take(u.Target.Size)
	}
	for _, s := range u.Samples {
		tokens = append(tokens, take(s.Size))
	}
	return target, tokens, ok
}

// Verify asks whether a secret signed a token; see [Event]'s Verified. Both are as
// a person pasted them.
type Verify struct {
	Token, Secret []byte
}

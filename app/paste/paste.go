// Package paste reads what a person pasted: the key inside its wrapping.
//
// People do not paste keys. They paste a line of .env, a JSON Web Key, a quoted
// string, a value with a prefix that names its encoding, a file that ends with a
// line end. Which bytes a service makes of that, only its programs know; so the
// package proposes and explains, and decides nothing. [Read] returns candidates:
// the text as it stands first, to its last byte, and then every text that is left
// when one wrapping after the other is taken off, each with a name for how one gets
// there. Those that a service would use are marked; where a file holds several
// secrets there is one for each.
//
// A wrapping is one of these kinds; they may lie inside each other:
//
//   - edges: line ends, spaces, a byte-order mark, UTF-16, invisible characters;
//   - quotes of every sort, and escapes inside them;
//   - assignments: .env, shell, YAML, TOML, properties, Terraform, Compose, systemd,
//     program code; a Kubernetes Secret, whose data is base64; JSON of any shape;
//   - keys: JWK and JWKS (RFC 7517), PEM (RFC 7468), its body alone, SSH;
//   - encodings: prefixes such as base64: and 0x, hexadecimal in groups, base64 over
//     several lines or in two alphabets, percent-encoding, encodings inside encodings;
//   - characters that Unicode or Latin-1 writes in several ways.
//
// [Match] says which candidate signed a token. It also tries what lenient programs
// make of a text by mistake, such as a decoder that skips what it does not know.
//
//	p := paste.Read(text)
//	defer p.Wipe()
//	for _, i := range p.Used {
//		fmt.Println(p.Candidates[i].How) // the value of JWT_SECRET, without quotes
//	}
package paste

import (
	"bytes"
	"slices"

	"jwtsecret/app/token"
)

const (
	// MaxSize is the longest text, in bytes, that is looked into: no secret and no
	// token is longer. What is longer has one candidate, itself.
	MaxSize = 64 << 10

	// MaxCandidates is the most candidates that a text has.
	MaxCandidates = 512

	maxDepth = 6           // wrappings inside each other
	maxWork  = 8 * MaxSize // bytes of all candidates that are looked into
)

// Paste is what a text may hold.
type Paste struct {
	Candidates []Candidate // the text as it stands first
	Used       []int       // the indices of those that a service would use, one for each secret; never empty
	Remarks    []string    // sentences on what is odd about the text, which hold none of it
	LeftOut    int         // how many secrets more the text has, beyond the candidates
}

// Candidate is a text that may be the secret.
type Candidate struct {
	Kind Kind   // what it is by itself
	Of   int    // the index of the candidate that it was taken from; -1 for the text as it stands
	Name string // of the variable or member that holds it, or empty; it tells several secrets apart
	How  string // how one gets there: "the value of JWT_SECRET, without quotes"
	Text []byte // in new memory

	// Decoded says that it is readable and comes from hexadecimal or base64, as 16
	// random bytes do less than once in 2^22 times.
	Decoded bool

	// Encodings are the ways in which the wrapping says that the text is read. Nil
	// means that it says nothing.
	Encodings []token.Encoding
}

// Kind says what a text is.
type Kind uint8

// The kinds.
const (
	Secret        Kind = iota // nothing else that is known
	Token                     // a token of RFC 7515 or RFC 7516
	JSONWebKey                // with symmetric keys (RFC 7517, RFC 7518 §6.4)
	KeyFile                   // with a private key
	PublicKey                 // or a certificate: no secret at all
	Configuration             // assignments, or JSON, with at least one value
	Placeholder               // to be replaced by a secret, or the name of one
	Unsafe                    // marked by the program that made it as not for production
	PasswordHash              // made to compare passwords with
)

// Readings returns the keys that a library would make of the candidate: those of
// [token.Readings] that the wrapping allows.
func (c Candidate) Readings() []token.Reading {
	all := token.Readings(c.Text)
	if c.Encodings == nil {
		return all
	}
	return slices.DeleteFunc(all, func(r token.Reading) bool {
		other := !slices.Contains(c.Encodings, r.Encoding)
		if other {
			clear(r.Key)
		}
		return other
	})
}

// Inside reports whether the candidate i was taken from the candidate of, perhaps over
// others.
func (p Paste) Inside(i, of int) bool {
	for i = p.Candidates[i].Of; i >= 0; i = p.Candidates[i].Of {
		if i == of {
			return true
		}
	}
	return false
}

// Wrapped reports whether a service would use anything but the text as it stands,
// but for a line end, which a selection of a whole line brings along.
func (p Paste) Wrapped() bool {
	c := p.Candidates[p.Used[0]]
	return len(p.Used) > 1 || c.Encodings != nil || !bytes.Equal(c.Text, withoutLineEnd(p.Candidates[0].Text))
}

// Wipe overwrites the candidates.
func (p Paste) Wipe() {
	for _, c := range p.Candidates {
		clear(c.Text)
	}
}

// Read finds the candidates in a text of any bytes. It keeps no reference to the
// text. Texts of 64 KiB take some milliseconds.
func Read(text []byte) Paste {
	var r reader
	r.add(nil, step{text: slices.Clone(text)})
	if len(text) <= MaxSize {
		r.walk()
	}
	return r.paste()
}

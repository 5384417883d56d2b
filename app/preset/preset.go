// Package preset knows what products ask of the secret that signs their tokens: its
// algorithm, size and format, the variables that hold it, what else they want set
// beside it, and the tokens that they want signed with it.
//
// Each preset was read from the product's own source or documentation, which
// [Preset.Source] names with the day. It promises no more than that day's state.
//
// A preset is data; [Preset.Fill] makes the values of all its variables for one secret,
// and [Preset.Write] the text that holds them:
//
//	p, _ := preset.ByID("supabase")
//	values, err := p.Fill(text, time.Now())
//	if err != nil {
//		return err
//	}
//	defer preset.Wipe(values)
//	file, err := p.Write(values)
//	defer clear(file)
package preset

import (
	"time"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// Preset is what one product asks for.
type Preset struct {
	// ID names the preset in addresses, "/?for=supabase": letters a–z, digits and hyphens.
	ID string

	// Title is the product's name as it writes it.
	Title string

	// Algorithm, Size (bytes of randomness) and Format are those of the secret. Size is
	// never below the algorithm's minimum.
	Algorithm secret.Algorithm
	Size      int
	Format    secret.Format

	// Reading is how the product makes the key's bytes of the secret's text: token.UTF8
	// means that it takes the text as it stands, and every other that it decodes it. A
	// secret in the format JWK is read as one.
	Reading token.Encoding

	// Encrypts means that no token is signed with the secret: the product derives a key
	// of it that encrypts its tokens.
	Encrypts bool

	// Variables are what the product wants set, in the order of its documentation. Exactly
	// one has the role [Key] and holds the secret.
	Variables []Variable

	// Place says where the variables go, as in "docker/.env"; empty for a plain .env
	// file or the environment.
	Place string

	// Target is the id of the [export.Target] that writes the variables there; empty for
	// an .env file.
	Target string

	// Notes are sentences on what to heed.
	Notes []string

	Source Source
}

// Source says where a preset was read.
type Source struct {
	URL  string
	Date string // on which it was read, as in 2026-11-27
}

// Role says what a variable holds.
type Role uint8

// The roles.
const (
	Key     Role = iota // the secret itself
	Token               // a token that is signed with the secret
	Other               // random, but no JWT key: a salt, a session key
	Fixed               // a setting that is the same for everybody
	Further             // random, and a JWT key of its own beside the secret
)

// Variable is one value that a product wants set.
type Variable struct {
	Name string // of the environment variable, or of the member in a file
	Role Role

	// What says in a few words what the value is for; empty for the secret itself.
	What string

	// Before and After stand around a secret or a random value, as in
	// {"type":"HS256","key":"…"}.
	Before, After string

	// Value is that of a [Fixed] variable.
	Value string

	// Size (bytes of randomness) and Format are those of an [Other] or a [Further]
	// variable. Count is the number of random texts in it, with commas between them; 0
	// means one.
	Size   int
	Format secret.Format
	Count  int

	// Claims are those of a [Token], a JSON object without "iat" and "exp", which are
	// added: now, and Lifetime later.
	Claims   string
	Lifetime time.Duration
}

// Advice returns sentences that say where the variables go, what to heed, and where that
// was read.
func (p *Preset) Advice() []string {
	var all []string
	if p.Place != "" {
		all = []string{"Place: " + p.Place + "."}
	}
	return append(append(all, p.Notes...), "Read on "+p.Source.Date+" in "+p.Source.URL)
}

// ByID returns the preset of this id.
func ByID(id string) (Preset, bool) {
	for _, p := range all {
		if p.ID == id {
			return *p, true
		}
	}
	return Preset{}, false
}

// Request returns what asks for a secret of this preset.
func (p *Preset) Request() secret.Request {
	return secret.Request{Algorithm: p.Algorithm, Size: p.Size, Format: p.Format, Count: 1}
}

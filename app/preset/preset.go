// Package preset knows what products ask of the secret that signs their tokens: its
// algorithm, size and format, the variables that hold it, what else they want set
// beside it, and the tokens that they want signed with it.
//
// Each preset was read from the product's own source or documentation, which
// [Preset.Source] names with the day. It promises no more than that day's state.
//
// A preset is data; [Preset.Fill] makes the values of all its variables for one secret:
//
//	p, _ := preset.ByID("supabase")
//	values, err := p.Fill(text, time.Now())
package preset

import (
	"time"

	"jwtsecret/app/secret"
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

	// Variables are what the product wants set, in the order of its documentation. The
	// first with the role [Key] holds the secret; there is always one.
	Variables []Variable

	// Notes are sentences on what to heed, such as how the product reads the secret.
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
	Key   Role = iota // the secret that signs tokens
	Token             // a token that is signed with the secret
	Other             // random, but no JWT key: a salt, a session key
	Fixed             // a setting that is the same for everybody
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

	// Size (bytes of randomness) and Format are those of an [Other] variable.
	Size   int
	Format secret.Format

	// Claims are those of a [Token], a JSON object without "iat" and "exp", which are
	// added: now, and Lifetime later.
	Claims   string
	Lifetime time.Duration
}

// Value is a variable with its value.
type Value struct {
	Variable
	Text []byte // wipe it after use
}

// ByID returns the preset of this id.
func ByID(id string) (Preset, bool) {
	for _, p := range All() {
		if p.ID == id {
			return p, true
		}
	}
	return Preset{}, false
}

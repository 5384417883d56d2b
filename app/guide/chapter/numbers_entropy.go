package chapter

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"text/template"

	"jwtsecret/app/guess"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// entropyNumbers are those of the chapter on entropy.
var entropyNumbers = template.FuncMap{
	// doublings is how many times the work grows with so many bits.
	"doublings": func(bits int) string { return prose.Thousands(1 << bits) },

	// expected is the time of a search on average, by one of guess.Rates.
	"expected": func(rate string, bits float64) (string, error) {
		for _, r := range guess.Rates() {
			if r.Who == rate {
				return guess.About(r.Expected(bits)), nil
			}
		}
		return "", fmt.Errorf("no rate is named %q", rate)
	},

	// apartBits is how many bits outweigh the fastest machine against the slowest, rounded
	// up; apartCharacters are those of base64url that hold as many.
	"apartBits":       apartBits,
	"apartCharacters": func() int { return (apartBits() + 5) / 6 },

	// perCharacter is the bits of a character that is drawn from so many.
	"perCharacter": func(symbols float64) string { return strconv.FormatFloat(math.Log2(symbols), 'g', 3, 64) },

	// charactersFor is how many characters a secret of so many bytes takes in a format.
	"charactersFor": charactersFor,

	// times is what somebody reckons who takes a character for its place in memory.
	"times": func(n, bits int) string { return prose.Thousands(n * bits) },

	// shannonMost is the most that Shannon's formula gives for so many characters, all
	// different: n log₂ n.
	"shannonMost": func(n float64) int { return int(n * math.Log2(n)) },

	// auditBits is the bound of the audit for a text, repeated, in HS256.
	"auditBits": func(text string, times int) int {
		return strength.UpTo(strength.Audit([]byte(strings.Repeat(text, times)), secret.HS256, strength.Context{}).Bits())
	},
}

func apartBits() int {
	rates := guess.Rates()
	return int(math.Ceil(math.Log2(rates[len(rates)-2].PerSecond / rates[0].PerSecond))) // the last is no machine
}

// charactersFor makes a secret, counts its characters, and overwrites it.
func charactersFor(bytes int, format string) (int, error) {
	f, err := secret.ParseFormat(format)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", format, err)
	}
	made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: bytes, Format: f, Count: 1})
	if err != nil {
		return 0, err
	}
	defer made[0].Wipe()
	return made[0].Characters(), nil
}

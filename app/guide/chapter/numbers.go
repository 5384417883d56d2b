package chapter

import (
	"fmt"
	"text/template"

	"jwtsecret/app/secret"
)

// numbers are what the text of a chapter may ask for between {= and =}. Each works its number
// out by the packages that the product itself uses, so that the guide cannot say another one
// than the page does.
var numbers = together(
	template.FuncMap{
		"minBytes": minBytes,
		"minBits":  func(algorithm string) (int, error) { n, err := minBytes(algorithm); return 8 * n, err },
	},
	crackNumbers, encodingNumbers, entropyNumbers, lengthNumbers, pairNumbers, randomNumbers, rotationNumbers, tokenNumbers,
)

// together makes one map of those by topic. Of two with one name, one would hide the other.
func together(topics ...template.FuncMap) template.FuncMap {
	all := template.FuncMap{}
	for _, topic := range topics {
		for name, number := range topic {
			if all[name] != nil {
				panic("two numbers are named " + name)
			}
			all[name] = number
		}
	}
	return all
}

// minBytes is the least size of a key in bytes (RFC 7518 §3.2).
func minBytes(algorithm string) (int, error) {
	a, err := secret.ParseAlgorithm(algorithm)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", algorithm, err)
	}
	return a.MinSize(), nil
}

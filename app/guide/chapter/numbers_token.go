package chapter

import (
	"fmt"
	"text/template"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// tokenNumbers are those of the chapter on tokens: of the signature of an algorithm.
var tokenNumbers = template.FuncMap{
	"tagBytes":      tagBytes,
	"tagBits":       func(algorithm string) (int, error) { n, err := tagBytes(algorithm); return 8 * n, err },
	"tagCharacters": tagCharacters,

	// spareBits are those of the last character that no byte of the signature has.
	"spareBits": spareBits,

	// spellings is how many last characters have the same bits but for the spare ones.
	"spellings": func(algorithm string) (int, error) { n, err := spareBits(algorithm); return 1 << n, err },
}

// tagBytes is the size of a signature, asked of package token.
func tagBytes(algorithm string) (int, error) {
	a, err := secret.ParseAlgorithm(algorithm)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", algorithm, err)
	}
	signed, err := token.Sign(a, []byte("key"), []byte("{}"))
	if err != nil {
		return 0, err
	}
	t, err := token.Parse(signed)
	if err != nil {
		return 0, err
	}
	return len(t.Signature()), nil
}

// tagCharacters is how many characters of base64url, of six bits each, a signature takes.
func tagCharacters(algorithm string) (int, error) {
	n, err := tagBytes(algorithm)
	return (8*n + 5) / 6, err
}

func spareBits(algorithm string) (int, error) {
	n, err := tagBytes(algorithm)
	characters, _ := tagCharacters(algorithm)
	return 6*characters - 8*n, err
}

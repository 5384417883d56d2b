package chapter

import (
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"math"
	"text/template"

	"jwtsecret/app/guess"
	"jwtsecret/app/prose"
	"jwtsecret/app/secret"
)

// lengthNumbers are those of the chapter on the length of keys.
var lengthNumbers = template.FuncMap{
	"blockBytes":       blockBytes,
	"hashedFrom":       func(algorithm string) (int, error) { n, err := blockBytes(algorithm); return n + 1, err },
	"characters":       characters,
	"alphanumericBits": func(characters int) int { return int(float64(characters) * math.Log2(62)) },
	"keysOfBytes":      func(bytes int) string { return prose.Thousands(1 << (8 * bytes)) },
	"cardSearches":     func(bits int) string { return guess.Span(math.Exp2(float64(bits)) / guess.CardRate) },
}

// blockBytes is the size of a block of the hash in bytes (FIPS 180-4 §1, figure 1).
func blockBytes(algorithm string) (int, error) {
	switch algorithm {
	case "HS256":
		return sha256.BlockSize, nil
	case "HS384", "HS512":
		return sha512.BlockSize, nil
	default:
		return 0, fmt.Errorf("%q: %w", algorithm, secret.ErrAlgorithm)
	}
}

// characters is how many characters the shortest key of an algorithm has in a format.
func characters(algorithm, format string) (int, error) {
	size, err := minBytes(algorithm)
	if err != nil {
		return 0, err
	}
	return charactersFor(size, format)
}

package chapter

import (
	"crypto/rand"
	"fmt"
	"slices"
	"strings"
	"text/template"

	"jwtsecret/app/keypair"
	"jwtsecret/app/prose"
	"jwtsecret/app/token"
)

// pairNumbers are those of the chapter on key pairs.
var pairNumbers = template.FuncMap{
	"rsaLeast":   func() string { return prose.Thousands(slices.Min(keypair.Algorithm("RS256").Sizes())) },
	"rsaUsual":   func() string { return prose.Thousands(keypair.Algorithm("RS256").Sizes()[0]) },
	"tokenSizes": tokenSizes,

	// rsaLeastUntil is the last year in which NIST accepts new signatures with 2,048 bits, which
	// are worth 112 (SP 800-57 part 1 rev. 5, tables 2 and 4).
	"rsaLeastUntil": func() int { return 2030 },
}

// smallClaims are those of a token as services have them, so that its size says something.
const smallClaims = `{"iss":"https://issuer.example","sub":"1234567890","iat":1800000000,"exp":1800000900}`

// tokenSizes is a table, in Markdown, of how long the same small token is by algorithm.
func tokenSizes() (string, error) {
	var table strings.Builder
	table.WriteString("| Algorithm | Signature, bytes | Whole token, characters |\n|---|---|---|\n")
	row := func(name string, algorithm keypair.Algorithm, size int) {
		fmt.Fprintf(&table, "| %s | %s | %s |\n", name, prose.Thousands(size), prose.Thousands(tokenLength(algorithm, size)))
	}
	secretSize, err := minBytes("HS256") // an HMAC is as long as the least key: RFC 7518 §3.2
	if err != nil {
		return "", err
	}
	row("HS256", "HS256", secretSize)
	for _, a := range []keypair.Algorithm{"ES256", "EdDSA"} {
		size, err := signatureSize(a)
		if err != nil {
			return "", err
		}
		row(string(a), a, size)
	}
	bits := keypair.Algorithm("RS256").Sizes()
	slices.Sort(bits)
	for _, n := range bits {
		row("RS256, "+prose.Thousands(n)+" bits", "RS256", n/8) // as long as the modulus: RFC 8017 §8.2.1
	}
	size, err := signatureSize("ML-DSA-44")
	if err != nil {
		return "", err
	}
	row("ML-DSA-44", "ML-DSA-44", size)
	return table.String(), nil
}

// signatureSize makes a key and signs with it. It is for those whose signatures are always
// equally long and quickly made.
func signatureSize(a keypair.Algorithm) (int, error) {
	key, err := keypair.Generate(keypair.Kind{Algorithm: a}, rand.Reader)
	if err != nil {
		return 0, fmt.Errorf("%q: %w", a, err)
	}
	defer key.Wipe()
	signature, err := key.Sign(a, []byte("input"))
	return len(signature), err
}

// tokenLength is the length of a small token with a signature of so many bytes.
func tokenLength(a keypair.Algorithm, signature int) int {
	input := token.Input([]byte(`{"alg":"`+string(a)+`","typ":"JWT"}`), []byte(smallClaims))
	return len(token.WithSignature(input, make([]byte, signature)))
}

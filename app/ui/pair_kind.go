package ui

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/job"
)

// Which key a person needs, and why.

// pairNeed is what a person has, and the algorithm for it.
type pairNeed struct{ id, name, note, algorithm, why string }

var pairNeeds = [...]pairNeed{
	{"one", "One service", "It signs its tokens and verifies them", "", "A secret is enough here, and simpler: "},
	{"several", "Several services", "One signs, the others verify", "ES256",
		"ES256: the others can verify but not forge, and its keys and signatures are small."},
	{"clients", "Apps or third parties", "Code that is not yours verifies", "RS256",
		"RS256: OpenID Connect asks every provider for it, so every library has it."},
	{"fapi", "FAPI, Open Banking", "Banks and their partners", "PS256",
		"PS256: FAPI takes it and ES256, but not RS256, and Open Banking signs with it."},
	{"encrypted", "Encrypted tokens", "Nobody else may read them (JWE)", "ECDH-ES+A256KW",
		"ECDH-ES+A256KW: whoever has the public key encrypts, only you decrypt, and the keys are small."},
	{"quantum", "A post-quantum trial", "For when quantum computers come", "ML-DSA-65",
		"ML-DSA-65, for trials: RFC 9964 is a proposed standard of May 2026, and few libraries have it yet."},
}

// pairGroups are all algorithms, the usual ones of each group first.
var pairGroups = [...]struct{ title, algorithms string }{
	{"Signatures", "ES256 ES384 ES512 EdDSA RS256 RS384 RS512 PS256 PS384 PS512 ML-DSA-44 ML-DSA-65 ML-DSA-87"},
	{"Encryption", "ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW RSA-OAEP-256 RSA-OAEP"},
	{"Symmetric keys for JWE", "dir A128KW A192KW A256KW A128GCMKW A192GCMKW A256GCMKW"},
}

// pairFamily is what algorithms whose names begin alike have in common.
type pairFamily struct {
	prefix string
	param  string // of the choice in the address: bits or curve; empty where there is none
	sizes  string // to choose from, the default first
	note   string
}

const (
	paramBits  = "bits"
	paramCurve = "curve"

	rsaSizes = "3072 2048 4096"
)

// pairFamilies are in such an order that the first whose prefix fits is the right one.
var pairFamilies = [...]pairFamily{
	{"RSA", paramBits, rsaSizes, "Others encrypt with your RSA key. The one without a number is for old libraries."},
	{"RS", paramBits, rsaSizes, "Every library has it. 3072 bits are as strong as P-256; NIST allows 2048 through 2030."},
	{"PS", paramBits, rsaSizes, "RSA with the newer padding, PSS. Older libraries lack it."},
	{"ES", "", "", "ECDSA: small keys and signatures, in nearly every library."},
	{"Ed", "", "", "Ed25519: small and fast. Check that all of your libraries have it."},
	{"ML", "", "", "RFC 9964, a proposed standard of May 2026. A signature has 2,420 bytes or more."},
	{"EC", paramCurve, "P-256 X25519 P-384 P-521", "Others encrypt with your key on an elliptic curve."},
	{"dir", paramBits, "256 128 192 384 512", "The key encrypts the content itself, so its size is that of the content's encryption."},
	{"A", "", "", "Whoever encrypts with it also decrypts. It has exactly the bits that its name says."},
}

// pairKind is which key to make.
type pairKind struct{ algorithm, size string }

// usualPair is the kind of an algorithm where nothing else is chosen.
func usualPair(algorithm string) pairKind {
	k := pairKind{algorithm: algorithm}
	k.size, _, _ = strings.Cut(k.family().sizes, " ")
	return k
}

func (k pairKind) family() (f pairFamily) {
	for _, f = range pairFamilies {
		if strings.HasPrefix(k.algorithm, f.prefix) {
			break
		}
	}
	return f
}

// make is what the auditor is asked for.
func (k pairKind) make() *job.MakeKey {
	m := &job.MakeKey{Algorithm: k.algorithm, Curve: k.size}
	if k.family().param == paramBits {
		m.Bits, _ = strconv.Atoi(k.size)
		m.Curve = ""
	}
	return m
}

// algorithmNamed returns the algorithm of this name, whatever its case, or nothing.
func algorithmNamed(name string) string {
	for _, g := range pairGroups {
		for _, a := range strings.Fields(g.algorithms) {
			if strings.EqualFold(a, name) {
				return a
			}
		}
	}
	return ""
}

// readPair reads the kind from the query of an address, with the default in the place of
// what is wrong, and the names of that.
func readPair(query string) (k pairKind, wrong []string) {
	values, _ := url.ParseQuery(query)
	k = usualPair("ES256")
	if a := algorithmNamed(strings.ReplaceAll(values.Get(paramAlgorithm), " ", "+")); a != "" {
		k = usualPair(a)
	} else if values.Has(paramAlgorithm) {
		wrong = []string{paramAlgorithm}
	}
	f := k.family()
	for _, param := range [...]string{paramBits, paramCurve} {
		if size := values.Get(param); param == f.param && slices.Contains(strings.Fields(f.sizes), size) {
			k.size = size
		} else if values.Has(param) {
			wrong = append(wrong, param)
		}
	}
	return k, wrong
}

// param is the algorithm in an address, where a plus sign is a space.
func (k pairKind) param() string {
	return paramAlgorithm + "=" + strings.ReplaceAll(k.algorithm, "+", "%2B")
}

// query writes the kind for an address.
func (k pairKind) query() string {
	query := k.param()
	if f := k.family(); f.param != "" && !strings.HasPrefix(f.sizes, k.size) {
		query += "&" + f.param + "=" + k.size
	}
	if lettersOff {
		query += "&" + keysOff
	}
	return query
}

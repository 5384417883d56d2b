package keypair

import (
	"slices"
	"strings"
)

// Algorithm is what the "alg" of a key says: "ES256", "RSA-OAEP-256", "A256KW". The empty
// one is none.
type Algorithm string

// Family is the "kty" of a key: "RSA", "EC", "OKP", "AKP" or "oct".
type Family string

// The families of RFC 7518 §6.1, RFC 8037 §2 and RFC 9964.
const (
	RSA Family = "RSA"
	EC  Family = "EC"
	OKP Family = "OKP"
	AKP Family = "AKP"
	Oct Family = "oct"
)

// traits are what the standards say of an algorithm.
type traits struct {
	name   Algorithm
	family Family // empty where a curve decides
	use    string
	sizes  []int    // bits of the modulus or of the symmetric key, the default first
	curves []string // the default first
	known  bool     // only known, and no keys are made for it
}

// The modulus of 3072 bits is the default because it is worth 128 bits, as much as the
// other algorithms' keys; 2048 bits are worth 112, which NIST SP 800-57 part 1 rev. 5
// (table 4) lets nobody begin with after 2030.
var moduli = []int{3072, 2048, 4096}

var table = []traits{
	{name: "RS256", family: RSA, use: "sig", sizes: moduli},
	{name: "RS384", family: RSA, use: "sig", sizes: moduli},
	{name: "RS512", family: RSA, use: "sig", sizes: moduli},
	{name: "PS256", family: RSA, use: "sig", sizes: moduli},
	{name: "PS384", family: RSA, use: "sig", sizes: moduli},
	{name: "PS512", family: RSA, use: "sig", sizes: moduli},
	{name: "ES256", family: EC, use: "sig", curves: []string{"P-256"}},
	{name: "ES384", family: EC, use: "sig", curves: []string{"P-384"}},
	{name: "ES512", family: EC, use: "sig", curves: []string{"P-521"}},
	{name: "EdDSA", family: OKP, use: "sig", curves: []string{"Ed25519"}},
	{name: "Ed25519", family: OKP, use: "sig", curves: []string{"Ed25519"}, known: true}, // RFC 9864
	{name: "ML-DSA-44", family: AKP, use: "sig"},
	{name: "ML-DSA-65", family: AKP, use: "sig"},
	{name: "ML-DSA-87", family: AKP, use: "sig"},
	{name: "HS256", family: Oct, use: "sig", known: true},
	{name: "HS384", family: Oct, use: "sig", known: true},
	{name: "HS512", family: Oct, use: "sig", known: true},

	{name: "RSA-OAEP-256", family: RSA, use: "enc", sizes: moduli},
	{name: "RSA-OAEP", family: RSA, use: "enc", sizes: moduli},
	{name: "RSA-OAEP-384", family: RSA, use: "enc", known: true}, // of WebCrypto
	{name: "RSA-OAEP-512", family: RSA, use: "enc", known: true},
	{name: "RSA1_5", family: RSA, use: "enc", known: true},
	{name: "ECDH-ES", use: "enc", curves: agreement},
	{name: "ECDH-ES+A128KW", use: "enc", curves: agreement},
	{name: "ECDH-ES+A192KW", use: "enc", curves: agreement},
	{name: "ECDH-ES+A256KW", use: "enc", curves: agreement},
	// With "dir" the key is that of the content encryption (RFC 7518 §4.5), and its "alg"
	// names that: see direct.
	{name: "dir", family: Oct, use: "enc", sizes: []int{256, 128, 192, 384, 512}},
	{name: "A128KW", family: Oct, use: "enc", sizes: []int{128}},
	{name: "A192KW", family: Oct, use: "enc", sizes: []int{192}},
	{name: "A256KW", family: Oct, use: "enc", sizes: []int{256}},
	{name: "A128GCMKW", family: Oct, use: "enc", sizes: []int{128}},
	{name: "A192GCMKW", family: Oct, use: "enc", sizes: []int{192}},
	{name: "A256GCMKW", family: Oct, use: "enc", sizes: []int{256}},
	{name: "A128GCM", family: Oct, use: "enc", sizes: []int{128}, known: true},
	{name: "A192GCM", family: Oct, use: "enc", sizes: []int{192}, known: true},
	{name: "A256GCM", family: Oct, use: "enc", sizes: []int{256}, known: true},
	{name: "A128CBC-HS256", family: Oct, use: "enc", sizes: []int{256}, known: true},
	{name: "A192CBC-HS384", family: Oct, use: "enc", sizes: []int{384}, known: true},
	{name: "A256CBC-HS512", family: Oct, use: "enc", sizes: []int{512}, known: true},
}

var agreement = []string{"P-256", "X25519", "P-384", "P-521"}

// traits returns what the standards say of the algorithm; nothing of one not known.
func (a Algorithm) traits() (found traits) {
	if i := slices.IndexFunc(table, func(t traits) bool { return t.name == a }); i >= 0 {
		found = table[i]
	}
	return found
}

// Algorithms returns all for which keys are made, those for signatures first.
func Algorithms() []Algorithm {
	var names []Algorithm
	for _, t := range table {
		if !t.known {
			names = append(names, t.name)
		}
	}
	return names
}

// Family returns the "kty" of the algorithm's keys, or nothing where the curve of an
// ECDH-ES key decides: X25519 is [OKP], the others are [EC].
func (a Algorithm) Family() Family { return a.traits().family }

// Use returns "sig" or "enc", or nothing for an algorithm not known.
func (a Algorithm) Use() string { return a.traits().use }

// Sizes returns the sizes in bits that keys for it may be made with, the default first;
// none where the algorithm leaves no choice.
func (a Algorithm) Sizes() []int { return choice(a.traits().sizes) }

// Curves returns the curves that keys for it may be made on, the default first; none where
// the algorithm leaves no choice.
func (a Algorithm) Curves() []string { return choice(a.traits().curves) }

// direct are what the key for "dir" of so many bits is made for. A library looks for the
// content encryption in its "alg", where "dir" would fit every size and no content.
var direct = map[int]Algorithm{128: "A128GCM", 192: "A192GCM", 256: "A256GCM", 384: "A192CBC-HS384", 512: "A256CBC-HS512"}

// choice returns nothing where there is only one.
func choice[T any](of []T) []T {
	if len(of) < 2 {
		return nil
	}
	return slices.Clone(of)
}

// operations returns the "key_ops" of a key (RFC 7517 §4.3). Those of RSA-OAEP are two of
// each, because a library that wraps a key calls it the one or the other; the public key of
// an agreement has none, as WebCrypto has it.
func (a Algorithm) operations(family Family, private bool) []string {
	pair := func(public, own []string) []string {
		if private {
			return own
		}
		return public
	}
	switch {
	case family == Oct && a.Use() == "sig":
		return []string{"sign", "verify"}
	case strings.HasSuffix(string(a), "GCMKW"):
		return []string{"encrypt", "decrypt", "wrapKey", "unwrapKey"}
	case family == Oct && strings.HasSuffix(string(a), "KW"):
		return []string{"wrapKey", "unwrapKey"}
	case family == Oct:
		return []string{"encrypt", "decrypt"}
	case a.Use() == "sig":
		return pair([]string{"verify"}, []string{"sign"})
	case family == RSA:
		return pair([]string{"encrypt", "wrapKey"}, []string{"decrypt", "unwrapKey"})
	default:
		return pair([]string{}, []string{"deriveKey", "deriveBits"})
	}
}

package keypair

import (
	"errors"
	"slices"
)

// Key is a key, private, public or symmetric.
type Key struct {
	Algorithm Algorithm // empty where nothing says it
	ID        string    // "kid"; empty where it has none
	Use       string    // "sig", "enc" or empty
	Ops       []string  // "key_ops"; nil where it has none
	Chain     [][]byte  // "x5c": certificates in DER, its own first

	material material // never nil
}

// material is the key itself: [*rsaKey], [*ecKey], [*okpKey], [*akpKey] or [octKey].
type material interface {
	family() Family
	curve() string    // or empty
	bits() int        // of the modulus, the curve's order or the symmetric key
	private() bool    // it holds what must stay secret
	public() material // shares nothing that is secret; nil for a symmetric key
	members() []member
	wipe()
}

// member is one of a JWK that belongs to its kty. Those that a thumbprint is made of (RFC
// 7638 §3.2) are required.
type member struct {
	name     string
	text     string // as it is
	bytes    []byte // base64url of it, where text is empty
	secret   bool
	required bool
}

// The errors of making, writing and using keys.
var (
	// ErrForm says that a key has no such form.
	ErrForm = errors.New("a key of this kind has no such form")
	// ErrKind says that no key is made for an algorithm, of a size or on a curve.
	ErrKind = errors.New("no key of this kind is made")
	// ErrFit says that a key does not fit an algorithm.
	ErrFit = errors.New("the key does not fit this algorithm")
	// ErrPublic says that a public key cannot sign.
	ErrPublic = errors.New("a public key verifies and does not sign")
	// ErrWeak says that Go refuses to use the key: [Check] says why.
	ErrWeak = errors.New("the key is too weak or broken, and is not used")
	// ErrSignature says that a signature does not fit.
	ErrSignature = errors.New("the signature does not fit the key and the text")
)

// Private reports whether the key holds what must stay secret: a symmetric key always does.
func (k *Key) Private() bool { return k.material.private() }

// Family returns its "kty".
func (k *Key) Family() Family { return k.material.family() }

// Bits returns its size: of the modulus, the curve's order or the symmetric key. For
// ML-DSA, which has no such size, it is 0.
func (k *Key) Bits() int { return k.material.bits() }

// Curve returns "P-256", "Ed25519" and so on, or nothing where it is on none.
func (k *Key) Curve() string { return k.material.curve() }

// Public returns its public part, which shares nothing that is secret, or nil for a
// symmetric key. Its "key_ops" are what is left to do with it.
func (k *Key) Public() *Key {
	m := k.material.public()
	if m == nil {
		return nil
	}
	public := &Key{Algorithm: k.Algorithm, ID: k.ID, Use: k.Use, Chain: k.Chain, Ops: slices.Clone(k.Ops), material: m}
	if k.Private() && k.Ops != nil {
		public.Ops = counterparts(k.Ops)
	}
	return public
}

// counterparts are what the public key does where the private one does these.
func counterparts(ops []string) []string {
	public := []string{}
	for _, op := range ops {
		switch op {
		case "sign":
			op = "verify"
		case "decrypt":
			op = "encrypt"
		case "unwrapKey":
			op = "wrapKey"
		case "verify", "encrypt", "wrapKey":
		default: // derived from the private key only
			continue
		}
		if !slices.Contains(public, op) {
			public = append(public, op)
		}
	}
	return public
}

// named returns the key for an algorithm, with all that says so, and an id: its thumbprint,
// or chance for a symmetric one, whose thumbprint would let anyone test guesses.
func named(m material, a Algorithm) *Key {
	k := &Key{Algorithm: a, Use: a.Use(), Ops: a.operations(m.family(), m.private()), material: m}
	if k.ID = k.Thumbprint(); m.family() == Oct {
		k.ID = newKeyID()
	}
	return k
}

// Wipe overwrites what is secret, as far as a Go program can.
func (k *Key) Wipe() { k.material.wipe() }

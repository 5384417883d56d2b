package keypair

import (
	"cmp"
	"io"
	"slices"
)

// Kind says which key to make. The zero value of Bits and Curve is the default.
type Kind struct {
	Algorithm Algorithm
	Bits      int    // of an RSA modulus, or of a key for "dir"
	Curve     string // of a key for ECDH-ES: "P-256", "P-384", "P-521" or "X25519"
}

// Generate makes a key in Go, from a source of randomness such as [crypto/rand.Reader];
// Go takes its own for RSA and EC keys. The "alg" of a key for "dir" is the content
// encryption that takes its size, "A256GCM" for 256 bits. The error is [ErrKind] where no such key is made.
// A page makes RSA and EC keys with WebCrypto instead: see [FromPKCS8].
func Generate(k Kind, random io.Reader) (*Key, error) {
	k, err := k.Filled()
	if err != nil {
		return nil, err
	}
	m, err := k.material(random)
	if err != nil {
		return nil, err
	}
	if k.Algorithm == "dir" {
		k.Algorithm = direct[k.Bits]
	}
	return named(m, k.Algorithm), nil
}

// Filled returns the kind with its defaults: the bits of the modulus or of the symmetric
// key, or the curve. The error is [ErrKind] where no such key is made.
func (k Kind) Filled() (Kind, error) {
	t := k.Algorithm.traits()
	if t.sizes != nil {
		k.Bits = cmp.Or(k.Bits, t.sizes[0])
	}
	if t.curves != nil {
		k.Curve = cmp.Or(k.Curve, t.curves[0])
	}
	bits, curve := k.Bits == 0, k.Curve == ""
	bits = bits || slices.Contains(t.sizes, k.Bits)
	curve = curve || slices.Contains(t.curves, k.Curve)
	if t.name == "" || t.known || !bits || !curve {
		return k, ErrKind
	}
	return k, nil
}

func (k Kind) material(random io.Reader) (material, error) {
	switch family := k.family(); family {
	case RSA:
		return generateRSA(k.Bits, random)
	case EC:
		return generateEC(k.Curve, random)
	case OKP:
		return generateOKP(k.Curve, random)
	case AKP:
		return generateAKP(k.Algorithm, random)
	default:
		return generateOct(k.Bits, random)
	}
}

// family is that of the algorithm or, where it leaves the choice, of the curve.
func (k Kind) family() Family {
	switch {
	case k.Algorithm.Family() != "":
		return k.Algorithm.Family()
	case k.Curve == "X25519":
		return OKP
	default:
		return EC
	}
}

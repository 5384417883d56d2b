package keypair

import (
	"io"

	"github.com/cloudflare/circl/sign"
	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"
)

// akpKey is one of RFC 9964 for ML-DSA (FIPS 204), whose "alg" belongs to the key and to
// its thumbprint: the encoded public key, and the seed of 32 bytes, ξ, of the private one.
// RFC 9964, "ML-DSA for JOSE and COSE", is a Proposed Standard of May 2026.
type akpKey struct {
	alg       Algorithm
	pub, seed []byte
}

const seedSize = 32 // bytes; the same for all three

// scheme returns how the algorithm signs, or nil.
func (a Algorithm) scheme() sign.Scheme {
	switch a {
	case "ML-DSA-44":
		return mldsa44.Scheme()
	case "ML-DSA-65":
		return mldsa65.Scheme()
	case "ML-DSA-87":
		return mldsa87.Scheme()
	default:
		return nil
	}
}

func generateAKP(a Algorithm, random io.Reader) (material, error) {
	seed := make([]byte, seedSize)
	if _, err := io.ReadFull(random, seed); err != nil {
		return nil, err
	}
	return newAKP(a, nil, seed)
}

// newAKP returns the key of a seed, of a public key, or of both if they belong together.
func newAKP(a Algorithm, pub, seed []byte) (material, error) {
	if seed == nil {
		if len(pub) != a.scheme().PublicKeySize() {
			return nil, errPoint
		}
		return &akpKey{a, pub, nil}, nil
	}
	if len(seed) != seedSize {
		clear(seed)
		return nil, errApart
	}
	public, _ := a.scheme().DeriveKey(seed)
	derived, err := public.MarshalBinary()
	if err != nil || pub != nil && string(derived) != string(pub) {
		clear(seed)
		return nil, errApart
	}
	return &akpKey{a, derived, seed}, nil
}

func (k *akpKey) family() Family   { return AKP }
func (k *akpKey) curve() string    { return "" }
func (k *akpKey) bits() int        { return 0 }
func (k *akpKey) private() bool    { return k.seed != nil }
func (k *akpKey) public() material { return &akpKey{k.alg, k.pub, nil} }
func (k *akpKey) wipe()            { clear(k.seed) }

// members leaves "alg" out, which every key has in its place: see [Key.JWK].
func (k *akpKey) members() []member {
	all := []member{{name: "pub", bytes: k.pub, required: true}}
	if k.private() {
		all = append(all, member{name: "priv", bytes: k.seed, secret: true})
	}
	return all
}

package keypair

import (
	"crypto/ecdh"
	"crypto/ed25519"
	"io"
)

// okpKey is one of RFC 8037 §2 on Ed25519 or X25519: 32 bytes, and the 32 of the private
// one.
type okpKey struct {
	name       string
	point, own []byte
}

func generateOKP(curve string, random io.Reader) (material, error) {
	own := make([]byte, 32)
	if _, err := io.ReadFull(random, own); err != nil {
		return nil, err
	}
	return newOKP(curve, nil, own)
}

// newOKP returns the key of a private part, of a point, or of both if they belong together.
func newOKP(curve string, point, own []byte) (material, error) {
	if own == nil {
		if len(point) != 32 || curve == "Ed25519" && !onEdwards(point) {
			return nil, errPoint
		}
		return &okpKey{curve, point, nil}, nil
	}
	if len(own) != 32 {
		clear(own)
		return nil, errApart
	}
	derived := []byte(nil)
	if curve == "Ed25519" {
		private := ed25519.NewKeyFromSeed(own)
		derived = append(derived, private[32:]...)
		clear(private)
	} else if private, err := ecdh.X25519().NewPrivateKey(own); err == nil {
		derived = private.PublicKey().Bytes()
	}
	if point != nil && string(derived) != string(point) {
		clear(own)
		return nil, errApart
	}
	return &okpKey{curve, derived, own}, nil
}

func (k *okpKey) family() Family   { return OKP }
func (k *okpKey) curve() string    { return k.name }
func (k *okpKey) bits() int        { return 256 }
func (k *okpKey) private() bool    { return k.own != nil }
func (k *okpKey) public() material { return &okpKey{k.name, k.point, nil} }
func (k *okpKey) wipe()            { clear(k.own) }

func (k *okpKey) members() []member {
	all := []member{{name: "crv", text: k.name, required: true}, {name: "x", bytes: k.point, required: true}}
	if k.private() {
		all = append(all, member{name: "d", bytes: k.own, secret: true})
	}
	return all
}

package keypair

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"errors"
	"io"
)

// ecKey is one of RFC 7518 §6.2: a point, uncompressed (SEC 1 §2.3.3), which is on the
// curve, and the scalar of the private one, as long as the order.
type ecKey struct {
	name          string
	point, scalar []byte
}

var errPoint = errors.New("the point is not on the curve")

// curveOf returns the curve of a name, or nil.
func curveOf(name string) elliptic.Curve {
	switch name {
	case "P-256":
		return elliptic.P256()
	case "P-384":
		return elliptic.P384()
	case "P-521":
		return elliptic.P521()
	default:
		return nil
	}
}

func generateEC(curve string, random io.Reader) (material, error) {
	k, err := ecdsa.GenerateKey(curveOf(curve), random)
	if err != nil {
		return nil, err
	}
	scalar, err := k.Bytes()
	if err != nil {
		return nil, err
	}
	point, err := k.PublicKey.Bytes()
	return &ecKey{curve, point, scalar}, err
}

// newEC returns the key of a scalar, of a point, or of both if they belong together.
func newEC(curve string, point, scalar []byte) (material, error) {
	if scalar == nil {
		if _, err := ecdsa.ParseUncompressedPublicKey(curveOf(curve), point); err != nil {
			return nil, errPoint
		}
		return &ecKey{curve, point, nil}, nil
	}
	k, err := ecdsa.ParseRawPrivateKey(curveOf(curve), scalar)
	if err != nil {
		clear(scalar)
		return nil, errApart
	}
	own, err := k.PublicKey.Bytes()
	if err != nil || point != nil && string(own) != string(point) {
		clear(scalar)
		return nil, errApart
	}
	return &ecKey{curve, own, scalar}, nil
}

func (k *ecKey) family() Family   { return EC }
func (k *ecKey) curve() string    { return k.name }
func (k *ecKey) bits() int        { return curveOf(k.name).Params().BitSize }
func (k *ecKey) private() bool    { return k.scalar != nil }
func (k *ecKey) public() material { return &ecKey{k.name, k.point, nil} }
func (k *ecKey) wipe()            { clear(k.scalar) }

func (k *ecKey) members() []member {
	size := len(k.point) / 2
	all := []member{
		{name: "crv", text: k.name, required: true},
		{name: "x", bytes: k.point[1 : 1+size], required: true},
		{name: "y", bytes: k.point[1+size:], required: true},
	}
	if k.private() {
		all = append(all, member{name: "d", bytes: k.scalar, secret: true})
	}
	return all
}

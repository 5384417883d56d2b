package keypair

import (
	"crypto/ecdh"
	"math/big"
	"slices"
)

// The curve of Ed25519 is -x² + y² = 1 + d·x²·y² over the field of 2^255 - 19, with d =
// -121665/121666 (RFC 8032 §5.1). Neither crypto/ed25519 nor crypto/ecdh says of a public
// key what is asked here.
var (
	field    = new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 255), big.NewInt(19))
	edwardsD = divided(big.NewInt(-121665), big.NewInt(121666))
)

// divided returns a/b in the field.
func divided(a, b *big.Int) *big.Int {
	q := new(big.Int).ModInverse(b, field)
	return q.Mod(q.Mul(q, a), field)
}

// littleEndian reads 32 bytes as a number without its highest bit.
func littleEndian(point []byte) *big.Int {
	digits := slices.Clone(point)
	slices.Reverse(digits)
	digits[0] &= 0x7f
	return new(big.Int).SetBytes(digits)
}

// onEdwards reports whether 32 bytes are a point of Ed25519 (RFC 8032 §5.1.3): y, which is
// below 2^255 - 19, must have an x, whose square is (y² - 1)/(d·y² + 1), and where that is 0
// the highest bit, its sign, is none.
func onEdwards(point []byte) bool {
	one, y := big.NewInt(1), littleEndian(point)
	if y.Cmp(field) >= 0 {
		return false
	}
	square := new(big.Int).Mul(y, y)
	over := new(big.Int).Add(new(big.Int).Mul(edwardsD, square), one)
	over.Mod(over.Mul(over, square.Sub(square, one)), field) // a square where the quotient is one
	if over.Sign() == 0 {
		return point[31]>>7 == 0
	}
	return big.Jacobi(over, field) == 1
}

// smallOrder reports whether 8 times the public key is the neutral element: there X25519
// computes 0 with every private key (RFC 7748 §6.1). A point of Ed25519 is looked at where
// it lies on that curve, at u = (1+y)/(1-y) (§4.1).
func (k *okpKey) smallOrder() bool {
	u := slices.Clone(k.point)
	if k.name == "Ed25519" {
		one, y := big.NewInt(1), littleEndian(k.point)
		if y.Cmp(one) == 0 { // the neutral element, which is at no u
			return true
		}
		divided(new(big.Int).Add(one, y), new(big.Int).Sub(one, y)).FillBytes(u)
		slices.Reverse(u)
	}
	public, err := ecdh.X25519().NewPublicKey(u)
	if err != nil {
		return false
	}
	private, err := ecdh.X25519().NewPrivateKey(make([]byte, 32)) // as good as any: it is made a multiple of 8
	if err != nil {
		return false
	}
	_, err = private.ECDH(public)
	return err != nil
}

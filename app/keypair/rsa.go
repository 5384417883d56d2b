package keypair

import (
	"crypto/rsa"
	"errors"
	"io"
	"math/big"
)

// rsaKey is one of RFC 7518 §6.3, of two primes; without d it is public. It may be one
// that nobody should use: that is what [Check] is for.
type rsaKey struct {
	n, e, d, p, q *big.Int
	pss           bool // its PEM says that it is for RSASSA-PSS alone (RFC 4055 §1.2)
}

func generateRSA(bits int, random io.Reader) (material, error) {
	k, err := rsa.GenerateKey(random, bits)
	if err != nil {
		return nil, err
	}
	return &rsaKey{n: k.N, e: big.NewInt(int64(k.E)), d: k.D, p: k.Primes[0], q: k.Primes[1]}, nil
}

func (k *rsaKey) family() Family { return RSA }
func (k *rsaKey) curve() string  { return "" }
func (k *rsaKey) bits() int      { return k.n.BitLen() }
func (k *rsaKey) private() bool  { return k.d != nil }
func (k *rsaKey) public() material {
	return &rsaKey{n: new(big.Int).Set(k.n), e: new(big.Int).Set(k.e), pss: k.pss}
}

// wipe leaves the public key: numbers of zeros are none that one could compute with.
func (k *rsaKey) wipe() {
	wipeInts(k.d, k.p, k.q)
	k.d, k.p, k.q = nil, nil, nil
}

// wipeInts overwrites numbers; those that are nil are none.
func wipeInts(numbers ...*big.Int) {
	for _, x := range numbers {
		if x != nil {
			words := x.Bits()
			clear(words[:cap(words)])
		}
	}
}

func (k *rsaKey) members() []member {
	all := []member{
		{name: "n", bytes: k.n.Bytes(), required: true},
		{name: "e", bytes: k.e.Bytes(), required: true},
	}
	if k.private() {
		dp, dq, qi := k.crt()
		for i, x := range []*big.Int{k.d, k.p, k.q, dp, dq, qi} {
			all = append(all, member{name: privateRSA[i], bytes: x.Bytes(), secret: true})
		}
		wipeInts(dp, dq, qi)
	}
	return all
}

// privateRSA are the private members of an RSA key (RFC 7518 §6.3.2), in the order of the
// standard, but for "oth".
var privateRSA = []string{"d", "p", "q", "dp", "dq", "qi"}

// crt returns what speeds the private operation up (RFC 8017 §3.2).
func (k *rsaKey) crt() (dp, dq, qi *big.Int) {
	dp = new(big.Int).Mod(k.d, minusOne(k.p))
	dq = new(big.Int).Mod(k.d, minusOne(k.q))
	return dp, dq, new(big.Int).ModInverse(k.q, k.p)
}

// speeds returns [errApart] unless what speeds the private operation up, nil where it is not
// given, belongs to the key: a wrong one lets a signature give the key away.
func (k *rsaKey) speeds(dp, dq, qi *big.Int) error {
	ownDP, ownDQ, ownQI := k.crt()
	defer wipeInts(ownDP, ownDQ, ownQI)
	for _, pair := range [][2]*big.Int{{dp, ownDP}, {dq, ownDQ}, {qi, ownQI}} {
		if given, own := pair[0], pair[1]; given != nil && given.Cmp(own) != 0 {
			return errApart
		}
	}
	return nil
}

func minusOne(x *big.Int) *big.Int { return new(big.Int).Sub(x, big.NewInt(1)) }

// errApart says that the parts of a private key do not belong together.
var errApart = errors.New("the private and the public part do not belong together")

// together returns [errApart] unless n is the product of the primes and d undoes e.
func (k *rsaKey) together() error {
	one := big.NewInt(1)
	if k.p.BitLen() > k.n.BitLen() || k.q.BitLen() > k.n.BitLen() {
		return errApart
	}
	if k.p.Cmp(one) <= 0 || k.q.Cmp(one) <= 0 || new(big.Int).Mul(k.p, k.q).Cmp(k.n) != 0 {
		return errApart
	}
	ed := new(big.Int).Mul(k.e, k.d)
	defer wipeInts(ed)
	for _, prime := range []*big.Int{k.p, k.q} {
		order := minusOne(prime)
		if order.Cmp(one) > 0 && new(big.Int).Mod(ed, order).Cmp(one) != 0 {
			return errApart
		}
	}
	if new(big.Int).ModInverse(k.q, k.p) == nil {
		return errApart
	}
	return nil
}

// verifier and signer return the key as Go uses it; the error is [ErrWeak].
func (k *rsaKey) verifier() (*rsa.PublicKey, error) {
	if k.e.BitLen() > 31 || k.n.BitLen() > maxModulus {
		return nil, ErrWeak
	}
	return &rsa.PublicKey{N: k.n, E: int(k.e.Int64())}, nil
}

func (k *rsaKey) signer() (*rsa.PrivateKey, error) {
	public, err := k.verifier()
	if err != nil {
		return nil, err
	}
	private := &rsa.PrivateKey{PublicKey: *public, D: k.d, Primes: []*big.Int{k.p, k.q}}
	if private.Precompute(); private.Validate() != nil {
		return nil, ErrWeak
	}
	return private, nil
}

// The sizes in bits beyond which an RSA key is refused: it would only take time. That of
// the exponent is of FIPS 186-5 §5.4.
const (
	maxModulus  = 16384
	maxExponent = 256
)

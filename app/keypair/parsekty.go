package keypair

import (
	"encoding/base64"
	"math/big"
	"slices"
)

// key reads the whole JWK.
func (r *reader) key() *Key {
	k := &Key{Algorithm: Algorithm(r.text("alg")), ID: r.text("kid"), Use: r.text("use"), Ops: r.list("key_ops")}
	for _, text := range r.list("x5c") {
		der, err := base64.StdEncoding.DecodeString(text)
		if err != nil {
			r.fail("x5c", "is no array of certificates in base64, which here is not base64url")
			break
		}
		k.Chain = append(k.Chain, der)
	}
	if !r.has("kty") {
		r.fail("kty", "is missing")
	}
	if kty := Family(r.text("kty")); r.err == nil {
		m, err := r.material(kty, k.Algorithm)
		if r.err == nil {
			r.err = err
		}
		if r.err != nil && m != nil {
			m.wipe()
		}
		k.material = m
	}
	return k
}

// material reads what belongs to the kty.
func (r *reader) material(kty Family, a Algorithm) (material, error) {
	switch kty {
	case RSA:
		return r.rsa()
	case EC:
		return r.ec()
	case OKP:
		return r.okp()
	case AKP:
		if a.scheme() == nil {
			return nil, errUnknown
		}
		pub, seed := r.required("pub"), r.bytes("priv")
		if r.err != nil {
			return nil, r.err
		}
		return newAKP(a, pub, seed)
	case Oct:
		key := r.required("k")
		return octKey(key), r.err
	default:
		return nil, errUnknown
	}
}

func (r *reader) ec() (material, error) {
	curve := curveOf(r.text("crv"))
	if curve == nil {
		return nil, errUnknown
	}
	size := (curve.Params().BitSize + 7) / 8
	r.required("x")
	r.required("y")
	x, y, d := r.sized("x", size), r.sized("y", size), r.sized("d", size)
	if r.err != nil {
		return nil, r.err
	}
	return newEC(r.text("crv"), slices.Concat([]byte{4}, x, y), d)
}

func (r *reader) okp() (material, error) {
	curve := r.text("crv")
	if curve != "Ed25519" && curve != "X25519" {
		return nil, errUnknown
	}
	x, d := r.required("x"), r.bytes("d")
	if r.err != nil {
		return nil, r.err
	}
	return newOKP(curve, x, d)
}

func (r *reader) rsa() (material, error) {
	k := &rsaKey{n: r.number("n"), e: r.number("e")}
	private := slices.ContainsFunc(privateRSA, r.has)
	switch {
	case r.has("oth"):
		return nil, errPrimes
	case private && !r.has("d"):
		return nil, errApart
	case !private || r.err != nil || k.valid() != nil:
		return k, k.valid()
	}
	if k.d = r.number("d"); k.d.BitLen() > k.n.BitLen() {
		return k, errApart
	}
	if r.has("p") && r.has("q") {
		k.p, k.q = r.number("p"), r.number("q")
	} else if k.p, k.q = factors(k.n, k.e, k.d); k.p == nil {
		return k, errApart
	}
	if err := k.valid(); err != nil {
		return k, err
	}
	dp, dq, qi := r.given("dp"), r.given("dq"), r.given("qi")
	defer wipeInts(dp, dq, qi)
	return k, k.speeds(dp, dq, qi)
}

// given is a number that may be missing; it is nil then.
func (r *reader) given(name string) *big.Int {
	if !r.has(name) {
		return nil
	}
	return r.number(name)
}

// factors finds the primes of n from both exponents, by a square root of 1 that is neither
// 1 nor -1 (NIST SP 800-56B rev. 2, appendix C.1, with small bases for random ones); or nil
// where they do not belong together. Each base finds them with a chance of one half.
func factors(n, e, d *big.Int) (p, q *big.Int) {
	one, two, top := big.NewInt(1), big.NewInt(2), minusOne(n)
	k := new(big.Int).Sub(new(big.Int).Mul(e, d), one)
	if k.Sign() <= 0 || k.Bit(0) == 1 || n.Bit(0) == 0 || new(big.Int).Exp(two, k, n).Cmp(one) != 0 {
		return nil, nil
	}
	twos := int(k.TrailingZeroBits())
	odd := new(big.Int).Rsh(k, uint(twos))
	for base := int64(2); base < 32; base++ {
		x := new(big.Int).Exp(big.NewInt(base), odd, n)
		for range twos {
			square := new(big.Int).Exp(x, two, n)
			if square.Cmp(one) == 0 && x.Cmp(one) != 0 && x.Cmp(top) != 0 {
				p = new(big.Int).GCD(nil, nil, minusOne(x), n)
				return p, new(big.Int).Div(n, p)
			}
			x = square
		}
	}
	return nil, nil
}

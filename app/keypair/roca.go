package keypair

import "math/big"

// ROCA (CVE-2017-15361): a library of smart cards and TPMs made primes of the form
// k·M + (65537^a mod M), where M is the product of the first primes. So a modulus is a power
// of 65537 modulo M, and its primes can be computed (Nemec, Sys, Svenda, Klinec, Matyas,
// "The Return of Coppersmith's Attack", CCS 2017, §3.1). The first 39 primes, up to 167, are
// common to the keys of all sizes.
const rocaPrimes = 39

// logarithm is one modulo a small prime: n ≡ 65537^power, which repeats after order.
type logarithm struct{ power, order int64 }

// roca reports whether there is one power of 65537 that n is, modulo all the primes. That a
// random n is one happens about once in 2^154.
func roca(n *big.Int) bool {
	var all []logarithm
	for _, p := range smallPrimes()[1:rocaPrimes] {
		l, ok := logarithmOf(new(big.Int).Mod(n, big.NewInt(p)).Int64(), p)
		if !ok || !l.agrees(all) {
			return false
		}
		all = append(all, l)
	}
	return true
}

// logarithmOf finds the power by trying.
func logarithmOf(n, p int64) (l logarithm, ok bool) {
	l.power = -1
	value := int64(1)
	for l.order = 0; l.order == 0 || value != 1; l.order++ {
		if value == n {
			l.power = l.order
		}
		value = value * 65537 % p
	}
	return l, l.power >= 0
}

// agrees reports whether one power can be all of them: by the Chinese remainder theorem it
// can if each two agree modulo what their orders have in common.
func (l logarithm) agrees(others []logarithm) bool {
	for _, o := range others {
		common := new(big.Int).GCD(nil, nil, big.NewInt(l.order), big.NewInt(o.order)).Int64()
		if (l.power-o.power)%common != 0 {
			return false
		}
	}
	return true
}

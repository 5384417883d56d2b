package keypair

import (
	"math/big"
	"sync"
)

// weak returns what is wrong with an RSA key, the size first.
func (k *rsaKey) weak() []string {
	var codes []string
	if k.bits() < 2048 {
		codes = append(codes, "rsa-short")
	}
	codes = append(codes, exponent(k.e)...)
	switch small := smallFactor(k.n); {
	case small:
		codes = append(codes, "rsa-small")
	case roca(k.n):
		codes = append(codes, "rsa-roca")
	case closePrimes(k.n):
		codes = append(codes, "rsa-close")
	}
	return codes
}

// exponent returns what is wrong with a public exponent. That it be at least 65537 is asked
// by FIPS 186-5 §5.4.
func exponent(e *big.Int) []string {
	switch {
	case e.Cmp(big.NewInt(1)) == 0:
		return []string{"rsa-one"}
	case e.Bit(0) == 0:
		return []string{"rsa-even"}
	case e.Cmp(big.NewInt(65537)) < 0:
		return []string{"rsa-exponent"}
	default:
		return nil
	}
}

// smallPrimes are the primes below 65536, and smallProduct is what they multiply to.
var (
	smallPrimes  = sync.OnceValue(func() []int64 { return sieve(1 << 16) })
	smallProduct = sync.OnceValue(func() *big.Int {
		level := make([]*big.Int, len(smallPrimes()))
		for i, p := range smallPrimes() {
			level[i] = big.NewInt(p)
		}
		for len(level) > 1 {
			level = paired(level)
		}
		return level[0]
	})
)

func sieve(below int) []int64 {
	composite := make([]bool, below)
	var primes []int64
	for i := 2; i < below; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, int64(i))
		for j := i * i; j < below; j += i {
			composite[j] = true
		}
	}
	return primes
}

// smallFactor reports whether a prime below 65536 divides n.
func smallFactor(n *big.Int) bool {
	rest := new(big.Int).Mod(smallProduct(), n)
	return rest.GCD(nil, nil, rest, n).Cmp(big.NewInt(1)) != 0
}

// closeSteps is how far Fermat's method is followed: primes of b bits that differ in less
// than about b/2 bits are found in the first step.
const closeSteps = 32

// closePrimes finds, by Fermat's method, two factors that lie so close to each other that
// anyone finds them: n = a² - b² with a small b (Böck, "Fermat Factorization in the Wild",
// 2023).
func closePrimes(n *big.Int) bool {
	a := new(big.Int).Sqrt(n)
	for range closeSteps {
		rest := new(big.Int).Sub(new(big.Int).Mul(a, a), n)
		if rest.Sign() >= 0 {
			root := new(big.Int).Sqrt(rest)
			if root.Mul(root, root).Cmp(rest) == 0 {
				return true
			}
		}
		a.Add(a, big.NewInt(1))
	}
	return false
}

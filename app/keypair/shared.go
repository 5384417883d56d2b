package keypair

import (
	"iter"
	"math/big"
)

// shared yields the indexes of the RSA keys that share a prime with another one: whoever
// has both computes both private keys (Heninger, Durumeric, Wustrow, Halderman, "Mining Your
// Ps and Qs", 2012, §3.2). It is Bernstein's batch greatest common divisor: with the tree of
// products it takes a second for some thousand keys, and not for each pair.
func shared(keys []*Key) iter.Seq[int] {
	return func(yield func(int) bool) {
		moduli, places := distinct(keys)
		if len(moduli) < 2 {
			return
		}
		for i, rest := range remainders(moduli) {
			rest.Div(rest, moduli[i])
			if rest.GCD(nil, nil, rest, moduli[i]).Cmp(big.NewInt(1)) == 0 {
				continue
			}
			for _, place := range places[moduli[i].String()] {
				if !yield(place) {
					return
				}
			}
		}
	}
}

// distinct returns every modulus once, and where the keys stand that have it: a key that
// stands twice, as pair and as public key, shares nothing.
func distinct(keys []*Key) (moduli []*big.Int, places map[string][]int) {
	places = map[string][]int{}
	for i, k := range keys {
		if m, ok := k.material.(*rsaKey); ok {
			name := m.n.String()
			if places[name] == nil {
				moduli = append(moduli, m.n)
			}
			places[name] = append(places[name], i)
		}
	}
	return moduli, places
}

// remainders returns the product of all moduli modulo the square of each.
func remainders(moduli []*big.Int) []*big.Int {
	tree := [][]*big.Int{moduli}
	for level := moduli; len(level) > 1; tree = append(tree, level) {
		level = paired(level)
	}
	rest := tree[len(tree)-1]
	for i := len(tree) - 2; i >= 0; i-- {
		below := make([]*big.Int, len(tree[i]))
		for j, n := range tree[i] {
			below[j] = new(big.Int).Mod(rest[j/2], new(big.Int).Mul(n, n))
		}
		rest = below
	}
	return rest
}

// paired multiplies each two.
func paired(level []*big.Int) []*big.Int {
	var products []*big.Int
	for i := 0; i+1 < len(level); i += 2 {
		products = append(products, new(big.Int).Mul(level[i], level[i+1]))
	}
	if len(level)%2 == 1 {
		products = append(products, level[len(level)-1])
	}
	return products
}

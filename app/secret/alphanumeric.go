package secret

import "math"

// alphabet lists the symbols of the format Alphanumeric in the order of their
// index, 0 to 61.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

// bitsPerSymbol is the entropy of one symbol chosen uniformly: about 5.954 bits.
var bitsPerSymbol = math.Log2(float64(len(alphabet)))

// alphanumericLength returns the fewest symbols that hold at least the entropy
// of size bytes: ⌈8·size / log2 62⌉.
func alphanumericLength(size int) int {
	return int(math.Ceil(float64(8*size) / bitsPerSymbol))
}

// drawAlphanumeric fills text with uniformly chosen symbols. Anyone who knows
// the random bytes can repeat it:
//
//  1. Read as many random bytes as symbols are still missing.
//  2. The top six bits of each byte, b>>2, are a number from 0 to 63. The
//     numbers 62 and 63 are rejected; any other adds the symbol of that index
//     in A–Z, a–z, 0–9.
//  3. Repeat until no symbol is missing.
//
// Rejecting is what keeps the choice uniform: a modulus would make some symbols
// likelier than others. No byte that could have added a symbol is left unused.
func (g *generator) drawAlphanumeric(text []byte) {
	for missing := text; len(missing) > 0 && !g.broken; {
		g.read(missing)
		missing = missing[keepSymbols(missing):]
	}
}

// keepSymbols turns random bytes into symbols, moves these to the front and
// returns their number. It can work in place because it never writes ahead of
// the byte that it reads.
func keepSymbols(random []byte) int {
	kept := 0
	for _, b := range random {
		if index := int(b >> 2); index < len(alphabet) {
			random[kept] = alphabet[index]
			kept++
		}
	}
	return kept
}

package predict

import (
	"math"
	"math/bits"
)

// interval is what a part of the text says about the word behind it: it lies
// from low to high, both included.
type interval struct{ low, high uint64 }

// share returns the words whose number, times n, has the integer part k: from
// k/n to (k+1)/n of all words. V8 rounds that product, which moves the limits by
// less than one in 2^45 of the interval's width.
func share(k, n int) interval {
	if k+1 == n {
		return interval{limit(k, n), math.MaxUint64}
	}
	return interval{limit(k, n), limit(k+1, n) - 1}
}

// limit returns the least word that is at least k/n of all words, for k below n.
func limit(k, n int) uint64 {
	quotient, rest := bits.Div64(uint64(k), 0, uint64(n))
	if rest > 0 {
		quotient++
	}
	return quotient
}

// parity is an equation over the bits of a word: those under mask add up to sum
// modulo two. Mask is one bit, or two neighbours.
type parity struct {
	mask uint64
	sum  uint64 // 0 or 1
}

// parities returns the equations that hold for all words of the interval, and
// from which all others of that kind follow.
//
// Counting up, a step from t to t+1 flips the lowest j bits together, where t
// ends in j-1 ones. So the words of an interval differ by sums of such blocks of
// lowest bits, and an equation holds for all of them just if it has an even
// number of bits in each block that occurs. The sizes of the blocks cut the word
// into segments: above the largest block every single bit is known; in a segment
// below, every two neighbours are equal or unequal together. Three quarters of
// the way from 0111… to 1000… nothing is known of a single bit, and yet almost
// everything of their sums.
func (i interval) parities() []parity {
	var found []parity
	start := 0
	for size := 1; size <= 64; size++ {
		if !i.flips(size) {
			continue
		}
		for bit := start; bit < size-1; bit++ {
			found = append(found, i.parity(3<<bit))
		}
		start = size
	}
	for bit := start; bit < 64; bit++ {
		found = append(found, i.parity(1<<bit))
	}
	return found
}

func (i interval) parity(mask uint64) parity {
	return parity{mask, uint64(bits.OnesCount64(i.low&mask)) & 1}
}

// flips reports whether some step inside the interval flips exactly the lowest
// size bits: whether it reaches an odd multiple of 2^(size-1).
func (i interval) flips(size int) bool {
	half := uint64(1) << (size - 1)
	above := i.low&^(half-1) + half // the first multiple above low, or 0 when there is none
	if above < half {
		return false
	}
	if above&half == 0 { // an even multiple: the odd one is the next
		next := above + half
		return next > above && next <= i.high
	}
	return above <= i.high
}

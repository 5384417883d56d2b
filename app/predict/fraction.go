package predict

import (
	"cmp"
	"iter"
	"math"
	"math/bits"
	"strconv"
)

// base36 are the digits of toString(36).
const base36 alphabet = digits + lower

// fraction is the recipe Math.random().toString(36).slice(2, 2+cut), repeated.
type fraction struct {
	bits int // of the word that become the number: 52 or 53
	cut  int // characters kept of each number, at most; 0 keeps all
}

// fractionRecipes are the cuts that people make, the commonest first.
func fractionRecipes() (all []recipe) {
	for _, cut := range []int{0, 13, 9, 8, 10, 11, 5} {
		all = append(all, fraction{52, cut}, fraction{53, cut})
	}
	return all
}

const (
	// A number has its digits until they tell it from its neighbours: 52 bits are
	// 10.06 digits, and one more for each 36 times that the number is smaller.
	minFraction, maxFraction = 8, 14

	// sureDigits are not touched by the rounding at the end of a number.
	sureDigits = 9
)

// read follows every way to cut the text into fractions. Few survive: most cuts
// leave digits that no number has.
func (f fraction) read(text []byte) iter.Seq[[]interval] {
	return func(yield func([]interval) bool) { f.extend(nil, text, yield) }
}

// extend reads the rest of a text whose beginning is the given draws. It returns
// false when no more is wanted.
func (f fraction) extend(draws []interval, rest []byte, yield func([]interval) bool) bool {
	if len(rest) == 0 || f.known(draws) {
		return len(draws) < minDraws || yield(draws)
	}
	longest := min(cmp.Or(f.cut, maxFraction), len(rest))
	if f.cut > 0 || len(rest) < maxFraction { // the number, or the text, may have been cut here
		if !f.extend(append(draws, f.beginning(rest[:longest])), rest[longest:], yield) {
			return false
		}
	}
	for n := minFraction; n <= longest; n++ {
		draw, ok := f.whole(rest[:n])
		if ok && !f.extend(append(draws, draw), rest[n:], yield) {
			return false
		}
	}
	return true
}

// known reports whether the draws say so much more than the state has bits that
// no bit stays open and a wrong cut is found out. Three numbers would leave
// twelve open, and trying these takes longer than reading a fourth.
func (f fraction) known(draws []interval) bool {
	known := 0
	for _, d := range draws {
		known += bits.LeadingZeros64(d.high - d.low)
	}
	return known >= unknowns+64 && len(draws) > minDraws
}

// whole returns the words whose number has exactly these digits. There can be
// two, because V8 multiplies in rounded numbers.
func (f fraction) whole(text []byte) (interval, bool) {
	var value float64
	for i := len(text) - 1; i >= 0; i-- {
		value = (value + float64(digit(text[i]))) / 36
	}
	unit := math.Ldexp(1, f.bits)
	nearest := uint64(math.Round(value * unit))
	var i interval
	found := false
	for n := max(nearest, 2) - 2; n <= nearest+2; n++ { // the sum above is rounded as well
		if string(appendFraction(nil, float64(n)/unit)) != string(text) {
			continue
		}
		if !found {
			i.low = n << (64 - f.bits)
		}
		i.high, found = (n+1)<<(64-f.bits)-1, true
	}
	return i, found
}

// beginning returns the words whose number begins with these digits.
func (f fraction) beginning(text []byte) interval {
	n, scale := 0, 1
	for _, c := range text[:min(len(text), sureDigits)] {
		n, scale = n*36+digit(c), scale*36
	}
	return share(n, scale)
}

func digit(c byte) int {
	if c >= 'a' {
		return int(c-'a') + 10
	}
	return int(c - '0')
}

func (f fraction) write(dst []byte, output uint64) []byte {
	number := math.Ldexp(float64(output>>(64-f.bits)), -f.bits)
	start := len(dst)
	dst = appendFraction(dst, number)
	if f.cut > 0 && len(dst) > start+f.cut {
		dst = dst[:start+f.cut]
	}
	return dst
}

func (f fraction) name() string {
	if f.cut == 0 {
		return "Math.random().toString(36).slice(2), repeated"
	}
	return "Math.random().toString(36).substring(2, " + strconv.Itoa(2+f.cut) + "), repeated"
}

func (f fraction) engine() string {
	if f.bits == 52 {
		return olderV8
	}
	return newerV8
}

// appendFraction appends the digits after the point of value.toString(36), for a
// value from 0 to below 1. It follows DoubleToRadixCString of V8's
// numbers/conversions.cc step by step, because its rounding is what has to be
// undone: digits are written until what is left is less than half the distance
// to the next number, and the last one is rounded. The conversions keep compilers
// from fusing a product with the difference that follows.
func appendFraction(dst []byte, value float64) []byte {
	start := len(dst)
	delta := max((math.Nextafter(value, 2)-value)/2, math.SmallestNonzeroFloat64)
	for rest := value; rest >= delta; {
		rest = float64(rest * 36)
		delta = float64(delta * 36)
		d := int(rest)
		dst = append(dst, base36[d])
		rest -= float64(d)
		if (rest > 0.5 || rest == 0.5 && d%2 == 1) && rest+delta > 1 {
			return roundUp(dst, start)
		}
	}
	return dst
}

// roundUp adds one to the last digit. A digit that is already the highest goes
// away, and the one before it is raised.
func roundUp(dst []byte, start int) []byte {
	for len(dst) > start {
		last := digit(dst[len(dst)-1])
		dst = dst[:len(dst)-1]
		if last+1 < len(base36) {
			return append(dst, base36[last+1])
		}
	}
	return dst
}

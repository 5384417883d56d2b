package predict

import "math"

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

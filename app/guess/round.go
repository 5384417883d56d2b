package guess

import "strconv"

// Round writes a number as a sentence has it, from a million on with two digits that count:
// "640,000", "4.0 billion".
func Round(n float64) string {
	switch {
	case n >= 1e9:
		return tenths(n/1e9) + " billion"
	case n >= 1e6:
		return tenths(n/1e6) + " million"
	case n >= 1e3:
		return strconv.Itoa(int(n/1e3)) + ",000"
	default:
		return strconv.Itoa(int(n))
	}
}

func tenths(n float64) string {
	if n >= 10 {
		return strconv.FormatFloat(n, 'f', 0, 64)
	}
	return strconv.FormatFloat(n, 'f', 1, 64)
}

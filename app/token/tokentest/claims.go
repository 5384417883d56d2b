// Package tokentest makes up what tokens say, for the tests of this project that
// exchange tokens with other libraries.
package tokentest

// Random is where the choices come from, such as a *rand.Rand of math/rand/v2.
type Random interface {
	IntN(n int) int // at least 0, less than n
	NormFloat64() float64
}

// Claims makes up claims whose names and values are any text that JSON can hold,
// nested up to so deep. No name is one that RFC 7519 §4.1 registers. The same
// random numbers give the same claims.
func Claims(random Random, depth int) map[string]any {
	claims := map[string]any{}
	for range random.IntN(6) {
		claims[text(random)] = value(random, depth)
	}
	return claims
}

func value(random Random, depth int) any {
	switch kind := random.IntN(7); {
	case kind == 0:
		return nil
	case kind == 1:
		return random.IntN(2) == 0
	case kind == 2:
		return float64(random.IntN(1 << 40))
	case kind == 3:
		return random.NormFloat64()
	case kind == 4 && depth > 0:
		return Claims(random, depth-1)
	case kind == 5 && depth > 0:
		return []any{value(random, depth-1), value(random, depth-1)}
	default:
		return text(random)
	}
}

func text(random Random) string {
	characters := []rune("abz019 \"\\\n\x00.<>&é€😀")
	text := make([]rune, random.IntN(12))
	for i := range text {
		text[i] = characters[random.IntN(len(characters))]
	}
	return string(text)
}

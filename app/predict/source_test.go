package predict_test

import (
	"math"
	"math/rand/v2"

	"jwtsecret/app/predict"
)

// adding is Math.random of the engines that add, from the published xorshift128+
// and what their sources make of its result.
type adding struct {
	s        [2]uint64
	low      bool // the lower 53 bits
	backward bool
	cache    []float64
}

func (a *adding) xorshift128plus() uint64 {
	s1, s0 := a.s[0], a.s[1]
	a.s[0] = s0
	s1 ^= s1 << 23
	a.s[1] = s1 ^ s0 ^ s1>>17 ^ s0>>26
	return a.s[1] + s0
}

func (a *adding) random() float64 {
	if a.low {
		return math.Ldexp(float64(a.xorshift128plus()&(1<<53-1)), -53)
	}
	if !a.backward {
		return math.Ldexp(float64(a.xorshift128plus()>>11), -53)
	}
	for len(a.cache) == 0 {
		for range 64 {
			a.cache = append(a.cache, math.Ldexp(float64(a.xorshift128plus()>>11), -53))
		}
	}
	last := a.cache[len(a.cache)-1]
	a.cache = a.cache[:len(a.cache)-1]
	return last
}

// source is one Math.random.
type source interface{ random() float64 }

func newAdding(random *rand.Rand, low, backward bool) source {
	a := &adding{s: [2]uint64{random.Uint64(), random.Uint64()}, low: low, backward: backward}
	for range random.IntN(64) {
		a.random()
	}
	return a
}

// synthetic makes a new source of each engine, from a place in its cache that is
// as random as its state.
var synthetic = map[predict.Engine]func(*rand.Rand) source{
	predict.AddingLow:          func(r *rand.Rand) source { return newAdding(r, true, false) },
	predict.AddingHigh:         func(r *rand.Rand) source { return newAdding(r, false, false) },
	predict.AddingHighBackward: func(r *rand.Rand) source { return newAdding(r, false, true) },
	predict.Upper53:            func(r *rand.Rand) source { return newV8(r, 53) },
	predict.Upper52:            func(r *rand.Rand) source { return newV8(r, 52) },
}

func draw(s source, n int) []float64 {
	numbers := make([]float64, n)
	for i := range numbers {
		numbers[i] = s.random()
	}
	return numbers
}

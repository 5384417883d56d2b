package predict

import "iter"

// state is the state of xorshift128+ as V8 has it. V8 reads only the first word,
// and does so after the step.
type state [2]uint64

// step is XorShift128 of V8's base/utils/random-number-generator.h.
func (s state) step() state {
	t := s[0]
	t ^= t << 23
	t ^= t >> 17
	t ^= s[1]
	t ^= s[1] >> 26
	return state{s[1], t}
}

// back undoes that many steps. A shift by 17 is undone by those by its multiples
// up to 64, one after the other.
func (s state) back(steps int) state {
	for range steps {
		t := s[1] ^ s[0] ^ s[0]>>26
		t ^= t>>17 ^ t>>34 ^ t>>51
		t ^= t<<23 ^ t<<46
		s = state{t, s[0]}
	}
	return s
}

// cacheSize is how many numbers V8 makes at a time; it hands out the last first
// (kCacheSize in V8's math-random.h).
const cacheSize = 64

// stepOf returns the step, counted from 0, that made the number of one of the
// first 64 draws, when the cache still held that many numbers before the first.
// The count is such that the first draw always has the last step of a cache: only
// the draws after the cache was filled again lie elsewhere for another number
// held.
func stepOf(draw, held int) int {
	if draw < held {
		return cacheSize - 1 - draw
	}
	return 3*cacheSize - 1 - draw
}

// draws returns the numbers in the order in which they are handed out, without
// end, each as the word that V8 takes its upper bits of. The cache has lost the
// given number already, and began that many steps after the state.
func (s state) draws(gone int) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for range gone {
			s = s.step()
		}
		for held := cacheSize - gone; ; held = cacheSize {
			var cache [cacheSize]uint64
			for i := range cache {
				s = s.step()
				cache[i] = s[0]
			}
			for i := held - 1; i >= 0; i-- {
				if !yield(cache[i]) {
					return
				}
			}
		}
	}
}

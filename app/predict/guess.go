package predict

// guess says of one bit of s0, or of s0 ^ s1 for engines that add, which value it
// has. The bit of a sum is that of s0 ^ s1 and of the carry from the bits below,
// and the carry is the guess.
type guess struct {
	draw, bit int
	value     uint64  // 0 or 1
	doubt     float64 // the chance that the value is wrong: 0 to 1/2
}

// likeliest returns the least doubtful guesses, the least doubtful first, for
// numbers that are multiplied by 2^53.
func (f *formula) likeliest(numbers []uint64) []guess {
	best := make([]guess, 0, 2*unknowns)
	for draw, number := range numbers {
		word, above := f.known(number)
		for bit := f.lowest; bit < above; bit++ {
			g := guess{draw: draw, bit: bit}
			g.value, g.doubt = f.guess(word, bit)
			best = insert(best, g)
		}
	}
	return best
}

// guess reads a bit of a word.
//
// Where two words are added, both random, the sum of their lower i bits is any
// value as often as any other. If it is S, then of the 2^i pairs that give it,
// those have no carry whose first word is at most S: S+1 of them. So a carry is
// nearly certain where the bits below are zeros and nearly impossible where they
// are ones. Of the bits below those known, the middle is taken.
func (f *formula) guess(word uint64, bit int) (value uint64, doubt float64) {
	value = word >> bit & 1
	if !f.sum {
		return value, 0
	}
	pairs := uint64(1) << bit
	below := word%pairs + (1<<f.lowest)/2
	if f.lowest == 0 {
		below++
	}
	noCarry := float64(below) / float64(pairs)
	if noCarry < 0.5 {
		return 1 - value, noCarry
	}
	return value, 1 - noCarry
}

// insert puts a guess in its place, and lets the last one go when there is no
// more room.
func insert(best []guess, g guess) []guess {
	place := len(best)
	for place > 0 && best[place-1].doubt > g.doubt {
		place--
	}
	if place == cap(best) {
		return best
	}
	if len(best) < cap(best) {
		best = append(best, g)
	}
	copy(best[place+1:], best[place:])
	best[place] = g
	return best
}

package predict

import (
	"iter"
	"math/bits"
	"sync"
)

const (
	unknowns = 128 // bits of the state

	// enough is how many equations beyond those needed must hold before the
	// search for a solution stops asking for more. A false place in the cache
	// passes once in 2^24; writing the text settles the matter.
	enough = 24

	// maxFree is how many bits of the state may stay open and be tried in all
	// their values.
	maxFree = 12

	// maxDraws is how many draws are used at most: by then any text has shown the
	// state or contradicted itself. The cache is filled at most once among them, so
	// they lie within solvedSteps steps.
	maxDraws    = cacheSize
	solvedSteps = 3 * cacheSize
)

// row is a sum of bits of the unknown state.
type row [2]uint64

func (r row) plus(o row) row { return row{r[0] ^ o[0], r[1] ^ o[1]} }

// word is a word of a later state: each bit as a sum of bits of the first state.
type word [64]row

// solved are the words of as many steps as Prove looks at, once it does.
var solved struct {
	words []word
	once  sync.Once
}

func outputs() []word {
	solved.once.Do(func() { solved.words = firstWords(solvedSteps) })
	return solved.words
}

// firstWords returns the first word of the state after each step. The second
// word is the first after the next step. It is state.step over again, with rows
// for bits.
func firstWords(steps int) []word {
	words := make([]word, steps)
	var a, b word
	for bit := range 64 {
		a[bit], b[bit] = row{1 << bit, 0}, row{0, 1 << bit}
	}
	for i := range words {
		t := a.plus(a.left(23))
		t = t.plus(t.right(17))
		t = t.plus(b)
		t = t.plus(b.right(26))
		a, b = b, t
		words[i] = a
	}
	return words
}

func (w word) plus(o word) word {
	for bit := range w {
		w[bit] = w[bit].plus(o[bit])
	}
	return w
}

func (w word) left(n int) (shifted word) {
	copy(shifted[n:], w[:])
	return shifted
}

func (w word) right(n int) (shifted word) {
	copy(shifted[:], w[n:])
	return shifted
}

// system is a set of independent equations. Each has a bit of its own, its
// pivot, which no later equation contains. The zero value has none.
//
// The right side of an equation is a sum as well, of up to 128 values that need
// not be known before the system is solved: whoever doubts some of them solves it
// again with others, for little work.
type system struct {
	pivots [unknowns]pivot // the first rank of them
	rank   int
	extra  int // equations that followed from the others
}

type pivot struct {
	bit, sum row // bit has one bit only
	right    row // the values that add up to the sum
}

// one is the right side of an equation whose sum is known to be 1: the first
// value, which is 1. The other sum is row{}.
var one = row{1, 0}

// addDraws adds what the draws from number held on say, and reports whether all
// agree and leave few enough solutions. It stops when more would only repeat it.
func (s *system) addDraws(draws [][]parity, held int) bool {
	for draw := held; draw < len(draws) && !s.enough(); draw++ {
		if !s.addDraw(draw, held, draws[draw]) {
			return false
		}
	}
	return unknowns-s.rank <= maxFree && s.extra > 0
}

func (s *system) enough() bool { return s.rank == unknowns && s.extra >= enough }

// addDraw adds what one draw says, and reports whether it agrees.
func (s *system) addDraw(draw, held int, equations []parity) bool {
	output := &outputs()[stepOf(draw, held)]
	for _, p := range equations {
		if !s.add(output.sum(p.mask), row{p.sum, 0}) {
			return false
		}
	}
	return true
}

func (w *word) sum(mask uint64) (r row) {
	for ; mask != 0; mask &= mask - 1 {
		r = r.plus(w[bits.TrailingZeros64(mask)])
	}
	return r
}

// add adds one equation, and reports whether it agrees with the others, whatever
// the values on the right are.
func (s *system) add(r, right row) bool {
	r, right = s.reduce(r, right)
	if r == (row{}) {
		s.extra++
		return right == row{}
	}
	s.pivots[s.rank] = pivot{r.lowest(), r, right}
	s.rank++
	return true
}

// reduce subtracts from an equation what the others say: nothing is left of one
// that follows from them. It takes every pivot in turn and decides by masks, not
// by branches: half of them would be foretold wrongly, and this loop is where the
// time goes.
func (s *system) reduce(r, right row) (row, row) {
	for i := range s.pivots[:s.rank] {
		p := &s.pivots[i]
		common := r[0]&p.bit[0] | r[1]&p.bit[1]
		mask := -((common | -common) >> 63) // all ones if r has the bit
		r[0] ^= p.sum[0] & mask
		r[1] ^= p.sum[1] & mask
		right[0] ^= p.right[0] & mask
		right[1] ^= p.right[1] & mask
	}
	return r, right
}

// common returns 1 if an odd number of bits is in both rows, and 0 otherwise.
func (r row) common(o row) int {
	return bits.OnesCount64(r[0]&o[0]^r[1]&o[1]) & 1
}

// lowest returns one bit of a row that has one.
func (r row) lowest() row {
	if r[0] != 0 {
		return row{r[0] & -r[0], 0}
	}
	return row{0, r[1] & -r[1]}
}

// solutions returns every state that the equations allow.
func (s *system) solutions() iter.Seq[state] {
	return func(yield func(state) bool) {
		for choice := range uint64(1) << (unknowns - s.rank) {
			if !yield(s.solve(one, choice)) {
				return
			}
		}
	}
}

// solve takes the bits without a pivot from choice, and then finds the others
// from the last pivot to the first: each depends on later ones only. The values
// are those of the right sides.
func (s *system) solve(values row, choice uint64) state {
	x := s.spread(choice)
	for i := s.rank - 1; i >= 0; i-- {
		p := &s.pivots[i]
		if p.sum.common(x) != p.right.common(values) {
			x = x.plus(p.bit)
		}
	}
	return state(x)
}

// spread puts the bits of choice into the places that have no pivot.
func (s *system) spread(choice uint64) (x row) {
	var taken row
	for _, p := range s.pivots[:s.rank] {
		taken = taken.plus(p.bit)
	}
	for bit := range unknowns {
		if taken[bit/64]>>(bit%64)&1 == 0 {
			x[bit/64] |= choice & 1 << (bit % 64)
			choice >>= 1
		}
	}
	return x
}

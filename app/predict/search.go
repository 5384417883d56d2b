package predict

// search looks for the state that drew the numbers, for one engine and one place
// in its cache.
type search struct {
	engine  Engine
	formula *formula
	numbers []uint64 // times 2^53
	held    int      // numbers that the cache held before the first
	*pacer

	likeliest row     // the state, if every guess is right
	doubts    []doubt // the likeliest first
	left      int     // states that may still be tried
	found     *Generator
}

// doubt is a way in which guesses can be wrong together.
type doubt struct {
	change row     // of the state
	odds   float64 // of these guesses being wrong, not right
}

// preparation is the work of [search.prepare], in states tried.
const preparation = 1 << 13

// prepare takes the least doubtful guesses that are independent, and solves them
// once for all ways in which they can be wrong. It reports whether there are
// enough.
func (s *search) prepare(guesses []guess, words []word) bool {
	s.did(preparation)
	var equations system
	var taken []guess
	var values row
	for _, g := range guesses {
		rank := equations.rank
		if equations.add(s.sum(g, words), bitRow(rank)); equations.rank == rank {
			continue
		}
		taken = append(taken, g)
		values[rank/64] |= g.value << (rank % 64)
		if equations.rank == unknowns {
			s.likeliest = row(equations.solve(values, 0))
			s.doubt(taken, &equations)
			return true
		}
	}
	return false
}

// sum writes what a guess is about as a sum of bits of the state before step 0.
func (s *search) sum(g guess, words []word) row {
	step := s.formula.stepOf(g.draw, s.held)
	sum := words[step][g.bit]
	if s.formula.sum {
		sum = sum.plus(words[step+1][g.bit])
	}
	return sum
}

func bitRow(i int) (r row) {
	r[i/64] = 1 << (i % 64)
	return r
}

// doubt lists how the guesses can be wrong. Within a run of equal bits a carry
// that is there stays, and one that is not there does not come: the bits above
// decide it. So if one guess is wrong, those below it in the run are, too.
func (s *search) doubt(taken []guess, equations *system) {
	for i := len(taken) - 1; i >= 0 && taken[i].doubt > 0; i-- {
		var wrong row
		for j, other := range taken {
			if s.sameRun(other, taken[i]) {
				wrong = wrong.plus(bitRow(j))
			}
		}
		odds := taken[i].doubt / (1 - taken[i].doubt)
		s.doubts = append(s.doubts, doubt{row(equations.solve(wrong, 0)), odds})
	}
}

// sameRun reports whether two guesses are one, or come from one run of equal bits
// of the same number. The run of a guess ends below its bit.
func (s *search) sameRun(lower, upper guess) bool {
	if lower.draw != upper.draw || lower.bit > upper.bit {
		return false
	}
	word, _ := s.formula.known(s.numbers[lower.draw])
	length := upper.bit - lower.bit
	run := word >> max(lower.bit-1, 0) % (2 << length)
	return length == 0 || run == 0 || run == 2<<length-1
}

// run tries states, the likeliest first, until one draws the numbers: those whose
// odds are at least 2^-8 of the likeliest's, then 2^-11, and so on. A few states
// are tried again each time.
func (s *search) run(states int) bool {
	s.left = states
	for least := 0x1p-8; s.left > 0 && least > 0x1p-44; least /= 8 {
		if s.try(s.likeliest, s.doubts, least) {
			return true
		}
	}
	return false
}

// try tries a state, and those that differ from it by some of the doubts and have
// at least so many odds in comparison.
func (s *search) try(x row, doubts []doubt, least float64) bool {
	s.left--
	s.did(1)
	if s.draws(state(x)) {
		return true
	}
	for i := range doubts {
		d := &doubts[i]
		if d.odds < least || s.left <= 0 {
			return false
		}
		if s.try(x.plus(d.change), doubts[i+1:], least/d.odds) {
			return true
		}
	}
	return false
}

// draws reports whether a state before step 0 draws the numbers, and keeps its
// generator. The number of step 0 rules out all others, one in 2^52 excepted. A
// state of zero stays zero; no engine ever has it.
func (s *search) draws(x state) bool {
	if s.formula.number(x.step()) != s.numbers[s.held-1] || x == (state{}) {
		return false
	}
	g := &Generator{engine: s.engine, state: x}
	g.fill(s.formula)
	g.held = s.held
	for _, number := range s.numbers {
		if g.next() != number {
			return false
		}
	}
	s.found = g
	return true
}

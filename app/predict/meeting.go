package predict

import "math/bits"

const middle = links / 2 // the window from which the ways start

// meeting looks for the state behind a chain of draws. The windows of the chain
// have more bits than the state, so certain sums of them are zero whatever the
// state: checks. The part of the left half in all checks must equal that of the
// right half. So both halves are gone through on their own, and only their ends
// are compared.
type meeting struct {
	system system
	places []int                      // of each equation's bit in the chain: window, counted from 0, times 6, plus bit
	checks [links + 1][windows]uint64 // that each value of a window changes
	ends   []int32                    // nodes, by their checks
}

// side is one half of the chain for one value of the middle window.
type side struct {
	*tree
	step   int // from window to window: -1 or 1
	values []uint64
	checks []uint64
}

// newMeeting takes the words of the steps of the chain, and one more, and the
// lowest bit of their windows.
func newMeeting(words []word, lowest int) *meeting {
	m := &meeting{}
	var changed [(links + 1) * window]uint64 // checks, by place
	checks := 0
	for place := range changed {
		r := words[place/window][lowest+place%window]
		rest, others := m.system.reduce(r, row{})
		if rest != (row{}) {
			m.system.add(r, bitRow(len(m.places)))
			m.places = append(m.places, place)
			continue
		}
		changed[place] = 1 << checks
		for i, p := range m.places {
			changed[p] |= others[i/64] >> (i % 64) & 1 << checks
		}
		checks++
	}
	for place, c := range changed {
		for value := range uint64(windows) {
			m.checks[place/window][value] ^= c * (value >> (place % window) & 1)
		}
	}
	return m
}

// run calls try with states that fit, until it returns true. It reports whether
// the chain is done with: try returned true, or will for no state at all.
func (m *meeting) run(chain [][]partial, p *pacer, try func(state) bool) bool {
	var before [middle][]partial
	for i := range before {
		before[i] = chain[middle-1-i]
	}
	left := newSide(before[:], -1)
	p.did(portion)
	right := newSide(chain[middle:links], 1)
	p.did(portion)
	m.ends = make([]int32, 2<<bits.Len(uint(len(right.parent)))) // so that most are empty
	for value := range uint64(windows) {
		m.walk(left, value, 0)
		m.walk(right, value, m.checks[middle][value])
		if m.meet(left, right, try) {
			return true
		}
		p.did(portion / 2)
	}
	return left.whole && right.whole
}

func newSide(half [][]partial, step int) *side {
	t := newTree(half)
	return &side{t, step, make([]uint64, len(t.parent)), make([]uint64, len(t.parent))}
}

// walk computes the windows of one half from the value of the middle one.
func (m *meeting) walk(s *side, value, checks uint64) {
	s.values[0], s.checks[0] = value, checks
	for level := 1; level < len(s.levels)-1; level++ {
		changed := &m.checks[middle+s.step*level]
		for node := s.levels[level]; node < s.levels[level+1]; node++ {
			parent := s.parent[node]
			value := (s.sum[node] - s.values[parent]) % windows
			s.values[node] = value
			s.checks[node] = s.checks[parent] ^ changed[value]
		}
	}
}

// meet compares the ends of both halves.
func (m *meeting) meet(left, right *side, try func(state) bool) bool {
	ends := m.ends
	clear(ends)
	slot := func(checks uint64) int { return int(checks * 0x9e3779b97f4a7c15 >> 32 % uint64(len(ends))) }
	for node, end := right.leaves(); node < end; node++ {
		i := slot(right.checks[node])
		for ends[i] != 0 {
			i = (i + 1) % len(ends)
		}
		ends[i] = int32(node)
	}
	for node, end := left.leaves(); node < end; node++ {
		for i := slot(left.checks[node]); ends[i] != 0; i = (i + 1) % len(ends) {
			other := int(ends[i])
			if right.checks[other] == left.checks[node] && try(m.state(left, node, right, other)) {
				return true
			}
		}
	}
	return false
}

// state returns the state before the first step of the chain that ends in these
// two nodes.
func (m *meeting) state(left *side, first int, right *side, last int) state {
	var chain [links + 1]uint64
	for w := range middle + 1 {
		chain[w] = left.values[first]
		first = int(left.parent[first])
	}
	for w := links; w > middle; w-- {
		chain[w] = right.values[last]
		last = int(right.parent[last])
	}
	var values row
	for i, place := range m.places {
		values[i/64] |= chain[place/window] >> (place % window) & 1 << (i % 64)
	}
	return m.system.solve(values, 0)
}

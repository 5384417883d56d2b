package predict

import "math"

const (
	// window is how many bits of s0 and s1 are looked at: the highest of those that
	// become the number. Alphabets from 52 symbols on show about as many.
	window  = 6
	windows = 1 << window // values that it can have

	// links is how many draws are looked at, one after the other. The windows
	// between them and at both ends have 168 bits, 40 more than the state.
	links = 27

	// branches is how many ways through each half of the chain are kept at most.
	branches = 1 << 15
)

// partial is what the windows of s0 and s1 can add up to, without the carry from
// below, and how likely that is.
type partial struct {
	sum  uint64
	odds float64
}

// partials returns the sums of two windows that can be behind a sum of words in
// the interval.
//
// Let y be the sum of the words where the lowest bit of a window counts one. It is
// the sum of the windows and a carry, which is there with the chance 1 - frac(y):
// see [formula.guess]. So the windows give k most likely where y is k+1, less and
// less likely on both sides, and never where it is more than one away.
func (i interval) partials() []partial {
	const one = 1 << (64 - window)
	low, high := float64(i.low)/one, (float64(i.high)+1)/one
	var all []partial
	for k := math.Floor(low) - 1; k < high; k++ {
		if area := tent(high-k-1) - tent(low-k-1); area > 0 {
			all = append(all, partial{uint64(int64(k)) % windows, area / (high - low)})
		}
	}
	return all
}

// tent returns the area under 1-|x| from -1 to x.
func tent(x float64) float64 {
	x = min(max(x, -1), 1)
	if x <= 0 {
		return (1 + x) * (1 + x) / 2
	}
	return 1 - (1-x)*(1-x)/2
}

// tree holds the likeliest ways through one half of a chain, from its middle to
// its end. Its nodes are windows. The root can have any value, and with it all
// others are known: each is the partial sum of its link less its parent.
type tree struct {
	parent []int32
	sum    []uint64
	levels []int // the first node of each, and the end of the last
	whole  bool  // no way was left out
}

func newTree(half [][]partial) *tree {
	least := leastOdds(half)
	t := &tree{parent: []int32{0}, sum: []uint64{0}, levels: []int{0, 1}, whole: least == 0}
	odds := []float64{1}
	for level, link := range half {
		for node := t.levels[level]; node < t.levels[level+1]; node++ {
			for _, p := range link {
				if o := odds[node] * p.odds; o >= least {
					t.parent = append(t.parent, int32(node))
					t.sum = append(t.sum, p.sum)
					odds = append(odds, o)
				}
			}
		}
		t.levels = append(t.levels, len(t.parent))
	}
	return t
}

// leastOdds returns the odds that a way must have so that not too many have them:
// 0 if there are not too many.
func leastOdds(half [][]partial) float64 {
	if ways(half, 0) <= branches {
		return 0
	}
	least := 1.0
	for ways(half, least*0.8) <= branches {
		least *= 0.8
	}
	return least
}

// ways counts the ways that have at least these odds. It stops soon after
// branches.
func ways(half [][]partial, least float64) int {
	if len(half) == 0 {
		return 1
	}
	n := 0
	for _, p := range half[0] {
		if p.odds >= least && n <= branches {
			n += ways(half[1:], least/p.odds)
		}
	}
	return n
}

// leaves returns the first of the nodes at the end of the ways, and the end of
// the last.
func (t *tree) leaves() (first, end int) {
	return t.levels[len(t.levels)-2], t.levels[len(t.levels)-1]
}

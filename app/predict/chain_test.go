package predict

import (
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Of 60,000 sums each symbol has about 900 and a frequency is right to within five
// times the square root of 1/4/900, 0.09; most are far nearer.
func TestPartialsAreTheWindowsSumsAndTheirFrequencies(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, n := range []int{52, 62, 64, 94} {
		seen, all := map[[2]uint64]float64{}, map[uint64]float64{}
		for range 60_000 {
			a, b := random.Uint64(), random.Uint64()
			symbol, _ := bits.Mul64(a+b, uint64(n))
			seen[[2]uint64{symbol, (a>>58 + b>>58) % 64}]++
			all[symbol]++
		}
		for symbol := range n {
			left := all[uint64(symbol)]
			for _, p := range share(symbol, n).partials() {
				times := seen[[2]uint64{uint64(symbol), p.sum}]
				assert.InDelta(t, p.odds, times/all[uint64(symbol)], 0.09, "symbol %d of %d", symbol, n)
				left -= times
			}
			assert.Zero(t, left, "symbol %d of %d has no other sums", symbol, n)
		}
	}
}

// A chain of 64 symbols has two ways at each link: 2^13 and 2^14 in all.
func TestATreeHoldsTheLikeliestWays(t *testing.T) {
	even := []partial{{1, 0.5}, {2, 0.5}}
	for length, want := range map[int]int{13: 1 << 13, 14: 1 << 14, 15: 1 << 15} {
		tree := newTree(repeat(even, length))
		first, end := tree.leaves()
		assert.Equal(t, want, end-first)
		assert.True(t, tree.whole)
	}
	// Of 2^20 ways, the one with the best odds 20 times, those with 19, 18, 17 or 16
	// times are 1 + 20 + 190 + 1,140 + 4,845; 15,504 more are 21,700 in all, and the
	// next 38,760 are too many.
	tree := newTree(repeat([]partial{{1, 0.9}, {2, 0.1}}, 20))
	first, end := tree.leaves()
	assert.Equal(t, 21_700, end-first)
	assert.False(t, tree.whole)
}

func repeat(link []partial, n int) (half [][]partial) {
	for range n {
		half = append(half, link)
	}
	return half
}

func TestStepsAreUndone(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 100 {
		s := state{random.Uint64(), random.Uint64()}
		require.Equal(t, s, s.step().back(1))
		require.Equal(t, s, s.step().step().step().back(3))
		require.Equal(t, s, s.back(0))
	}
}

package predict

import (
	"math"
	"math/bits"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSharesOfOneAlphabetFillAllWordsWithoutOverlap(t *testing.T) {
	for _, n := range []int{2, 10, 16, 26, 36, 62, 64, 94, 95} {
		next := uint64(0)
		for k := range n {
			i := share(k, n)
			assert.Equal(t, next, i.low, "%d of %d", k, n)
			index, _ := bits.Mul64(i.high, uint64(n))
			assert.Equal(t, uint64(k), index)
			next = i.high + 1
		}
		assert.Zero(t, next, "the last share ends with the last word")
	}
}

func TestParitiesHoldForEveryWordOfTheInterval(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		low := random.Uint64()
		width := random.Uint64() >> random.IntN(64)
		if low+width < low {
			width = math.MaxUint64 - low
		}
		i := interval{low, low + width}
		for range 20 {
			word := low
			if width < math.MaxUint64 {
				word += random.Uint64N(width + 1)
			}
			for _, p := range i.parities() {
				assert.Equal(t, p.sum, uint64(bits.OnesCount64(word&p.mask))&1)
			}
		}
	}
}

// The interval from 0111 to 1000 in the upper bits has no constant bit there,
// but three constant sums of neighbours.
func TestParitiesSeeThroughACarry(t *testing.T) {
	across := interval{0x7 << 60, 0x8<<60 | 0xFFFFFFFFFFFFFFF}
	assert.Equal(t, []parity{{3 << 61, 0}, {3 << 62, 1}}, across.parities()[len(across.parities())-2:])
	assert.Equal(t, []parity{{1 << 63, 1}}, interval{1 << 63, math.MaxUint64}.parities())
	assert.Empty(t, interval{0, math.MaxUint64}.parities())
	assert.Len(t, interval{5, 5}.parities(), 64, "one word is known in every bit")
}

// No equation may be missing: by counting, the words of a small interval span
// a space of some dimension, and 64 less that is the number of equations.
func TestParitiesAreComplete(t *testing.T) {
	for low := uint64(0); low < 64; low++ {
		for high := low; high < 64; high++ {
			var span system
			for word := low; word <= high; word++ {
				span.add(row{word ^ low, 0}, row{})
			}
			assert.Len(t, interval{low, high}.parities(), 64-span.rank, "%d to %d", low, high)
		}
	}
}

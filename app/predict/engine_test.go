package predict

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// s0 + s1 is 0xf000000000001000. By hand: the lower 53 bits of it; all of it less
// three digits and then doubled, which is 11 bits less; the same of s0, where the
// bit that Upper52 drops is the lowest.
func TestEachEngineTakesItsBitsOfTheState(t *testing.T) {
	s := state{0x8000000000000fff, 0x7000000000000001}
	for engine, want := range map[Engine]uint64{
		AddingLow:          0x1000,
		AddingHigh:         0x1e000000000002,
		AddingHighBackward: 0x1e000000000002,
		Upper53:            0x10000000000001,
		Upper52:            0x10000000000000,
	} {
		assert.Equal(t, want, formulas[engine].number(s), engine.String())
	}
}

func TestANumberGoesBackToItsPlaceInTheWord(t *testing.T) {
	for engine := range formulas {
		f := &formulas[engine]
		_, above := f.known(0)
		for bit := f.lowest; bit < above; bit++ {
			s := state{1 << bit, 0}
			word, _ := f.known(f.number(s))
			assert.Equal(t, s[0], word, "%v, bit %d", f.name, bit)
		}
		word, _ := f.known(f.number(state{1<<f.lowest - 1, 0}))
		assert.Zero(t, word, "%v drops the bits below", f.name)
	}
}

// The steps are written out as V8 hands them out: a cache of 64 from the last on,
// as far as it still holds any, then the next.
func TestStepsRunBackwardsInEachCache(t *testing.T) {
	f := &formulas[Upper53]
	for held := 1; held <= 64; held++ {
		var steps []int
		for step := held - 1; step >= 0; step-- {
			steps = append(steps, step)
		}
		for first := 64; len(steps) < 200; first += 64 {
			for step := first + 63; step >= first; step-- {
				steps = append(steps, step)
			}
		}
		for draw, step := range steps {
			require.Equal(t, step, f.stepOf(draw, held), "draw %d of %d held", draw, held)
		}
	}
	for draw := range 200 {
		assert.Equal(t, draw, formulas[AddingHigh].stepOf(draw, 1), "without a cache, one after the other")
	}
}

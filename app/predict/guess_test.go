package predict

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// counted is how often the guess of a bit is right, over all pairs of words of
// that many bits whose sum shows the given bits above the lowest.
func counted(f *formula, bit int, shown, value uint64) float64 {
	right, all := 0, 0
	for a := range uint64(2) << bit {
		for b := range uint64(2) << bit {
			if (a+b)%(2<<bit)>>f.lowest != shown {
				continue
			}
			if all++; (a^b)>>bit == value {
				right++
			}
		}
	}
	return float64(right) / float64(all)
}

// With no bits dropped the doubt is exact. Else the middle of the dropped bits
// stands for all their values: half of the least of them too low or too high.
func TestDoubtIsTheShareOfWrongGuesses(t *testing.T) {
	for _, lowest := range []int{0, 2, 3} {
		f := &formula{sum: true, lowest: lowest}
		for bit := lowest; bit <= 6; bit++ {
			t.Run(fmt.Sprintf("bit %d of those from %d", bit, lowest), func(t *testing.T) {
				for shown := range uint64(2) << (bit - lowest) {
					value, doubt := f.guess(shown<<lowest, bit)
					assert.LessOrEqual(t, doubt, 0.5)
					exact := 0.5 / float64(uint64(1)<<bit)
					if lowest == 0 {
						exact = 0
					}
					assert.InDelta(t, 1-counted(f, bit, shown, value), doubt, exact, "%b", shown)
				}
			})
		}
	}
}

func TestBitsOfTheStateItselfAreNotDoubted(t *testing.T) {
	for bit := range 64 {
		value, doubt := formulas[Upper52].guess(0x5555555555555555, bit)
		assert.Zero(t, doubt)
		assert.Equal(t, uint64(1-bit%2), value)
	}
}

func TestTheLeastDoubtfulGuessesAreKeptInOrder(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	numbers := make([]uint64, 40)
	for i := range numbers {
		numbers[i] = random.Uint64N(unit)
	}
	f := &formulas[AddingHigh]
	best := f.likeliest(numbers)
	require.Len(t, best, 256)
	within := 0 // as many are no more doubtful than the last
	for _, number := range numbers {
		for bit := 11; bit < 64; bit++ {
			if _, doubt := f.guess(number<<11, bit); doubt <= best[255].doubt {
				within++
			}
		}
	}
	assert.Equal(t, 256, within)
	for i, g := range best[1:] {
		assert.LessOrEqual(t, best[i].doubt, g.doubt)
	}
}

// The guess is right if it equals the bit of a ^ b.
func TestInARunAWrongGuessMakesThoseBelowWrong(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	f := &formulas[AddingHigh]
	wrong := func(a, b uint64, g guess) bool {
		value, _ := f.guess((a+b)>>11<<11, g.bit)
		return value != (a^b)>>g.bit&1
	}
	checked := 0
	for range 20_000 {
		a, b := random.Uint64(), random.Uint64()
		s := search{formula: f, numbers: []uint64{(a + b) >> 11}}
		for bit := 14; bit < 63; bit++ {
			lower, upper := guess{bit: bit}, guess{bit: bit + 1}
			if s.sameRun(lower, upper) && wrong(a, b, upper) {
				require.True(t, wrong(a, b, lower), "%x + %x, bit %d", a, b, bit)
				checked++
			}
		}
	}
	assert.Greater(t, checked, 1000)
}

func TestARunEndsWhereTheBitsChange(t *testing.T) {
	s := search{formula: &formulas[AddingLow], numbers: []uint64{0b1_0000_1111_0, 0}}
	at := func(bit int) guess { return guess{bit: bit} }
	for name, c := range map[string]struct {
		lower, upper guess
		same         bool
	}{
		"one guess":             {at(3), at(3), true},
		"above ones":            {at(2), at(5), true},
		"above zeros":           {at(6), at(9), true},
		"bits 4 and 5":          {at(5), at(6), false},
		"bits 8 and 9":          {at(9), at(10), false},
		"the wrong way round":   {at(5), at(2), false},
		"of another number":     {at(7), guess{draw: 1, bit: 8}, false},
		"from the lowest bit":   {at(1), at(2), false},
		"ones from end to zero": {at(2), at(6), false},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.same, s.sameRun(c.lower, c.upper)) })
	}
}

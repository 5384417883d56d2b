package guess

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

// kT ln 2 is 1.380649e-23 · 2.725 · 0.693147 = 2.60780e-23 joules; 3.828e26 watts are that
// 1.46790e49 times a second.
func TestTheSunChangesSoManyBits(t *testing.T) {
	assert.InEpsilon(t, 1.46790e49, float64(SunRate), 1e-4)

	// B. Schneier, "Applied Cryptography", 2nd edition, 1996, section 7.1, has 2.7e56 changes a
	// year, of kT each at 3.2 kelvins.
	assert.InEpsilon(t, 2.7e56, SunRate*Year*math.Ln2*spaceTemperature/3.2, 0.02)
}

func TestRatesGrow(t *testing.T) {
	rates := Rates()
	for i := range rates[1:] {
		assert.Greater(t, rates[i+1].PerSecond, rates[i].PerSecond)
	}
	assert.InEpsilon(t, 32_270_400_000, rates[3].PerSecond, 1e-12) // 8 · 4,033,800,000
}

// 2^41 guesses at 2^20 a second take 2^21 seconds, and half of that on average.
func TestTheExpectedTimeIsThatOfHalfTheGuesses(t *testing.T) {
	assert.InEpsilon(t, 1<<20, Rate{PerSecond: 1 << 20}.Expected(41), 1e-12)
}

package chapter

import (
	"math/rand"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNumbersOnGeneratorsAreThoseOfTheirSources(t *testing.T) {
	for asked, want := range map[string]string{
		"stateBits":                "128",
		"mantissaBits":             "53",
		"enoughNumbers":            "3",   // 2 · 53 is 106 and 3 · 53 is 159
		"uuidRandomBits":           "122", // RFC 9562 §5.4: random_a 48, random_b 12, random_c 62
		"uuidCharacters":           "36",  // f81d4fae-7dec-11d0-a765-00a0c91e6bf6 of RFC 9562 §4
		"doublings webKitSeedBits": "4,294,967,296",
		"v8SeedBits":               "64",
		"goSeedBits":               "31",
		"clockBits 2.0":            "56", // 2 · 365.25 · 86,400 · 10^9 is 6.31·10^16; 2^56 is 7.21·10^16
	} {
		got, err := fillNumbers("{= " + asked + " =}")
		require.NoError(t, err)
		assert.Equal(t, want, got, asked)
	}
}

// Two seeds that differ by 2^31 - 1 give one sequence, so there are fewer than 2^31 of them.
func TestGoTellsNoMoreSeedsApartThanTheChapterSays(t *testing.T) {
	const seed = 1_548_000_000_000_000_000 // nanoseconds since 1970, in January 2019
	draw := func(seed int64) int64 { return rand.New(rand.NewSource(seed)).Int63() }
	assert.Equal(t, draw(seed), draw(seed-(1<<goSeedBits-1)))
	assert.NotEqual(t, draw(seed), draw(seed-(1<<(goSeedBits-1)-1)))
}

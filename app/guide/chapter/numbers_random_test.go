package chapter

import (
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
		"clockBits 2.0":            "56", // 2 · 365.25 · 86,400 · 10^9 is 6.31·10^16; 2^56 is 7.21·10^16
	} {
		got, err := fillNumbers("{= " + asked + " =}")
		require.NoError(t, err)
		assert.Equal(t, want, got, asked)
	}
}

package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNumbersOnEntropyAreThoseOfTheirSources(t *testing.T) {
	for asked, want := range map[string]string{
		`doublings 10`: "1,024",

		// 2^63 is 9.223e18; by 3.227e10 a second 2.858e8 seconds, or 9.06 years.
		`expected "eight such cards" 64`: "9 years",
		// 2^39 is 5.498e11; by 4.0338e9 a second 136 seconds.
		`expected "one RTX 4090 graphics card" 40`: "2 minutes",

		// 3.22704e10/170,000 is 189,826; 2^17 is 131,072 and 2^18 is 262,144.
		`apartBits`:       "18",
		`apartCharacters`: "3",

		`perCharacter 16`: "4",
		`perCharacter 64`: "6",
		`perCharacter 62`: "5.95", // 62 is 2^5.954

		`charactersFor 32 "hex"`:          "64",
		`charactersFor 32 "base64url"`:    "43", // 256/6 is 42.7
		`charactersFor 32 "alphanumeric"`: "43", // 256/5.954 is 42.996

		`times 64 16`:    "1,024",
		`shannonMost 32`: "160",
		`shannonMost 43`: "233", // 43 · 5.4263

		// The sentences of the audit on these, in package strength: one short piece
		// repeated, and the hash of a common word.
		`auditBits "a" 32`: "15",
		`auditBits "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b" 1`: "20",
	} {
		got, err := fillNumbers("{= " + asked + " =}")
		require.NoError(t, err)
		assert.Equal(t, want, got, asked)
	}
	_, err := fillNumbers(`{= expected "nobody" 64 =}`)
	assert.ErrorContains(t, err, "nobody")
}

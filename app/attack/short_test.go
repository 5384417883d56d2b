package attack

import (
	"fmt"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guess"
	"jwtsecret/app/secret"
)

// The digits count as people do, from 0 for each number of them: 0 to 9, 00 to 99,
// 000 to 999.
func TestShortSecretsComeInOrderHoweverManyShareTheWork(t *testing.T) {
	var want []string
	for size, all := 1, 10; size <= 3; size, all = size+1, 10*all {
		for n := range all {
			want = append(want, fmt.Sprintf("%0*d", size, n))
		}
	}
	require.Len(t, want, 1110)
	for shares := 1; shares <= 8; shares++ {
		got := make([]string, len(want))
		for share := range shares {
			last := 0
			source := Short(guess.Short{Alphabet: 0, Longest: 3}, share, shares)
			for place, text := range source.Candidates {
				require.Greater(t, place, last)
				require.Empty(t, got[place-1], "nobody else has it")
				last, got[place-1] = place, string(text)
			}
			assert.Equal(t, len(want), source.Size())
		}
		assert.Equal(t, want, got, "%d shares", shares)
	}
}

func TestAllShortSecretsAreTextsOfTheAlphabet(t *testing.T) {
	for alphabet, pattern := range []string{`^[0-9]{1,2}$`, `^[a-z]{1,2}$`, `^[a-z0-9]{1,2}$`, `^[A-Za-z0-9]{1,2}$`, `^[ -~]{1,2}$`} {
		every, seen := guess.Short{Alphabet: alphabet, Longest: 2}, map[string]bool{}
		for _, text := range Short(every, 0, 1).Candidates {
			assert.Regexp(t, regexp.MustCompile(pattern), string(text))
			seen[string(text)] = true
		}
		assert.Len(t, seen, every.Count())
	}
}

func TestAShortSecretIsFoundWithTheNumberOfGuesses(t *testing.T) {
	_, hit := open(t, secret.HS256, []byte("zq7")).Search([]Source{Short(guess.Short{Alphabet: 2, Longest: 4}, 0, 1)}, always)
	require.NotNil(t, hit)
	assert.Equal(t, "zq7", string(hit.Secret))
	assert.Equal(t, 36+36*36+(25*36+16)*36+33+1, hit.Place) // z is 25, q 16 and 7 33, from 0
	assert.Equal(t, 36+36*36+36*36*36+36*36*36*36, hit.Total)
}

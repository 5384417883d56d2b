package guess

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
)

// ASCII has 95 characters that print, the space included: 0x20 to 0x7e.
func TestAnAlphabetHasEachOfItsCharactersOnce(t *testing.T) {
	sizes := map[string]int{}
	for _, a := range Alphabets() {
		all := []byte(a.Characters)
		slices.Sort(all)
		sizes[a.Name] = len(slices.Compact(all))
		assert.Len(t, a.Characters, sizes[a.Name])
		assert.True(t, all[0] >= 0x20 && all[len(all)-1] <= 0x7e)
	}
	assert.Equal(t, map[string]int{
		"digits": 10, "lower-case letters": 26, "lower-case letters and digits": 36, "letters and digits": 62,
		"printable ASCII": 95,
	}, sizes)
}

// n + n² + … is what there is of each length.
func TestShortSecretsAreCountedByTheirLengths(t *testing.T) {
	for i, a := range Alphabets() {
		all := 0
		for longest := 1; longest <= MaxShort; longest++ {
			all += int(math.Pow(float64(len(a.Characters)), float64(longest)))
			assert.Equal(t, all, Short{i, longest}.Count(), "up to %d of %s", longest, a.Name)
		}
	}
	assert.Equal(t, 111_110, Short{0, 5}.Count())
	assert.Equal(t, 7_820_126_495, Short{4, 5}.Count()) // 95 + 9,025 + 857,375 + 81,450,625 + 7,737,809,375
}

func TestShortSecretsAreNamed(t *testing.T) {
	assert.Equal(t, "secrets of up to 4 characters (digits)", Short{0, 4}.String())
	assert.Equal(t, "secrets of 1 character (lower-case letters)", Short{1, 1}.String())
}

func TestOnlyShortSecretsOfAnAlphabetAreValid(t *testing.T) {
	for s, valid := range map[Short]bool{
		{0, 1}: true, {4, 5}: true, {-1, 1}: false, {5, 1}: false, {0, 0}: false, {0, 6}: false,
	} {
		assert.Equal(t, valid, s.Valid(), s)
	}
}

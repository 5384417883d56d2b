package strength

import (
	"math"
	"testing"

	"github.com/ccojocar/zxcvbn-go"
	"github.com/stretchr/testify/assert"
)

// The estimator zxcvbn is the independent one. It takes minutes for long texts.
// The published defaults are made by people; those that it would guess within
// 2^64 tries are guessed here too, but for one in a hundred.
func TestWhatZxcvbnGuessesIsGuessedHere(t *testing.T) {
	guessed, missed := 0, 0
	for _, d := range Defaults() {
		if len(d.Secret) > 40 || zxcvbn.PasswordStrength(d.Secret, nil).Entropy > guessBits {
			continue
		}
		guessed++
		if guesses([]byte(d.Secret)) > guessBits {
			missed++
			t.Logf("%q: %.0f bits", d.Secret, guesses([]byte(d.Secret)))
		}
	}
	assert.Greater(t, guessed, 200)
	assert.LessOrEqual(t, missed, guessed/100)
}

// The least that a kind costs, in bits, follows from its prices; what stands in
// front of it is tried character by character.
func TestEachKindOfPieceIsGuessedForLessThanItsCharacters(t *testing.T) {
	const front = "Kq!7"
	for name, c := range map[string]struct {
		piece string
		most  float64
	}{
		"a word":             {"butterfly", 11},       // below the 1,000th password: 10, and which kind
		"a word with digits": {"butt3rf1y", 13},       // 2 to say so
		"a name":             {"Margaret", 11},        // a capital letter
		"a repetition":       {"Kq!7Kq!7", 5 + 2 + 1}, // from the beginning, log2 8, and rounding
		"a sequence":         {"defghij", 5.5 + 4.7},
		"keys":               {"sdfghjk", 6.5 + 4.7},
		"digits":             {"4170863", 24.3},  // 1 + 7 · log2 10
		"letters":            {"zqxjkvbw", 38.7}, // 1 + 8 · log2 26
	} {
		t.Run(name, func(t *testing.T) {
			symbol := math.Log2(95)
			assert.LessOrEqual(t, guesses([]byte(front+c.piece))-symbol*float64(len(front)), c.most)
		})
	}
}

// In Unicode the lower case of a character may have fewer bytes: the Kelvin sign has three.
// Then words would be looked for beside their places.
func TestTheLowerCaseOfATextHasItsLength(t *testing.T) {
	const words = "p455word-dr4g0n-5unshine-m0nkey"
	text := []byte("\u212A" + words)
	for _, variant := range variantsOf(text) {
		assert.Len(t, variant, len(text))
	}
	assert.Equal(t, guesses([]byte("\u2135"+words)), guesses(text), "with another sign of three bytes")
}

func TestNothingIsWorthMoreThanItsAlphabetHolds(t *testing.T) {
	for name, text := range map[string][]byte{
		"nothing": {}, "a letter": []byte("q"), "mixed": []byte("q8$Kz"), "not ASCII": []byte("\xc3\xbc\xe2\x82\xac"),
	} {
		t.Run(name, func(t *testing.T) {
			assert.LessOrEqual(t, guesses(text), narrowest(text))
			assert.False(t, math.IsNaN(guesses(text)))
		})
	}
}

package predict_test

import (
	crand "crypto/rand"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/predict"
)

const base64url = upper + lower + digits + "-_"

// pick is alphabet[Math.floor(Math.random() * alphabet.length)] of each number.
func pick(alphabet string, numbers []float64) []byte {
	text := make([]byte, len(numbers))
	for i, number := range numbers {
		text[i] = alphabet[int(math.Floor(number*float64(len(alphabet))))]
	}
	return text
}

// provedSum reports whether a text of the first n numbers is proved. If it is,
// what follows must be foretold.
func provedSum(t *testing.T, engine predict.Engine, alphabet string, numbers []float64, n int) bool {
	t.Helper()
	text := pick(alphabet, numbers)
	p, ok := predict.ProveSum(text[:n], nil)
	if !ok {
		return false
	}
	assert.Equal(t, engine.String(), p.Engine())
	assert.GreaterOrEqual(t, p.Margin(), 30.0)
	assert.GreaterOrEqual(t, foretold(p, made{string(text[:n]), string(text[n:])}), 0)
	return true
}

// Of 64 characters, 27 in a row come from one cache, wherever it ends.
func TestSecretsOfRealEnginesThatAddAreProvedAndContinued(t *testing.T) {
	t.Parallel()
	for _, r := range recordings(t) {
		t.Run(r.From, func(t *testing.T) {
			t.Parallel()
			for _, numbers := range r.Drawn {
				assert.True(t, provedSum(t, r.Engine, base64url, numbers[:72], 64))
			}
		})
	}
}

// With 64 symbols no way is left out. With others the likeliest ways are enough in
// about nine of ten texts.
func TestSecretsOfEnginesThatAddAreProved(t *testing.T) {
	t.Parallel()
	for _, engine := range []predict.Engine{predict.AddingLow, predict.AddingHigh} {
		t.Run(engine.String(), func(t *testing.T) {
			t.Parallel()
			random := rand.New(rand.NewPCG(21, uint64(engine)))
			tried, proved := 0, 0
			for range max(3, states()/12) {
				source := synthetic[engine](random)
				assert.True(t, provedSum(t, engine, base64url, draw(source, 40), 32), "64 symbols")
				for _, alphabet := range []string{upper + lower + digits, printable} {
					tried++
					if provedSum(t, engine, alphabet, draw(source, 51), 43) {
						proved++
					}
				}
			}
			t.Log(proved, "of", tried)
			assert.GreaterOrEqual(t, proved, tried/2)
		})
	}
}

func TestRandomSecretsAreNotProvedBySums(t *testing.T) {
	t.Parallel()
	for i := range max(1, states()/25) {
		alphabet := []string{base64url, upper + lower + digits, printable}[i%3]
		text := make([]byte, 43)
		_, _ = crand.Read(text)
		for i := range text {
			text[i] = alphabet[int(text[i])%len(alphabet)]
		}
		breaths := 0
		_, ok := predict.ProveSum(text, func() { breaths++ })
		assert.False(t, ok)
		assert.GreaterOrEqual(t, breaths, 64, "it takes long enough to let others go on")
	}
}

func TestTextsWithoutEnoughForASumAreRefusedAtOnce(t *testing.T) {
	source := synthetic[predict.AddingHigh](rand.New(rand.NewPCG(23, 24)))
	for name, text := range map[string][]byte{
		"too short for the margin": pick(base64url, draw(source, 27)),
		"too few symbols":          pick(digits+"abcdef", draw(source, 64)),
		"empty":                    nil,
	} {
		t.Run(name, func(t *testing.T) {
			breaths := 0
			_, ok := predict.ProveSum(text, func() { breaths++ })
			require.False(t, ok)
			assert.Zero(t, breaths)
			assert.False(t, predict.MayProveSum(text))
		})
	}
	assert.True(t, predict.MayProveSum(pick(base64url, draw(source, 32))))
}

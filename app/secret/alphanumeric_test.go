package secret_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

const symbols = "ABCDEFGHIJKLMNOPQRSTUVWXYZ" + "abcdefghijklmnopqrstuvwxyz" + "0123456789"

// The published function, written independently: the whole stream at once,
// character by character, without rounds.
func symbolsOf(random []byte) string {
	var text strings.Builder
	for _, b := range random {
		if n := b / 4; n < 62 {
			text.WriteByte(symbols[n])
		}
	}
	return text.String()
}

func TestAlphanumericIsThePublishedFunctionOfTheRandomBytes(t *testing.T) {
	random := &recorder{source: secrettest.Predictable()}
	secrettest.ReplaceRandomness(t, random)
	secrets := generate(t, secret.Alphanumeric, 32, 500)
	var all strings.Builder
	for i := range secrets {
		all.Write(secrets[i].Text())
	}
	stream := bytes.Join(random.reads[1:], nil)
	assert.Equal(t, symbolsOf(stream), all.String(), "every accepted byte is used once, in order")
}

func TestAlphanumericReadsOnlyWhatIsMissing(t *testing.T) {
	// A secret of 1 byte has ⌈8 / 5.954⌉ = 2 symbols. The first read gives one
	// symbol, for 251>>2 is 62, and the second gives none, for 255>>2 is 63.
	random := &recorder{source: afterSample([]byte{251, 4, 255, 247})}
	secrettest.ReplaceRandomness(t, random)
	s := generate(t, secret.Alphanumeric, 1, 1)
	assert.Equal(t, [][]byte{{251, 4}, {255}, {247}}, random.reads[1:])
	assert.Equal(t, "B9", string(s[0].Text()), "4>>2 is 1 and 247>>2 is 61")
}

func TestAlphanumericLengthIsTheLeastThatHoldsTheBits(t *testing.T) {
	// Exact arithmetic: 62ⁿ⁻¹ < 256^size ≤ 62ⁿ.
	power := func(base, exponent int) *big.Int {
		return new(big.Int).Exp(big.NewInt(int64(base)), big.NewInt(int64(exponent)), nil)
	}
	for size := 1; size <= 1024; size++ {
		s := generate(t, secret.Alphanumeric, size, 1)
		n, need := s[0].Characters(), power(256, size)
		require.Equal(t, -1, power(62, n-1).Cmp(need), "size %d", size)
		require.GreaterOrEqual(t, power(62, n).Cmp(need), 0, "size %d", size)
	}
}

func TestAlphanumericLengthAtTheMinimums(t *testing.T) {
	// 256, 384 and 512 bits, divided by log2 62 = 5.9542, are 42.995, 64.49, 85.99.
	for size, characters := range map[int]int{32: 43, 48: 65, 64: 86} {
		assert.Equal(t, characters, generate(t, secret.Alphanumeric, size, 1)[0].Characters())
	}
}

// The count of each of 62 symbols among N uniform ones gives a chi-square
// statistic with 61 degrees of freedom. By Wilson and Hilferty it exceeds
//
//	61·(1 − 2/(9·61) + z·√(2/(9·61)))³ = 61·(1 − 0.003643 + 5.9978·0.060357)³ = 152.9
//
// with the probability of a normal deviate above z = 5.9978, which is 1e-9. A
// correct generator therefore fails this test once in a thousand million runs.
// With N = 620,000 a modulus, which makes some symbols a quarter likelier or
// more, has a statistic above 4,000.
func TestAlphabetIsCompleteAndUniform(t *testing.T) {
	const (
		critical = 152.9
		each     = 10_000
	)
	counts := map[byte]int{}
	total := 0
	for total < 62*each {
		for _, s := range generate(t, secret.Alphanumeric, 1024, 100) {
			for _, c := range s.Text() {
				counts[c]++
				total++
			}
		}
	}
	require.Len(t, counts, 62, "every symbol occurs and no other")
	expected, statistic := float64(total)/62, 0.0
	for _, c := range []byte(symbols) {
		difference := float64(counts[c]) - expected
		statistic += difference * difference / expected
	}
	assert.Less(t, statistic, critical)
}

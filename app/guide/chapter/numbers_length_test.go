package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// filled is what a piece of a chapter says.
func filled(t *testing.T, text string) string {
	t.Helper()
	said, err := fillNumbers(text)
	require.NoError(t, err)
	return said
}

// FIPS 180-4, figure 1: blocks of 512 bits for SHA-256 and of 1,024 for SHA-384 and SHA-512.
// A key is hashed from one byte more on (RFC 2104 §2).
func TestBlocksAreThoseOfTheStandard(t *testing.T) {
	assert.Equal(t, "64 128 128", filled(t, `{= blockBytes "HS256" =} {= blockBytes "HS384" =} {= blockBytes "HS512" =}`))
	assert.Equal(t, "65 129 129", filled(t, `{= hashedFrom "HS256" =} {= hashedFrom "HS384" =} {= hashedFrom "HS512" =}`))
	for _, text := range []string{`{= blockBytes "RS256" =}`, `{= characters "RS256" "hex" =}`, `{= characters "HS256" "roman" =}`} {
		_, err := fillNumbers(text)
		assert.Error(t, err, text)
	}
}

// RFC 7518 §3.2 has 32, 48 and 64 bytes. Hexadecimal has two digits a byte; base64 four
// characters for each three bytes begun; a letter or digit is worth log2 62 = 5.954 bits, so
// 256 bits need 42.99 of them, 384 need 64.49 and 512 need 85.99.
func TestCharactersOfTheShortestKey(t *testing.T) {
	for algorithm, want := range map[string]string{"HS256": "64 44 43", "HS384": "96 64 65", "HS512": "128 88 86"} {
		assert.Equal(t, want, filled(t, `{= characters "`+algorithm+`" "hex" =} {= characters "`+algorithm+`" "base64" =} {= characters "`+algorithm+`" "alphanumeric" =}`))
	}
}

// 64 × 4; 32 × 5.954 = 190.5; 256³; 2^24 by 4,033.8 million a second are 4 ms.
func TestWhatCharactersAndBytesAreWorth(t *testing.T) {
	assert.Equal(t, "256", filled(t, `{= hexBits 64 =}`))
	assert.Equal(t, "190", filled(t, `{= alphanumericBits 32 =}`))
	assert.Equal(t, "16,777,216", filled(t, `{= keysOfBytes 3 =}`))
	assert.Equal(t, "less than a second", filled(t, `{= cardSearches 24 =}`))
	assert.Equal(t, "26 days", filled(t, `{= cardSearches 53 =}`)) // 2^53 is 9.007e15; by 4.0338e9 a second 2.233e6 seconds
}

package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// In jpadilla/pyjwt#1069 four last characters of a token of HS256 verify: I, J, K and L.
func TestNumbersOnSignaturesAreThoseOfTheirSources(t *testing.T) {
	for asked, want := range map[string]string{
		`tagBytes "HS256"`:      "32", // RFC 7518 §3.2
		`tagBits "HS512"`:       "512",
		`tagCharacters "HS256"`: "43", // dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk in RFC 7515 A.1
		`spareBits "HS256"`:     "2",  // 43·6 − 256
		`spellings "HS256"`:     "4",
		`spellings "HS384"`:     "1", // 64·6 is 384
	} {
		got, err := fillNumbers("{= " + asked + " =}")
		require.NoError(t, err)
		assert.Equal(t, want, got, asked)
	}
	_, err := fillNumbers(`{= tagBytes "RS256" =}`)
	assert.ErrorContains(t, err, "RS256")
}

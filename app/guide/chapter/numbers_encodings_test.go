package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/token"
)

// The least key for HS256 has 32 bytes (RFC 7518 §3.2): 64 hex digits, 64 bytes in UTF-8.
// Read as base64 each of the 64 holds 6 bits: 64 × 6 / 8 = 48.
func TestHexDigitsHaveASizeInEachReading(t *testing.T) {
	for encoding, size := range map[string]int{"UTF-8": 64, "hex": 32, "base64": 48, "base64url": 48} {
		n, err := sizeRead("HS256", encoding)
		require.NoError(t, err)
		assert.Equal(t, size, n, encoding)
	}
	n, err := sizeRead("HS512", "UTF-8")
	require.NoError(t, err)
	assert.Equal(t, 2*64, n)
	_, err = sizeRead("HS256", "base32")
	require.Error(t, err)
	_, err = sizeRead("RS256", "hex")
	require.Error(t, err)
}

// A hex digit is one of 16 = 2 to the power of 4.
func TestAHexDigitHoldsFourBits(t *testing.T) { assert.Equal(t, 256, hexBits(64)) }

func TestLibrariesStandInTheTableByWhatTheyDo(t *testing.T) {
	table := libraryTable([]snippet.LibraryReading{
		{Library: "one", For: "Go", Encoding: token.UTF8},
		{Library: "two", For: "Go", BytesOnly: true},
		{Library: "three", For: "Java", Encoding: token.Base64, Base64: snippet.Standard, Call: "sign(text), deprecated"},
		{Library: "three", For: "Java", Encoding: token.Base64, Base64: snippet.Standard, Call: "of(decode(text))"},
		{Library: "four", For: "gateway", Encoding: token.UTF8, Base64: snippet.Both},
		{Library: "four", For: "gateway", Encoding: token.UTF8, Base64: snippet.URLSafe},
	})
	assert.Equal(t, `| With the text of your secret | Libraries and gateways |
|---|---|
| Takes the bytes of the text, UTF-8 | one (Go) |
| The same, unless a setting says base64 | four (gateway) |
| Takes bytes, so your own code decides | two (Go) |
| Decodes base64 | three (Java) by `+"`sign(text)`, deprecated, three (Java) by `of(decode(text))`"+` |
`, table)
}

// The chapter says that none decodes hex.
func TestEveryLibraryIsInTheTableAndNoneDecodesHex(t *testing.T) {
	table := libraryTable(snippet.LibraryReadings())
	for _, r := range snippet.LibraryReadings() {
		assert.Contains(t, table, libraryName(r))
		assert.NotEqual(t, token.Hex, r.Encoding)
	}
	assert.NotContains(t, table, "|  |", "no group is empty")
}

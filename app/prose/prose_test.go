package prose_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/prose"
)

func TestNumbersAreWrittenInGroupsOfThree(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 10000: "10,000", 1234567: "1,234,567"} {
		assert.Equal(t, want, prose.Thousands(n))
	}
}

func TestOneHasAWordOfItsOwn(t *testing.T) {
	for n, want := range map[int]string{0: "0 bytes", 1: "1 byte", 2: "2 bytes", 1001: "1,001 bytes"} {
		assert.Equal(t, want, prose.Counted(n, "byte", "bytes"))
	}
}

func TestASentenceBeginsWithACapital(t *testing.T) {
	for text, want := range map[string]string{"": "", "a": "A", "base64 in hex": "Base64 in hex", "HS256": "HS256", "4 words": "4 words"} {
		assert.Equal(t, want, prose.Capital(text))
	}
}

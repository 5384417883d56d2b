package ui

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAWholeNumberIsReadAsPeopleWriteIt(t *testing.T) {
	for text, want := range map[string]int{
		"32": 32, " 32\t": 32, "032": 32, "+32": 32, "-0": 0, "-1": -1, "\u22121": -1,
		"1,024": 1024, "1 024": 1024, "1\u00a0024": 1024, "1\u202f024": 1024, "1'024": 1024, "1’024": 1024, "1_024": 1024, "10,000": 10000, "1,000,000": 1000000,
		"٣٢": 32, "۳۲": 32, "३२": 32, "３２": 32, "𝟛𝟚": 32, "١٬٠٢٤": 1024,
	} {
		n, ok := wholeNumber(text)
		assert.True(t, ok, "%q", text)
		assert.Equal(t, want, n, "%q", text)
	}
}

func TestWhatMayMeanAnotherNumberIsNone(t *testing.T) {
	for _, text := range []string{
		"", " ", "-", "--1", "+-1", "x", "32x", "1.5", "1,5", "1.024", "32.0", "1e3", "0x20", "³²", "½", "Ⅷ",
		",024", "1,", "1,02", "1,0244", "1024,000", "1,024 000", "1,,024", "1, 024", "3٢", "1,-24", "99999999999999999999",
		strings.Repeat("0", 100) + "32",
	} {
		_, ok := wholeNumber(text)
		assert.False(t, ok, "%q", text)
	}
}

package main

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAReportOfASecretIsReadyToBeRead(t *testing.T) {
	report := auditOf(t, "your-256-bit-secret").Secret
	require.NotNil(t, report)
	require.Len(t, report.Verdicts, 3)
	for i, algorithm := range []string{"HS256", "HS384", "HS512"} {
		assert.Equal(t, algorithm, report.Verdicts[i].Algorithm)
		assert.Equal(t, "unusable", report.Verdicts[i].Code)
		assert.Contains(t, report.Verdicts[i].Sentence, "Unusable")
	}
	require.NotEmpty(t, report.Findings)
	assert.Equal(t, "known-default", report.Findings[0].Code)
	assert.Equal(t, "Known", report.Findings[0].Title)
	assert.Equal(t, "UTF-8", report.Readings[0].Encoding)
	assert.Equal(t, 19, report.Readings[0].Size)
	assert.NotEmpty(t, report.Readings[0].Treatment)
	for _, c := range report.CrackTimes {
		assert.Equal(t, "less than a second", c.Time)
	}
}

// 64 hexadecimal characters of a hash of random bytes: as hex they are 32 bytes,
// enough for HS256 alone, and carry 256 bits at most in every reading.
func TestTheVerdictDependsOnTheAlgorithm(t *testing.T) {
	report := auditOf(t, "8f2c61d0a94be7735d1e9c08f6ab42ed70c35a9be41d2f8867a0b1c94e53d7f6").Secret
	require.NotNil(t, report)
	var codes []string
	for _, v := range report.Verdicts {
		codes = append(codes, v.Code)
		for _, word := range []string{"strong", "secure", "proven", "safe"} {
			assert.NotContains(t, strings.ToLower(v.Sentence), word)
		}
	}
	assert.Equal(t, []string{"no-defect", "below-rule", "below-rule"}, codes)
	assert.Equal(t, "No defect found. It can be worth at most 256 bits; only how it was made can tell.", report.Verdicts[0].Sentence)
	for _, r := range report.Readings {
		assert.LessOrEqual(t, r.Bits, 256.0, r.Encoding)
	}
	for _, c := range report.CrackTimes {
		assert.Contains(t, c.Time, "if it was drawn at random")
	}
}

func TestTheRatesAreNamedWithTheirSource(t *testing.T) {
	times := auditOf(t, "Tr0ub4dor&3").Secret.CrackTimes
	require.Len(t, times, 3)
	assert.Contains(t, times[0].Rate, "this computer")
	assert.Contains(t, times[1].Rate, "4.0 billion guesses a second")
	assert.Contains(t, times[1].Rate, "commit 924a4e4")
	assert.Contains(t, times[2].Rate, "32 billion")
}

func TestTimesAreInWordsPeopleUse(t *testing.T) {
	for seconds, want := range map[float64]string{
		0: "less than a second", 0.5: "less than a second", 5: "seconds", 90: "at most 2 minutes", 3600: "at most 2 hours",
		30 * hour: "at most 31 hours", 10.5 * day: "at most 11 days", 2.5 * year: "at most 3 years", 400 * year: "at most centuries",
		5e4 * year: "at most thousands of years", 1e9 * year: "at most millions of years", 1e30: "up to longer than the universe has existed",
	} {
		assert.Equal(t, want, span(seconds))
	}
}

func TestRatesAreRoundedToWhatCounts(t *testing.T) {
	for n, want := range map[float64]string{7: "7", 638_123: "638,000", 1_234_567: "1.2 million", 12_345_678: "12 million", cardRate: "4.0 billion"} {
		assert.Equal(t, want, round(n))
	}
}

package strength

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guess"
	"jwtsecret/app/secret"
)

func TestTheRatesAreNamedWithTheirSource(t *testing.T) {
	times := CrackTimes(Audit([]byte("Tr0ub4dor&3"), secret.HS256, Context{}), 638_123)
	require.Len(t, times, 3)
	assert.Contains(t, times[0].Rate, "this computer")
	assert.Contains(t, times[0].Rate, "638,000 guesses a second")
	assert.Contains(t, times[1].Rate, "4.0 billion guesses a second")
	assert.Contains(t, times[1].Rate, "commit 924a4e4")
	assert.Contains(t, times[2].Rate, "32 billion")
}

// 2^40 guesses at 2^30 a second take 1,024 seconds, or 17 minutes and 4 seconds;
// a card tries almost four times as many.
func TestATimeIsTheGuessesByTheRate(t *testing.T) {
	r := Report{Verdict: Guessable, Readings: []Reading{{Bits: 40}, {Bits: 20}}}
	times := CrackTimes(r, 1<<30)
	assert.Equal(t, []string{"at most 18 minutes", "at most 5 minutes", "seconds"}, []string{times[0].Time, times[1].Time, times[2].Time})
	r.Verdict = NoDefectFound
	assert.Equal(t, "at most 18 minutes, if it was drawn at random; far less if not", CrackTimes(r, 1<<30)[0].Time)
}

// Four words of a list of some ten thousand are reached in years at most, and early only
// where they are likely ones. A default stands in the lists that are tried first.
func TestWhatIsSaidOfASecretAndOfItsTimesAgrees(t *testing.T) {
	for text, want := range map[string]struct{ sentence, time string }{
		"correcthorsebatterystaple": {"Attackers' programs reach this secret, likely words first.", "years, far less if its words are likely ones"},
		"changeme":                  {"An attacker tries this secret early.", "less than a second"},
		"hunter2":                   {"Attackers' programs reach this secret, likely words first.", "less than a second"},
	} {
		t.Run(text, func(t *testing.T) {
			r := Audit([]byte(text), secret.HS256, Context{})
			assert.Contains(t, r.Sentence(), want.sentence)
			for _, time := range CrackTimes(r, 1e6) {
				assert.Regexp(t, want.time+"$", time.Time)
			}
		})
	}
}

func TestTimesAreInWordsPeopleUse(t *testing.T) {
	for want, seconds := range map[string][]float64{
		"less than a second":         {0, 0.5},
		"seconds":                    {5},
		"at most 2 minutes":          {90},
		"at most 2 hours":            {3600},
		"at most 31 hours":           {30 * guess.Hour},
		"at most 11 days":            {10.5 * guess.Day},
		"at most 3 years":            {2.5 * guess.Year},
		"at most centuries":          {400 * guess.Year},
		"at most thousands of years": {5e4 * guess.Year},
		"at most millions of years":  {1e9 * guess.Year},
		"possibly longer than the universe has existed": {1e30},
	} {
		t.Run(want, func(t *testing.T) {
			for _, n := range seconds {
				assert.Equal(t, want, span(n))
			}
		})
	}
}

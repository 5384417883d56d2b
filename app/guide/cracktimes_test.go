package guide

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack"
	"jwtsecret/app/token"
)

// At one million a second: 61 million take 61 s, so at most 2 minutes; 14.3 million 14 s;
// 95^8 = 6.634e15 take 6.634e9 s = 210 years; 2^256 = 1.158e77 take 1.158e71 s, by the
// 4.355e17 s of the universe 2.66e53 ages. At 4,033.8 million: 1.645e6 s = 19.04 days, and
// 2.87e67 s = 6.6e49 ages. Eight cards: 2.4 days, and 8.2e48 ages.
func TestTimesOfTheWholeOfASearch(t *testing.T) {
	rows := crackTimes(1e6, 0)
	assert.Equal(t, [][]string{
		{"Guesses a second", "1.0 million", "4.0 billion", "32 billion"},
		{"The lists of this page, 61 million", "2 minutes", "less than a second", "less than a second"},
		{"RockYou, a leaked list of 14 million", "seconds", "less than a second", "less than a second"},
		{"All passwords of 8 characters that a keyboard has", "centuries", "20 days", "3 days"},
		{"All keys of 256 random bits", "over 10⁵³ times the age of the universe", "over 10⁴⁹ times the age of the universe", "over 10⁴⁸ times the age of the universe"},
	}, rows)
}

func TestNothingIsSaidOfARateThatIsNotKnown(t *testing.T) {
	rows := crackTimes(0, 0)
	assert.Equal(t, "not measured", rows[0][1])
	for _, row := range rows[1:] {
		assert.Equal(t, "–", row[1])
	}
}

func TestTheAuditorsOwnNumberTakesThePlaceOfAnAboutOne(t *testing.T) {
	assert.Equal(t, "The lists of this page, 70 million", crackTimes(0, 70_123_456)[1][0])
}

// The number stands in the page before anything was tried, so it must be near the true one.
func TestTheAuditorHasAboutSoManyCandidates(t *testing.T) {
	made, err := token.Parse(crackToken(crackForm("x", "")))
	require.NoError(t, err)
	all := 0
	for _, s := range attack.Sources(made, nil, 0, 1) {
		all += s.Size()
	}
	assert.InEpsilon(t, all, auditorCandidates, 0.01)
}

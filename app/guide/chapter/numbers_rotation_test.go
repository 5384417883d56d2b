package chapter

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNumbersOfARotation(t *testing.T) {
	for asked, want := range map[string]string{
		// The last token of the old secret is signed 10 minutes after the switch, lives 60
		// and is accepted for 2 more.
		`{= overlap "1h" "10m" =}`: "1 hour and 12 minutes",
		// 30 days of 24 hours, and the same 10 + 2 minutes.
		`{= overlap "720h" "10m" =}`: "30 days and 12 minutes",
		// The deployment before the switch takes 10 minutes, too: 10 + 72 = 82.
		`{= planLength "1h" "10m" =}`: "1 hour and 22 minutes",
		`{= clockSkew =}`:             "2 minutes",
		// AWS Config, secretsmanager-secret-periodic-rotation: maxDaysSinceRotation is 90 by default.
		`{= rotationDays =}`: "90",
		// NIST SP 800-57 part 1, section 5.3.6: symmetric authentication key, at most 2 years.
		`{= makeYears =}`:    "2",
		`{= rotationCode =}`: "Go (golang-jwt), Node.js (jose) and Python (PyJWT)",
	} {
		got, err := fillNumbers(asked)
		require.NoError(t, err, asked)
		assert.Equal(t, want, got, asked)
	}
	_, err := fillNumbers(`{= overlap "an hour" "10m" =}`)
	assert.Error(t, err)
	_, err = fillNumbers(`{= overlap "1h" "0s" =}`)
	assert.Error(t, err)
}

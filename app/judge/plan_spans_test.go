package judge

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestASpanIsSaidToTheSecond(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0 seconds":                     0,
		"20 seconds":                    20 * time.Second,
		"1 minute and 1 second":         61 * time.Second,
		"1 hour":                        time.Hour,
		"30 days and 10 minutes":        30*24*time.Hour + 10*time.Minute,
		"1 day, 23 hours and 5 minutes": 47*time.Hour + 5*time.Minute,
	} {
		assert.Equal(t, want, spanWords(d))
	}
}

func TestATimeIsSaidInItsGreatestUnit(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0 seconds":  0,
		"90 seconds": 90 * time.Second,
		"36 hours":   36 * time.Hour,
		"1 day":      24 * time.Hour,
	} {
		assert.Equal(t, want, lasting(d))
	}
}

package prose

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTimesAreWrittenToTheSecond(t *testing.T) {
	for seconds, want := range map[int]string{
		0: "0 seconds", 1: "1 second", 59: "59 seconds", 60: "1 minute", 90: "1 minute and 30 seconds",
		4320:              "1 hour and 12 minutes",  // 72 × 60
		30*86400 + 600:    "30 days and 10 minutes", // 30 days of 24 hours
		86400 + 3600 + 61: "1 day, 1 hour, 1 minute and 1 second",
		1500 * 86400:      "1,500 days",
	} {
		assert.Equal(t, want, Time(seconds))
	}
}

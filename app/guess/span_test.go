package guess

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSpansAreInWordsPeopleUse(t *testing.T) {
	for want, seconds := range map[string]float64{
		"less than a second": 0.5, "seconds": 59, "2 minutes": 90, "2 hours": 3600, "31 hours": 30 * Hour,
		"11 days": 10.5 * Day, "3 years": 2.5 * Year, "centuries": 400 * Year, "thousands of years": 5e4 * Year,
		"millions of years": 1e9 * Year, "longer than the universe has existed": 1e30,
	} {
		assert.Equal(t, want, Span(seconds))
	}
}

func TestAnEstimateIsRoundedToWhatIsNearest(t *testing.T) {
	for want, seconds := range map[string]float64{
		"less than a second": 0.5, "1 minute": 89, "2 minutes": 91, "1 hour": 1.4 * Hour, "9 years": 9.06 * Year, "centuries": 400 * Year,
	} {
		assert.Equal(t, want, About(seconds))
	}
}

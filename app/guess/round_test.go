package guess

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRatesAreRoundedToWhatCounts(t *testing.T) {
	for want, n := range map[string]float64{"7": 7, "638,000": 638_123, "1.2 million": 1_234_567, "12 million": 12_345_678, "4.0 billion": CardRate} {
		t.Run(want, func(t *testing.T) { assert.Equal(t, want, Round(n)) })
	}
}

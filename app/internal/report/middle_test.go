package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheMedianIsInTheMiddle(t *testing.T) {
	assert.Equal(t, 3.0, Median([]float64{9, 1, 3}))
	assert.Equal(t, 2.5, Median([]float64{9, 1, 3, 2}), "between 2 and 3")
	assert.Equal(t, 7.0, Median([]float64{7}))
	assert.Zero(t, Median(nil))
	values := []float64{3, 1, 2}
	Median(values)
	assert.Equal(t, []float64{3, 1, 2}, values, "the values stay in their order")
}

// The ranks are worked out by hand: of 5 values, the 50th percentile has the rank
// ⌈0.5 × 5⌉ = 3, the 80th ⌈0.8 × 5⌉ = 4, and the 81st ⌈4.05⌉ = 5.
func TestAPercentileIsTheValueOfItsRank(t *testing.T) {
	values := []float64{50, 20, 40, 10, 30}
	for p, want := range map[float64]float64{1: 10, 50: 30, 80: 40, 81: 50, 100: 50} {
		assert.Equal(t, want, Percentile(values, p), p)
	}
	assert.Zero(t, Percentile(nil, 50))
}

package report

import (
	"math"
	"slices"
)

// Median returns the middle of the values, of an even number of them the mean of the two in
// the middle, and 0 of none.
func Median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	switch {
	case n == 0:
		return 0
	case n%2 == 0:
		return (sorted[n/2-1] + sorted[n/2]) / 2
	default:
		return sorted[n/2]
	}
}

// Percentile returns the least of the values that p percent of them do not pass (the
// nearest-rank method), and 0 of none. p lies in (0, 100].
func Percentile(values []float64, p float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[int(math.Ceil(p/100*float64(len(sorted))))-1]
}

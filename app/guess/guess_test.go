package guess

import (
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAMarkIsWhatTheCardsSearchInItsTime(t *testing.T) {
	marks := Marks()
	require.Len(t, marks, 2)
	for i, seconds := range []float64{24 * 60 * 60, 13.8e9 * 365.25 * 24 * 60 * 60} {
		assert.InEpsilon(t, seconds, math.Exp2(marks[i].Bits)/(8*4_033_800_000), 1e-9, marks[i].Name)
	}
	assert.InDelta(t, 51.3, marks[0].Bits, 0.1)
	assert.InDelta(t, 93.5, marks[1].Bits, 0.1)
}

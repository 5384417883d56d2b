package job

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestTheVerdictThatSuitsASecretBest(t *testing.T) {
	for _, c := range []struct {
		codes  []string
		fit    int
		spared []bool
	}{
		{[]string{"no-defect", "below-rule", "below-rule"}, 0, []bool{false, true, true}},
		{[]string{"no-defect", "no-defect", "below-rule"}, 1, []bool{false, false, true}},
		{[]string{"no-defect", "no-defect", "no-defect"}, 2, []bool{false, false, false}},
		{[]string{"below-rule", "below-rule", "below-rule"}, 0, []bool{false, false, false}},
		{[]string{"guessable", "below-rule", "below-rule"}, 0, []bool{false, true, true}},
		{[]string{"unusable", "unusable", "unusable"}, 2, []bool{false, false, false}},
		{[]string{"no-defect"}, 0, []bool{false}},
	} {
		var all Verdicts
		for _, code := range c.codes {
			all = append(all, Verdict{Code: code})
		}
		assert.Equal(t, c.fit, all.Fit(), c.codes)
		for i, want := range c.spared {
			assert.Equal(t, want, all.Spared(i), "%v, %d", c.codes, i)
		}
	}
}

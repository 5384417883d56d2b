package report

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestAGoalMayBeReachedButNotPassed(t *testing.T) {
	beside := func(value, peer float64, goal Goal) Row { return Row{Value: value, PeerValue: peer, Goal: goal} }
	for name, c := range map[string]struct {
		row  Row
		want Verdict
	}{
		"no goal":               {beside(1, 1, Goal{}), ""},
		"value below":           {beside(49, 0, AtMost(50)), Met},
		"value at":              {beside(50, 0, AtMost(50)), Met},
		"value above":           {beside(51, 0, AtMost(50)), NotMet},
		"ratio below the most":  {beside(19, 10, RatioAtMost(2)), Met},
		"ratio at the most":     {beside(20, 10, RatioAtMost(2)), Met},
		"ratio above the most":  {beside(21, 10, RatioAtMost(2)), NotMet},
		"ratio below the least": {beside(19, 10, RatioAtLeast(2)), NotMet},
		"ratio at the least":    {beside(20, 10, RatioAtLeast(2)), Met},
		"ratio above the least": {beside(21, 10, RatioAtLeast(2)), Met},
		"over, within":          {beside(150, 60, OverPeerAtMost(100)), Met},
		"over, at":              {beside(160, 60, OverPeerAtMost(100)), Met},
		"over, beyond":          {beside(161, 60, OverPeerAtMost(100)), NotMet},
		"below the peer":        {beside(40, 60, OverPeerAtMost(100)), Met},
	} {
		assert.Equal(t, c.want, c.row.judged().Verdict, name)
	}
}

func TestWhatIsMissingMeetsNoGoal(t *testing.T) {
	const why = "it is not installed"
	for name, row := range map[string]Row{
		"the value":                {Missing: why, Goal: AtMost(50)},
		"the value, beside a peer": {Missing: why, PeerValue: 2, Goal: RatioAtMost(50)},
		"the peer of a ratio":      {Value: 1, Missing: why, Goal: RatioAtMost(50)},
		"the peer, unexplained":    {Value: 1, Goal: RatioAtMost(50)},
		"the peer of a distance":   {Value: 1, Missing: why, Goal: OverPeerAtMost(50)},
	} {
		judged := row.judged()
		assert.Equal(t, Unknown, judged.Verdict, name)
		assert.Zero(t, judged.Ratio, name)
	}
	assert.Equal(t, Met, Row{Value: 1, Missing: why, Goal: AtMost(50)}.judged().Verdict, "a goal about the value needs no peer")
}

func TestNothingAtAllIsAFigureToo(t *testing.T) {
	assert.Equal(t, Met, Row{Value: 0, Goal: AtMost(50)}.judged().Verdict)
	assert.Equal(t, "0 ms", Row{Value: 0, Unit: "ms"}.cells()[1])
	assert.Equal(t, "–", Row{Value: 0, Unit: "ms", Missing: "no program for it"}.cells()[1])
}

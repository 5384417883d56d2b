package judge

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
)

func TestTheTimelineIsToScale(t *testing.T) {
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	scale := timescale{from: start, to: start.Add(10 * time.Hour)}
	assert.InDelta(t, timelineMargin, scale.place(start), 1e-9)
	assert.InDelta(t, 50, scale.place(start.Add(5*time.Hour)), 1e-9)
	assert.InDelta(t, 100-timelineMargin, scale.place(start.Add(10*time.Hour)), 1e-9)
	assert.InDelta(t, 100, scale.place(time.Time{}), 1e-9, "what has no end")
}

func TestATimelineHasANumberForEachDeploymentAndNoneAfterALeak(t *testing.T) {
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	for kind, c := range map[rotation.Kind]struct {
		dates   rotation.Dates
		numbers []string
		caption string
	}{
		rotation.Rolling: {rotation.Dates{Start: start, SignNew: hour(1), LastOld: hour(2), StopOld: hour(10)}, []string{"1", "2", "3"}, "10 hours after the first"},
		rotation.AtOnce:  {rotation.Dates{Start: start, SignNew: start, LastOld: hour(1), StopOld: hour(49)}, []string{"1", "2"}, "2 days and 1 hour after the first"},
		rotation.Leak:    {rotation.Dates{Start: start, SignNew: start, LastOld: hour(1), StopOld: hour(1)}, nil, ""},
	} {
		picture, caption := timeline(&rotation.Plan{Kind: kind, Dates: c.dates})
		var numbers []string
		for _, s := range picture {
			if slices.Contains(s.Attributes, "104") {
				numbers = append(numbers, s.Text)
			}
		}
		assert.Equal(t, c.numbers, numbers, kind)
		assert.Contains(t, caption, c.caption, kind)
		assert.Equal(t, kind == rotation.Leak, caption == "" && picture == nil)
	}
}

func TestNumbersThatComeCloseTogetherAreOne(t *testing.T) {
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	minute := func(n int) time.Time { return start.Add(time.Duration(n) * time.Minute) }
	scale := timescale{from: start, to: minute(30 * 24 * 60)}
	assert.Equal(t, []number{{start, "1, 2"}, {scale.to, "3"}}, scale.numbers([]time.Time{start, minute(5), scale.to}))
	assert.Len(t, timescale{from: start, to: minute(60)}.numbers([]time.Time{start, minute(10), minute(60)}), 3)
}

// Where all instances stop at once, the old secret signs until then and no longer.
func TestTheOldSecretSignsUntilItsLastInstanceStops(t *testing.T) {
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	hour := func(n int) time.Time { return start.Add(time.Duration(n) * time.Hour) }
	for kind, c := range map[rotation.Kind]struct {
		signNew time.Time
		until   float64
	}{rotation.AtOnce: {start, timelineMargin}, rotation.Rolling: {hour(1), timelineMargin + 0.2*(100-2*timelineMargin)}} {
		picture, _ := timeline(&rotation.Plan{Kind: kind, Dates: rotation.Dates{Start: start, SignNew: c.signNew, LastOld: hour(2), StopOld: hour(10)}})
		old := slices.IndexFunc(picture, func(s job.Shape) bool { return slices.Contains(s.Attributes, "signs") })
		assert.Contains(t, picture[old].Attributes, percent(c.until), kind)
	}
}

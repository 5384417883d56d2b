package ui

import (
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"

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
		dates rotation.Dates
		want  []string
		none  string
	}{
		rotation.Rolling: {rotation.Dates{Start: start, SignNew: hour(1), LastOld: hour(2), StopOld: hour(10)}, []string{">1<", ">2<", ">3<", "10 hours after the first"}, ">4<"},
		rotation.AtOnce:  {rotation.Dates{Start: start, SignNew: start, LastOld: hour(1), StopOld: hour(49)}, []string{">1<", ">2<", "2 days and 1 hour after the first"}, ">3<"},
		rotation.Leak:    {rotation.Dates{Start: start, SignNew: start, LastOld: hour(1), StopOld: hour(1)}, nil, "svg"},
	} {
		html := app.HTMLString(timeline(&rotation.Plan{Kind: kind, Dates: c.dates}))
		for _, want := range c.want {
			assert.Contains(t, html, want, kind)
		}
		assert.NotContains(t, html, c.none, kind)
	}
}

func TestASpanIsSaidToTheSecond(t *testing.T) {
	for want, d := range map[string]time.Duration{
		"0 seconds":                        0,
		"20 seconds":                       20 * time.Second,
		"1 minute and 1 second":            61 * time.Second,
		"1 hour":                           time.Hour,
		"30 days and 10 minutes":           30*24*time.Hour + 10*time.Minute,
		"1 day and 23 hours and 5 minutes": 47*time.Hour + 5*time.Minute,
	} {
		assert.Equal(t, want, spanWords(d))
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
		html := app.HTMLString(timeline(&rotation.Plan{Kind: kind, Dates: rotation.Dates{Start: start, SignNew: c.signNew, LastOld: hour(2), StopOld: hour(10)}}))
		assert.Contains(t, html, `width="`+percent(c.until)+`"`, kind)
	}
}

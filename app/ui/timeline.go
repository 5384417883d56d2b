package ui

import (
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/rotation"
)

// timeline draws to scale when each of the two secrets verifies tokens, and when it
// signs them. What it shows stands in the checklist, too. After a leak there is
// nothing to draw: one secret takes the place of the other at once.
func timeline(p *rotation.Plan) app.UI {
	place, d := app.Div(), p.Dates
	if p.Kind == rotation.Leak {
		return place
	}
	t := timescale{from: d.Start, to: d.StopOld}
	drawn := []app.UI{
		t.row(18, "The previous secret"), t.bar(24, "verifies", d.Start, d.StopOld), t.bar(24, "signs", d.Start, d.LastOld),
		t.row(62, "The new secret"), t.bar(68, "verifies", d.Start, time.Time{}), t.bar(68, "signs", d.SignNew, time.Time{}),
	}
	for i, at := range deploymentTimes(d) {
		drawn = append(drawn, t.tick(at, "24", "38"), t.tick(at, "68", "90"), shape("text", "x", t.at(at), "y", "104", "text-anchor", "middle").Body(app.Text(strconv.Itoa(i+1))))
	}
	return place.Body(
		app.Div().Class("timeline").Aria("hidden", "true").Body(
			shape("svg", "width", "100%", "height", "110", "focusable", "false").Body(drawn...)),
		app.P().Class("hint").Body(
			app.Text("Drawn to scale: dark where a secret signs tokens, light where it only verifies them. The numbers are the deployments: "+
				"the last one comes "+spanWords(d.StopOld.Sub(d.Start))+" after the first."),
		),
	)
}

// deploymentTimes are those of the deployments, the first at the start.
func deploymentTimes(d rotation.Dates) []time.Time {
	if !d.Start.Before(d.SignNew) {
		return []time.Time{d.Start, d.StopOld}
	}
	return []time.Time{d.Start, d.SignNew, d.StopOld}
}

// timescale maps moments to places. At both ends there is room for what is beyond.
type timescale struct{ from, to time.Time }

const timelineMargin = 6 // percent

func (t timescale) place(at time.Time) float64 {
	if at.IsZero() {
		return 100
	}
	return timelineMargin + (100-2*timelineMargin)*float64(at.Sub(t.from))/float64(t.to.Sub(t.from))
}

func (t timescale) at(at time.Time) string { return percent(t.place(at)) }

func percent(n float64) string { return strconv.FormatFloat(n, 'f', 2, 64) + "%" }

// bar begins at the left end where it begins with the plan, unless the secret is new.
func (t timescale) bar(y int, part string, from, to time.Time) app.UI {
	begin := t.place(from)
	if !to.IsZero() {
		begin = 0
	}
	return shape("rect", "data-part", part, "x", percent(begin), "y", strconv.Itoa(y), "width", percent(t.place(to)-begin), "height", "14")
}

func (t timescale) row(y int, name string) app.UI {
	return shape("text", "x", "0", "y", strconv.Itoa(y)).Body(app.Text(name))
}

func (t timescale) tick(at time.Time, top, bottom string) app.UI {
	return shape("line", "x1", t.at(at), "x2", t.at(at), "y1", top, "y2", bottom)
}

// spanWords says how long something lasts, in one or two units and never too short.
func spanWords(d time.Duration) string {
	const day = 24 * time.Hour
	switch {
	case d >= day:
		return inUnits(d, day, "day", time.Hour, "hour")
	case d >= time.Hour:
		return inUnits(d, time.Hour, "hour", time.Minute, "minute")
	default:
		return inUnits(d, time.Minute, "minute", time.Second, "second")
	}
}

// inUnits rounds up to the small unit and leaves out what is none.
func inUnits(d, large time.Duration, largeName string, small time.Duration, smallName string) string {
	smalls := int((d + small - 1) / small)
	per := int(large / small)
	var said []string
	if n := smalls / per; n > 0 {
		said = append(said, counted(n, largeName, largeName+"s"))
	}
	if n := smalls % per; n > 0 || smalls == 0 {
		said = append(said, counted(n, smallName, smallName+"s"))
	}
	return strings.Join(said, " and ")
}

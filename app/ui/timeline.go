package ui

import (
	"slices"
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
	place, d := elem("div"), p.Dates
	if p.Kind == rotation.Leak {
		return place
	}
	lastSigning := d.LastOld
	if p.Kind == rotation.AtOnce { // all old instances have stopped before the first new one starts
		lastSigning = d.SignNew
	}
	t := timescale{from: d.Start, to: d.StopOld}
	drawn := []app.UI{
		t.row(18, "The previous secret"), t.bar(24, "verifies", d.Start, d.StopOld), t.bar(24, "signs", d.Start, lastSigning),
		t.row(62, "The new secret"), t.bar(68, "verifies", d.Start, time.Time{}), t.bar(68, "signs", d.SignNew, time.Time{}),
	}
	for _, n := range t.numbers(deploymentTimes(d)) {
		drawn = append(drawn, shape("text", "x", t.at(n.at), "y", "104", "text-anchor", "middle").Body(app.Text(n.text)))
	}
	for _, at := range deploymentTimes(d) {
		drawn = append(drawn, t.tick(at, "24", "38"), t.tick(at, "68", "90"))
	}
	return place.Body(
		elem("div", "class", "timeline", "aria-hidden", "true").Body(
			shape("svg", "width", "100%", "height", "110", "focusable", "false").Body(drawn...)),
		elem("p", "class", "hint").Body(
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

// number is that of a deployment, or those of several that come close together.
type number struct {
	at   time.Time
	text string
}

// apart is the least distance between two numbers, in percent.
const apart = 5

func (t timescale) numbers(deployments []time.Time) (all []number) {
	for i, at := range deployments {
		text := strconv.Itoa(i + 1)
		if last := len(all) - 1; last >= 0 && t.place(at)-t.place(all[last].at) < apart {
			all[last].text += ", " + text
			continue
		}
		all = append(all, number{at, text})
	}
	return all
}

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

// spanWords says how long something lasts, to the second: "30 days and 10 minutes".
func spanWords(d time.Duration) string {
	rest := int(d.Round(time.Second) / time.Second)
	var said []string
	for _, u := range slices.Backward(timeUnits) {
		if n := rest / u.seconds; n > 0 {
			said = append(said, counted(n, strings.TrimSuffix(u.name, "s"), u.name))
			rest %= u.seconds
		}
	}
	if len(said) == 0 {
		return "0 seconds"
	}
	return strings.Join(said, " and ")
}

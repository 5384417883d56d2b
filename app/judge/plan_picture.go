package judge

import (
	"strconv"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
)

// timeline draws to scale when each of the two secrets verifies tokens, and when it
// signs them. What it shows stands in the checklist, too. After a leak there is
// nothing to draw: one secret takes the place of the other at once.
func timeline(p *rotation.Plan) (drawn []job.Shape, caption string) {
	d := p.Dates
	if p.Kind == rotation.Leak {
		return nil, ""
	}
	lastSigning := d.LastOld
	if p.Kind == rotation.AtOnce { // all old instances have stopped before the first new one starts
		lastSigning = d.SignNew
	}
	t := timescale{from: d.Start, to: d.StopOld}
	drawn = []job.Shape{
		t.row(18, "The previous secret"), t.bar(24, "verifies", d.Start, d.StopOld), t.bar(24, "signs", d.Start, lastSigning),
		t.row(62, "The new secret"), t.bar(68, "verifies", d.Start, time.Time{}), t.bar(68, "signs", d.SignNew, time.Time{}),
	}
	return append(drawn, t.deployments(deploymentTimes(d))...), "Drawn to scale: dark where a secret signs tokens, light where it only verifies them. " +
		"The numbers are the deployments: the last one comes " + spanWords(d.StopOld.Sub(d.Start)) + " after the first."
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

// deployments numbers them, and draws a line across the bars at each.
func (t timescale) deployments(all []time.Time) (drawn []job.Shape) {
	for _, n := range t.numbers(all) {
		drawn = append(drawn, shape("text", n.text, "x", t.at(n.at), "y", "104", "text-anchor", "middle"))
	}
	for _, at := range all {
		drawn = append(drawn, t.tick(at, "24", "38"), t.tick(at, "68", "90"))
	}
	return drawn
}

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
func (t timescale) bar(y int, part string, from, to time.Time) job.Shape {
	begin := t.place(from)
	if !to.IsZero() {
		begin = 0
	}
	return shape("rect", "", "data-part", part, "x", percent(begin), "y", strconv.Itoa(y), "width", percent(t.place(to)-begin), "height", "14")
}

func (t timescale) row(y int, name string) job.Shape {
	return shape("text", name, "x", "0", "y", strconv.Itoa(y))
}

func (t timescale) tick(at time.Time, top, bottom string) job.Shape {
	return shape("line", "", "x1", t.at(at), "x2", t.at(at), "y1", top, "y2", bottom)
}

func shape(tag, text string, attributes ...string) job.Shape {
	return job.Shape{Tag: tag, Text: text, Attributes: attributes}
}

package guide

import (
	"slices"
	"testing"

	"jwtsecret/app/job"
)

// fakePage is a page without a browser. What it shows is kept in order.
type fakePage struct {
	t      *testing.T
	view   View
	random func() float64
	auditor
	clock float64 // a millisecond later each time it is asked, or as much later as tick says
	tick  float64
	asked int
	stops int

	box  Box         // that is on the page, for what shows it again
	form func() Form // what stands in its fields by then

	left      bool   // nothing is shown any more
	onShow    func() // called after each change, if there is something to call
	onBreathe func() // likewise
}

// auditor answers a request: with events, or with a sentence that says why there is none.
type auditor func(r job.Request, event func(job.Event), failed func(sentence string))

// answering is an auditor with one answer.
func answering(answer func(r job.Request) job.Event) auditor {
	return func(r job.Request, event func(job.Event), _ func(string)) { event(answer(r)) }
}

// failing is an auditor that does not answer.
func failing(sentence string) auditor {
	return func(_ job.Request, _ func(job.Event), failed func(string)) { failed(sentence) }
}

func (e *fakePage) Show(change func(v *View)) {
	if e.left {
		return
	}
	change(&e.view)
	if e.onShow != nil {
		e.onShow()
	}
}

func (e *fakePage) Again() { e.Show(func(v *View) { e.box.Show(e.form(), v) }) }

func (e *fakePage) Random() float64 { return e.random() }

func (e *fakePage) Ask(r job.Request, event func(job.Event), failed func(sentence string)) (stop func()) {
	e.asked++
	e.auditor(r, event, failed)
	return func() { e.stops++ }
}

func (e *fakePage) Breathe() {
	if e.onBreathe != nil {
		e.onBreathe()
	}
}

func (e *fakePage) Milliseconds() float64 { e.clock += max(1, e.tick); return e.clock }

// text is what stands in a place or a field after all changes.
func (v View) text(place string) (text string) {
	for _, c := range v.Changes {
		switch {
		case c.Place != place:
		case c.Text != nil:
			text = string(c.Text)
		case c.Fill != nil:
			text = string(c.Fill)
		}
	}
	return text
}

// changed reports whether anything was done to a place or a field.
func (v View) changed(place string) bool {
	return slices.ContainsFunc(v.Changes, func(c Change) bool { return c.Place == place })
}

// state is how a place looks after all changes.
func (v View) state(place string) (state string) {
	for _, c := range v.Changes {
		if c.Place == place && c.State != nil {
			state = *c.State
		}
	}
	return state
}

// rows returns the rows of a table after all changes.
func (v View) rows(table string) (rows [][]string) {
	for _, c := range v.Changes {
		if c.Place == table && c.Rows != nil {
			rows = c.Rows
		}
	}
	return rows
}

// allowed reports whether a button can be pressed after all changes.
func (v View) allowed(button string) bool {
	allowed := true
	for _, c := range v.Changes {
		if c.Place == button && c.Allow != nil {
			allowed = *c.Allow
		}
	}
	return allowed
}

// show returns what a box shows for some fields.
func show(b Box, f Form) (v View) {
	b.Show(f, &v)
	return v
}

package guide

import (
	"testing"

	"jwtsecret/app/job"
)

// fakePage is a page without a browser. What it shows is kept in order.
type fakePage struct {
	t      *testing.T
	view   View
	random func() float64
	answer func(r job.Request) (job.Event, string) // an event, or why there is none
	clock  float64                                 // a millisecond later each time it is asked
	stops  int
	onShow func() // called after each change, if there is something to call

	onBreathe func() // likewise
}

func (e *fakePage) Show(change func(v *View)) {
	change(&e.view)
	if e.onShow != nil {
		e.onShow()
	}
}

func (e *fakePage) Random() float64 { return e.random() }

func (e *fakePage) Ask(r job.Request, event func(job.Event), failed func(sentence string)) (stop func()) {
	answer, sentence := e.answer(r)
	if sentence != "" {
		failed(sentence)
	} else {
		event(answer)
	}
	return func() { e.stops++ }
}

func (e *fakePage) Breathe() {
	if e.onBreathe != nil {
		e.onBreathe()
	}
}

func (e *fakePage) Milliseconds() float64 { e.clock++; return e.clock }

// texts returns the words that stand in each place and field after all changes.
func (v View) texts() map[string]string {
	all := map[string]string{}
	for _, c := range v.Changes {
		switch {
		case c.Text != nil:
			all[c.Place] = string(c.Text)
		case c.Fill != nil:
			all[c.Place] = string(c.Fill)
		}
	}
	return all
}

// states returns how each place looks after all changes.
func (v View) states() map[string]string {
	all := map[string]string{}
	for _, c := range v.Changes {
		if c.State != nil {
			all[c.Place] = *c.State
		}
	}
	return all
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
func show(b Box, f Form) View {
	var v View
	b.Show(f, &v)
	return v
}

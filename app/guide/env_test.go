package guide

import (
	"math/rand"

	"jwtsecret/app/job"
)

// fakeEnv is a page for boxes under test. It notes what a box shows, and answers what it
// asks by the function ask, or not at all.
type fakeEnv struct {
	shown View
	ask   func(job.Request) job.Event
	fails string // the auditor's failure, instead of an answer
	now   float64
}

func (e *fakeEnv) Show(change func(v *View)) { change(&e.shown) }
func (e *fakeEnv) Random() float64           { return rand.Float64() }
func (e *fakeEnv) Breathe()                  {}

func (e *fakeEnv) Milliseconds() float64 {
	e.now++
	return e.now
}

func (e *fakeEnv) Ask(r job.Request, event func(job.Event), failed func(string)) (stop func()) {
	switch {
	case e.fails != "":
		go failed(e.fails)
	case e.ask != nil:
		go func() { event(e.ask(r)) }()
	}
	return func() {}
}

// said is what stands in a place at last.
func (v View) said(place string) (text string) {
	for _, c := range v.Changes {
		if c.Place == place && c.Text != nil {
			text = string(c.Text)
		}
	}
	return text
}

// marked is how a place looks at last.
func (v View) marked(place string) (state string) {
	for _, c := range v.Changes {
		if c.Place == place && c.State != nil {
			state = *c.State
		}
	}
	return state
}

// listed are the rows of a table at last.
func (v View) listed(table string) (rows [][]string) {
	for _, c := range v.Changes {
		if c.Place == table && c.Rows != nil {
			rows = c.Rows
		}
	}
	return rows
}

// filled is what was put into a field at last.
func (v View) filled(field string) (text string) {
	for _, c := range v.Changes {
		if c.Place == field && c.Fill != nil {
			text = string(c.Fill)
		}
	}
	return text
}

// shownBy is what a box shows for a form.
func shownBy(b Box, f Form) (v View) {
	b.Show(f, &v)
	return v
}

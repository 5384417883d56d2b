package main

import (
	"jwtsecret/app/browser"
	"jwtsecret/app/guide"
	"jwtsecret/app/job"
)

// env is what a box may ask of the page: see [guide.Env].
type env struct {
	box   *box
	visit int // of the box, when the act began
}

// left reports whether the person has left the page since the act began.
func (e env) left() bool { return e.visit != e.box.visit }

// Show changes what the box shows.
func (e env) Show(change func(v *guide.View)) {
	if e.left() {
		return
	}
	var v guide.View
	change(&v)
	e.box.apply(v)
}

// Again shows what follows from what stands in the fields now.
func (e env) Again() {
	if !e.left() {
		e.box.show()
	}
}

// Random draws from Math.random.
func (env) Random() float64 { return browser.Random() }

// Breathe lets the browser draw.
func (env) Breathe() { browser.Breathe() }

// Milliseconds is the browser's clock.
func (env) Milliseconds() float64 { return browser.Milliseconds() }

// auditorBroke is what a person reads when the auditor has failed for no reason of theirs.
const auditorBroke = "The auditor stopped before its end, or did not start: the connection or the browser did not let it. Check your connection and try again."

// Ask asks the auditor.
func (e env) Ask(r job.Request, event func(job.Event), failed func(sentence string)) (stop func()) {
	if e.left() {
		return func() {}
	}
	message, err := job.Encode(r)
	if err != nil { // what a box asks can be encoded
		browser.Later(func() { failed(job.Babble) })
		return func() {}
	}
	task := &job.Task{Event: event, Failed: failed}
	started := browser.StartJob(message, "", task.Hear, func() { task.Fail(auditorBroke) })
	stop = func() {
		task.Over = true
		started.Stop()
	}
	e.box.stops = append(e.box.stops, stop)
	return stop
}

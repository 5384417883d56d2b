package ui

import (
	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// task is a request that the auditor works on. What it says after it was stopped is
// nobody's any more: it is overwritten and not shown.
type task struct {
	job    *browser.Job
	over   bool
	event  func(job.Event)
	failed func(sentence string)
}

// What a person reads when a task has failed for no reason of theirs.
const (
	auditorBroke  = "The auditor stopped before its end, or the browser did not let it start. What you pasted is still here: try again, or reload the page."
	auditorBabble = "The auditor answered in a way that this page does not understand. Reload the page."
)

// ask sends a request to the auditor, together with the file that was chosen in
// the field for a word list. event is called for everything that it answers; failed
// once, with a sentence, when nothing more will come.
func (p *part) ask(r job.Request, event func(job.Event), failed func(sentence string)) *task {
	t := &task{event: event, failed: failed}
	message, err := job.Encode(r)
	if err != nil { // what a page asks can be encoded
		browser.Later(func() { p.redraw(func() { t.fail(auditorBabble) }) })
		return t
	}
	t.job = browser.StartJob(message, string(fieldWordList),
		func(message []byte) { p.redraw(func() { t.hear(message) }) },
		func() { p.redraw(func() { t.fail(auditorBroke) }) })
	return t
}

// hear passes on what the auditor says, and overwrites it.
func (t *task) hear(message []byte) {
	defer clear(message)
	e, err := job.Decode[job.Event](message)
	switch {
	case t.over:
	case err != nil:
		t.fail(auditorBabble)
	case e.Failed != "":
		t.fail(e.Failed)
	default:
		t.event(e)
	}
}

// fail tells once that nothing more will come.
func (t *task) fail(sentence string) {
	if !t.over {
		t.over = true
		t.failed(sentence)
	}
}

// stop ends the work at once.
func (t *task) stop() {
	if t == nil || t.over {
		return
	}
	t.over = true
	if t.job != nil {
		t.job.Stop()
	}
}

// then calls f once the auditor rests after the task, or at once where none works on it.
func (t *task) then(f func()) {
	if t == nil || t.job == nil {
		f()
		return
	}
	t.job.Then(f)
}

// done notes that nothing more is to come.
func (t *task) done() { t.over = true }

func (t *task) running() bool { return t != nil && !t.over }

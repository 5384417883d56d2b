package ui

import (
	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// task is a request that the auditor works on. What it says after it was stopped is
// nobody's any more: it is overwritten and not shown.
type task struct {
	job.Task
	job *browser.Job
}

// auditorBroke is what a person reads when a task has failed for no reason of theirs.
const auditorBroke = "The auditor stopped before its end, or the browser did not let it start. What you pasted is still here: try again, or reload the page."

// ask sends a request to the auditor, together with the file that was chosen in
// the field for a word list. event is called for everything that it answers; failed
// once, with a sentence, when nothing more will come.
func (p *part) ask(r job.Request, event func(job.Event), failed func(sentence string)) *task {
	t := &task{Task: job.Task{Event: event, Failed: failed}}
	message, err := job.Encode(r)
	if err != nil { // what a page asks can be encoded
		browser.Later(func() { p.redraw(func() { t.Fail(job.Babble) }) })
		return t
	}
	t.job = browser.StartJob(message, string(fieldWordList),
		func(message []byte) { p.redraw(func() { t.Hear(message) }) },
		func() { p.redraw(func() { t.Fail(auditorBroke) }) })
	return t
}

// stop ends the work at once.
func (t *task) stop() {
	if t == nil || t.Over {
		return
	}
	t.Over = true
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
func (t *task) done() { t.Over = true }

func (t *task) running() bool { return t != nil && !t.Over }

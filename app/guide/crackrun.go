package guide

import (
	"bytes"
	"sync"

	"jwtsecret/app/job"
)

// crackRun is one attack by one auditor.
type crackRun struct {
	hit          *job.Hit // what was found, its secret our own copy, or nil
	missed       bool     // everything was tried
	sentence     string   // why it ended before; or empty
	milliseconds float64  // that it took

	first, last job.Progress
	over        sync.Once
	done        chan struct{}
}

func newCrackRun() *crackRun { return &crackRun{done: make(chan struct{})} }

// end ends the attack before anything came of it, for a reason.
func (r *crackRun) end(sentence string) {
	r.over.Do(func() {
		r.sentence = sentence
		close(r.done)
	})
}

// ask attacks the token and comes back when the attack has ended. It calls progress for
// each report.
func (r *crackRun) ask(e Env, made []byte, progress func(job.Progress)) {
	began := e.Milliseconds()
	stop := e.Ask(job.Request{Attack: &job.Attack{Token: bytes.Clone(made), Shares: 1}}, func(event job.Event) {
		if r.take(event) {
			progress(r.last)
		}
	}, r.end)
	<-r.done
	r.milliseconds = e.Milliseconds() - began
	if r.hit == nil && !r.missed { // otherwise the auditor has ended, and rests for the next one
		stop()
	}
}

// take notes what the auditor tells, and reports whether that was progress.
func (r *crackRun) take(event job.Event) (progress bool) {
	select {
	case <-r.done: // it was on its way when the attack was stopped
		return false
	default:
	}
	switch {
	case event.Progress != nil:
		r.note(*event.Progress)
		return true
	case event.Missed != nil:
		r.note(*event.Missed)
		r.over.Do(func() {
			r.missed = true
			close(r.done)
		})
	case event.Hit != nil:
		r.over.Do(func() {
			hit := *event.Hit
			hit.Secret = bytes.Clone(hit.Secret) // the message is wiped
			r.hit = &hit
			close(r.done)
		})
	}
	return false
}

// note keeps the first report and the last.
func (r *crackRun) note(p job.Progress) {
	if r.first.Tried == 0 {
		r.first = p
	}
	r.last = p
}

// measured is how many seconds an attack must have gone on to tell its rate.
const measured = 0.8

// rate is how many candidates a second were tried, without what came before the first
// report; or 0 where that was too short to tell.
func (r *crackRun) rate() float64 {
	seconds := r.last.Seconds - r.first.Seconds
	if seconds < measured {
		return 0
	}
	return float64(r.last.Tried-r.first.Tried) / seconds
}

// speed is how many candidates a second were tried since the beginning.
func speed(p job.Progress) float64 {
	if p.Seconds <= 0 {
		return 0
	}
	return float64(p.Tried) / p.Seconds
}

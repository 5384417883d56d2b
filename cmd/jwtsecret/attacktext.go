package main

import (
	"fmt"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/prose"
)

// watch follows an attack, and says how far it is and what it came to.
type watch struct {
	call     *call
	progress job.Progress
	list     job.List // what is to be known of the word list
	hit      *job.Hit

	shown time.Time
	drawn bool // a line of progress stands there
}

// How often progress is shown, and what takes it away from a screen.
const (
	screenEvery  = 200 * time.Millisecond
	logEvery     = 10 * time.Second
	clearTheLine = "\r\x1b[K"
)

// hear takes what an attack tells, and shows now and then how far it is.
func (w *watch) hear(e job.Event) {
	switch {
	case e.List != nil:
		w.list = *e.List
	case e.Progress != nil:
		w.progress = *e.Progress
		w.show()
	}
}

func (w *watch) show() {
	every := logEvery
	if isTerminal(w.call.messages) {
		every = screenEvery
	}
	now := time.Now()
	if now.Sub(w.shown) < every {
		return
	}
	w.shown = now
	w.clear()
	fmt.Fprint(w.call.messages, w.sentence())
	if w.drawn = every == screenEvery; !w.drawn {
		fmt.Fprintln(w.call.messages)
	}
}

// clear takes the progress off the screen.
func (w *watch) clear() {
	if w.drawn {
		fmt.Fprint(w.call.messages, clearTheLine)
	}
}

// sentence says how far the attack is.
func (w *watch) sentence() string {
	p, rate := w.progress, 0.0
	if p.Seconds > 0 {
		rate = float64(p.Tried) / p.Seconds
	}
	return job.ProgressSentence(p.Tried, p.Total, rate, p.Trying, p.Lines)
}

// attackResult is the outcome, under the names that programs read: see help/attack.txt.
type attackResult struct {
	Found   bool    `json:"found"`
	Tried   int     `json:"tried"` // candidates
	Seconds float64 `json:"seconds"`
	Place   int     `json:"place,omitempty"` // of the secret among the candidates, from 1
	Source  string  `json:"source,omitempty"`
	Reading string  `json:"reading,omitempty"`
	Bytes   int     `json:"bytes"`            // of the secret
	Secret  *string `json:"secret,omitempty"` // where -show asks for it
}

func (w *watch) result(show bool) attackResult {
	result := attackResult{Tried: w.progress.Tried, Seconds: w.progress.Seconds}
	if w.hit == nil {
		return result
	}
	result.Found, result.Place, result.Source = true, w.hit.Place, w.hit.Source
	result.Reading, result.Bytes = w.hit.Reading, len(w.hit.Secret)
	if show {
		text := string(w.hit.Secret)
		result.Secret = &text
	}
	return result
}

func (w *watch) text(show bool) string {
	if w.hit == nil {
		return wrapped("", job.NotFound(w.progress.Tried, ""))
	}
	text := wrapped("", job.HitSentence(w.hit)+" It was read as "+w.hit.Reading+". "+job.Guessed)
	switch {
	case len(w.hit.Secret) == 0:
		text += wrapped("", job.EmptySecret)
	case show:
		text += string(w.hit.Secret) + "\n"
	default:
		text += wrapped("", "It has "+prose.Counted(len(w.hit.Secret), "byte", "bytes")+", and is not shown without -show.")
	}
	return text
}

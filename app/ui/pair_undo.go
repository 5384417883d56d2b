package ui

import (
	"time"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What is on the page of keys, and what brings it back once it was cleared or replaced.

// pairMade is an answer in memory of its own, and what it answers.
type pairMade struct {
	asked    job.Keys
	keys     []job.KeyReport
	files    []job.KeyFile
	findings []job.Finding
	snippets []job.KeySnippet
	set      []byte      // the public keys as they were made, before they were added to others
	timer    *time.Timer // until it is wiped, where it is set aside
}

// wipe overwrites what is secret.
func (m *pairMade) wipe() {
	if m == nil {
		return
	}
	if m.timer != nil {
		m.timer.Stop()
	}
	for _, f := range m.files {
		clear(f.Text)
	}
	wipeKeys(&m.asked)
}

func wipeKeys(k *job.Keys) { job.Request{Keys: k}.Wipe() }

// sound reports whether nothing is known to be wrong.
func sound(m *pairMade) bool {
	found := len(m.findings)
	for _, k := range m.keys {
		found += len(k.Findings)
	}
	return found == 0
}

// setAside keeps the answer on screen for Undo, for a while, and returns a sentence that
// says so.
func (p *pairPage) setAside() (offer string) {
	last := p.made
	if last == nil {
		return ""
	}
	for i, f := range last.files {
		if f.Private {
			browser.ShowText(fileID(i), nil)
		}
	}
	p.before.wipe()
	p.made, p.before, p.former = nil, last, false
	last.timer = time.AfterFunc(defaultUndoTime, func() { p.redraw(func() { p.undoEnds(last) }) })
	return " What was here before can be brought back."
}

// undoEnds wipes it, if it is still the one that is set aside, and says so.
func (p *pairPage) undoEnds(last *pairMade) {
	if p.before == last {
		p.passFocus("undo", "generate")
		p.dropBefore()
		p.offerEnds()
	}
}

// dropBefore wipes what is set aside.
func (p *pairPage) dropBefore() {
	p.before.wipe()
	p.before = nil
}

// undo brings back what is set aside. What is on screen is wiped, and no longer added to
// a key set.
func (p *pairPage) undo() {
	if p.before == nil {
		return
	}
	if p.asked.Published != nil {
		p.halt()
	}
	back := p.before
	back.timer.Stop()
	p.before = nil
	p.made.wipe()
	p.show(back)
	p.say("Brought back: " + back.keys[0].Title + ".")
	p.focusDrawn("mask")
}

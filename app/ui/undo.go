package ui

import (
	"slices"
	"strings"
	"time"
)

// What brings a result back that was cleared or replaced.

// aside is a result that was cleared or replaced.
type aside struct {
	secrets batch
	values  *productValues
	taken   bool
	timer   *time.Timer // until it is wiped; nil for one that is kept
}

// setAside keeps the current result for Undo. One that was copied may be in use
// somewhere: unless it is cleared on purpose, it stays until the page is left. Of
// the others only the last one stays, for a while.
func (w *work) setAside(cleared bool) {
	last := w.end()
	if len(last.secrets) == 0 {
		return
	}
	w.dropAside(func(a aside) bool { return a.timer != nil })
	if cleared || !last.taken {
		last.timer = time.AfterFunc(w.undoTime, func() {
			w.redraw(func() { w.undoEnds(func(a aside) bool { return a.timer == last.timer }) })
		})
	}
	w.aside = append(w.aside, last)
}

// backSentences end what was said of a result that can be brought back for a while, and
// say what is true once it cannot.
var backSentences = map[string]string{
	" You can bring it back for ten seconds.":    " It cannot be brought back any more.",
	" You can bring them back for ten seconds.":  " They cannot be brought back any more.",
	" What was here before can be brought back.": " What was here before is gone.",
}

// offerEnds takes back that something can be brought back, if that was said last.
func (p *part) offerEnds() {
	for offer, end := range backSentences {
		if said, found := strings.CutSuffix(strings.TrimSuffix(p.status, "\u00a0"), offer); found {
			p.say(said + end)
		}
	}
}

// undoEnds drops what is set aside, and says so.
func (w *work) undoEnds(gone func(aside) bool) {
	if !slices.ContainsFunc(w.aside, gone) {
		return // another result has taken its place since
	}
	w.offerEnds()
	w.dropAside(gone)
	if len(w.aside) == 0 {
		w.passFocus("undo", "generate")
	}
}

// dropAside wipes the results for which gone reports true.
func (w *work) dropAside(gone func(aside) bool) {
	var kept []aside
	for _, a := range w.aside {
		if !gone(a) {
			kept = append(kept, a)
			continue
		}
		if a.timer != nil {
			a.timer.Stop()
		}
		a.wipe()
	}
	w.aside = kept
}

// wipe overwrites the secrets, and what was made of them for a product.
func (a *aside) wipe() {
	a.secrets.wipe()
	a.values.wipe()
}

// undo brings the last result back that was set aside. The one on screen takes the
// other end of the queue if it was copied, and is wiped if it was not.
func (w *work) undo() {
	last := len(w.aside) - 1
	if last < 0 {
		return
	}
	back := w.aside[last]
	if back.timer != nil {
		back.timer.Stop()
	}
	w.aside = w.aside[:last]
	if away := w.end(); away.taken {
		w.aside = append([]aside{away}, w.aside...)
	} else {
		away.wipe()
	}
	w.result, w.values, w.taken = back.secrets, back.values, back.taken
	w.list(0)
	w.say("Brought back: " + counted(len(w.result), "secret", "secrets") + ".")
	w.focusDrawn("copy")
}

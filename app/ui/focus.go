package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// Where the keyboard's focus goes when what it is on rests or vanishes.

// resting marks a button that waits for what it began. It stays where the focus can be,
// which a button that is disabled loses, and what it does has to be nothing.
func resting(now bool, b app.HTMLElem) app.HTMLElem {
	if now {
		return b.Aria("disabled", "true")
	}
	return b
}

// passFocus moves the focus on from an element that is about to go, if it is there, to
// one that may not be drawn yet.
func (p *part) passFocus(from, to string) {
	if browser.HasFocus(from) {
		p.focusDrawn(to)
	}
}

// focusDrawn moves the focus once the page is drawn anew.
func (p *part) focusDrawn(id string) { p.ctx.Defer(func(app.Context) { browser.Focus(id) }) }

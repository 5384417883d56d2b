package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
)

// What a wish for where or how to put a secret to use begins with; the id of a target or
// a library follows.
const (
	wishTarget   = "target="
	wishLibrary  = "library="
	wishTerminal = "terminal" // and nothing follows
)

// wished was chosen in the palette. It waits for the page that grants it, or is granted at
// once by grantWish, which is that page's.
var (
	wished    string
	grantWish = func() {}
)

// hearWishes grants what was chosen before this page was shown, and what is chosen on it.
func (u *use) hearWishes() {
	grantWish = func() { u.Work.redraw(u.grant) } // with what other parts say of it
	u.grant()
}

// grant makes the choice and leads to it or, while there is no secret to write there, to
// the button that makes one.
func (u *use) grant() {
	w := wished
	wished = ""
	question, control := "where", string(fieldTarget)
	if id, ok := strings.CutPrefix(w, wishLibrary); ok {
		u.read(libraryByID(id))
		question, control = "how", string(fieldLibrary)
	} else if id, ok := strings.CutPrefix(w, wishTarget); ok {
		t, _ := export.TargetByID(id)
		u.aim(t)
		if _, ok := u.entry(); !ok {
			u.Work.say("Chosen: " + u.target.Title + ". " + u.lacking())
			control = "generate"
		}
	} else if w == wishTerminal {
		question, control = "terminal", string(fieldTerminal)
	} else {
		return
	}
	u.open[question] = true
	u.ctx.Defer(func(app.Context) {
		browser.Unfold(question)
		browser.Focus(control)
	})
}

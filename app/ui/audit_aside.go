package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// A report is about the text as it was checked. Once another one stands in the field,
// the report is put aside: it can still be read, and nothing can be done with it.

// What is said of that beside the report, and in a status.
const (
	asideSentence = "What stands below is about the text and the word list as you checked them, not as they are now. Click Check to judge them as they are."
	changedStatus = "Changed since it was checked."
)

// onInput is for when the text has changed, or the word list was chosen or taken away.
func (a *audit) onInput(app.Context, app.Event) { a.compare() }

// compare puts the report aside if it is about something else than what stands in the
// fields, and takes it back if it is about that.
func (a *audit) compare() {
	if a.pasted == nil {
		return
	}
	text := fieldText(fieldPaste)
	same := bytes.Equal(text, a.pasted)
	clear(text)
	list := browser.FileMark(string(fieldWordList))
	a.compared(same, list)
}

// compared does so when it is known whether the text is the one that was checked, and
// which list is chosen.
func (a *audit) compared(same bool, list string) {
	if list != a.list {
		a.listNotes = nil
	}
	switch {
	case !same:
		a.endAttack("Stopped, because the text above is not the one that was checked.")
	case a.attack == nil || a.attack.short != nil || list == a.list: // which needs none
	case a.attack.running():
		a.endAttack("Stopped, because you chose another word list. Click “Try to guess it” to begin again.")
	}
	a.otherList = list != a.list
	aside := !same || a.token == nil && list != a.list
	switch {
	case aside == a.aside:
	case aside && a.reported():
		a.say(changedStatus)
	case aside && a.checking.running():
		a.say("You changed what is being checked. The report will be about the text and the word list as they were when you clicked Check.")
	case a.reported():
		a.say("What stands below is about this text and word list.")
	}
	a.aside = aside
}

// remark is said of an attack that has ended without what is chosen now. What was found
// stays found.
func (a *audit) remark() string {
	switch run := a.attack; {
	case a.hit != nil || run.running():
		return ""
	case run.short != nil && *run.short != a.short:
		return " You have chosen something else since. Click “Try them all” to try that."
	case run.short == nil && a.otherList:
		return " You have chosen another word list since. Click “Try to guess it” to begin again."
	default:
		return ""
	}
}

// reported tells whether a report stands on the page.
func (a *audit) reported() bool { return a.secret != nil || a.token != nil }

func (a *audit) renderAside() app.UI {
	place := elem("div", "class", "aside-place")
	if !a.aside || !a.reported() {
		return place
	}
	return place.Body(elem("p", "id", "aside", "class", "warning").Text(asideSentence))
}

// report is a part of the page with what the auditor says. What is put aside cannot be
// used.
func (a *audit) report(id string) app.HTMLElem {
	if a.aside {
		return elem("fieldset").ID(id).Class("report aside").Attr("disabled", true)
	}
	return elem("fieldset").ID(id).Class("report")
}

package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What a person asks the audit to check.

func (a *audit) renderForm() app.UI {
	paste := app.Textarea().ID("paste").Class("paste notranslate").Rows(3).Attr("translate", "no").
		Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("autocorrect", "off").Spellcheck(false).
		DataSet("secret", "").Aria("describedby", "paste-hint").OnKeyDown(a.onKey)
	if !a.live {
		paste = paste.Disabled(true)
	}
	return app.Section().Class("card").Aria("labelledby", "paste-title").Body(
		app.H2().ID("paste-title").Body(app.Label().For("paste").Text("A secret or a token")),
		paste,
		app.P().ID("paste-hint").Class("hint").Text("Exactly as your service has it, without quotation marks. Ctrl and Enter check it too."),
		a.renderWordList(),
		a.renderCheck(),
		a.renderReading(),
		app.P().ID("status").Role("status").Class("status").Text(a.status),
	)
}

func (a *audit) renderWordList() app.UI {
	field := app.Input().Type("file").ID("wordlist").Attr("autocomplete", "off").Aria("describedby", "wordlist-hint")
	if !a.live {
		field = field.Disabled(true)
	}
	return app.Div().Class("field").Body(
		app.Label().For("wordlist").Text("A word list of yours, one word a line (optional)"),
		field,
		app.P().ID("wordlist-hint").Class("hint").Text("A file of any size, chosen or dropped onto this page. It is read on this device: a secret that is in it counts as known."),
	)
}

func (a *audit) renderCheck() app.UI {
	check := app.Button().Type("button").ID("check").Class("primary").OnClick(a.onCheck).Text("Check")
	empty := app.Button().Type("button").ID("clear").OnClick(a.onClear).Text("Clear")
	if !a.live {
		check, empty = check.Disabled(true), empty.Disabled(true)
	}
	return app.Div().Class("actions").Body(check, empty)
}

// renderReading shows how far a check has come that lasts, and offers to end it.
func (a *audit) renderReading() app.UI {
	place := app.Div().Class("actions")
	if a.reading == "" {
		return place
	}
	return place.Body(
		app.Button().Type("button").ID("stop-check").OnClick(a.onStopCheck).Text("Stop"),
		app.P().ID("check-progress").Class("hint").Text("Reading "+a.reading+"."),
	)
}

func (a *audit) onKey(_ app.Context, e app.Event) {
	if e.Get("key").String() == "Enter" && (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) {
		e.PreventDefault()
		a.check()
	}
}

func (a *audit) onClear(app.Context, app.Event) {
	a.forget()
	a.say("Cleared.")
	browser.Focus("paste")
}

func (a *audit) onCheck(app.Context, app.Event) { a.check() }

// check sends what was pasted to a worker.
func (a *audit) check() {
	text := trimmed(browser.FieldText("paste"))
	a.reset()
	if len(text) == 0 {
		a.say("Nothing was checked: paste a secret or a token first.")
		browser.Focus("paste")
		return
	}
	request, err := job.Encode(job.Request{Audit: &job.Audit{Text: text, Issuer: a.issuer, WithFile: browser.HasFile("wordlist")}})
	if err != nil {
		a.say("Nothing was checked: " + err.Error() + ".")
		return
	}
	a.pasted = text
	a.say("Checking…")
	var run *browser.Job
	run = browser.StartJob(request, "wordlist", func(message []byte) { a.onChecked(run, message) }, func() { a.onCheckCrashed(run) })
	a.checking = run
}

// trimmed cuts the line break off that a selection of a whole line brings along.
// Spaces may belong to a secret, so they stay.
func trimmed(text []byte) []byte {
	for len(text) > 0 && (text[len(text)-1] == '\n' || text[len(text)-1] == '\r') {
		text = text[:len(text)-1]
	}
	return text
}

func (a *audit) onChecked(run *browser.Job, message []byte) {
	event, err := job.Decode[job.Event](message)
	a.redraw(func() {
		switch {
		case a.checking != run: // stopped meanwhile
		case err == nil && event.Progress != nil:
			a.reading = event.Progress.Trying
		default:
			a.checking, a.reading = nil, ""
			a.showReport(event, err)
		}
	})
}

// showReport shows how a check has ended.
func (a *audit) showReport(event job.Event, err error) {
	switch {
	case err != nil:
		a.say("The check answered in a way that this page does not understand. Reload it.")
	case event.Failed != "":
		a.say(event.Failed)
	case event.Secret != nil:
		a.secret = event.Secret
		a.say("Checked. " + a.secret.Verdicts[0].Algorithm + ": " + a.secret.Verdicts[0].Sentence)
	case event.Token != nil:
		a.showToken(event.Token)
	}
}

func (a *audit) onCheckCrashed(run *browser.Job) {
	a.redraw(func() {
		if a.checking != run {
			return
		}
		a.checking, a.reading = nil, ""
		a.say("The check stopped before its end. What you pasted is still here: click Check to try again.")
	})
}

func (a *audit) onStopCheck(app.Context, app.Event) {
	a.stopCheck()
	a.say("Stopped. What you pasted is still here: click Check to try again.")
	browser.Focus("check")
}

func (a *audit) stopCheck() {
	if a.checking != nil {
		a.checking.Stop()
	}
	a.checking, a.reading = nil, ""
}

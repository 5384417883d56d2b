package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// audit is the page that tells the truth about a secret or a token. All of its
// work is done by workers, so the page itself stays responsive.
type audit struct {
	app.Compo

	live   bool // a person can act: false in the page as built
	status string

	checking *browser.Job
	secret   *job.SecretReport
	token    *job.TokenReport
	pasted   []byte // the token that was checked, for the attack

	attack *attackRun
	hit    *job.Hit

	// ctx is the component's own: what a handler is given dies with its button.
	ctx     app.Context
	release func()
}

var (
	_ app.Initializer = (*audit)(nil)
	_ app.Mounter     = (*audit)(nil)
	_ app.Navigator   = (*audit)(nil)
	_ app.Dismounter  = (*audit)(nil)
)

// OnInit notes whether a person can act.
func (a *audit) OnInit() { a.live = app.IsClient }

// OnMount forgets everything when the page is left.
func (a *audit) OnMount(ctx app.Context) {
	a.ctx = ctx
	a.release = app.Window().AddEventListener("pagehide", func(app.Context, app.Event) {
		a.forget()
		a.redraw(func() {})
	})
}

// OnNav names the page in the browser's tab.
func (a *audit) OnNav(ctx app.Context) { entitle(ctx, meta.AuditPath) }

// OnDismount leaves no listener, no worker and no secret behind.
func (a *audit) OnDismount() {
	if a.release != nil { // a page that is only built was never mounted
		a.release()
	}
	a.forget()
}

// redraw applies a change that comes from outside the page's own events.
func (a *audit) redraw(change func()) {
	a.ctx.Dispatch(func(app.Context) { change() })
}

// forget stops the workers and wipes what they were given and what they found.
func (a *audit) forget() {
	browser.ClearField("paste")
	a.reset()
}

// reset is forget, but what was pasted stays.
func (a *audit) reset() {
	a.stopCheck()
	a.stopAttack()
	for _, id := range []string{"token-header", "token-payload", "hit"} {
		browser.ShowText(id, nil)
	}
	clear(a.pasted)
	if a.hit != nil {
		clear(a.hit.Secret)
	}
	a.secret, a.token, a.pasted, a.hit, a.attack = nil, nil, nil, nil, nil
	a.status = ""
}

// Render draws the page.
func (a *audit) Render() app.UI {
	return shell(
		app.Div().Class("intro").Body(
			app.H1().Text("Is this secret any good?"),
			app.P().Text("Paste a secret, and learn what is certainly wrong with it and what it can be worth at most. "+
				"Paste a token, and see whether its secret falls to a guess. Both stay on this page."),
		),
		app.Div().Class("audit").Body(
			a.renderForm(),
			a.renderSecret(),
			a.renderToken(),
		),
	)
}

func (a *audit) renderForm() app.UI {
	paste := app.Textarea().ID("paste").Class("paste notranslate").Rows(3).Attr("translate", "no").
		Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("autocorrect", "off").Spellcheck(false).
		DataSet("secret", "").Aria("describedby", "paste-hint").OnKeyDown(a.onKey)
	check := app.Button().Type("button").ID("check").Class("primary").OnClick(a.onCheck).Text("Check")
	empty := app.Button().Type("button").ID("clear").OnClick(a.onClear).Text("Clear")
	if !a.live {
		paste, check, empty = paste.Disabled(true), check.Disabled(true), empty.Disabled(true)
	}
	return app.Section().Class("card").Aria("labelledby", "paste-title").Body(
		app.H2().ID("paste-title").Body(app.Label().For("paste").Text("A secret or a token")),
		paste,
		app.P().ID("paste-hint").Class("hint").Text("Exactly as your service has it, without quotation marks. Ctrl and Enter check it too."),
		app.Div().Class("actions").Body(check, empty),
		app.P().ID("status").Role("status").Class("status").Text(a.status),
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
	a.status = "Cleared."
	browser.Focus("paste")
}

func (a *audit) onCheck(app.Context, app.Event) { a.check() }

// check sends what was pasted to a worker.
func (a *audit) check() {
	text := trimmed(browser.FieldText("paste"))
	a.reset()
	if len(text) == 0 {
		a.status = "Nothing was checked: paste a secret or a token first."
		browser.Focus("paste")
		return
	}
	request, err := job.Encode(job.Request{Audit: &job.Audit{Text: text}})
	if err != nil {
		a.status = "Nothing was checked: " + err.Error() + "."
		return
	}
	a.pasted = text
	a.status = "Checking…"
	a.checking = browser.StartJob(request, "", a.onChecked, a.onCheckCrashed)
}

// trimmed cuts the line break off that a selection of a whole line brings along.
// Spaces may belong to a secret, so they stay.
func trimmed(text []byte) []byte {
	for len(text) > 0 && (text[len(text)-1] == '\n' || text[len(text)-1] == '\r') {
		text = text[:len(text)-1]
	}
	return text
}

func (a *audit) onChecked(message []byte) {
	event, err := job.Decode[job.Event](message)
	clear(message)
	a.redraw(func() {
		a.checking = nil
		switch {
		case err != nil:
			a.status = "The check answered in a way that this page does not understand. Reload it."
		case event.Failed != "":
			a.status = event.Failed
		case event.Secret != nil:
			a.secret = event.Secret
			a.status = "Checked. " + a.secret.Verdicts[0].Algorithm + ": " + a.secret.Verdicts[0].Sentence
		case event.Token != nil:
			a.showToken(event.Token)
		}
	})
}

func (a *audit) onCheckCrashed() {
	a.redraw(func() {
		a.checking = nil
		a.status = "The check stopped before its end. What you pasted is still here: click Check to try again."
	})
}

func (a *audit) stopCheck() {
	if a.checking != nil {
		a.checking.Stop()
		a.checking = nil
	}
}

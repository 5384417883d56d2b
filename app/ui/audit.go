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
	spoken

	live bool // a person can act: false in the page as built

	checking *browser.Job
	reading  string // how far the check has come with a long word list
	secret   *job.SecretReport
	token    *job.TokenReport
	pasted   []byte // the token that was checked, for the attack
	issuer   string // of the last token: a secret may be made of its name

	attack *attackRun
	hit    *job.Hit

	// ctx is the component's own: what a handler is given dies with its button.
	ctx     app.Context
	release []func() // listeners on the window
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
	a.release = []func(){
		app.Window().AddEventListener("pagehide", func(app.Context, app.Event) {
			a.forget()
			a.redraw(func() {})
		}),
		browser.CatchFiles("wordlist", func() {
			a.redraw(func() { a.say("The file is in the field for a word list. Its lines are tried from now on.") })
		}),
	}
}

// OnNav names the page in the browser's tab.
func (a *audit) OnNav(ctx app.Context) { entitle(ctx, meta.AuditPath) }

// OnDismount leaves no listener, no worker and no secret behind.
func (a *audit) OnDismount() {
	for _, release := range a.release {
		release()
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
	browser.ClearField("wordlist")
	a.reset()
	a.issuer, a.status = "", ""
}

// reset is forget, but what was pasted, the word list, the issuer and what was
// said last stay.
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

package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// rotate is the page that plans how a secret is replaced. A worker makes the plan;
// the page shows it.
//
// What is typed stays in the browser's fields and is read when the plan is made:
// two of them take secrets. Only what other parts of the page depend on is here.
type rotate struct {
	app.Compo
	spoken

	live      bool   // a person can act: false in the page as built
	kind      string // one of kinds
	algorithm secret.Algorithm
	reading   token.Encoding
	days      int
	start     string // what the field for it begins with
	problems  problems

	planning *browser.Job
	plan     *job.Plan
	language string // the ID of the code that is shown

	clipboard clipboard

	// ctx is the component's own: what a handler is given dies with its button.
	ctx     app.Context
	release []func() // listeners on the window
}

var (
	_ app.Initializer = (*rotate)(nil)
	_ app.Mounter     = (*rotate)(nil)
	_ app.Navigator   = (*rotate)(nil)
	_ app.Dismounter  = (*rotate)(nil)
)

// OnInit begins with what most people want.
func (r *rotate) OnInit() {
	r.live = app.IsClient
	r.kind, r.algorithm, r.days = kinds[0].id, defaultAlgorithm, schedule.DefaultDays
	if r.live {
		r.start = browser.Local(roundedUp(time.Now())).Format(fieldTime)
	}
	r.clipboard = newClipboard(r.say, r.redraw)
}

// fieldTime is how a date and time field has its value (HTML, "local date and
// time").
const fieldTime = "2006-01-02T15:04"

// roundedUp returns the next quarter of an hour.
func roundedUp(t time.Time) time.Time {
	const quarter = 15 * time.Minute
	return t.Add(quarter - 1).Truncate(quarter)
}

// OnMount forgets everything when the page is left.
func (r *rotate) OnMount(ctx app.Context) {
	r.ctx = ctx
	r.release = []func(){
		app.Window().AddEventListener("pagehide", func(app.Context, app.Event) {
			r.forget()
			r.redraw(func() {})
		}),
		app.Window().AddEventListener("blur", r.clipboard.onBlur),
	}
}

// OnNav names the page in the browser's tab.
func (r *rotate) OnNav(ctx app.Context) { entitle(ctx, meta.RotatePath) }

// OnDismount leaves no listener, no worker and no secret behind.
func (r *rotate) OnDismount() {
	for _, release := range r.release {
		release()
	}
	r.forget()
}

// redraw applies a change that comes from outside the page's own events.
func (r *rotate) redraw(change func()) {
	r.ctx.Dispatch(func(app.Context) { change() })
}

// forget empties the fields that a secret may stand in, stops the worker and wipes
// the plan.
func (r *rotate) forget() {
	for _, f := range []field{fieldPrevious, fieldPreviousKeyID, fieldNew} {
		browser.ClearField(string(f))
	}
	browser.FillField(string(fieldName), []byte(defaultName))
	r.stop()
	r.wipe()
	r.problems, r.status = nil, ""
}

func (r *rotate) stop() {
	if r.planning != nil {
		r.planning.Stop()
	}
	r.planning = nil
}

// wipe takes the plan off the page and overwrites it.
func (r *rotate) wipe() {
	if r.plan == nil {
		return
	}
	for i := range r.plan.Deployments {
		for _, part := range parts {
			browser.ShowText(r.textID(i, part), nil)
		}
	}
	clear(r.plan.Texts)
	r.plan = nil
}

func (r *rotate) renderIntro() app.UI {
	title := "Replace a secret without logging anyone out"
	text := "Tokens that the old secret signed stay valid until they expire, and no instance ever meets one that it does not know. " +
		"This page works out what to deploy and when. What you enter stays here."
	if r.kind == leak {
		title = "Replace a leaked secret now"
		text = "Whoever has the leaked secret can sign tokens as anyone, so it stops being accepted at once, and everyone is logged out. " +
			"This page works out what to do, in order. What you enter stays here."
	}
	return app.Div().Class("intro").Body(app.H1().Text(title), app.P().Text(text))
}

// Render draws the page.
func (r *rotate) Render() app.UI {
	return shell(
		r.renderIntro(),
		app.Div().Class("generator rotate").Body(
			r.renderForm(),
			r.renderPlan(),
		),
	)
}

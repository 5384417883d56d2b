package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// rotate is the page that plans how a secret or a key pair is replaced.
//
// What is typed stays in the browser's fields and is read when the plan is made:
// two of them take secrets. Only what other parts of the page depend on is here.
type rotate struct {
	app.Compo
	titled
	copier

	what      string // the value of one of whatPicks
	kind      string // the value of one of kindPicks
	algorithm secret.Algorithm
	reading   token.Encoding
	days      int
	start     string // what the field for it begins with
	problems  problems
	pasted    map[field]*pasted // what the fields for secrets hold
	waiting   bool              // the plan is made when that is known

	making *task    // the plan that the auditor works on
	asking madeFrom // with what

	plan     *job.PlanReport
	made     madeFrom
	former   bool   // the plan is for something else than the form says
	language string // the ID of the code that is shown
}

// OnInit begins with what most people want.
func (r *rotate) OnInit() {
	r.what, r.kind = whatSecret, kindPicks[0].value
	r.algorithm, _ = secret.ParseAlgorithm(soundSettings(browser.Query()).algorithm)
	r.days = schedule.DefaultDays
	if live {
		r.start = browser.Local(roundedUp(time.Now())).Format(fieldTime)
	}
}

// fieldTime is how a date and time field has its value (HTML, "local date and
// time").
const fieldTime = "2006-01-02T15:04"

// roundedUp returns the next quarter of an hour.
func roundedUp(t time.Time) time.Time {
	const quarter = 15 * time.Minute
	return t.Add(quarter - 1).Truncate(quarter)
}

// OnMount starts the auditor, which makes the plan, and forgets everything when the page
// is left.
func (r *rotate) OnMount(ctx app.Context) {
	r.enter(ctx, r.forget)
	ctx.Defer(func(app.Context) { browser.WarmAuditor() })
}

// forget empties the fields that a secret may stand in and wipes the plan.
func (r *rotate) forget() {
	clearFields(fieldPrevious, fieldPreviousKeyID, fieldNew, fieldKeyID, fieldPublished, fieldPublic)
	fillField(fieldName, defaultName)
	r.making.stop()
	r.wipe()
	r.asking.wipe()
	r.unpaste(fieldPrevious)
	r.unpaste(fieldNew)
	browser.EndAuditors()
	r.problems, r.status, r.waiting = nil, "", false
}

func (r *rotate) renderIntro() app.UI {
	title := "Replace a secret without logging anyone out"
	text := "Tokens that the old secret signed stay valid until they expire, and no instance ever meets one that it does not know. "
	switch {
	case r.kind == kindLeak:
		title = "Replace a leaked " + either(r.what == whatPair, "key", "secret") + " now"
		text = "Whoever has it can sign tokens as anyone, so it stops being accepted at once, and everyone is logged out. "
	case r.what == whatPair:
		title = "Replace a key pair without logging anyone out"
		text = "Verifiers learn the new public key before anyone signs with it, and know the old one until its last token has expired. "
	case r.what == whatShared:
		title = "Stop sharing one secret"
		text = "Each service that has the secret can sign tokens as anyone. With a key pair one service signs, and the others only verify. "
	}
	text += "This page works out what to deploy and when. What you enter stays here."
	return elem("div", "class", "intro").Body(elem("h1").Text(title), elem("p").Text(text))
}

// Render draws the page.
func (r *rotate) Render() app.UI {
	return shell(
		r.renderIntro(),
		elem("div", "class", "generator rotate").Body(
			r.renderForm(),
			r.renderPlan(),
		),
	)
}

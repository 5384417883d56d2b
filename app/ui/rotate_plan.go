package ui

import (
	"bytes"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What the page shows of a plan.

// parts are the texts of a deployment.
var parts = []string{"env", "jwks"}

// show takes the place of the plan before. Its texts are written past the drawn
// tree, as all that is secret is.
func (r *rotate) show(plan *job.Plan) {
	r.wipe()
	r.plan, r.problems = plan, nil
	r.say("The plan is ready: " + counted(len(plan.Deployments), "deployment", "deployments") + ", " + counted(len(plan.Steps), "step", "steps") + ".")
	r.ctx.Defer(func(app.Context) {
		if r.plan != plan {
			return
		}
		for i := range plan.Deployments {
			for _, part := range parts {
				browser.ShowText(r.textID(i, part), r.deployed(i, part))
			}
		}
		browser.Reveal("plan-title")
	})
}

// deployed returns a text of the i-th deployment, in the memory of the plan.
func (r *rotate) deployed(i int, part string) []byte {
	env, keySet := r.plan.Deployed(i)
	if part == "env" {
		return env
	}
	return keySet
}

func (r *rotate) textID(i int, part string) string { return part + "-" + r.plan.Deployments[i].ID }

func (r *rotate) renderPlan() app.UI {
	section := app.Section().ID("plan").Class("plan").Aria("labelledby", "plan-title")
	title := app.H2().ID("plan-title").Text("Your plan")
	if r.plan == nil {
		return section.Body(title, app.P().Class("empty").Text(
			"Make the plan, and it appears here: a checklist with dates, the environment of each deployment, and code that accepts both secrets."))
	}
	return section.Body(
		title,
		app.If(r.plan.Warning != "", app.P().ID("plan-warning").Class("warning").Text(r.plan.Warning)),
		app.P().Text("When you leave this page, it forgets the plan. Store the environment of every deployment now, where your secrets are kept."),
		r.renderSteps(),
		app.Div().Class("actions").Body(
			app.Button().Type("button").ID("download-dates").OnClick(r.onDates).Text("Download the dates (.ics)"),
		),
		r.renderKeyIDs(),
		r.renderCode(),
		app.Range(r.plan.Deployments).Slice(r.renderDeployment),
		app.Div().Class("use-status").Body( // what is spoken may be out of sight
			app.P().Class("status").Aria("hidden", "true").Text(r.status),
			r.clipboard.render(),
		),
	)
}

func (r *rotate) renderSteps() app.UI {
	steps := r.plan.Steps
	return app.Ol().ID("steps").Class("steps").Body(
		app.Range(steps).Slice(func(i int) app.UI {
			return app.Li().Body(
				app.Strong().Text(steps[i].Title),
				app.If(!steps[i].At.IsZero(), renderTime(steps[i].At)),
				app.P().Text(steps[i].Detail),
			)
		}),
	)
}

// renderTime draws a moment in local time, with its seconds where it has some: a
// deadline must not seem to be earlier than it is.
func renderTime(t time.Time) app.UI {
	layout := "Mon 2 January 2006, 15:04 (UTC-07:00)"
	if t.Second() != 0 {
		layout = "Mon 2 January 2006, 15:04:05 (UTC-07:00)"
	}
	return app.Time().DateTime(t.UTC().Format(time.RFC3339)).Text(browser.Local(t).Format(layout))
}

func (r *rotate) renderKeyIDs() app.UI {
	return app.Dl().Class("counters").Body(
		app.Dt().Text("Key id of the new secret"),
		app.Dd().Body(app.Code().ID("key-id").Class("hash").Text(r.plan.KeyID)),
		app.If(r.plan.PreviousKeyID != "", app.Dt().Text("Key id of the previous secret")),
		app.If(r.plan.PreviousKeyID != "", app.Dd().Body(app.Code().ID("previous-key-id").Class("hash").Text(r.plan.PreviousKeyID))),
	)
}

// renderCode draws the code that reads the environment of every deployment.
func (r *rotate) renderCode() app.UI {
	code := r.code()
	var options []app.UI
	for _, c := range r.plan.Code {
		options = append(options, option(c.ID, c.Title, code.ID))
	}
	return part("code", "The code for every deployment",
		app.P().Text("It reads the environment of every deployment and of the time after, so you write it once. It goes out with the first deployment."),
		app.Div().Class("field").Body(
			app.Label().For("language").Text("Language and library"),
			app.Select().ID("language").OnChange(r.onLanguage).Body(options...),
		),
		renderCode("rotation-code", "Code", code.Spans),
		app.Div().Class("actions").Body(
			app.Button().Type("button").ID("copy-code").OnClick(r.onCopyCode).Text("Copy the code"),
		),
		app.P().Class("hint").ID("code-note").Text(code.Note),
	)
}

// code returns the chosen code, or the first.
func (r *rotate) code() job.Code {
	for _, c := range r.plan.Code {
		if c.ID == r.language {
			return c
		}
	}
	return r.plan.Code[0]
}

func (r *rotate) renderDeployment(i int) app.UI {
	d := r.plan.Deployments[i]
	note := d.EnvNote
	if note == "" {
		note = "As a .env file. Set the same variables where your service gets its secrets."
	}
	return part("deployment-"+d.ID, d.Title,
		app.P().Body(app.Text("From "), renderTime(d.At), app.Text(".")),
		r.renderText(i, "env", "Environment", note, d.EnvFile),
		r.renderText(i, "jwks", "Key set (JWKS)",
			"For libraries that take their keys from a file. It holds the secrets: never publish it, as one would a set of public keys.", d.KeySetFile),
	)
}

// renderText draws the place for a text that holds secrets.
func (r *rotate) renderText(i int, part, title, hint, file string) app.UI {
	number := strconv.Itoa(i)
	return app.Div().Class("command").Body(
		app.H3().Text(title),
		app.P().Class("hint").Text(hint),
		app.Pre().Class("code").Body(
			app.Code().ID(r.textID(i, part)).DataSet("secret", "").Class("notranslate").Attr("translate", "no").Spellcheck(false),
		),
		app.Div().Class("actions").Body(
			app.Button().Type("button").Class("quiet").ID("copy-"+r.textID(i, part)).DataSet("deployment", number).DataSet("part", part).
				Aria("label", "Copy "+file).OnClick(r.onCopyText).Text("Copy"),
			app.Button().Type("button").Class("quiet").ID("download-"+r.textID(i, part)).DataSet("deployment", number).DataSet("part", part).
				Aria("label", "Download "+file).OnClick(r.onDownloadText).Text("Download"),
		),
	)
}

func (r *rotate) onLanguage(ctx app.Context, _ app.Event) { r.language = typed(ctx) }

func (r *rotate) onCopyCode(app.Context, app.Event) {
	r.clipboard.copyPlain(codeOf(r.code().Spans), "Copied the code for "+r.code().Title+".")
}

func (r *rotate) onDates(app.Context, app.Event) {
	browser.Download("rotation.ics", "text/calendar;charset=utf-8", []byte(r.plan.Calendar))
	r.say("Downloading rotation.ics.")
}

// asked returns the text that a button is about, in memory of its own, and its
// file's name.
func (r *rotate) asked(ctx app.Context) (text []byte, file string) {
	data := ctx.JSSrc().Get("dataset")
	i, err := strconv.Atoi(data.Get("deployment").String())
	if err != nil || r.plan == nil || i >= len(r.plan.Deployments) {
		return nil, ""
	}
	part := data.Get("part").String()
	if file = r.plan.Deployments[i].EnvFile; part != "env" {
		file = r.plan.Deployments[i].KeySetFile
	}
	return bytes.Clone(r.deployed(i, part)), file
}

func (r *rotate) onCopyText(ctx app.Context, _ app.Event) {
	text, file := r.asked(ctx)
	r.clipboard.copySecret(text, "Copied "+file+".")
}

func (r *rotate) onDownloadText(ctx app.Context, _ app.Event) {
	text, file := r.asked(ctx)
	browser.Download(file, "text/plain;charset=utf-8", text)
	clear(text)
	r.say("Downloading " + file + ".")
}

package ui

import (
	"bytes"
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/job"
)

// What the page shows of a plan.

// show takes the place of the plan before, in memory of its own. Its texts are written
// past the drawn tree, as all that is secret is.
func (r *rotate) show(plan *job.PlanReport) {
	r.wipe()
	r.plan, r.problems = plan, nil
	r.made, r.asking = r.asking, madeFrom{}
	for _, d := range plan.Deployments {
		for i := range d.Files {
			d.Files[i].Text = bytes.Clone(d.Files[i].Text)
		}
	}
	r.say(plan.Sentence)
	r.ctx.Defer(func(app.Context) {
		if r.plan != plan {
			return
		}
		for _, d := range plan.Deployments {
			for _, f := range d.Files {
				browser.ShowText(f.ID, f.Text)
			}
		}
		browser.Reveal("plan-title")
	})
}

// wipe takes the plan off the page and overwrites it.
func (r *rotate) wipe() {
	if r.plan == nil {
		return
	}
	for _, d := range r.plan.Deployments {
		for _, f := range d.Files {
			browser.ShowText(f.ID, nil)
		}
	}
	job.Event{Plan: r.plan}.Wipe()
	r.made.wipe()
	r.plan, r.former = nil, false
	r.otherText()
}

func (r *rotate) renderPlan() app.UI {
	const id, heading = "plan-title", "Your plan"
	if r.plan == nil {
		return section("plan", id, heading, elem("p", "class", "empty").Text(
			"Make the plan, and it appears here: a checklist with dates, and the files of each deployment.")).ID("plan")
	}
	return section(either(r.former, "plan aside", "plan"), id, heading,
		box("warning-place", formerWarning(r.former, "Made before you changed the form, for what is listed here. Click “"+makeAgain+"” for what the form says now.")),
		list("made-for", "facts", slices.Concat(r.made.facts, r.plan.MadeFor)),
		app.If(r.plan.Warning != "", elem("p", "id", "plan-warning", "class", "warning").Text(r.plan.Warning)),
		elem("p").Text("When you leave this page, it forgets the plan. "+r.plan.Keep),
		timeline(r.plan),
		elem("ol", "id", "steps", "class", "steps").Body(each(r.plan.Steps, renderStep)),
		elem("div", "class", "actions").Body(button("download-dates", "Download the dates (.ics)", r.onDates)),
		r.renderKeyIDs(),
		r.renderCode(),
		each(r.plan.Deployments, r.renderDeployment),
	).ID("plan")
}

func renderStep(s job.Step) app.UI {
	return elem("li").Body(
		elem("strong").Text(s.Title),
		app.If(s.When.UTC != "", renderTime(s.When)),
		elem("p").Text(s.Detail),
	)
}

func renderTime(m job.Moment) app.UI { return elem("time", "datetime", m.UTC).Text(m.Text) }

func (r *rotate) renderKeyIDs() app.UI {
	var ids []app.UI
	for i, one := range r.plan.KeyIDs {
		ids = append(ids,
			elem("dt").Text(one.Name),
			elem("dd").Body(elem("code", "id", either(i == 0, "key-id", "previous-key-id"), "class", "hash").Text(one.Text)))
	}
	return elem("dl", "class", "counters").Body(ids...)
}

// renderCode draws the code that reads the environment of every deployment.
func (r *rotate) renderCode() app.UI {
	if len(r.plan.Codes) == 0 {
		return elem("div")
	}
	c := r.code()
	return fold("code", "The code for every deployment",
		elem("p").Text(r.plan.CodeHint),
		problems{}.row(fieldLanguage, "Language and library", "").
			choice(options(r.plan.Codes, c.ID, func(c job.Code) (value, text string) { return c.ID, c.Title }), r.onLanguage),
		renderCode("rotation-code", "Code", snippet.Language(c.Highlight), c.Text),
		elem("div", "class", "actions").Body(r.copyButton("copy-code", "Copy the code", "", r.onCopyCode)),
		elem("p", "class", "hint", "id", "code-note").Text(c.Note),
	)
}

const fieldLanguage field = "language"

// code returns the plan's code in the chosen language, or in the first.
func (r *rotate) code() job.Code {
	return r.plan.Codes[max(0, slices.IndexFunc(r.plan.Codes, func(c job.Code) bool { return c.ID == r.language }))]
}

func (r *rotate) renderDeployment(d job.Deployment) app.UI {
	body := []app.UI{elem("p").Body(app.Text("From "), renderTime(d.When), app.Text("."))}
	for _, f := range d.Files {
		body = append(body, r.renderFile(f))
	}
	return fold("deployment-"+d.ID, d.Title, body...)
}

// renderFile draws the place for a text that may hold secrets.
func (r *rotate) renderFile(f job.DeployedFile) app.UI {
	return elem("div", "class", "command").Body(
		elem("h3").Text(f.Title),
		elem("p", "class", "hint").Text(f.Hint),
		placeOfLines(f.ID, f.Name),
		elem("div", "class", "actions").Body(
			r.copyButton("copy-"+f.ID, "Copy", "Copy "+f.Name, r.onCopyFile).Class("quiet").DataSet("text", f.ID),
			button("download-"+f.ID, "Download", r.onDownloadFile).Class("quiet").Aria("label", "Download "+f.Name).DataSet("text", f.ID),
		),
	)
}

func (r *rotate) onLanguage(ctx app.Context, _ app.Event) {
	r.language = typed(ctx)
	r.otherText()
}

func (r *rotate) onCopyCode(app.Context, app.Event) {
	if r.plan != nil && len(r.plan.Codes) > 0 {
		c := r.code()
		r.copyPlain("copy-code", c.Text, "Copied the code for "+c.Title+".")
	}
}

func (r *rotate) onDates(app.Context, app.Event) {
	if r.plan != nil {
		r.download("rotation.ics", "text/calendar;charset=utf-8", []byte(r.plan.Calendar))
	}
}

// asked returns the file that a button is about, with its text in memory of its own.
func (r *rotate) asked(ctx app.Context) (f job.DeployedFile, ok bool) {
	if r.plan == nil {
		return f, false
	}
	id := named(ctx, "text")
	for _, d := range r.plan.Deployments {
		for _, f := range d.Files {
			if f.ID == id {
				f.Text = bytes.Clone(f.Text)
				return f, true
			}
		}
	}
	return f, false
}

func (r *rotate) onCopyFile(ctx app.Context, _ app.Event) {
	if f, ok := r.asked(ctx); ok {
		r.copySecret("copy-"+f.ID, f.Text, "Copied "+f.Name+".")
	}
}

func (r *rotate) onDownloadFile(ctx app.Context, _ app.Event) {
	if f, ok := r.asked(ctx); ok {
		r.download(f.Name, "text/plain;charset=utf-8", f.Text)
	}
}

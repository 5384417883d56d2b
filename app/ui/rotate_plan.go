package ui

import (
	"bytes"
	"slices"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/rotation"
)

// What the page shows of a plan.

// deployment is what the service gets in one deployment of the plan, as files.
type deployment struct {
	step  rotation.Step
	texts []deployed
}

// deployed is one of the files. It holds secrets.
type deployed struct {
	id, title, hint, file string
	text                  []byte
}

// wipe overwrites the texts and takes them off the screen.
func (d *deployment) wipe() {
	for _, t := range d.texts {
		browser.ShowText(t.id, nil)
		clear(t.text)
	}
}

// deploymentsOf writes what each deployment gets.
func deploymentsOf(p *rotation.Plan) (all []deployment, err error) {
	for _, step := range p.Checklist() {
		if step.Stage == 0 {
			continue
		}
		env, err := p.Environment(step.Stage)
		if err != nil {
			return all, err
		}
		keySet, err := p.JWKS(step.Stage)
		if err != nil {
			clear(env.Text)
			return all, err
		}
		stage := step.Stage.String()
		file := p.FileName(step.Stage)
		hint := "As a .env file. Set the same variables where your service gets its secrets."
		if env.JSON {
			hint = "Readers of .env files disagree about a character in one of the secrets, a quote or a backslash, say. " +
				"So here are names and values as JSON: set the variables where your service gets them."
		}
		all = append(all, deployment{step, []deployed{
			{"env-" + stage, "Environment", hint, file + env.Extension, env.Text},
			{"jwks-" + stage, "Key set (JWKS)", "For libraries that take their keys from a file. It holds the secrets: never publish it, as one would a set of public keys.",
				file + ".jwks.json", keySet},
		}})
	}
	return all, nil
}

// show takes the place of the plan before. Its texts are written past the drawn
// tree, as all that is secret is.
func (r *rotate) show(plan *rotation.Plan) {
	r.wipe()
	r.plan, r.problems = plan, nil
	var err error
	if r.deployments, err = deploymentsOf(plan); err != nil { // a new plan has all its stages
		r.wipe()
		r.say("No plan was made. Reload the page and try again.")
		return
	}
	r.say("The plan is ready: " + counted(len(r.deployments), "deployment", "deployments") + ", " + counted(len(plan.Checklist()), "step", "steps") + ".")
	r.ctx.Defer(func(app.Context) {
		if r.plan != plan {
			return
		}
		for _, d := range r.deployments {
			for _, t := range d.texts {
				browser.ShowText(t.id, t.text)
			}
		}
		browser.Reveal("plan-title")
	})
}

func (r *rotate) renderPlan() app.UI {
	const id, heading = "plan-title", "Your plan"
	if r.plan == nil {
		return section("plan", id, heading, elem("p", "class", "empty").Text(
			"Make the plan, and it appears here: a checklist with dates, the environment of each deployment, and code that accepts both secrets.")).ID("plan")
	}
	class := "plan"
	if r.former {
		class = "plan aside"
	}
	return section(class, id, heading,
		r.renderFormer(),
		list("made-for", "facts", madeFor(r.plan)),
		app.If(r.plan.PreviousTooSmall, elem("p", "id", "plan-warning", "class", "warning").Text(
			"The previous secret is shorter than RFC 7518 allows for "+r.plan.Algorithm.String()+
				". Unless a generator made it, treat it as leaked: choose “The secret leaked” above and make the plan again.")),
		elem("p").Text("When you leave this page, it forgets the plan. Store the environment of every deployment now, where your secrets are kept."),
		timeline(r.plan),
		renderSteps(r.plan.Checklist()),
		elem("div", "class", "actions").Body(button("download-dates", "Download the dates (.ics)", r.onDates)),
		r.renderKeyIDs(),
		r.renderCode(),
		each(r.deployments, r.renderDeployment),
	).ID("plan")
}

func renderSteps(steps []rotation.Step) app.UI {
	return elem("ol", "id", "steps", "class", "steps").Body(
		each(steps, func(s rotation.Step) app.UI {
			return elem("li").Body(
				elem("strong").Text(s.Title),
				app.If(!s.At.IsZero(), renderTime(s.At)),
				elem("p").Text(s.Detail),
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
	return elem("time").Attr("datetime", t.UTC().Format(time.RFC3339)).Text(browser.Local(t).Format(layout))
}

func (r *rotate) renderKeyIDs() app.UI {
	return elem("dl", "class", "counters").Body(
		elem("dt").Text("Key id of the new secret"),
		elem("dd").Body(elem("code", "id", "key-id", "class", "hash").Text(r.plan.KeyID())),
		app.If(r.plan.PreviousKeyID() != "", elem("dt").Text("Key id of the previous secret")),
		app.If(r.plan.PreviousKeyID() != "", elem("dd").Body(elem("code", "id", "previous-key-id", "class", "hash").Text(r.plan.PreviousKeyID()))),
	)
}

// renderCode draws the code that reads the environment of every deployment.
func (r *rotate) renderCode() app.UI {
	l, code := r.code()
	return fold("code", "The code for every deployment",
		elem("p").Text("It reads the environment of every deployment and of the time after, so you write it once. It goes out with the first deployment."),
		problems{}.row(fieldLanguage, "Language and library", "").
			choice(options(rotation.Languages(), l.ID, func(l rotation.Language) (value, text string) { return l.ID, l.Title }), r.onLanguage),
		renderCode("rotation-code", "Code", l.Highlight, code),
		elem("div", "class", "actions").Body(r.copyButton("copy-code", "Copy the code", "", r.onCopyCode)),
		elem("p", "class", "hint", "id", "code-note").Text("Save it as "+l.File+". It needs "+l.Library+". Our tests run it with "+l.Ran+
			", for each algorithm and each way of reading a secret: it signs with one key, accepts the other in its time, "+
			"and refuses short keys, wrong keys, expired tokens and tokens without a signature."),
	)
}

const fieldLanguage field = "language"

// code returns the chosen language, or the first, and the plan's code in it.
func (r *rotate) code() (rotation.Language, string) {
	all := rotation.Languages()
	chosen := all[max(0, slices.IndexFunc(all, func(l rotation.Language) bool { return l.ID == r.language }))]
	code, _ := r.plan.Code(chosen.ID) // it is one of the languages
	return chosen, code
}

func (r *rotate) renderDeployment(d deployment) app.UI {
	body := []app.UI{elem("p").Body(app.Text("From "), renderTime(d.step.At), app.Text("."))}
	for _, t := range d.texts {
		body = append(body, r.renderText(t))
	}
	return fold("deployment-"+d.step.Stage.String(), d.step.Title, body...)
}

// renderText draws the place for a text that holds secrets.
func (r *rotate) renderText(t deployed) app.UI {
	return elem("div", "class", "command").Body(
		elem("h3").Text(t.title),
		elem("p", "class", "hint").Text(t.hint),
		placeOfLines(t.id, t.file),
		elem("div", "class", "actions").Body(
			r.copyButton("copy-"+t.id, "Copy", "Copy "+t.file, r.onCopyText).Class("quiet").DataSet("text", t.id),
			button("download-"+t.id, "Download", r.onDownloadText).Class("quiet").Aria("label", "Download "+t.file).DataSet("text", t.id),
		),
	)
}

func (r *rotate) onLanguage(ctx app.Context, _ app.Event) {
	r.language = typed(ctx)
	r.otherText()
}

func (r *rotate) onCopyCode(app.Context, app.Event) {
	if r.plan != nil {
		l, code := r.code()
		r.copyPlain("copy-code", code, "Copied the code for "+l.Title+".")
	}
}

func (r *rotate) onDates(app.Context, app.Event) {
	if r.plan != nil {
		r.download("rotation.ics", "text/calendar;charset=utf-8", []byte(r.plan.Calendar(time.Now())))
	}
}

// asked returns the text that a button is about, in memory of its own.
func (r *rotate) asked(ctx app.Context) (t deployed, ok bool) {
	id := named(ctx, "text")
	for _, d := range r.deployments {
		for _, t := range d.texts {
			if t.id == id {
				t.text = bytes.Clone(t.text)
				return t, true
			}
		}
	}
	return t, false
}

func (r *rotate) onCopyText(ctx app.Context, _ app.Event) {
	if t, ok := r.asked(ctx); ok {
		r.copySecret("copy-"+t.id, t.text, "Copied "+t.file+".")
	}
}

func (r *rotate) onDownloadText(ctx app.Context, _ app.Event) {
	if t, ok := r.asked(ctx); ok {
		r.download(t.file, "text/plain;charset=utf-8", t.text)
	}
}

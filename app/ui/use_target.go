package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// Where the secret goes: one of the places of the table.

func (g *generator) renderTarget() app.UI {
	const question = "Where it goes"
	if !g.result.usable() {
		return g.part("where", question, app.P().Class("hint").Text(g.result.lacking()))
	}
	written := g.use.written()
	command := placeByID(written.ID).command
	return g.part("where", question,
		app.Div().Class("field").Body(
			app.Label().For("target").Text("Write it for"),
			app.Select().ID("target").OnChange(g.onTarget).Body(targetOptions(places, g.use.target)...),
			g.renderTargetProblem(written.Problem),
		),
		app.Pre().Class("code").TabIndex(0).Role("region").Aria("label", "What to save or run").Body(
			app.Code().ID("target-text").DataSet("secret", "").Class("notranslate").Attr("translate", "no").Spellcheck(false),
		),
		app.Div().Class("actions").Body(
			app.Button().Type("button").ID("copy-target").OnClick(g.onCopyTarget).Text(targetCopyLabel(command)),
			app.If(command, app.Button().Type("button").ID("copy-value").OnClick(g.onCopy).Text("Copy the secret")),
			app.If(!command, app.Button().Type("button").ID("download-target").OnClick(g.onDownloadTarget).Text("Download")),
		),
		app.Ul().Class("advice").Body(
			app.Range(written.Advice).Slice(func(i int) app.UI { return app.Li().Text(written.Advice[i]) }),
		),
	)
}

// written is what the answer has for the target. Where it has nothing, it is empty
// and for the chosen target.
func (u *use) written() job.Written {
	if u.answer == nil || u.answer.Target == nil {
		return job.Written{ID: u.target}
	}
	return *u.answer.Target
}

func (g *generator) renderTargetProblem(problem string) app.UI {
	place := app.Div()
	switch {
	case g.use.answer == nil || g.use.answer.Target == nil:
		return place.Body(g.use.waiting())
	case problem != "":
		return place.Body(app.P().Class("problem").ID("target-problem").Text(problem))
	default:
		return place
	}
}

func targetCopyLabel(command bool) string {
	if command {
		return "Copy the command"
	}
	return "Copy this text"
}

func (g *generator) showTarget() {
	if placeByID(g.use.written().ID).command { // it asks for the secret and does not hold it
		browser.ShowText("target-text", g.use.text)
		return
	}
	g.showSecretText("target-text", g.use.text)
}

func (g *generator) onTarget(ctx app.Context, _ app.Event) {
	g.use.target = typed(ctx)
	g.askUse()
}

// unready says why the target's text cannot be taken yet, or nothing.
func (u *use) unready() string {
	if u.busy() || u.answer == nil || u.answer.Target == nil {
		return notThisYet
	}
	return u.answer.Target.Problem
}

func (g *generator) onCopyTarget(app.Context, app.Event) {
	if why := g.use.unready(); why != "" {
		g.say("Not copied. " + why)
		return
	}
	p := placeByID(g.use.written().ID)
	if p.command {
		g.clipboard.copyPlain(string(g.use.text), "Copied the command for "+p.title+".")
		return
	}
	g.clipboard.copySecret(bytes.Clone(g.use.text), "Copied for "+p.title+".")
}

func (g *generator) onDownloadTarget(app.Context, app.Event) {
	if why := g.use.unready(); why != "" {
		g.say("Not downloaded. " + why)
		return
	}
	name := g.use.written().FileName
	browser.Download(name, "text/plain", g.use.text)
	g.say("Downloading " + name + ".")
}

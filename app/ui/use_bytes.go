package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// Which bytes a library makes of the secret, the commonest trouble of all: every
// reading, a token signed under each, and a check of a token against all.

func (g *generator) renderBytes() app.UI {
	return g.part("bytes", "Which bytes will your library use?",
		app.P().Text("A library takes the secret's text as it stands, or decodes it first. Signer and verifier must do the same: "+
			"otherwise every token is refused, although the secret is right."),
		g.renderSamples(),
		g.renderVerify(),
		g.renderLibraryReadings(),
	)
}

// renderSamples draws a token for each reading of the secret on screen.
func (g *generator) renderSamples() app.UI {
	if !g.result.usable() {
		return app.P().Class("hint").Text("For the sizes and a sample token of each reading: " + g.result.lacking())
	}
	var samples []job.Sample
	problem := ""
	if g.use.answer != nil {
		samples, problem = g.use.answer.Samples, g.use.answer.ClaimsProblem
	}
	return app.Div().Class("samples").Body(
		app.H3().Text("A token of each reading"),
		app.P().Class("hint").Text("Send each to your service: the one that it accepts tells how it reads the secret."),
		app.Div().Class("field").Body(
			app.Label().For("claims").Text("Claims"),
			app.Textarea().ID("claims").Class("paste notranslate").Rows(2).Attr("translate", "no").Attr("autocomplete", "off").
				Spellcheck(false).Aria("describedby", "claims-problem").OnInput(g.onClaims).Text(g.use.drawn),
			app.If(problem != "", app.P().ID("claims-problem").Class("problem").Text(problem)),
		),
		app.If(len(samples) == 0, g.use.waiting()),
		app.Range(samples).Slice(func(i int) app.UI { return g.renderSample(samples[i]) }),
	)
}

func sampleID(s job.Sample) string { return "sample-" + s.Encoding }

func (g *generator) renderSample(s job.Sample) app.UI {
	return app.Div().Class("sample").Body(
		app.P().Body(
			app.Strong().Text("Read as "+s.Name),
			app.Text(": "+counted(s.KeySize, "byte", "bytes")+"."),
		),
		app.Pre().Class("code").Body(
			app.Code().ID(sampleID(s)).DataSet("secret", "").Class("notranslate").Attr("translate", "no").Spellcheck(false),
		),
		app.Div().Class("actions").Body(
			app.Button().Type("button").Class("quiet").DataSet("encoding", s.Encoding).
				Aria("label", "Copy the token read as "+s.Name).OnClick(g.onCopySample).Text("Copy"),
		),
	)
}

func (g *generator) onClaims(ctx app.Context, _ app.Event) {
	g.use.claims = typed(ctx)
	g.askUse()
}

// onCopySample copies a token: whoever has it can guess at the secret, so it is
// treated like one.
func (g *generator) onCopySample(ctx app.Context, _ app.Event) {
	switch {
	case g.use.busy():
		g.say("Not copied. " + notThisYet)
		return
	case g.use.answer.ClaimsProblem != "":
		g.say("Not copied. " + g.use.answer.ClaimsProblem)
		return
	}
	encoding := ctx.JSSrc().Get("dataset").Get("encoding").String()
	for i, s := range g.use.answer.Samples {
		if s.Encoding == encoding {
			g.clipboard.copySecret(bytes.Clone(g.use.tokens[i]), "Copied the token signed with the secret read as "+encoding+".")
		}
	}
}

// renderVerify draws the box that finds out how a token was signed.
func (g *generator) renderVerify() app.UI {
	check := app.Button().Type("button").ID("verify").OnClick(g.onVerify).Text("Verify")
	if !g.live {
		check = check.Disabled(true)
	}
	return app.Div().Class("verify").Body(
		app.H3().Text("Verify a token"),
		g.secretArea("verify-token", "A token of your service", ""),
		g.secretArea("verify-secret", "Its secret", "Left empty, it is the secret on screen."),
		app.Div().Class("actions").Body(check),
		app.P().ID("verified").Role("status").Class("status").Text(g.use.verified),
	)
}

// secretArea is a field for something that must not be kept by the browser.
func (g *generator) secretArea(id, label, hint string) app.UI {
	area := app.Textarea().ID(id).Class("paste notranslate").Rows(2).Attr("translate", "no").
		Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("autocorrect", "off").Spellcheck(false).
		DataSet("secret", "")
	if hint != "" {
		area = area.Aria("describedby", id+"-hint")
	}
	if !g.live {
		area = area.Disabled(true)
	}
	return app.Div().Class("field").Body(
		app.Label().For(id).Text(label),
		area,
		app.If(hint != "", app.P().ID(id+"-hint").Class("hint").Text(hint)),
	)
}

// renderLibraryReadings draws the table of what libraries take.
func (g *generator) renderLibraryReadings() app.UI {
	title := app.H3().ID("defaults-title").Text("What libraries take by default")
	place := app.Div().Class("table-place").TabIndex(0).Role("region").Aria("labelledby", "defaults-title")
	if g.use.answer == nil {
		return place.Body(title, g.use.waiting())
	}
	all := g.use.answer.Libraries
	return place.Body(
		title,
		app.Table().ID("defaults").Class("stacks").Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text("Library"), app.Th().Scope("col").Text("Call or setting"), app.Th().Scope("col").Text("Reads the text as"),
				app.Th().Scope("col").Text("Source"),
			)),
			app.TBody().Body(app.Range(all).Slice(func(i int) app.UI {
				l := all[i]
				return app.Tr().Body(
					app.Th().Scope("row").Text(l.Library),
					app.Td().Body(app.Code().Text(l.Call)),
					app.Td().DataSet("label", "Reads the text as").Text(l.Reads),
					app.Td().Class("source").Text(l.Source),
				)
			})),
		),
	)
}

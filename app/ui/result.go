package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/secret"
)

func (g *generator) renderResult() app.UI {
	return app.Section().ID("result").Class("result").Aria("labelledby", "result-title").Body(
		app.H2().ID("result-title").Text(g.resultTitle()),
		g.renderWarning(),
		g.renderSecrets(),
		g.renderFacts(),
		g.renderActions(),
		app.P().ID("status").Role("status").Class("status").Text(g.status),
		g.renderUndo(),
		g.clipboard.render(),
	)
}

func (g *generator) resultTitle() string {
	if len(g.result) > 1 {
		return "Your " + thousands(len(g.result)) + " secrets"
	}
	return "Your secret"
}

func (g *generator) renderWarning() app.UI {
	return app.Div().Class("warning-place").Body(
		app.If(g.result.testOnly(),
			app.P().Class("warning").ID("test-only-label").Text(
				"Test only. Smaller than RFC 7518 allows for this algorithm: never let it guard anything."),
		),
	)
}

// renderSecrets draws one row a secret, and one empty row where there is none
// yet. The secrets themselves are written into the rows by batch.show.
func (g *generator) renderSecrets() app.UI {
	rows := make([]struct{}, max(1, len(g.listed())))
	return app.Div().Class("secrets-place").Body(
		app.Ol().Class(g.listClass()).Body(
			app.Range(rows).Slice(func(i int) app.UI { return g.renderRow(i) }),
		),
		app.If(len(g.result) > maxListed,
			app.P().Class("hint").Text("These are the first "+strconv.Itoa(maxListed)+" of "+thousands(len(g.result))+
				". Copy and the downloads hold all of them."),
		),
	)
}

func (g *generator) listClass() string {
	if len(g.result) > 1 {
		return "secrets several"
	}
	return "secrets"
}

func (g *generator) renderRow(i int) app.UI {
	return app.Li().Body(
		app.Code().ID(rowID(i)).DataSet("secret", "").Class("secret notranslate").
			Attr("translate", "no").Spellcheck(false),
		app.If(len(g.result) == 0, app.P().Class("empty").Text("Click Generate, and it appears here.")),
		app.If(len(g.result) > 1,
			app.Button().Type("button").Class("quiet").DataSet("row", i).
				Aria("label", "Copy secret "+strconv.Itoa(i+1)).OnClick(g.onCopyRow).Text("Copy"),
		),
	)
}

// renderFacts says exactly what each secret is worth.
func (g *generator) renderFacts() app.UI {
	facts := g.result.facts()
	return app.Ul().Class("facts").ID("facts").Body(
		app.Range(facts).Slice(func(i int) app.UI { return app.Li().Text(facts[i]) }),
	)
}

func (g *generator) renderActions() app.UI {
	if len(g.result) == 0 {
		return app.Div().Class("actions")
	}
	files := g.result.files()
	return app.Div().Class("actions").Body(
		app.Button().Type("button").ID("copy").Class("primary").OnClick(g.onCopy).Text(g.result.copyLabel()),
		app.If(!g.result.raw(),
			app.Button().Type("button").ID("copy-env").OnClick(g.onCopyEnv).Text(g.result.envLabel()),
		),
		app.Range(files).Slice(func(i int) app.UI {
			return app.Button().Type("button").ID("download-"+files[i].id).DataSet("kind", files[i].id).
				OnClick(g.onDownload).Text("Download " + files[i].label)
		}),
		app.Button().Type("button").ID("clear").OnClick(g.onClear).Text("Clear"),
		g.renderMask(),
	)
}

func (g *generator) renderMask() app.UI {
	box := app.Input().Type("checkbox").ID("mask").OnChange(g.onMask)
	if g.masked {
		box = box.Checked(true)
	}
	return app.Label().Class("check").For("mask").Body(box, app.Span().Text("Hide on screen"))
}

func (g *generator) renderUndo() app.UI {
	return app.Div().Class("undo-place").Body(
		app.If(len(g.previous) > 0,
			app.Button().Type("button").ID("undo").Class("quiet").OnClick(g.onUndo).Text("Undo: bring "+itOrThem(g.previous)+" back"),
		),
	)
}

func itOrThem(b batch) string {
	if len(b) > 1 {
		return "them"
	}
	return "it"
}

func (b batch) testOnly() bool { return len(b) > 0 && b[0].TestOnly() }

func (b batch) raw() bool { return len(b) > 0 && b[0].Format() == secret.Raw }

func (b batch) copyLabel() string {
	switch {
	case b.raw():
		return "Copy as hex"
	case len(b) > 1:
		return "Copy all"
	default:
		return "Copy"
	}
}

func (b batch) envLabel() string {
	if len(b) > 1 {
		return "Copy as .env lines"
	}
	return "Copy as .env line"
}

// facts lists what is true of every secret of the batch.
func (b batch) facts() []string {
	if len(b) == 0 {
		return nil
	}
	s := &b[0]
	usable := s.Algorithm().UsableBits()
	facts := []string{b.bits(), counted(s.Size(), "random byte", "random bytes")}
	if s.Bits() > float64(usable)+1 {
		facts[0] += ", of which " + s.Algorithm().String() + " can use " + strconv.Itoa(usable)
	}
	if !b.raw() {
		facts = append(facts, counted(s.Characters(), "character", "characters"))
	}
	facts = append(facts, formatTexts[s.Format()].label, "for "+s.Algorithm().String())
	if len(b) > 1 {
		facts[0] = strings.Replace(facts[0], " bits", " bits each", 1)
	}
	return facts
}

package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/secret"
)

// formatTexts tells what each format is good for.
var formatTexts = map[secret.Format]struct{ label, hint string }{
	secret.Base64URL:    {"base64url", "Letters, digits, - and _. Safe in URLs, headers and .env files."},
	secret.Base64:       {"base64", "With + and /, padded with =. For libraries that decode standard base64."},
	secret.HexLower:     {"hex, lower case", "Two characters a byte: long, and readable everywhere."},
	secret.HexUpper:     {"HEX, upper case", "Two characters a byte, for tools that want capitals."},
	secret.Alphanumeric: {"letters and digits", "Survives every configuration file. A little longer, so that no bit is lost."},
	secret.Raw:          {"raw bytes", "A binary file, for programs that read the key from one."},
	secret.JWK:          {"JWK", "A JSON Web Key with a random key id, for libraries that take one."},
}

func (g *generator) renderForm() app.UI {
	return app.Section().Class("form").Aria("labelledby", "form-title").OnKeyDown(g.onFormKey).Body(
		app.H2().ID("form-title").Text("What do you need?"),
		g.renderAlgorithm(),
		g.row(fieldSize, "Size in bytes of randomness", g.sizeHint(),
			g.number(fieldSize, g.settings.size, g.onSize)),
		g.renderTestOnly(),
		g.row(fieldFormat, "Format", g.formatHint(), g.renderFormat()),
		app.Div().Class("pair").Body(
			g.row(fieldCount, "How many", "", g.number(fieldCount, g.settings.count, g.onCount)),
			g.row(fieldName, "Variable name", "", g.input(fieldName, g.settings.name, g.onName)),
		),
		g.renderGenerate(),
		g.renderKeys(),
	)
}

func (g *generator) renderAlgorithm() app.UI {
	all := secret.Algorithms()
	problem := g.problems[fieldAlgorithm]
	return app.FieldSet().Class("field algorithms").ID(string(fieldAlgorithm)).Body(
		app.Legend().Text("Algorithm"),
		app.Div().Class("choices").Body(
			app.Range(all).Slice(func(i int) app.UI { return g.renderAlgorithmChoice(all[i]) }),
		),
		app.If(problem != "", app.P().Class("problem").ID(problemID(fieldAlgorithm)).Text(problem)),
	)
}

func (g *generator) renderAlgorithmChoice(a secret.Algorithm) app.UI {
	name := a.String()
	radio := app.Input().Type("radio").Name("alg").ID(algorithmID(name)).Value(name).OnChange(g.onAlgorithm)
	if g.settings.algorithm == name {
		radio = radio.Checked(true)
	}
	if g.problems[fieldAlgorithm] != "" {
		radio = radio.Aria("describedby", problemID(fieldAlgorithm))
	}
	if !g.live {
		radio = radio.Disabled(true)
	}
	return app.Label().Class("choice").For(algorithmID(name)).Body(
		radio,
		app.Span().Class("choice-name").Text(name),
		app.Span().Class("choice-note").Text(strconv.Itoa(a.MinSize())+" bytes or more"),
	)
}

func (g *generator) renderFormat() app.UI {
	all := secret.Formats()
	chosen, err := secret.ParseFormat(g.settings.format)
	list := app.Select().ID(string(fieldFormat)).OnChange(g.onFormat).Aria("describedby", describedBy(fieldFormat))
	if err != nil {
		list = list.Aria("invalid", "true")
	}
	if !g.live {
		list = list.Disabled(true)
	}
	return list.Body(
		app.If(err != nil, app.Option().Value("").Selected(true).Text("Choose a format")),
		app.Range(all).Slice(func(i int) app.UI {
			option := app.Option().Value(all[i].String()).Text(formatTexts[all[i]].label)
			if err == nil && all[i] == chosen {
				option = option.Selected(true)
			}
			return option
		}),
	)
}

func (g *generator) renderTestOnly() app.UI {
	box := app.Input().Type("checkbox").ID("test-only").OnChange(g.onTestOnly)
	if g.settings.testOnly {
		box = box.Checked(true)
	}
	return app.Div().Class("test-only-choice").Body(
		app.If(g.settings.tooSmall(),
			app.Label().Class("check").For("test-only").Body(
				box,
				app.Span().Text("Test only: smaller than the rule allows, and labelled so"),
			),
		),
	)
}

func (g *generator) renderGenerate() app.UI {
	button := app.Button().Type("button").ID("generate").Class("primary").OnClick(g.onGenerate)
	if !g.live || g.bulk != nil {
		button = button.Disabled(true)
	}
	return app.Div().Class("generate").Body(
		button.Text("Generate"),
		app.If(g.bulk != nil, g.renderProgress()),
	)
}

func (g *generator) renderProgress() app.UI {
	if g.bulk == nil {
		return nil
	}
	made, total := len(g.bulk.made), g.bulk.total
	return app.Div().Class("progress").Body(
		app.Progress().Max(total).Value(made).Aria("label", "Secrets generated"),
		app.Span().Text(thousands(made)+" of "+thousands(total)),
		app.Button().Type("button").Class("quiet").OnClick(g.onStop).Text("Stop"),
	)
}

func (g *generator) renderKeys() app.UI {
	box := app.Input().Type("checkbox").ID("keys").OnChange(g.onKeys)
	if !g.settings.keysOff {
		box = box.Checked(true)
	}
	if !g.live {
		box = box.Disabled(true)
	}
	return app.Div().Class("keys").Body(
		app.P().Body(
			app.Text("Keyboard: "), app.Kbd().Text("Enter"), app.Text(" in a field generates. Outside the fields "),
			app.Kbd().Text("g"), app.Text(" generates and "), app.Kbd().Text("c"), app.Text(" copies."),
		),
		app.Label().Class("check").For("keys").Body(box, app.Span().Text("Single-letter keys")),
	)
}

func (g *generator) row(f field, label, hint string, control app.UI) app.UI {
	return row(f, label, hint, g.problems[f], control)
}

// row puts a label, a hint and the sentence about a mistake around a control.
func row(f field, label, hint, problem string, control app.UI) app.UI {
	return app.Div().Class("field").Body(
		app.Label().For(string(f)).Text(label),
		control,
		app.If(hint != "", app.P().Class("hint").ID(string(f)+"-hint").Text(hint)),
		app.If(problem != "", app.P().Class("problem").ID(problemID(f)).Text(problem)),
	)
}

func (g *generator) input(f field, value string, onInput app.EventHandler) app.HTMLInput {
	in := app.Input().Type("text").ID(string(f)).Value(value).OnInput(onInput).
		Attr("autocomplete", "off").Attr("autocapitalize", "none").Spellcheck(false).
		Attr("translate", "no").Class("notranslate").
		Aria("describedby", describedBy(f))
	if g.problems[f] != "" {
		in = in.Aria("invalid", "true")
	}
	if !g.live {
		in = in.Disabled(true)
	}
	return in
}

// number is a text field for digits: a number field would hide what it cannot
// read, and with it the mistake to speak of.
func (g *generator) number(f field, value string, onInput app.EventHandler) app.HTMLInput {
	return g.input(f, value, onInput).Attr("inputmode", "numeric")
}

func (g *generator) sizeHint() string {
	a, err := secret.ParseAlgorithm(g.settings.algorithm)
	if err != nil {
		return ""
	}
	return "At least " + strconv.Itoa(a.MinSize()) + " for " + a.String() + ", at most " + thousands(secret.MaxSize) + ". More than " +
		strconv.Itoa(a.MinSize()) + " adds nothing that " + a.String() + " can use."
}

func (g *generator) formatHint() string {
	f, err := secret.ParseFormat(g.settings.format)
	if err != nil {
		return ""
	}
	return formatTexts[f].hint
}

func algorithmID(name string) string { return "alg-" + name }

func problemID(f field) string { return string(f) + "-problem" }

// describedBy names the hint and the problem of a field. A screen reader passes
// over the one that is not there.
func describedBy(f field) string { return string(f) + "-hint " + problemID(f) }

// focusOf returns the id of the control to mend a field with.
func focusOf(f field, s settings) string {
	if f != fieldAlgorithm {
		return string(f)
	}
	return algorithmID(defaultAlgorithm.String())
}

package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What a person tells of the rotation and of the service.

// The fields of the page. The names are those that the worker speaks of.
const (
	fieldKind          field = "kind"
	fieldReading       field = "reading"
	fieldPrevious      field = "previous"
	fieldPreviousKeyID field = "previouskeyid"
	fieldNew           field = "new"
	fieldLifetime      field = "lifetime"
	fieldSkew          field = "skew"
	fieldRollout       field = "rollout"
	fieldStart         field = "start"
	fieldDays          field = "days"
)

// kinds are the ways to rotate, the default first. The ids are those of the worker.
var kinds = []struct{ id, name, note string }{
	{"rolling", "Instance by instance", "Old and new instances run side by side while you deploy. Nobody is logged out."},
	{"at-once", "All at once", "Every instance stops before the first new one starts, as with a single instance. Nobody is logged out."},
	{leak, "The secret leaked", "Somebody else may know it. Everyone is logged out, on purpose."},
}

const leak = "leak"

// encodings are the ways to read a secret, in the order of app/token.
var encodings = []token.Encoding{token.UTF8, token.Hex, token.Base64, token.Base64URL}

// readingTexts say how a service makes a key of a secret, in the order of encodings.
var readingTexts = []string{"As text, as it stands", "It decodes hex", "It decodes base64", "It decodes base64url"}

// units are those of time, in seconds.
var units = []struct {
	name    string
	seconds int
}{{"seconds", 1}, {"minutes", 60}, {"hours", 3600}, {"days", 86400}}

func (r *rotate) renderForm() app.UI {
	return app.Section().Class("form").Aria("labelledby", "form-title").OnKeyDown(r.onKey).Body(
		app.H2().ID("form-title").Text("What do you replace?"),
		r.renderKinds(),
		r.row(fieldAlgorithm, "Algorithm", "", r.list(fieldAlgorithm, r.onAlgorithm, r.algorithms())),
		r.row(fieldReading, "How your service reads the secret", "Most libraries take the text as it stands. It is the same for the old secret and the new one.",
			r.list(fieldReading, r.onReading, r.readings())),
		r.planned(
			r.row(fieldPrevious, "Previous secret, in use until now", "Exactly as your service has it, without quotation marks.", r.secret(fieldPrevious)),
			r.row(fieldPreviousKeyID, "Its key id, if it has one (optional)",
				"The “kid” in the header of your tokens, as after an earlier rotation. Without it, the tokens that carry it would be refused.",
				r.input(fieldPreviousKeyID, "")),
		),
		r.row(fieldNew, "New secret", "Made on this device, of the size and in the encoding chosen above. Or paste one.", r.secret(fieldNew)),
		r.renderMakeSecret(),
		r.row(fieldName, "Variable name", "Others are named after it, such as "+defaultName+"_PREVIOUS.", r.input(fieldName, defaultName)),
		r.planned(
			r.amount(fieldLifetime, "Longest token lifetime", "From a token's signature to its “exp”. Count refresh tokens, if this secret signs them.", "", "hours"),
			r.amount(fieldSkew, "Clock skew: leeway of the verifiers, plus the most by which two clocks differ",
				"The code of the plan has a leeway of 60 seconds.", "2", "minutes"),
		),
		r.amount(fieldRollout, "Longest time that a deployment takes", "From its start until the last old instance is gone.", "1", "hours"),
		r.row(fieldStart, r.startLabel(), "In your local time.", r.dateTime()),
		r.renderSchedule(),
		r.renderMake(),
		app.P().ID("status").Role("status").Class("status").Text(r.status),
	)
}

func (r *rotate) startLabel() string {
	if r.kind == leak {
		return "Start of the deployment"
	}
	return "Start of the first deployment"
}

// planned puts together what nobody is asked for after a leak. It keeps its place,
// so that what was entered is still there when a person chooses again.
func (r *rotate) planned(rows ...app.UI) app.UI {
	place := app.Div().Class("fields").Body(rows...)
	if r.kind == leak {
		return place.Hidden(true)
	}
	return place
}

func (r *rotate) renderKinds() app.UI {
	return app.FieldSet().Class("field kinds").ID(string(fieldKind)).Body(
		app.Legend().Text("The way to replace it"),
		app.Div().Class("choices").Body(
			app.Range(kinds).Slice(func(i int) app.UI {
				k := kinds[i]
				radio := app.Input().Type("radio").Name("kind").ID("kind-" + k.id).Value(k.id).OnChange(r.onKind)
				if r.kind == k.id {
					radio = radio.Checked(true)
				}
				if !r.live {
					radio = radio.Disabled(true)
				}
				return app.Label().Class("choice").For("kind-"+k.id).Body(
					radio,
					app.Span().Class("choice-name").Text(k.name),
					app.Span().Class("choice-note").Text(k.note),
				)
			}),
		),
	)
}

func (r *rotate) algorithms() []app.UI {
	var options []app.UI
	for _, a := range secret.Algorithms() {
		options = append(options, option(a.String(), a.String()+": "+strconv.Itoa(a.MinSize())+" bytes or more", r.algorithm.String()))
	}
	return options
}

func (r *rotate) readings() []app.UI {
	var options []app.UI
	for i, e := range encodings {
		options = append(options, option(e.String(), readingTexts[i], r.reading.String()))
	}
	return options
}

func (r *rotate) renderMakeSecret() app.UI {
	button := app.Button().Type("button").ID("make-secret").OnClick(r.onMakeSecret).Text("Make a new secret")
	if !r.live {
		button = button.Disabled(true)
	}
	return app.Div().Class("actions").Body(button)
}

// renderSchedule draws the presets and what the chosen one rests on.
func (r *rotate) renderSchedule() app.UI {
	var options []app.UI
	chosen, hint := strconv.Itoa(r.days), ""
	for _, p := range schedule.Presets() {
		days := strconv.Itoa(p.Days)
		options = append(options, option(days, days+" days", chosen))
		if days == chosen {
			hint = p.Basis + " (" + p.Source + ")"
		}
	}
	return app.Div().Class("fields").Body(
		r.row(fieldDays, "Replace it again after", hint, r.list(fieldDays, r.onDays, options)),
		app.P().Class("hint").Text("None of these sources speaks of tokens. "+schedule.UpperBound+" ("+schedule.UpperBoundSource+")"),
	)
}

// renderMake draws the button, whose text says when it takes something away.
func (r *rotate) renderMake() app.UI {
	label := "Make the plan"
	if r.plan != nil {
		label = "Make a new plan instead of this one"
	}
	button := app.Button().Type("button").ID("make").Class("primary").OnClick(r.onMake).Text(label)
	empty := app.Button().Type("button").ID("clear").OnClick(r.onClear).Text("Clear")
	if !r.live {
		button, empty = button.Disabled(true), empty.Disabled(true)
	}
	return app.Div().Class("actions").Body(button, empty)
}

func (r *rotate) row(f field, label, hint string, control app.UI) app.UI {
	return row(f, label, hint, r.problems[f], control)
}

func (r *rotate) input(f field, value string) app.HTMLInput {
	in := app.Input().Type("text").ID(string(f)).Value(value).
		Attr("autocomplete", "off").Attr("autocapitalize", "none").Spellcheck(false).
		Attr("translate", "no").Class("notranslate").Aria("describedby", describedBy(f))
	if r.problems[f] != "" {
		in = in.Aria("invalid", "true")
	}
	if !r.live {
		in = in.Disabled(true)
	}
	return in
}

func (r *rotate) dateTime() app.UI { return r.input(fieldStart, r.start).Type("datetime-local") }

// amount is a number and its unit.
func (r *rotate) amount(f field, label, hint, value, unit string) app.UI {
	var options []app.UI
	for _, u := range units {
		options = append(options, option(u.name, u.name, unit))
	}
	list := app.Select().ID(unitID(f)).Aria("label", "Unit of: "+label)
	if !r.live {
		list = list.Disabled(true)
	}
	return r.row(f, label, hint, app.Div().Class("amount").Body(
		r.input(f, value).Attr("inputmode", "numeric"),
		list.Body(options...),
	))
}

func unitID(f field) string { return string(f) + "-unit" }

func (r *rotate) list(f field, onChange app.EventHandler, options []app.UI) app.UI {
	l := app.Select().ID(string(f)).OnChange(onChange).Aria("describedby", describedBy(f))
	if r.problems[f] != "" {
		l = l.Aria("invalid", "true")
	}
	if !r.live {
		l = l.Disabled(true)
	}
	return l.Body(options...)
}

// secret is a field for something that must not be kept by the browser.
func (r *rotate) secret(f field) app.UI {
	area := app.Textarea().ID(string(f)).Class("paste notranslate").Rows(2).Attr("translate", "no").
		Attr("autocomplete", "off").Attr("autocapitalize", "off").Attr("autocorrect", "off").Spellcheck(false).
		DataSet("secret", "").Aria("describedby", describedBy(f))
	if r.problems[f] != "" {
		area = area.Aria("invalid", "true")
	}
	if !r.live {
		area = area.Disabled(true)
	}
	return area
}

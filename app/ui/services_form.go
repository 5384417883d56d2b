package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/secret"
)

// What a person tells the page for many services.

func (s *services) renderForm() app.UI {
	return app.Section().Class("form").Aria("labelledby", "form-title").OnKeyDown(s.onKey).Body(
		app.H2().ID("form-title").Text("Who needs a secret?"),
		s.row(fieldServices, "Services, one on each line", "Such as billing or search-api.", s.area(fieldServices, "", s.onNames)),
		s.row(fieldEnvironments, "Environments, one on each line", s.countHint(), s.area(fieldEnvironments, defaultEnvironments, s.onEnvironments)),
		s.row(fieldName, "Variable name", "In the one file for all, the service and the environment follow it, as in JWT_SECRET_BILLING_PRODUCTION.",
			s.input(fieldName, s.settings.name, s.onName)),
		app.Div().Class("pair").Body(
			s.row(fieldAlgorithm, "Algorithm", "", s.list(fieldAlgorithm, s.onAlgorithm, s.algorithms())),
			s.row(fieldSize, "Size in bytes", s.sizeHint(), s.input(fieldSize, s.settings.size, s.onSize).Attr("inputmode", "numeric")),
		),
		s.row(fieldFormat, "Format", s.formatHint(), s.list(fieldFormat, s.onFormat, s.formats())),
		s.row(fieldTarget, "Write them for", "The commands for secret stores and hosts take one secret at a time: they are on the page Generate.",
			s.list(fieldTarget, s.onTarget, targetOptions(holding(), s.target))),
		s.renderMake(),
	)
}

// holding lists the places whose texts hold the secrets. The others ask for each
// secret at a prompt, which nobody would do a hundred times.
func holding() []place {
	return slices.DeleteFunc(slices.Clone(places), func(p place) bool { return p.command })
}

// countHint says how many secrets the lists come to.
func (s *services) countHint() string {
	services, environments := filled(s.names), filled(s.environments)
	if services*environments == 0 {
		return "Each service gets a secret of its own in each of them."
	}
	return "That is " + pairs(services, environments) + "."
}

func (s *services) sizeHint() string {
	return "At least " + strconv.Itoa(s.algorithm().MinSize()) + " for " + s.algorithm().String() + "."
}

func (s *services) formatHint() string {
	f, _ := secret.ParseFormat(s.settings.format) // the list has no other
	return formatTexts[f].hint
}

func (s *services) algorithms() []app.UI {
	var options []app.UI
	for _, a := range secret.Algorithms() {
		options = append(options, option(a.String(), a.String(), s.settings.algorithm))
	}
	return options
}

func (s *services) formats() []app.UI {
	var options []app.UI
	for _, f := range secret.Formats() {
		options = append(options, option(f.String(), formatTexts[f].label, s.settings.format))
	}
	return options
}

func (s *services) row(f field, label, hint string, control app.UI) app.UI {
	return row(f, label, hint, s.problems[f], control)
}

func (s *services) input(f field, value string, onInput app.EventHandler) app.HTMLInput {
	in := app.Input().Type("text").ID(string(f)).Value(value).OnInput(onInput).
		Attr("autocomplete", "off").Attr("autocapitalize", "none").Spellcheck(false).
		Attr("translate", "no").Class("notranslate").Aria("describedby", describedBy(f))
	if s.problems[f] != "" {
		in = in.Aria("invalid", "true")
	}
	if !s.live {
		in = in.Disabled(true)
	}
	return in
}

// area draws a list and what it begins with. What is typed stays in the field alone:
// go-app cuts the spaces and line breaks off the end of what it draws there.
func (s *services) area(f field, beginning string, onInput app.EventHandler) app.UI {
	a := app.Textarea().ID(string(f)).Rows(4).OnInput(onInput).
		Attr("autocomplete", "off").Attr("autocapitalize", "none").Spellcheck(false).
		Attr("translate", "no").Class("paste notranslate").Aria("describedby", describedBy(f))
	if s.problems[f] != "" {
		a = a.Aria("invalid", "true")
	}
	if !s.live { // and without text: go-app writes it as an attribute, which no text area has
		return a.Disabled(true)
	}
	return a.Text(beginning)
}

func (s *services) list(f field, onChange app.EventHandler, options []app.UI) app.UI {
	l := app.Select().ID(string(f)).OnChange(onChange).Aria("describedby", describedBy(f))
	if s.problems[f] != "" {
		l = l.Aria("invalid", "true")
	}
	if !s.live {
		l = l.Disabled(true)
	}
	return l.Body(options...)
}

// renderMake draws the button, whose text says when it takes something away.
func (s *services) renderMake() app.UI {
	label := "Make them"
	if s.packed != nil {
		label = "Make new ones instead of these"
	}
	button := app.Button().Type("button").ID("make").Class("primary").OnClick(s.onMake).Text(label)
	if !s.live || s.packing != nil {
		button = button.Disabled(true)
	}
	return app.Div().Class("generate").Body(
		button,
		app.If(s.packing != nil, app.Div().Class("progress").Body(
			app.Progress().Aria("label", "Making the secrets"),
			app.Button().Type("button").ID("stop").Class("quiet").OnClick(s.onStop).Text("Stop"),
		)),
	)
}

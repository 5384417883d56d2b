package ui

import (
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// What the page shows of the files: never a secret.

// The most that the table shows; the files hold all.
const (
	maxRows    = 20
	maxColumns = 10
)

// announcement says what was made, never a secret.
func (p *packed) announcement(replaced bool) string {
	sentence := counted(p.order.Count(), "secret is", "secrets are") + " ready: " + p.bits() + " each."
	if replaced {
		sentence += " The ones before are gone."
	}
	return sentence
}

// bits says the exact entropy of each secret.
func (p *packed) bits() string {
	return strings.TrimSuffix(strconv.FormatFloat(p.files.Bits, 'f', 2, 64), ".00") + " bits"
}

func (s *services) renderMade() app.UI {
	return app.Section().ID("result").Class("result").Aria("labelledby", "result-title").Body(
		app.H2().ID("result-title").Text("Your files"),
		s.renderTable(),
		s.renderFacts(),
		s.renderActions(),
		app.P().ID("status").Role("status").Class("status").Text(s.status),
		s.renderAdvice(),
	)
}

// renderTable draws services down and environments across, with what each secret
// is worth. The secrets themselves are in the files alone.
func (s *services) renderTable() app.UI {
	if s.packed == nil {
		return app.P().Class("empty").Text("Click “Make them”, and they appear here: the secrets of all services in one file, and each in a file of its own in a zip.")
	}
	order, bits := &s.packed.order, s.packed.bits()
	rows, columns := order.Services[:min(len(order.Services), maxRows)], order.Environments[:min(len(order.Environments), maxColumns)]
	return app.Div().Class("table-place").ID("made").TabIndex(0).Role("region").Aria("label", "What was made").Body(
		app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text("Service"),
				app.Range(columns).Slice(func(i int) app.UI { return app.Th().Scope("col").Text(columns[i]) }),
			)),
			app.TBody().Body(app.Range(rows).Slice(func(i int) app.UI {
				return app.Tr().Body(
					app.Th().Scope("row").Text(rows[i]),
					app.Range(columns).Slice(func(int) app.UI { return app.Td().Text(bits) }),
				)
			})),
		),
		app.If(len(rows)*len(columns) < order.Count(), app.P().Class("hint").Text(
			"These are the first "+counted(len(rows), "service", "services")+" and "+counted(len(columns), "environment", "environments")+
				". The files hold all "+thousands(order.Count())+" secrets.")),
	)
}

func (s *services) renderFacts() app.UI {
	facts := s.packed.facts()
	return app.Ul().Class("facts").ID("facts").Body(
		app.Range(facts).Slice(func(i int) app.UI { return app.Li().Text(facts[i]) }),
	)
}

// facts lists what is true of every secret.
func (p *packed) facts() []string {
	if p == nil {
		return nil
	}
	request := p.order.Secret
	usable := request.Algorithm.UsableBits()
	worth := p.bits() + " each"
	if p.files.Bits > float64(usable)+1 {
		worth += ", of which " + request.Algorithm.String() + " can use " + strconv.Itoa(usable)
	}
	return []string{
		worth, counted(request.Size, "random byte", "random bytes"), formatTexts[request.Format].label,
		"for " + request.Algorithm.String(), placeByID(p.order.Target).title, pairs(len(p.order.Services), len(p.order.Environments)),
	}
}

func (s *services) renderActions() app.UI {
	if s.packed == nil {
		return app.Div().Class("actions")
	}
	return app.Div().Class("actions").Body(
		app.If(s.packed.files.Single != "",
			app.Button().Type("button").ID("download-single").Class("primary").OnClick(s.onSingle).Text("Download one file")),
		app.Button().Type("button").ID("download-zip").OnClick(s.onArchive).Text("Download zip"),
		app.Button().Type("button").ID("clear").OnClick(s.onClear).Text("Clear"),
	)
}

// renderAdvice says what is in the files, and what the target's readers should
// know.
func (s *services) renderAdvice() app.UI {
	if s.packed == nil {
		return app.Ul().Class("advice")
	}
	advice := []string{"The zip holds one file for each secret, in a folder for each environment: " + s.packed.files.Example + " is the first."}
	if s.packed.files.Single == "" {
		advice = append(advice, "There is no single file: here, a file is one secret.")
	}
	advice = append(append(advice, "Delete what you downloaded once every secret is where it belongs."), s.packed.files.Advice...)
	return app.Ul().Class("advice").Body(
		app.Range(advice).Slice(func(i int) app.UI { return app.Li().Text(advice[i]) }),
	)
}

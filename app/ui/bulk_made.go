package ui

import (
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
	sentence := counted(p.order.Count(), "secret is", "secrets are") + " ready: " + bitsEach(p.bits, p.order.Count()) + "."
	if replaced {
		sentence += " The ones before are gone."
	}
	return sentence
}

func (b *bulk) renderMade() app.UI {
	return section("result", "result-title", "Your files",
		b.renderTable(),
		list("facts", "facts", b.packed.facts()),
		b.renderActions(),
		b.renderStatus("status"),
		b.renderAdvice(),
	).ID("result")
}

// renderTable draws services down and environments across, with what each secret
// is worth. The secrets themselves are in the files alone.
func (b *bulk) renderTable() app.UI {
	if b.packed == nil {
		return app.P().Class("empty").Text("Click “Make them”, and they appear here: the secrets of all services in one file, and each in a file of its own in a zip.")
	}
	order, worth := &b.packed.order, bits(b.packed.bits)
	rows, columns := order.Services[:min(len(order.Services), maxRows)], order.Environments[:min(len(order.Environments), maxColumns)]
	return app.Div().Class("table-place").ID("made").TabIndex(0).Role("region").Aria("label", "What was made").Body(
		app.Table().Body(
			app.THead().Body(app.Tr().Body(
				app.Th().Scope("col").Text("Service"),
				each(columns, func(c string) app.UI { return app.Th().Scope("col").Text(c) }),
			)),
			app.TBody().Body(each(rows, func(row string) app.UI {
				return app.Tr().Body(
					app.Th().Scope("row").Text(row),
					each(columns, func(string) app.UI { return app.Td().Text(worth) }),
				)
			})),
		),
		app.If(len(rows)*len(columns) < order.Count(), app.P().Class("hint").Text(
			"These are the first "+counted(len(rows), "service", "services")+" and "+counted(len(columns), "environment", "environments")+
				". The files hold all "+thousands(order.Count())+" secrets.")),
	)
}

// facts lists what is true of every secret.
func (p *packed) facts() []string {
	if p == nil {
		return nil
	}
	return append(factsOf(p.bits, p.order.Count(), p.order.Secret), p.order.Target.Title, pairs(len(p.order.Services), len(p.order.Environments)))
}

func (b *bulk) renderActions() app.UI {
	if b.packed == nil {
		return app.Div().Class("actions")
	}
	return app.Div().Class("actions").Body(
		app.If(b.packed.single.Name != "", button("download-single", "Download one file", b.onSingle).Class("primary")),
		button("download-zip", "Download zip", b.onArchive),
		button("clear", "Clear", b.onClear),
	)
}

// renderAdvice says what is in the files, and what the target's readers should
// know.
func (b *bulk) renderAdvice() app.UI {
	if b.packed == nil {
		return app.Ul().Class("advice")
	}
	advice := []string{"The zip holds one file for each secret, in a folder for each environment: " + b.packed.example + " is the first."}
	if b.packed.single.Name == "" {
		advice = append(advice, "There is no single file: here, a file is one secret.")
	}
	advice = append(append(advice, "Delete what you downloaded once every secret is where it belongs."), b.packed.order.Target.Advice...)
	return list("", "advice", advice)
}

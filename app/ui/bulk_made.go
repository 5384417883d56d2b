package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export"
)

// What the page shows of the files: never a secret.

// maxListedFiles is how many secrets the table shows; the files hold all.
const maxListedFiles = 20

// announcement says what was made, never a secret.
func (p *packed) announcement(replaced bool) string {
	sentence := counted(p.order.Count(), "secret is", "secrets are") + " ready: " + bitsEach(p.bits, p.order.Count()) + "."
	if replaced {
		sentence += " The ones before are gone."
	}
	return sentence
}

func (b *bulk) renderMade() app.UI {
	class := "result"
	if b.former() {
		class = "result aside"
	}
	return section(class, "result-title", "Your files",
		box("warning-place", formerWarning(b.former(), "Made before you changed the form, for what is listed here. Click “"+makeNewOnes+"” for what the form says now.")),
		b.renderTable(),
		list("facts", "facts", b.packed.facts()),
		b.renderActions(),
		b.renderStatus("status"),
		b.renderAdvice(),
	).ID("result")
}

// renderTable draws where each secret is in the files. The secrets themselves are in
// the files alone.
func (b *bulk) renderTable() app.UI {
	if b.packed == nil {
		return elem("p", "class", "empty").Text("Click “Make them”, and they appear here: the secrets of all services in one file, and each in a file of its own in a zip.")
	}
	head := []string{"File in the zip"}
	if b.packed.single.Name != "" {
		named := "Name in the one file"
		if b.packed.keySet() {
			named = "Key id in the one file"
		}
		head = append([]string{named}, head...)
	}
	return elem("div", "id", "made").Body(
		elem("table", "class", "files stacks").Body(
			elem("thead").Body(elem("tr").Body(headings(head...))),
			elem("tbody").Body(each(b.packed.listed, renderListed)),
		),
		app.If(len(b.packed.listed) < b.packed.order.Count(), elem("p", "class", "hint").Text(
			"These are the first "+strconv.Itoa(len(b.packed.listed))+". The files hold all "+thousands(b.packed.order.Count())+" secrets.")),
	)
}

func renderListed(one listed) app.UI {
	if one.name == "" {
		return elem("tr").Body(elem("th", "scope", "row").Text(one.path))
	}
	return elem("tr").Body(elem("th", "scope", "row").Body(breakable(one.name, "_")...), elem("td").DataSet("label", "File").Text(one.path))
}

// former reports whether there are files, and the form asks for others by now.
func (b *bulk) former() bool {
	if b.packed == nil {
		return false
	}
	made, now := &b.packed.order, b.ordered()
	return !slices.Equal(made.Services, now.Services) || !slices.Equal(made.Environments, now.Environments) ||
		made.Name != now.Name || made.Target.ID != now.Target.ID || made.Secret != now.Secret
}

// ordered returns what the form asks for, however wrong that is.
func (b *bulk) ordered() export.Order {
	order, _ := b.check()
	return order
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
		return elem("div", "class", "actions")
	}
	return elem("div", "class", "actions").Body(
		app.If(b.packed.single.Name != "", button("download-single", "Download one file", b.onSingle).Class("primary")),
		button("download-zip", "Download zip", b.onArchive),
		button("clear", "Clear", b.onClear),
	)
}

// renderAdvice says what is in the files, and what the target's readers should
// know.
func (b *bulk) renderAdvice() app.UI {
	if b.packed == nil {
		return elem("ul", "class", "advice")
	}
	advice := []string{"The zip holds one file for each secret, in a folder for each environment: " + b.packed.listed[0].path + " is the first."}
	if b.packed.single.Name == "" {
		advice = append(advice, "There is no single file: here, a file is one secret.")
	}
	advice = append(append(advice, "Delete what you downloaded once every secret is where it belongs."), b.packed.order.Target.Advice...)
	return list("", "advice", advice)
}

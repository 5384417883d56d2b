package ui

import (
	"bytes"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// What is pasted into a field for a secret may be more than the secret. The page then
// offers what a service would use of it, and takes nothing without being asked.

// pasted is what the page knows of the text in a field. It holds none of it.
type pasted struct {
	offers  []offer
	remarks []string
	literal bool // the text is to be used as it stands
}

// offer is a candidate for the secret.
type offer struct {
	candidate int
	how       string
}

// mostOffers is how many secrets of one file are offered.
const mostOffers = 8

// pastedText says what a text holds.
func pastedText(text []byte) pasted {
	p := paste.Read(text)
	defer p.Wipe()
	found := pasted{remarks: p.Remarks}
	if !p.Wrapped() {
		return found
	}
	for _, i := range p.Used[:min(len(p.Used), mostOffers)] {
		found.offers = append(found.offers, offer{i, p.Candidates[i].How})
	}
	return found
}

// renderPaste draws a field for a secret, and below it what may be taken of what was
// pasted.
func (r *rotate) renderPaste(f row) app.UI {
	known := r.pasted[f.field]
	name := string(f.field)
	below := app.Div().Class("offers").Role("group").Aria("label", "What to take of: "+f.label)
	var offers []app.UI
	if len(known.offers) > 0 && !known.literal {
		offers = append(offers, app.P().Class("hint").Text("This is not the secret alone, so the plan needs your choice."))
		for _, o := range known.offers {
			at := strconv.Itoa(o.candidate)
			offers = append(offers, button("take-"+name+"-"+at, "Take "+o.how, r.onTake).DataSet("field", name).DataSet("candidate", at))
		}
		offers = append(offers, button("keep-"+name, "Keep the text as it stands", r.onKeep).Class("quiet").DataSet("field", name))
	}
	for _, remark := range known.remarks {
		offers = append(offers, app.P().Class("hint").Text(remark))
	}
	return app.Div().Class("fields").Body(
		f.around(f.textarea(2, "", r.onSecret).DataSet("secret", "")),
		below.Body(offers...),
	)
}

// onSecret looks at what was typed or pasted. What was chosen for another text is
// forgotten.
func (r *rotate) onSecret(ctx app.Context, _ app.Event) {
	f := field(ctx.JSSrc().Get("id").String())
	text := fieldText(f)
	defer clear(text)
	r.know(f, pastedText(text))
	delete(r.problems, f)
}

func (r *rotate) know(f field, p pasted) {
	if r.pasted == nil {
		r.pasted = map[field]pasted{}
	}
	r.pasted[f] = p
}

// onTake puts the candidate into the field. Where its wrapping says how it is read,
// that is chosen too.
func (r *rotate) onTake(ctx app.Context, _ app.Event) {
	at, _ := strconv.Atoi(named(ctx, "candidate"))
	r.take(field(named(ctx, "field")), at)
}

func (r *rotate) take(f field, at int) {
	text := fieldText(f)
	p := paste.Read(text)
	clear(text)
	defer p.Wipe()
	if at >= len(p.Candidates) {
		return
	}
	c := p.Candidates[at]
	browser.FillField(string(f), c.Text)
	r.know(f, pasted{literal: true}) // it is what stands inside, to the last byte
	delete(r.problems, f)
	said := "The field holds " + c.How + " now: " + counted(len(c.Text), "byte", "bytes") + "."
	if len(c.Encodings) > 0 && c.Encodings[0] != token.UTF8 && c.Encodings[0] != r.reading {
		r.reading = c.Encodings[0]
		said += " It is read as " + r.reading.String() + ", so that is chosen above."
	}
	if bytes.ContainsAny(c.Text, "\r\n") {
		said += " It has a line break in it, which no variable carries."
	}
	r.say(said)
	browser.Focus(string(f))
}

func (r *rotate) onKeep(ctx app.Context, _ app.Event) {
	f := field(named(ctx, "field"))
	r.know(f, pasted{literal: true})
	delete(r.problems, f)
	r.say("The text is taken as it stands.")
	browser.Focus(string(f))
}

// trimmed cuts the line break off that a selection of a whole line brings along.
// Spaces may belong to a secret, so they stay.
func trimmed(text []byte) []byte { return bytes.TrimRight(text, "\r\n") }

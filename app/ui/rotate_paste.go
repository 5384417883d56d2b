package ui

import (
	"bytes"
	"slices"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/token"
)

// What is pasted into a field for a secret may be more than the secret. The page then
// offers what a service would use of it, and takes nothing without being asked.

// pasted is what the page knows of the text in a field.
type pasted struct {
	reading *task      // that finds it out
	found   job.Pasted // wiped with the rest
	literal bool       // the text is to be used as it stands
}

func (p *pasted) wipe() {
	if p == nil {
		return
	}
	p.reading.stop()
	job.Event{Pasted: &p.found}.Wipe()
}

// open reports whether a person has still to say what of the text is the secret.
func (p *pasted) open() bool { return p != nil && len(p.found.Offers) > 0 && !p.literal }

// renderPaste draws a field for a secret, and below it what may be taken of what was
// pasted.
func (r *rotate) renderPaste(f row) app.UI {
	name := string(f.field)
	var below []app.UI
	if p := r.pasted[f.field]; p != nil {
		if p.open() {
			for i, o := range p.found.Offers {
				below = append(below, button("take-"+name+"-"+strconv.Itoa(i), "Take "+o.How, r.onTake).DataSet("field", name).DataSet("offer", strconv.Itoa(i)))
			}
			below = append(below, button("keep-"+name, "Keep the text as it stands", r.onKeep).Class("quiet").DataSet("field", name))
		}
		for _, remark := range p.found.Remarks {
			below = append(below, elem("p", "class", "hint").Text(remark))
		}
	}
	return elem("div", "class", "fields").Body(
		f.around(f.textarea(2, "", r.onSecret).DataSet("secret", "").On("focus", r.onSecretFocus)),
		elem("div", "class", "offers", "role", "group").Aria("label", "What to take of: "+f.label).Body(below...),
	)
}

// onSecretFocus starts the auditor while a person still looks for what to paste.
func (r *rotate) onSecretFocus(app.Context, app.Event) { browser.WarmAuditor() }

// onSecret forgets what was chosen for another text, and lets the auditor look at what
// is pasted. What is typed is looked at when the plan is made.
func (r *rotate) onSecret(ctx app.Context, e app.Event) {
	f := field(ctx.JSSrc().Get("id").String())
	r.unpaste(f)
	if strings.HasPrefix(e.Get("inputType").String(), "insertFrom") { // paste, drop
		r.look(f, false)
	}
}

// look asks the auditor what a field holds, and whether that is fit to be a new secret.
// What is literal is judged alone.
func (r *rotate) look(f field, literal bool) {
	r.unpaste(f)
	text := fieldText(f)
	defer clear(text)
	if len(text) == 0 {
		return
	}
	p := &pasted{literal: literal}
	r.pasted[f] = p
	if literal && f != fieldNew {
		return
	}
	p.reading = r.ask(job.Request{Read: &job.Read{Text: text, New: f == fieldNew}}, func(e job.Event) {
		if e.Pasted == nil { // so far it goes through its lists
			return
		}
		p.reading.done()
		r.know(p, *e.Pasted)
	}, func(sentence string) {
		r.waiting = false
		r.say(sentence)
	})
}

// unread lets the auditor look at what it has not seen, and reports whether there is
// something. The plan is made when it has answered.
func (r *rotate) unread(fields ...field) bool {
	r.waiting = false
	for _, f := range fields {
		if r.pasted[f] == nil {
			r.look(f, false)
		}
		r.waiting = r.waiting || r.pasted[f] != nil && r.pasted[f].reading.running()
	}
	return r.waiting
}

// know keeps what the auditor has found, in memory of its own: the message is wiped.
func (r *rotate) know(p *pasted, found job.Pasted) {
	found.Offers = slices.Clone(found.Offers)
	for i := range found.Offers {
		found.Offers[i].Text = bytes.Clone(found.Offers[i].Text)
	}
	p.found = found
	if r.waiting {
		r.make()
		return
	}
	switch {
	case p.open():
		r.say("This is not the secret alone. Choose below the field what of it your service uses.")
	case found.Unfit != "":
		if r.problems == nil {
			r.problems = problems{}
		}
		r.problems.add(fieldNew, found.Unfit)
		r.say(found.Unfit)
	}
}

// unpaste forgets what was found in a field.
func (r *rotate) unpaste(f field) {
	if r.pasted == nil {
		r.pasted = map[field]*pasted{}
	}
	r.pasted[f].wipe()
	delete(r.pasted, f)
	delete(r.problems, f)
}

func (r *rotate) onTake(ctx app.Context, _ app.Event) {
	at, _ := strconv.Atoi(named(ctx, "offer"))
	r.take(field(named(ctx, "field")), at)
}

// take puts what is offered into the field. Where its wrapping says how it is read,
// that is chosen too.
func (r *rotate) take(f field, at int) {
	p := r.pasted[f]
	if p == nil || at >= len(p.found.Offers) {
		return
	}
	o := p.found.Offers[at]
	browser.FillField(string(f), o.Text)
	said := "The field holds " + o.How + " now: " + counted(len(o.Text), "byte", "bytes") + "."
	if reading := chosen(encodings, o.Encoding); o.Encoding != "" && reading != token.UTF8 && reading != r.reading {
		r.reading = reading
		said += " It is read as " + reading.String() + ", so that is chosen above."
	}
	if bytes.ContainsAny(o.Text, "\r\n") {
		said += " It has a line break in it, which no variable carries."
	}
	r.look(f, true) // it is what stands inside, to its last byte
	r.follow()
	r.say(said)
	browser.Focus(string(f))
}

func (r *rotate) onKeep(ctx app.Context, _ app.Event) { r.keep(field(named(ctx, "field"))) }

// keep takes the text as it stands.
func (r *rotate) keep(f field) {
	r.look(f, true)
	r.say("The text is taken as it stands.")
	browser.Focus(string(f))
}

// undecided returns the problems of fields whose text is not the secret alone.
func (r *rotate) undecided(fields ...field) problems {
	found := problems{}
	for _, f := range fields {
		if r.pasted[f].open() {
			found[f] = "This is not the secret alone. Choose below what of it your service uses."
		}
	}
	return found
}

// unfit says why the new secret should be none, or nothing.
func (r *rotate) unfit() string {
	if p := r.pasted[fieldNew]; p != nil && !p.open() {
		return p.found.Unfit
	}
	return ""
}

// trimmed cuts the line break off that a selection of a whole line brings along.
// Spaces may belong to a secret, so they stay.
func trimmed(text []byte) []byte { return bytes.TrimRight(text, "\r\n") }

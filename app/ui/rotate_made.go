package ui

import (
	"bytes"
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// What a plan was made for, and what becomes of it when the form says something else.

// madeFrom is what the form said when a plan was asked for.
type madeFrom struct {
	form  []byte   // all of it, to be compared; it holds the secrets
	facts []string // to be listed
	leak  bool
}

func (m *madeFrom) wipe() {
	clear(m.form)
	*m = madeFrom{}
}

// onEdit hears of every edit of the form.
func (r *rotate) onEdit(app.Context, app.Event) { r.follow() }

// follow holds the plan against the form. It is put aside for as long as it is for
// something else. One that goes on accepting what has leaked vanishes: who
// took it for the answer to the leak would leave the door open.
func (r *rotate) follow() {
	if r.plan == nil {
		return
	}
	if r.kind == kindLeak && !r.made.leak {
		r.wipe()
		r.say("The plan is gone: it would have gone on accepting what leaked. Make a new one.")
		return
	}
	now := r.entered()
	defer clear(now)
	if former := !bytes.Equal(now, r.made.form); former != r.former {
		r.former = former
		r.say(either(former, "You have changed the form, so the plan is put aside.", "The plan is for what the form says again."))
	}
}

// entered is what the form says, to be compared.
func (r *rotate) entered() []byte {
	request := r.request()
	defer request.Wipe()
	text, _ := job.Encode(request) // what a page asks can be encoded
	return text
}

// note keeps what the plan is asked for with.
func (r *rotate) note() {
	r.asking.wipe()
	facts := []string{nameOf(whatPicks, r.what), nameOf(r.kinds(), r.kind)}
	if r.what != whatPair {
		facts = append(facts, r.algorithm.String(), readingTexts[r.reading], string(fieldText(fieldName)))
	}
	r.asking = madeFrom{r.entered(), facts, r.kind == kindLeak}
}

// nameOf returns the name of what was picked.
func nameOf(all []pick, value string) string {
	return all[slices.IndexFunc(all, func(p pick) bool { return p.value == value })].name
}

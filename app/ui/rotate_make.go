package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// What a person does with the form, and what the worker answers.

func (r *rotate) onKind(ctx app.Context, _ app.Event) { r.kind = typed(ctx) }

func (r *rotate) onAlgorithm(ctx app.Context, _ app.Event) {
	r.algorithm, _ = secret.ParseAlgorithm(typed(ctx)) // the list has no other
}

func (r *rotate) onReading(ctx app.Context, _ app.Event) {
	for _, e := range encodings {
		if e.String() == typed(ctx) {
			r.reading = e
		}
	}
}

func (r *rotate) onDays(ctx app.Context, _ app.Event) { r.days, _ = strconv.Atoi(typed(ctx)) }

// onMakeSecret puts a new secret into its field.
func (r *rotate) onMakeSecret(app.Context, app.Event) {
	secrets, err := secret.Generate(secret.Request{Algorithm: r.algorithm, Size: r.algorithm.MinSize(), Format: formatFor(r.reading), Count: 1})
	if err != nil { // the lists have nothing that cannot be made
		r.say("No secret was made: " + err.Error() + ".")
		return
	}
	browser.FillField(string(fieldNew), secrets[0].Text())
	secrets[0].Wipe()
	delete(r.problems, fieldNew)
	r.say("A new secret of " + strconv.Itoa(8*r.algorithm.MinSize()) + " bits is in its field.")
}

// formatFor returns the format of a secret that is read in this way.
func formatFor(e token.Encoding) secret.Format {
	switch e {
	case token.Hex:
		return secret.HexLower
	case token.Base64:
		return secret.Base64
	default: // as text, base64url has the fewest characters that need quotes
		return secret.Base64URL
	}
}

// onKey lets Enter make the plan from any text field: in the page's sandbox forms
// do not submit.
func (r *rotate) onKey(_ app.Context, e app.Event) {
	if e.Get("key").String() == "Enter" && !e.Get("isComposing").Bool() && e.Get("target").Get("tagName").String() == "INPUT" {
		e.PreventDefault()
		r.make()
	}
}

func (r *rotate) onMake(app.Context, app.Event) { r.make() }

func (r *rotate) onClear(app.Context, app.Event) {
	r.forget()
	r.say("Cleared. The secrets and the plan are gone from this page.")
	browser.Focus("kind-" + r.kind)
}

// make sends what was entered to the worker.
func (r *rotate) make() {
	r.stop()
	request := r.request()
	message, err := job.Encode(job.Request{Rotate: request})
	clear(request.New)
	clear(request.Previous)
	if err != nil { // a date that JSON cannot hold
		r.refuse([]job.Problem{{Field: string(fieldStart), Sentence: "Enter a date and a time."}})
		return
	}
	r.say("Making the plan…")
	var run *browser.Job
	run = browser.StartJob(message, "",
		func(message []byte) { r.redraw(func() { r.onAnswer(run, message) }) },
		func() { r.redraw(func() { r.onCrashed(run) }) })
	r.planning = run
}

func (r *rotate) request() *job.Rotate {
	request := &job.Rotate{
		Kind: r.kind, Algorithm: r.algorithm, Reading: r.reading,
		New: trimmed(browser.FieldText(string(fieldNew))), Name: text(fieldName),
		Start: browser.FieldTime(string(fieldStart)), Rollout: inSeconds(fieldRollout), Days: r.days,
	}
	if r.kind != leak {
		request.Previous, request.PreviousKeyID = trimmed(browser.FieldText(string(fieldPrevious))), text(fieldPreviousKeyID)
		request.Lifetime, request.Skew = inSeconds(fieldLifetime), inSeconds(fieldSkew)
	}
	return request
}

func text(f field) string { return string(browser.FieldText(string(f))) }

// inSeconds returns the amount in a field, or -1 where there is none.
func inSeconds(f field) int {
	n, ok := wholeNumber(text(f))
	if !ok || n < 0 || n > 1e9 {
		return -1
	}
	for _, u := range units {
		if u.name == text(field(unitID(f))) {
			return n * u.seconds
		}
	}
	return -1
}

func (r *rotate) onCrashed(run *browser.Job) {
	if r.planning != run {
		return
	}
	r.planning = nil
	r.say("No plan was made: the browser did not let a worker start. What you entered is still here. Reload the page, or try another browser.")
}

// onAnswer takes in what the worker made. What it sent after a click on Clear is
// wiped.
func (r *rotate) onAnswer(run *browser.Job, message []byte) {
	event, err := job.Decode[job.Event](message)
	switch {
	case r.planning != run:
		clear(message)
		return
	case err != nil || event.Plan == nil:
		clear(message)
		r.say("No plan was made: the page and its worker do not understand each other. Reload the page.")
	case len(event.Plan.Problems) > 0:
		r.refuse(event.Plan.Problems)
	default:
		r.show(event.Plan)
	}
	r.planning = nil
}

// refuse speaks of mistakes beside their fields, and moves to the first one.
func (r *rotate) refuse(all []job.Problem) {
	r.problems = problems{}
	for _, p := range all {
		if f := field(p.Field); r.problems[f] == "" {
			r.problems[f] = p.Sentence
		}
	}
	r.say("No plan was made: " + all[0].Sentence)
	browser.Focus(all[0].Field)
}

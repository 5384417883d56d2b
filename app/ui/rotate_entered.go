package ui

import (
	"maps"
	"time"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What a person entered of the rotation, read, and the plan that is asked for with it.

// request reads what was entered, which may be wrong in any way. Nothing that no one is
// asked for is in it.
func (r *rotate) request() job.Request {
	p := &job.Plan{
		What: r.what, Kind: r.kind,
		KeyID: fieldText(fieldKeyID),
		Start: startTime().Unix(), Rollout: seconds(fieldRollout), Days: r.days,
	}
	if r.what != whatPair {
		p.Algorithm, p.Reading, p.Name = r.algorithm.String(), r.reading.String(), fieldText(fieldName)
	}
	switch r.what {
	case whatPair:
		p.Published, p.Cache = fieldText(fieldPublished), seconds(fieldCache)
		fallthrough
	case whatShared:
		p.Public = fieldText(fieldPublic)
	default:
		p.New = trimmed(fieldText(fieldNew))
	}
	if r.what == whatPair || r.kind != kindLeak {
		p.PreviousKeyID = fieldText(fieldPreviousKeyID)
	}
	if r.kind != kindLeak {
		p.Lifetime, p.Skew = seconds(fieldLifetime), seconds(fieldSkew)
		if r.what == whatSecret {
			p.Previous = trimmed(fieldText(fieldPrevious))
		}
	}
	return job.Request{Plan: p}
}

// seconds returns the amount in a field, or a negative one where there is none.
func seconds(f field) int {
	n, ok := wholeNumber(string(fieldText(f)))
	if !ok || n < 0 || n > 1e9 {
		return -1
	}
	unit := string(fieldText(unitField(f)))
	for _, u := range timeUnits {
		if u.name == unit {
			return n * u.seconds
		}
	}
	return -1
}

// startTime returns the moment in the field for it, or the zero time if there is none.
// Two moments are read as none by who reads dates for us: the first of the year 1, which
// is how Go writes no time, and any of a year of five digits.
func startTime() time.Time {
	start, text := browser.FieldTime(string(fieldStart)), fieldText(fieldStart)
	switch {
	case !start.IsZero() || len(text) == 0:
		return start
	case len(text) > len(fieldTime):
		return time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)
	default:
		return start.Add(time.Second)
	}
}

const skippedSentence = "There is no such time on this day: the clocks are put forward over it. Enter an earlier or a later one."

// isSkipped reports whether the field for the start has a time that the clocks leave out
// on that day. Browsers take the moment that is as much later.
func isSkipped(start time.Time) bool {
	return !start.IsZero() && browser.Local(start).Format(fieldTime) != string(fieldText(fieldStart))
}

// secrets are the fields whose secrets the plan is made with.
func (r *rotate) secrets() []field {
	switch {
	case r.what != whatSecret:
		return nil
	case r.kind == kindLeak:
		return []field{fieldNew}
	default:
		return []field{fieldPrevious, fieldNew}
	}
}

// make asks the auditor for the plan, once it has looked at what was pasted.
func (r *rotate) make() {
	if r.making.running() {
		return
	}
	secrets := r.secrets()
	if r.unread(secrets...) {
		r.say("Checking…")
		return
	}
	wrong := r.undecided(secrets...)
	wrong.add(fieldKeyID, keyIDSentence(string(fieldText(fieldKeyID))))
	r.note()
	request := r.request()
	defer request.Wipe()
	r.making = r.ask(request, func(e job.Event) {
		r.making.done()
		r.hear(e.Plan, wrong)
	}, func(sentence string) {
		r.asking.wipe()
		r.say(sentence)
	})
}

// hear shows the plan, or speaks of mistakes beside their fields and moves to the
// first one.
func (r *rotate) hear(plan *job.PlanReport, wrong problems) {
	found := problems{}
	for _, p := range plan.Problems {
		found.add(field(p.Field), p.Sentence)
	}
	maps.Copy(found, wrong)
	if len(r.secrets()) > 0 {
		found.add(fieldNew, r.unfit())
	}
	if isSkipped(startTime()) {
		found.add(fieldStart, skippedSentence)
	}
	if len(found) == 0 {
		r.show(plan)
		r.follow()
		return
	}
	r.asking.wipe()
	r.follow()
	r.problems = found
	if f, is := r.problems.first(rotateFields...); is {
		r.say("No plan was made. " + r.problems[f])
		browser.Focus(string(f))
	}
}

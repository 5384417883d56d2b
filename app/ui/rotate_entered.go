package ui

import (
	"maps"
	"time"

	"jwtsecret/app/browser"
	"jwtsecret/app/rotation"
)

// What a person entered of the rotation, read and held to the rules.

// request reads what was entered, which may be wrong in any way. After a leak there
// is no overlap, so its plan depends on neither lifetime nor skew.
func (r *rotate) request() rotation.Request {
	request := rotation.Request{
		Kind: r.kind, Algorithm: r.algorithm, Reading: r.reading,
		New: trimmed(fieldText(fieldNew)), KeyID: string(fieldText(fieldKeyID)), Name: string(fieldText(fieldName)),
		Now: time.Now(), Start: startTime(), Rollout: duration(fieldRollout), Days: r.days, Local: browser.Local,
	}
	if r.kind == rotation.Leak {
		request.Lifetime = rotation.MinLifetime
		return request
	}
	request.Previous, request.PreviousKeyID = trimmed(fieldText(fieldPrevious)), string(fieldText(fieldPreviousKeyID))
	request.Lifetime, request.Skew = duration(fieldLifetime), duration(fieldSkew)
	return request
}

// duration returns the amount in a field, or a negative one where there is none.
func duration(f field) time.Duration {
	n, ok := wholeNumber(string(fieldText(f)))
	if !ok || n < 0 || n > 1e9 {
		return -1
	}
	unit := string(fieldText(unitField(f)))
	for _, u := range timeUnits {
		if u.name == unit {
			return time.Duration(min(n*u.seconds, int(2*rotation.MaxLifetime/time.Second))) * time.Second
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

// make makes the plan, or speaks of mistakes beside their fields and moves to the
// first one.
func (r *rotate) make() {
	secrets := []field{fieldPrevious, fieldNew}
	if r.kind == rotation.Leak {
		secrets = secrets[1:]
	}
	if r.unread(secrets...) {
		r.say("Checking…")
		return
	}
	request := r.request()
	defer clear(request.New)
	defer clear(request.Previous)
	undecided := r.undecided(secrets...)
	undecided.add(fieldKeyID, keyIDSentence(request.KeyID))
	plan, err := rotation.New(request)
	skipped := isSkipped(request.Start)
	if err == nil && len(undecided) == 0 && r.unfit() == "" && !skipped {
		r.show(plan)
		return
	}
	if err == nil {
		plan.Wipe()
	}
	r.follow()
	r.problems = rotationProblems(request, err)
	maps.Copy(r.problems, undecided)
	r.problems.add(fieldNew, r.unfit())
	if skipped {
		r.problems.add(fieldStart, skippedSentence)
	}
	if f, found := r.problems.first(rotateFields...); found {
		r.say("No plan was made: " + r.problems[f])
		browser.Focus(string(f))
	}
}

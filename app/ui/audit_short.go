package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/guess"
	"jwtsecret/app/job"
)

// All secrets of a few characters, tried against a token.

const (
	fieldAlphabet field = "short-alphabet"
	fieldLongest  field = "short-longest"

	shortButton = "short"
)

// usualShort takes seconds.
var usualShort = guess.Short{Alphabet: 2, Longest: 4}

// supposedPace is what a worker on a computer of today tries, in candidates a second,
// as long as no attack has shown it.
const supposedPace = 500_000

// renderShort says how much it is, and how long that takes, above the button.
func (a *audit) renderShort() app.UI {
	var none problems
	alphabets := make([]app.UI, len(guess.Alphabets()))
	for i, one := range guess.Alphabets() {
		alphabets[i] = option(strconv.Itoa(i), capital(one.Name), strconv.Itoa(a.short.Alphabet))
	}
	lengths := make([]app.UI, guess.MaxShort)
	for i := range lengths {
		lengths[i] = option(strconv.Itoa(i+1), "Up to "+counted(i+1, "character", "characters"), strconv.Itoa(a.short.Longest))
	}
	return fold("short-secrets", "Try every short secret",
		elem("p").Text("A secret of a few characters falls to whoever tries all of them, even if nobody else ever used it. "+
			"Where the browser lets this page use your graphics card, it tries them, which can be far faster than the time below."),
		elem("div", "class", "trio").Body(
			none.row(fieldAlphabet, "Made of", "").choice(alphabets, a.chooses(&a.short.Alphabet)),
			none.row(fieldLongest, "Length", "").choice(lengths, a.chooses(&a.short.Longest)),
		),
		elem("p", "id", "short-count", "role", "status").Text(a.shortSentence()),
		a.renderRun(button(shortButton, "Try them all", a.onShort), shortButton),
	)
}

// shortSentence says how many candidates are chosen and how long they take.
func (a *audit) shortSentence() string {
	pace, why := a.pace, "the pace of the last attack here."
	if pace == 0 {
		pace, why = supposedPace*attackers(), "which is an assumption until the first attack shows the pace of this computer."
	}
	n := a.short.Count()
	return counted(n, "candidate", "candidates") + ", " + about(n/pace) + " at " + thousands(pace) + " a second, " + why
}

// about says roughly how long so many seconds are.
func about(seconds int) string {
	for _, u := range slices.Backward(timeUnits) {
		if seconds >= 2*u.seconds {
			return "about " + thousands((seconds+u.seconds/2)/u.seconds) + " " + u.name
		}
	}
	if seconds == 1 {
		return "a second or two"
	}
	return "less than a second"
}

// measured keeps the pace of an attack, if all of its workers took long enough to show it.
func (a *audit) measured(run *attackRun) {
	for _, p := range run.progress {
		if p.Seconds < 1 { // much of which was its start
			return
		}
	}
	if _, pace, _ := run.tried(); pace >= 1 {
		a.pace = int(pace)
	}
}

// chooses returns a handler that puts a choice in its place, and ends an attack on
// something else.
func (a *audit) chooses(number *int) app.EventHandler {
	return func(ctx app.Context, _ app.Event) { a.chosenShort(number, typed(ctx)) }
}

func (a *audit) chosenShort(number *int, value string) {
	before := *number
	if *number, _ = strconv.Atoi(value); !a.short.Valid() {
		*number = before
	}
	if a.attack.running() && a.attack.short != nil {
		a.endAttack("Stopped.")
	}
}

func (a *audit) onShort(app.Context, app.Event) {
	if a.token != nil && !a.aside {
		tried := a.short
		a.begin(&attackRun{button: shortButton, short: &tried}, job.Attack{Short: &tried})
	}
}

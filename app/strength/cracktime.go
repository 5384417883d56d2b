package strength

import (
	"math"

	"jwtsecret/app/guess"
)

// CrackTime says how long somebody needs at most to guess a secret.
type CrackTime struct {
	Rate string // who guesses, how fast, and where that comes from
	Time string // "at most 2 hours"
}

// CrackTimes returns the times of one core of the computer at hand, which tries
// ownRate keys a second, if that is more than 0; of one graphics card; and of
// eight. The bits of the report are an upper bound, so the times are too.
func CrackTimes(r Report, ownRate float64) []CrackTime {
	times := []CrackTime{
		{Rate: "one core of this computer, in this browser: " + guess.Round(ownRate) + " guesses a second, measured in this visit"},
		{Rate: "one RTX 4090 graphics card: " + guess.Round(guess.CardRate) + " guesses a second (hashcat -m 16500, published by hashrepublic/hashcat-benchmark, commit 924a4e4)"},
		{Rate: "eight such cards: " + guess.Round(guess.Cards*guess.CardRate) + " guesses a second, reckoned from one"},
	}
	guesses := math.Exp2(r.Bits())
	for i, perSecond := range []float64{ownRate, guess.CardRate, guess.Cards * guess.CardRate} {
		times[i].Time = span(guesses / perSecond)
		switch {
		case r.Verdict == NoDefectFound:
			times[i].Time += ", if it was drawn at random; far less if not"
		case r.Verdict == Unusable && r.reached() && guesses/perSecond >= 1:
			times[i].Time += ", far less if its words are likely ones"
		}
	}
	if ownRate == 0 {
		return times[1:]
	}
	return times
}

// span says in words how long so many seconds are at most: see [guess.Span].
func span(seconds float64) string {
	switch words := guess.Span(seconds); {
	case seconds < guess.Minute:
		return words
	case seconds < guess.AgeOfUniverse:
		return "at most " + words
	default:
		return "possibly " + words
	}
}

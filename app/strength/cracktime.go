package strength

import (
	"math"
	"strconv"

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
		{Rate: "one core of this computer, in this browser: " + round(ownRate) + " guesses a second, measured in this visit"},
		{Rate: "one RTX 4090 graphics card: " + round(guess.CardRate) + " guesses a second (hashcat -m 16500, published by hashrepublic/hashcat-benchmark, commit 924a4e4)"},
		{Rate: "eight such cards: " + round(guess.Cards*guess.CardRate) + " guesses a second, reckoned from one"},
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

// round writes a number with two digits that count: "640,000", "4.0 billion".
func round(n float64) string {
	switch {
	case n >= 1e9:
		return tenths(n/1e9) + " billion"
	case n >= 1e6:
		return tenths(n/1e6) + " million"
	case n >= 1e3:
		return strconv.Itoa(int(n/1e3)) + ",000"
	default:
		return strconv.Itoa(int(n))
	}
}

func tenths(n float64) string {
	if n >= 10 {
		return strconv.FormatFloat(n, 'f', 0, 64)
	}
	return strconv.FormatFloat(n, 'f', 1, 64)
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

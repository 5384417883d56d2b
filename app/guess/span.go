package guess

import (
	"math"

	"jwtsecret/app/prose"
)

// Span says in words how long so many seconds are at most: "18 minutes". Beyond a century it
// gives the range that holds it: more digits would claim what nobody knows.
func Span(seconds float64) string {
	return span(seconds, func(n float64) float64 { return math.Floor(n) + 1 })
}

// About says so of a time that is an estimate, and rounds to what is nearest.
func About(seconds float64) string { return span(seconds, math.Round) }

func span(seconds float64, round func(float64) float64) string {
	counted := func(n float64, unit string) string { return prose.Counted(int(round(n)), unit, unit+"s") }
	switch {
	case seconds < 1:
		return "less than a second"
	case seconds < Minute:
		return "seconds"
	case seconds < Hour:
		return counted(seconds/Minute, "minute")
	case seconds < 2*Day:
		return counted(seconds/Hour, "hour")
	case seconds < 2*Year:
		return counted(seconds/Day, "day")
	case seconds < 100*Year:
		return counted(seconds/Year, "year")
	case seconds < 1000*Year:
		return "centuries"
	case seconds < 1e6*Year:
		return "thousands of years"
	case seconds < AgeOfUniverse:
		return "millions of years"
	default:
		return "longer than the universe has existed"
	}
}

package guess

import "strconv"

// Span says in words how long so many seconds are: "18 minutes". It rounds up, and beyond a
// century to the range that holds it: more digits would claim what nobody knows.
func Span(seconds float64) string {
	switch {
	case seconds < 1:
		return "less than a second"
	case seconds < Minute:
		return "seconds"
	case seconds < Hour:
		return counted(seconds/Minute, "minutes")
	case seconds < 2*Day:
		return counted(seconds/Hour, "hours")
	case seconds < 2*Year:
		return counted(seconds/Day, "days")
	case seconds < 100*Year:
		return counted(seconds/Year, "years")
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

func counted(n float64, unit string) string { return strconv.Itoa(int(n)+1) + " " + unit }

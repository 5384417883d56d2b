package prose

import "strings"

// TimeUnit is a unit of time.
type TimeUnit struct {
	Name    string // of one: "day"
	Seconds int
}

// TimeUnits are the units in which times are written, the greatest first.
var TimeUnits = []TimeUnit{{"day", 24 * 3600}, {"hour", 3600}, {"minute", 60}, {"second", 1}}

// Time writes a time in seconds, which is not negative, in all units: 1 hour and 12 minutes.
func Time(seconds int) string {
	var said []string
	for _, u := range TimeUnits {
		if n := seconds / u.Seconds; n > 0 {
			said = append(said, Counted(n, u.Name, u.Name+"s"))
			seconds %= u.Seconds
		}
	}
	switch last := len(said) - 1; {
	case last < 0:
		return "0 seconds"
	case last == 0:
		return said[0]
	default:
		return strings.Join(said[:last], ", ") + " and " + said[last]
	}
}

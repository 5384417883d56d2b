package judge

import (
	"slices"
	"strings"
	"time"

	"jwtsecret/app/prose"
)

// How long something lasts, in words and to the second.

// units are those of time, the smallest first.
var units = []struct {
	name    string
	seconds int
}{{"second", 1}, {"minute", 60}, {"hour", 3600}, {"day", 86400}}

// lasting writes a time in the greatest unit of which it is a whole number: 90 minutes,
// 8 hours.
func lasting(d time.Duration) string {
	n := int(d / time.Second)
	unit := units[0]
	for _, u := range units {
		if n > 0 && n%u.seconds == 0 {
			unit = u
		}
	}
	return prose.Counted(n/unit.seconds, unit.name, unit.name+"s")
}

// spanWords writes a time in all units: 30 days and 10 minutes.
func spanWords(d time.Duration) string {
	rest := int(d.Round(time.Second) / time.Second)
	var said []string
	for _, u := range slices.Backward(units) {
		if n := rest / u.seconds; n > 0 {
			said = append(said, prose.Counted(n, u.name, u.name+"s"))
			rest %= u.seconds
		}
	}
	if len(said) == 0 {
		return "0 seconds"
	}
	return strings.Join(said, " and ")
}

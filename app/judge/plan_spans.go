package judge

import (
	"slices"
	"time"

	"jwtsecret/app/prose"
)

// How long something lasts, in words and to the second.

// lasting writes a time in the greatest unit of which it is a whole number: 90 minutes,
// 8 hours.
func lasting(d time.Duration) string {
	n := int(d / time.Second)
	unit := prose.TimeUnits[len(prose.TimeUnits)-1]
	for _, u := range slices.Backward(prose.TimeUnits) {
		if n > 0 && n%u.Seconds == 0 {
			unit = u
		}
	}
	return prose.Counted(n/unit.Seconds, unit.Name, unit.Name+"s")
}

// spanWords writes a time in all units: 30 days and 10 minutes.
func spanWords(d time.Duration) string { return prose.Time(int(d.Round(time.Second) / time.Second)) }

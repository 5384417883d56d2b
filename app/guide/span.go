package guide

import (
	"strings"

	"jwtsecret/app/prose"
)

// spanUnits are the units of time in words, the greatest first.
var spanUnits = []struct {
	one     string
	seconds int
}{{"day", 24 * 3600}, {"hour", 3600}, {"minute", 60}, {"second", 1}}

// Span writes a time in seconds, which is not negative, to the second: 1 hour and 12 minutes.
func Span(seconds int) string {
	var said []string
	for _, u := range spanUnits {
		if n := seconds / u.seconds; n > 0 {
			said = append(said, prose.Counted(n, u.one, u.one+"s"))
			seconds %= u.seconds
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

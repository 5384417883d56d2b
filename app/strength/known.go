package strength

import (
	_ "embed"
	"math"
	"strings"
	"sync"
)

//go:embed defaults.txt
var defaultsText string

// Default is a secret that some documentation shows.
type Default struct {
	Secret string
	Group  string // whose documentation: "NestJS"
}

// Defaults returns the published secrets, in the order of the file.
var Defaults = sync.OnceValue(func() []Default {
	var all []Default
	group := ""
	for line := range strings.Lines(defaultsText) {
		line = strings.TrimSuffix(line, "\n")
		if comment, ok := strings.CutPrefix(line, "# "); ok {
			group = comment
		} else if line != "" {
			all = append(all, Default{line, group})
		}
	}
	return all
})

// findKnown never alarms by chance: a random secret of 16 bytes is one of fewer
// than 2^30 known ones with a chance below 2^-98.
func findKnown(text []byte, c Context) []Finding {
	var found []Finding
	for _, d := range Defaults() {
		if d.Secret == string(text) {
			found = append(found, Finding{
				Certainty: Known, Code: KnownDefault, Evidence: d.Group, Bits: math.Log2(float64(len(Defaults()))),
			})
			break
		}
	}
	for _, l := range c.Lists {
		if l.holds(text) {
			found = append(found, Finding{
				Certainty: Known, Code: KnownListed, Evidence: l.Name, Bits: math.Log2(float64(l.line)), // an attacker meets it after so many
			})
		}
	}
	return found
}

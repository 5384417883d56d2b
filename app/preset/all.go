package preset

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// All returns the presets in the order of their titles, capitals or not.
func All() []Preset { return all }

var all = inOrder(slices.Concat(backends, frameworks, applications, networks))

func inOrder(presets []Preset) []Preset {
	slices.SortFunc(presets, func(a, b Preset) int {
		return cmp.Compare(strings.ToLower(a.Title), strings.ToLower(b.Title))
	})
	return presets
}

const (
	day  = 24 * time.Hour
	year = 365 * day

	// read is the day on which all sources were read. Addresses of GitHub have the
	// commit in them.
	read = "2026-11-27"

	github = "https://github.com/"

	// yourName is for products whose programs read the environment themselves.
	yourName = "The name is your program's choice."
)

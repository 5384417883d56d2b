package verify

import (
	"fmt"
	"slices"
	"strings"
)

// Difference is one thing in which a site is not the build.
type Difference struct {
	// Path is the URL path that was asked for.
	Path string

	// What differs: "status", "sha256", or "header" and the header's name.
	What string

	// Want and Got are the build's value and the site's, printable.
	Want, Got string

	// Codings lists the content codings under which the difference was seen, of
	// br, gzip and identity. A host may hold a file of its own for each.
	Codings []string
}

// String returns the difference as one line.
func (d Difference) String() string {
	line := fmt.Sprintf("%s: %s: expected %s, got %s", d.Path, d.What, d.Want, d.Got)
	if len(d.Codings) < len(codings) {
		line += " (when asked for " + strings.Join(d.Codings, " or ") + ")"
	}
	return line
}

// differences collects what differs, each thing once.
type differences []Difference

func (all *differences) add(coding, path, what, want, got string) {
	i := slices.IndexFunc(*all, func(d Difference) bool {
		return d.Path == path && d.What == what && d.Want == want && d.Got == got
	})
	if i < 0 {
		i = len(*all)
		*all = append(*all, Difference{Path: path, What: what, Want: want, Got: got})
	}
	(*all)[i].Codings = append((*all)[i].Codings, coding)
}

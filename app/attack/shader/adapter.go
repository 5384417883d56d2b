package shader

import (
	"slices"
	"strings"
)

// Adapter is what a browser says of a graphics card, or of what it offers in the place of
// one. Each text may be empty: browsers say little, so that nobody is known by it.
type Adapter struct {
	Vendor       string // "nvidia"
	Architecture string // "ada-lovelace"
	Device       string
	Description  string
	Fallback     bool // the browser says that it is slow, as software is
}

// programs are names of software that stands in for a graphics card. Not every browser
// says that it is one.
var programs = []string{"swiftshader", "llvmpipe", "lavapipe", "softpipe", "basic render", "warp"}

// Software reports whether no graphics card is behind it, as far as anyone can see.
func (a Adapter) Software() bool {
	if a.Fallback {
		return true
	}
	said := strings.ToLower(strings.Join([]string{a.Vendor, a.Architecture, a.Device, a.Description}, " "))
	return slices.ContainsFunc(programs, func(name string) bool { return strings.Contains(said, name) })
}

// String says what the browser calls it: "nvidia, ada-lovelace". It is empty where the
// browser gives no name.
func (a Adapter) String() string {
	var names []string
	for _, name := range []string{a.Vendor, a.Architecture, a.Description} {
		if name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}

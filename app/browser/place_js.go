//go:build js

package browser

import "strings"

// place is where the site is on its origin: nothing at the root, or a path such as
// "/tools/jwt". The boot script knows it.
var place struct {
	known bool
	path  string
}

func base() string {
	if program := global("jwtsecret"); !place.known && program.Truthy() {
		place.known, place.path = true, program.Get("base").String()
	}
	return place.path
}

// At returns the address of a path of the site on its origin: of "/trust", say, where
// the site is below a path of its own. What is no path, as "#main", stays as it is.
func At(path string) string {
	if strings.HasPrefix(path, "/") {
		return base() + path
	}
	return path
}

// Within returns the path of the site that has this address on its origin, and what is
// not of the site unchanged.
func Within(address string) string { return strings.TrimPrefix(address, base()) }

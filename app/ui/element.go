package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// elem is an element with attributes, in pairs of name and value. All are of one type:
// each further one of go-app's would take more than a kilobyte of the download, and one
// call for several attributes less than a method for each.
func elem(tag string, attributes ...string) app.HTMLElem { return with(app.Elem(tag), attributes...) }

// with gives an element attributes, in pairs of name and value. A link is to a path of the
// site, wherever the site is.
func with(e app.HTMLElem, attributes ...string) app.HTMLElem {
	for i := 0; i < len(attributes); i += 2 {
		value := attributes[i+1]
		if attributes[i] == "href" {
			value = browser.At(value)
		}
		e = e.Attr(attributes[i], value)
	}
	return e
}

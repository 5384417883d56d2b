// Command guide is the program of the guide's pages: it makes their try-it boxes work,
// looks through all chapters, copies code, and stores the site for offline use. The text of a
// chapter is in its page and needs none of this.
//
// What a box shows is the work of package guide; here it meets the page.
package main

import (
	"runtime/debug"

	"jwtsecret/app/browser"
)

func main() {
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(128 << 20)

	followAddress()
	var all []*box // that live already: the page may be left before all do
	browser.OnWindow("pagehide", func() {
		for _, b := range all {
			b.forget()
		}
		browser.EndAuditors()
	})
	repaint := func() {
		for _, b := range all {
			b.repaint()
		}
	}
	browser.OnWindow("resize", repaint)
	browser.OnScheme(repaint)
	for _, e := range browser.All("[data-box]") {
		if b, ok := newBox(e); ok {
			all = append(all, b)
		}
		browser.Breathe()
	}
	reachScrolling()
	browser.OnWindow("resize", reachScrolling)
	enableCopying()
	enableSearch()
	followOffline()
	select {}
}

// Command wasm is the page: the program that the browser runs.
package main

import (
	"runtime/debug"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/ui"
)

func main() {
	// A collection stops the page for a tenth of a second, because wasm has one
	// thread. The page needs a few megabytes, so let it collect seldom, and more
	// often only where memory is needed for other things.
	debug.SetGCPercent(1000)
	debug.SetMemoryLimit(128 << 20)

	browser.Breathe()
	ui.Register()
	browser.Breathe()
	app.RunWhenOnBrowser()
}

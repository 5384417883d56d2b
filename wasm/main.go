// Command wasm is the page: the program that the browser runs.
package main

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/ui"
)

func main() {
	ui.Register()
	app.RunWhenOnBrowser()
}

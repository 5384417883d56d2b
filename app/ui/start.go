package ui

import "jwtsecret/app/browser"

// starting is true until the first page stands.
var starting = true

// breathe gives the browser a turn now and then while the first page is drawn, which
// takes longer than a person should wait for the browser to react. It is for what draws
// much. Later drawings are smaller, and belong into one frame.
func breathe() {
	if starting {
		browser.Breathe()
	}
}

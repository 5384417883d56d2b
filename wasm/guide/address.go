package main

import (
	"strings"

	"jwtsecret/app/browser"
)

// cleanAddress takes everything out of the address but the name of a section: the guide
// takes nothing from there, and what stands there may be a secret or a token.
func cleanAddress() {
	fragment := browser.Fragment()
	if browser.Query() == "" && (fragment == "" || section(fragment)) {
		return
	}
	browser.ReplaceQuery("") // which drops the fragment, too
	browser.All("#address-notice")[0].SetText([]byte("The guide takes nothing from its address, so what stood there was taken out. " +
		"If it was a secret or a token in use, treat it as leaked: the history of your browser may have it, and so may the log of whoever runs this site."))
}

// section reports whether a fragment is the id of an element of this page.
func section(fragment string) bool {
	return strings.Trim(fragment, "abcdefghijklmnopqrstuvwxyz0123456789-:") == "" && len(browser.All(`[id="`+fragment+`"]`)) > 0
}

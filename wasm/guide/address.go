package main

import (
	"strings"

	"jwtsecret/app/browser"
)

// What a person reads of an address that is not one of the guide.
const (
	noSection = "This page has no such section."
	takenOut  = "The guide takes nothing from its address, so what stood there was taken out. " +
		"If it was a secret or a token in use, treat it as leaked: the history of your browser may have it, and so may the log of whoever runs this site."
)

// followAddress watches over the address for as long as the page is open.
func followAddress() {
	cleanAddress()
	browser.OnWindow("hashchange", cleanAddress)
	browser.All("#address-noted")[0].On("click", "", func(browser.Element) {
		sayOfAddress("")
		browser.Focus("main")
	})
}

// cleanAddress takes everything out of the address but the name of a section: the guide
// takes nothing from there, and what stands there may be a secret or a token.
func cleanAddress() {
	query, fragment := browser.Query(), browser.Fragment()
	id := sectionOf(fragment)
	if query != "" || id != fragment {
		browser.ReplaceFragment(id)
	}
	if id != fragment {
		browser.ScrollTo(id)
	}
	sayOfAddress(aboutAddress(query, fragment, id))
}

// sectionOf returns the id of the element of this page that a fragment names, in whatever case,
// or nothing.
func sectionOf(fragment string) string {
	id := strings.ToLower(fragment)
	if strings.Trim(id, small+digits+"-:") != "" || len(browser.All(`[id="`+id+`"]`)) == 0 {
		return ""
	}
	return id
}

// aboutAddress says what is wrong with an address whose fragment names this section, or none.
func aboutAddress(query, fragment, section string) string {
	switch {
	case query == "" && (fragment == "" || section != ""):
		return ""
	case query == "" && looksLikeSection(fragment):
		return noSection
	default:
		return takenOut
	}
}

const (
	small  = "abcdefghijklmnopqrstuvwxyz"
	digits = "0123456789"
)

// looksLikeSection reports whether a fragment is made as the names of sections are, and as no
// random secret is: of words, which may begin with a capital, and short numbers.
func looksLikeSection(fragment string) bool {
	for part := range strings.SplitSeq(fragment, "-") {
		word := part != "" && len(part) <= 15 && strings.Trim(strings.ToLower(part[:1])+part[1:], small) == ""
		number := part != "" && len(part) <= 3 && strings.Trim(part, digits) == ""
		if !word && !number {
			return false
		}
	}
	return len(fragment) <= 60
}

// sayOfAddress shows a sentence where the person is, or takes away what it showed before.
func sayOfAddress(sentence string) {
	notice := browser.All("#address-notice")[0]
	notice.All("p")[0].SetText([]byte(sentence))
	if sentence == "" {
		notice.SetAttribute("hidden", "")
		return
	}
	notice.RemoveAttribute("hidden")
}

//go:build js

package browser

import "strings"

// ShowText makes text, UTF-8 bytes, the whole content of the element with this
// id, at once. A missing element is left alone.
func ShowText(id string, b []byte) {
	if e := element(id); e.Truthy() {
		e.Set("textContent", text(b))
	}
}

// Focus moves the keyboard's focus to the element with this id, if there is one, and
// opens what it is folded into.
func Focus(id string) {
	Unfold(id)
	if e := element(id); e.Truthy() {
		e.Call("focus")
	}
}

// HasFocus reports whether the keyboard's focus is on the element with this id.
func HasFocus(id string) bool {
	active := global("document").Get("activeElement")
	return active.Truthy() && active.Get("id").String() == id
}

// Unfold opens the details element with this id, or the one that this is in.
func Unfold(id string) {
	e := element(id)
	if !e.Truthy() {
		return
	}
	if fold := e.Call("closest", "details"); fold.Truthy() {
		fold.Set("open", true)
	}
}

// Reveal scrolls just as far as it takes to see the element with this id.
func Reveal(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
	}
}

// ScrollTo scrolls to where the element with this id begins.
func ScrollTo(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView")
	}
}

// ReplaceQuery puts the query, without its question mark, into the address of
// the page. The history gets no new entry; the fragment is dropped.
func ReplaceQuery(query string) {
	url := global("location").Get("pathname").String()
	if query != "" {
		url += "?" + query
	}
	global("history").Call("replaceState", nil, "", url)
}

// ReplaceFragment makes a fragment, without its number sign, or nothing what follows the path
// in the address of the page. The history gets no new entry.
func ReplaceFragment(fragment string) {
	url := global("location").Get("pathname").String()
	if fragment != "" {
		url += "#" + fragment
	}
	global("history").Call("replaceState", nil, "", url)
}

// Query returns the query of the page's address, without its question mark.
func Query() string {
	return strings.TrimPrefix(global("location").Get("search").String(), "?")
}

// Fragment returns the fragment of the page's address, without its number sign.
func Fragment() string {
	return strings.TrimPrefix(global("location").Get("hash").String(), "#")
}

// reload loads the page anew, with its query. The boot script knows how.
func reload() { global("jwtsecret").Call("reload") }

// StartOver removes the service worker and what it has stored, and loads the page
// from the host.
func StartOver() { global("jwtsecret").Call("startOver") }

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

// Focus moves the keyboard's focus to the element with this id, if there is one.
func Focus(id string) {
	if e := element(id); e.Truthy() {
		e.Call("focus")
	}
}

// Reveal scrolls just as far as it takes to see the element with this id.
func Reveal(id string) {
	if e := element(id); e.Truthy() {
		e.Call("scrollIntoView", map[string]any{"block": "nearest"})
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

// Query returns the query of the page's address, without its question mark.
func Query() string {
	return strings.TrimPrefix(global("location").Get("search").String(), "?")
}

// Fragment returns the fragment of the page's address, without its number sign.
func Fragment() string {
	return strings.TrimPrefix(global("location").Get("hash").String(), "#")
}

// Reload loads the page anew, with its query. The boot script knows how.
func Reload() { global("jwtsecret").Call("reload") }

// StartOver removes the service worker and what it has stored, and loads the page
// from the host.
func StartOver() { global("jwtsecret").Call("startOver") }

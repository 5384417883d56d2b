//go:build js

package browser

import (
	"strings"
	"syscall/js"
)

// ShowDialog opens the dialog with this id over the page, which rests meanwhile, and
// reports whether it was closed before.
func ShowDialog(id string) bool {
	e := element(id)
	if !e.Truthy() || e.Get("open").Bool() {
		return false
	}
	e.Call("showModal")
	return true
}

// CloseDialog closes the dialog with this id, if it is open. The focus returns to where
// it was before.
func CloseDialog(id string) {
	if e := element(id); e.Truthy() {
		e.Call("close")
	}
}

// Arrive begins a page that was gone to: at its top, with the focus on the element with
// this id.
func Arrive(id string) {
	if e := element(id); e.Truthy() {
		js.Global().Call("scrollTo", 0, 0)
		e.Call("focus", map[string]any{"preventScroll": true})
	}
}

// Buttons returns the ids and the texts of the buttons that somebody could press now, of
// those that a selector finds.
func Buttons(selector string) (all [][2]string) {
	found := global("document").Call("querySelectorAll", selector)
	for i := range found.Length() {
		e := found.Index(i)
		if e.Get("offsetParent").Truthy() && e.Call("matches", ":enabled:not([aria-disabled])").Bool() {
			all = append(all, [2]string{e.Get("id").String(), e.Get("textContent").String()})
		}
	}
	return all
}

// Press clicks the element with this id.
func Press(id string) {
	if e := element(id); e.Truthy() {
		e.Call("click")
	}
}

// Apple reports whether the keyboard has a Command key in the place of Control.
func Apple() bool {
	platform := global("navigator").Get("platform").String()
	return strings.HasPrefix(platform, "Mac") || strings.HasPrefix(platform, "iP")
}

// CatchKeys calls caught for every key that is pressed on the page, until release is
// called. Of a key that caught reports to have used, the browser makes nothing more.
func CatchKeys(caught func(Key) bool) (release func()) {
	apple := Apple()
	handle := js.FuncOf(func(_ js.Value, args []js.Value) any {
		if e := args[0]; e.Get("key").Type() == js.TypeString && caught(keyOf(e, apple)) { // filling a field in raises events without a key
			e.Call("preventDefault")
		}
		return nil
	})
	js.Global().Call("addEventListener", "keydown", handle)
	return func() {
		js.Global().Call("removeEventListener", "keydown", handle)
		handle.Release()
	}
}

func keyOf(e js.Value, apple bool) Key {
	k := Key{Name: strings.ToLower(e.Get("key").String())}
	control, command := e.Get("ctrlKey").Bool(), e.Get("metaKey").Bool()
	switch {
	case e.Get("altKey").Bool() || e.Get("repeat").Bool():
	case control || command:
		k.Command = control != command && command == apple && !e.Get("shiftKey").Bool()
		if k.Command && k.Name > "~" { // where the layout has no Latin letters
			k.Name = strings.ToLower(strings.TrimPrefix(e.Get("code").String(), "Key"))
		}
	default:
		target := e.Get("target")
		k.Letter = !target.Get("closest").Truthy() || !target.Call("closest", "input:not([type=radio], [type=checkbox]), select, textarea, dialog").Truthy()
	}
	return k
}

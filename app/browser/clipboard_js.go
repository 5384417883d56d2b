//go:build js

package browser

import "syscall/js"

// Copy puts text, UTF-8 bytes, on the clipboard and then calls done, with
// ErrClipboardMissing or ErrClipboardRefused when that is impossible. Browsers
// allow it only while they handle a click or a key press.
func Copy(b []byte, done func(error)) {
	clipboard := global("navigator").Get("clipboard")
	if !clipboard.Truthy() {
		done(ErrClipboardMissing)
		return
	}
	then(clipboard.Call("writeText", text(b)),
		func(js.Value) { done(nil) },
		func(js.Value) { done(ErrClipboardRefused) })
}

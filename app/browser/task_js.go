//go:build js

package browser

import "syscall/js"

// Later calls f in a task of its own, once the browser has had its turn to draw
// and to handle input. A Go timer would not do: the runtime goes on from one
// timer that is due to the next, without returning to the browser in between.
func Later(f func()) { After(0, f) }

// After calls f once so many milliseconds have passed.
func After(milliseconds int, f func()) {
	var callback js.Func
	callback = js.FuncOf(func(js.Value, []js.Value) any {
		callback.Release()
		f()
		return nil
	})
	js.Global().Call("setTimeout", callback, milliseconds)
}

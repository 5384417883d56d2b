//go:build js

package browser

import "syscall/js"

// FieldText returns what was typed or pasted into the field with this id, as
// UTF-8 bytes in new memory. A missing field holds nothing.
func FieldText(id string) []byte {
	e := element(id)
	if !e.Truthy() {
		return nil
	}
	a := global("TextEncoder").New().Call("encode", e.Get("value"))
	b := make([]byte, a.Length())
	js.CopyBytesToGo(b, a)
	a.Call("fill", 0)
	return b
}

// HasFile reports whether a file was chosen in the file field with this id.
func HasFile(id string) bool { return fileOf(id).Truthy() }

// ClearField empties the field with this id, if there is one.
func ClearField(id string) {
	if e := element(id); e.Truthy() {
		e.Set("value", "")
	}
}

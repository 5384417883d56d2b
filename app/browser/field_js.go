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
	return encoded(e.Get("value"))
}

// HasFile reports whether a file was chosen in the file field with this id.
func HasFile(id string) bool { return fileOf(id).Truthy() }

// FileMark tells the file that was chosen in the file field with this id from others,
// by its name, size and date; it is empty without a file.
func FileMark(id string) string {
	file := fileOf(id)
	if !file.Truthy() {
		return ""
	}
	mark := ""
	for _, property := range []string{"name", "size", "lastModified"} {
		mark += global("String").Invoke(file.Get(property)).String() + "/"
	}
	return mark
}

// CatchFiles puts a file that is dropped anywhere on the page into the file field
// with this id, and calls caught with the number of files. Of several it takes none:
// the field has room for one. The browser would leave the page for the file instead.
// Text is dropped as ever. The page catches files until release is called.
func CatchFiles(id string, caught func(files int)) (release func()) {
	handle := js.FuncOf(func(_ js.Value, args []js.Value) any {
		event, field := args[0], element(id)
		transfer := event.Get("dataTransfer")
		if !transfer.Truthy() || !transfer.Get("types").Call("includes", "Files").Bool() {
			return nil
		}
		event.Call("preventDefault") // to say that a file is welcome, and to stay
		files := transfer.Get("files")
		if event.Get("type").String() != "drop" || !field.Truthy() || files.Length() == 0 {
			return nil
		}
		if files.Length() == 1 {
			field.Set("files", files)
		}
		caught(files.Length())
		return nil
	})
	window := js.Global()
	window.Call("addEventListener", "dragover", handle)
	window.Call("addEventListener", "drop", handle)
	return func() {
		window.Call("removeEventListener", "dragover", handle)
		window.Call("removeEventListener", "drop", handle)
		handle.Release()
	}
}

// FillField replaces what is in the field with this id, if there is one, by the
// text, UTF-8 bytes.
func FillField(id string, b []byte) {
	if e := element(id); e.Truthy() {
		e.Set("value", text(b))
	}
}

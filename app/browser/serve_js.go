//go:build js

package browser

import "syscall/js"

// The auditor's side of its jobs.

// ServeJobs waits for one request after the other and calls handle with each,
// with the file that came along or nil, and with what sends a message to the
// page. When handle returns, the job has ended. ServeJobs itself never returns.
// Call it in an auditor only.
func ServeJobs(handle func(request []byte, file *File, post func([]byte))) {
	post := func(message []byte) {
		a := array(message)
		js.Global().Call("postMessage", a, []any{a.Get("buffer")})
	}
	for {
		message, _ := await(js.Global().Call("request")) // it is never rejected
		var file *File
		if blob := message.Get("file"); blob.Truthy() {
			file = &File{blob: blob}
		}
		handle(bytesOf(message.Get("request")), file, post)
		js.Global().Call("postMessage", nil)
	}
}

// PackedLists returns the word lists that the site packs, or nil if it packs none.
// It returns ErrFile when they did not arrive. Call it in an auditor only.
func PackedLists() (*File, error) {
	blob, ok := await(js.Global().Call("lists"))
	switch {
	case !ok:
		return nil, ErrFile
	case !blob.Truthy():
		return nil, nil
	default:
		return &File{blob: blob}, nil
	}
}

// Size returns the size of the file in bytes.
func (f *File) Size() int { return f.blob.Get("size").Int() }

// Slice reads the bytes of the file from one offset up to another. While it
// waits, the browser has its turn. It returns ErrFile for a file that was
// changed or taken away meanwhile.
func (f *File) Slice(from, to int) ([]byte, error) {
	buffer, ok := await(f.blob.Call("slice", from, to).Call("arrayBuffer"))
	if !ok {
		return nil, ErrFile
	}
	return bytesOf(global("Uint8Array").New(buffer)), nil
}

// File is a file that a person chose. It is read piece by piece, so its size
// does not matter.
type File struct{ blob js.Value }

// await waits for a promise and reports whether it was fulfilled.
func await(promise js.Value) (value js.Value, ok bool) {
	done := make(chan struct{})
	then(promise,
		func(v js.Value) { value, ok = v, true; close(done) },
		func(js.Value) { close(done) })
	<-done
	return value, ok
}

//go:build js

package browser

import (
	"syscall/js"

	"jwtsecret/app/meta"
)

// Job is a Web Worker with one request to work on.
type Job struct {
	worker            js.Value
	onMessage, onFail js.Func
	stopped           bool
}

// StartJob starts a worker that runs the program and sends it the request, which
// the page overwrites on its side. fileInput is the id of a file field whose first file goes along,
// or empty. event is called for every message of the worker; crashed when the
// worker could not be started or broke down, after which nothing follows.
func StartJob(p Program, request []byte, fileInput string, event func([]byte), crashed func()) *Job {
	j := &Job{}
	j.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		switch data := args[0].Get("data"); {
		case j.stopped:
		case data.IsNull(): // the worker has done its job
			j.Stop()
		default:
			event(bytesOf(data))
		}
		return nil
	})
	j.onFail = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		if !j.stopped {
			j.Stop()
			crashed()
		}
		return nil
	})
	if !j.start() {
		j.stopped = true
		Later(crashed)
		return j
	}
	j.worker.Set("onmessage", j.onMessage)
	j.worker.Set("onerror", j.onFail)
	message := array(request)
	clear(request)
	j.worker.Call("postMessage", map[string]any{"program": string(p), "request": message, "file": fileOf(fileInput)}, []any{message.Get("buffer")})
	return j
}

// start reports whether the browser let the worker start.
func (j *Job) start() (started bool) {
	defer func() { started = recover() == nil }()
	j.worker = global("Worker").New(meta.JobWorkerPath)
	return
}

// Stop ends the worker at once, whatever it is doing. What it held goes with it.
func (j *Job) Stop() {
	if j.stopped {
		return
	}
	j.stopped = true
	j.worker.Call("terminate")
	Later(func() { // not while one of them runs
		j.onMessage.Release()
		j.onFail.Release()
	})
}

// Cores returns how many workers the computer can run at a time, at least 1.
func Cores() int {
	n := global("navigator").Get("hardwareConcurrency")
	if n.Type() != js.TypeNumber {
		return 1
	}
	return max(1, n.Int())
}

// fileOf returns the file that was chosen in the field with this id, or null.
func fileOf(id string) js.Value {
	field := element(id)
	if id == "" || !field.Truthy() || field.Get("files").Length() == 0 {
		return js.Null()
	}
	return field.Get("files").Index(0)
}

// bytesOf takes the bytes out of a Uint8Array and overwrites it.
func bytesOf(a js.Value) []byte {
	b := make([]byte, a.Length())
	js.CopyBytesToGo(b, a)
	a.Call("fill", 0)
	return b
}

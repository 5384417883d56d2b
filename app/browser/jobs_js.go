//go:build js

package browser

import (
	"syscall/js"

	"jwtsecret/app/meta"
)

// The page's side of its auditors, which are Web Workers. To start one takes most
// of a second, so it stays when its job has ended, and serves the next one.

// auditor is a Web Worker that serves one job after the other.
type auditor struct {
	worker            js.Value
	onMessage, onFail js.Func
	job               *Job // nil while it rests
}

// resting waits for the next job; nil if none does. An attack has several
// auditors, and of those one stays: each takes its memory.
var resting *auditor

// WarmAuditor starts an auditor, unless one rests already, so that its first
// answer comes at once.
func WarmAuditor() {
	if resting == nil {
		resting = newAuditor()
	}
}

// EndAuditors ends what rests: its memory goes with it. It is for when the page
// is left.
func EndAuditors() {
	if resting != nil {
		resting.end()
	}
}

// newAuditor returns nil if the browser does not start one.
func newAuditor() *auditor {
	name := "" // or the one by which a worker asks the network for nothing, see web/worker.js
	if controlled() {
		name = "stored"
	}
	worker, ok := attempt(func() js.Value {
		return global("Worker").New(At(meta.AuditorPath), map[string]any{"name": name})
	})
	if !ok {
		return nil
	}
	a := &auditor{worker: worker}
	a.onMessage = js.FuncOf(func(_ js.Value, args []js.Value) any {
		if data := args[0].Get("data"); data.IsNull() {
			a.rest()
		} else {
			a.job.event(bytesOf(data))
		}
		return nil
	})
	a.onFail = js.FuncOf(func(_ js.Value, args []js.Value) any {
		args[0].Call("preventDefault")
		job := a.job
		a.end()
		if job != nil {
			job.crash()
		}
		return nil
	})
	worker.Set("onmessage", a.onMessage)
	worker.Set("onerror", a.onFail)
	return a
}

// rest is for when the job has ended.
func (a *auditor) rest() {
	job := a.job
	a.job = nil
	if resting != nil {
		a.end()
	} else {
		resting = a
	}
	job.end()
}

// end ends the auditor at once, whatever it is doing. What it held goes with it.
func (a *auditor) end() {
	if resting == a {
		resting = nil
	}
	a.worker.Set("onmessage", nil) // what it has sent already may still be on its way
	a.worker.Set("onerror", nil)
	a.worker.Call("terminate")
	a.onMessage.Release()
	a.onFail.Release()
}

// Job is one request that an auditor works on.
type Job struct {
	auditor *auditor // nil if none could be started
	event   func([]byte)
	crashed func()
	ended   bool
	then    func() // called when it ends by itself; may be nil
}

// StartJob sends the request to an auditor that rests, or to a new one, and
// overwrites the request. fileInput is the id of a file field whose first file
// goes along, or empty. event is called for every message of the auditor; crashed
// when it could not be started or broke down, after which nothing follows.
func StartJob(request []byte, fileInput string, event func([]byte), crashed func()) *Job {
	defer clear(request)
	WarmAuditor()
	j := &Job{auditor: resting, event: event, crashed: crashed}
	if j.auditor == nil {
		Later(j.crash)
		return j
	}
	resting, j.auditor.job = nil, j
	message := array(request)
	j.auditor.worker.Call("postMessage", map[string]any{"request": message, "file": fileOf(fileInput)}, []any{message.Get("buffer")})
	return j
}

// Stop ends a running auditor at once, with all that it held. It has no effect
// when the job has ended.
func (j *Job) Stop() {
	if j.ended {
		return
	}
	j.ended = true
	if j.auditor != nil {
		j.auditor.end()
	}
}

// Then has f called when the job has ended by itself, and its auditor rests: before
// that, the next request would start another one. Once it has ended, that is at once.
func (j *Job) Then(f func()) {
	if j.ended {
		f()
		return
	}
	j.then = f
}

func (j *Job) end() {
	j.ended = true
	if j.then != nil {
		j.then()
	}
}

func (j *Job) crash() {
	if !j.ended {
		j.crashed()
		j.end()
	}
}

// Cores returns how many auditors the computer can run at a time, at least 1.
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

//go:build js

package browser

import (
	"strings"
	"syscall/js"
)

// Sandboxed reports whether the page runs in the sandbox that only response
// headers can put it in: there, a page may not even set its domain to what it
// is already. Without HTTPS a sandbox counts for nothing: the network can take it off.
func Sandboxed() bool {
	document := global("document")
	_, free := attempt(func() js.Value { // a call: Go cannot catch what a Set throws
		return global("Reflect").Call("set", document, "domain", document.Get("domain"))
	})
	return !free && global("isSecureContext").Truthy() && Single() != InSingle // of a file it cannot tell
}

// requests is the count of the page's own files, and who is told.
var requests = struct {
	started bool
	count   int
	tell    func(int)
}{count: 1} // the page itself was a request

// CountRequests tells the newest caller how many of this site's own files the page
// has asked for since it was loaded, the page itself included, now and after every
// change.
func CountRequests(tell func(int)) {
	requests.tell = tell
	tell(requests.count)
	observer := global("PerformanceObserver")
	if requests.started || !observer.Truthy() {
		return
	}
	requests.started = true
	own := global("location").Get("origin").String() + At("/")
	observer.New(js.FuncOf(func(_ js.Value, args []js.Value) any {
		entries := args[0].Call("getEntries")
		for i := range entries.Length() {
			if strings.HasPrefix(entries.Index(i).Get("name").String(), own) {
				requests.count++
			}
		}
		requests.tell(requests.count)
		return nil
	})).Call("observe", map[string]any{"type": "resource", "buffered": true})
}

// Leak lets the page attack itself: it tries every way out of the page towards
// origin, and calls tell for each with what became of it, in words, and whether the browser
// said that it had blocked it. It calls done at the end with a sentence that sums up, or
// with nothing when the attack could not be started.
func Leak(origin string, tell func(way, verdict string, blocked bool), done func(sentence string)) {
	attack := global("jwtsecretLeak")
	if !attack.Truthy() {
		done("")
		return
	}
	callback := js.FuncOf(func(_ js.Value, args []js.Value) any {
		tell(args[0].String(), args[1].String(), args[2].Bool())
		return nil
	})
	then(attack.Invoke(origin, callback), func(sentence js.Value) {
		callback.Release()
		done(sentence.String())
	}, func(js.Value) {
		callback.Release()
		done("")
	})
}

// Fetch gets a file of the site's own and calls done with its content, or with
// nothing when it did not arrive.
func Fetch(path string, done func([]byte)) {
	none := func(js.Value) { done(nil) }
	then(js.Global().Call("fetch", At(path)), func(response js.Value) {
		if !response.Get("ok").Bool() {
			done(nil)
			return
		}
		then(response.Call("arrayBuffer"), func(buffer js.Value) {
			done(bytesOf(global("Uint8Array").New(buffer)))
		}, none)
	}, none)
}

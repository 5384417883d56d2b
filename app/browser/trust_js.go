//go:build js

package browser

import "syscall/js"

// Sandboxed reports whether the page runs in the sandbox that only response
// headers can put it in: there, a page may not even set its domain to what it
// is already.
func Sandboxed() bool {
	document := global("document")
	_, free := attempt(func() js.Value { // a call: Go cannot catch what a Set throws
		return global("Reflect").Call("set", document, "domain", document.Get("domain"))
	})
	return !free
}

// counter tells the newest follower how often something has happened.
type counter struct {
	started bool
	count   int
	tell    func(int)
}

// follow starts counting, when it is first called, and tells what was counted so
// far.
func (c *counter) follow(tell func(int), start func()) {
	c.tell = tell
	if !c.started {
		c.started = true
		start()
	}
	tell(c.count)
}

func (c *counter) add(n int) {
	c.count += n
	c.tell(c.count)
}

var requests, violations = &counter{count: 1}, &counter{} // the page itself was a request

// CountRequests tells the newest caller the number of requests that the page has
// made since it was loaded, the page itself included, now and after every change.
func CountRequests(tell func(int)) {
	requests.follow(tell, func() {
		observer := global("PerformanceObserver")
		if !observer.Truthy() {
			return
		}
		observer.New(js.FuncOf(func(_ js.Value, args []js.Value) any {
			requests.add(args[0].Call("getEntries").Length())
			return nil
		})).Call("observe", map[string]any{"type": "resource", "buffered": true})
	})
}

// CountViolations tells the newest caller the number of attempts that the page's
// policy has blocked since the first call, now and after every one.
func CountViolations(tell func(int)) {
	violations.follow(tell, func() {
		listen(global("document"), "securitypolicyviolation", func() { violations.add(1) })
	})
}

// Leak lets the page attack itself: it tries every way out of the page towards
// origin, and calls tell for each with what the browser reported, or with
// nothing. It calls done at the end, or when the attack could not be started.
func Leak(origin string, tell func(way, report string), done func(started bool)) {
	attack := global("jwtsecretLeak")
	if !attack.Truthy() {
		done(false)
		return
	}
	callback := js.FuncOf(func(_ js.Value, args []js.Value) any {
		tell(args[0].String(), args[1].String())
		return nil
	})
	finish := func(js.Value) {
		callback.Release()
		done(true)
	}
	then(attack.Invoke(origin, callback), finish, finish)
}

// Fetch gets a file of the site's own and calls done with its content, or with
// nothing when it did not arrive.
func Fetch(path string, done func([]byte)) {
	none := func(js.Value) { done(nil) }
	then(js.Global().Call("fetch", path), func(response js.Value) {
		if !response.Get("ok").Bool() {
			done(nil)
			return
		}
		then(response.Call("arrayBuffer"), func(buffer js.Value) {
			done(bytesOf(global("Uint8Array").New(buffer)))
		}, none)
	}, none)
}

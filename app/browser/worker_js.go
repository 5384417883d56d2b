//go:build js

package browser

import "syscall/js"

// StartWorker registers the service worker at path and reports every change of
// its state. updateReady is called when a newer version is stored and waits for
// the person's word: see ActivateUpdate.
func StartWorker(path string, state func(WorkerState), updateReady func()) {
	container := global("navigator").Get("serviceWorker")
	if !container.Truthy() {
		state(WorkerUnavailable)
		return
	}
	listen(container, "controllerchange", func() { state(WorkerReady) })
	then(container.Call("register", path),
		func(registration js.Value) { watch(container, registration, state, updateReady) },
		func(js.Value) { state(WorkerUnavailable) })
}

func watch(container, registration js.Value, state func(WorkerState), updateReady func()) {
	controlled := func() bool { return container.Get("controller").Truthy() }
	switch {
	case controlled():
		state(WorkerReady)
	case registration.Get("active").Truthy():
		state(WorkerBypassed)
	default:
		state(WorkerPending)
	}

	follow := func(worker js.Value) {
		listen(worker, "statechange", func() {
			switch worker.Get("state").String() {
			case "installed":
				if controlled() {
					updateReady()
				}
			case "redundant":
				if !controlled() {
					state(WorkerFailed)
				}
			}
		})
	}
	if registration.Get("waiting").Truthy() && controlled() {
		updateReady()
	}
	if installing := registration.Get("installing"); installing.Truthy() {
		follow(installing)
	}
	listen(registration, "updatefound", func() { follow(registration.Get("installing")) })
}

// ActivateUpdate lets the waiting version of the site take over and reloads the
// page once it has. Call it only when the person asked for it: a reload clears
// what is on the screen.
func ActivateUpdate() {
	container := global("navigator").Get("serviceWorker")
	if !container.Truthy() {
		return
	}
	listen(container, "controllerchange", Reload)
	then(container.Call("getRegistration"), func(registration js.Value) {
		waiting := js.Undefined()
		if registration.Truthy() {
			waiting = registration.Get("waiting")
		}
		if !waiting.Truthy() {
			Reload()
			return
		}
		waiting.Call("postMessage", "activate")
	}, func(js.Value) { Reload() })
}

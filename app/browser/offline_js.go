//go:build js

package browser

import "syscall/js"

// offline is what the program knows of its service worker. It outlives the pages
// that a person goes through, and so do its listeners: there is one set of them.
var offline struct {
	started      bool
	state        OfflineState
	update       bool
	tell         func(OfflineState, bool)
	registration js.Value // once there is one
}

// FollowOffline registers the service worker at path, when it is first called, and
// tells the newest caller its state: now, and after every change. update says that
// a newer version is stored and waits for the person's word: see ActivateUpdate.
func FollowOffline(path string, tell func(state OfflineState, update bool)) {
	offline.tell = tell
	if offline.started {
		tell(offline.state, offline.update)
		return
	}
	offline.started = true
	if Single() == InSingle {
		offlineIs(OfflineFile)
		return
	}
	container := global("navigator").Get("serviceWorker")
	if !container.Truthy() {
		offlineIs(OfflineUnavailable)
		return
	}
	listen(container, "controllerchange", func() {
		if controlled() {
			offlineIs(OfflineReady)
		}
	})
	if Removed() && !controlled() {
		offlineIs(OfflineRemoved)
		return
	}
	registration, ok := attempt(func() js.Value { return container.Call("register", At(path)) })
	if !ok {
		offlineIs(OfflineUnavailable)
		return
	}
	then(global("Promise").Call("resolve", registration), // a browser or extension may give none
		func(registration js.Value) {
			if registration.Type() != js.TypeObject || registration.Get("addEventListener").Type() != js.TypeFunction {
				offlineIs(OfflineUnavailable)
				return
			}
			watch(registration)
		},
		func(js.Value) { offlineIs(OfflineUnavailable) })
}

// Removed reports whether the person has removed what was stored and the page was loaded
// anew for that: see [StartOver]. Then it stores nothing.
func Removed() bool {
	program := global("jwtsecret")
	return program.Truthy() && program.Get("removed").Truthy()
}

// controlled reports whether the site's own service worker answers for this page. That of
// another site on the origin may do so before ours is installed, and stores nothing for it.
func controlled() bool {
	program := global("jwtsecret")
	return program.Truthy() && program.Call("controlled").Bool()
}

func offlineIs(s OfflineState) {
	offline.state = s
	offline.tell(offline.state, offline.update)
}

func updateReady() {
	offline.update = true
	offline.tell(offline.state, offline.update)
}

func watch(registration js.Value) {
	offline.registration = registration
	switch {
	case controlled():
		offlineIs(OfflineReady)
	case registration.Get("active").Truthy():
		offlineIs(OfflineBypassed)
	default:
		offlineIs(OfflinePending)
	}

	follow := func(worker js.Value) {
		listen(worker, "statechange", func() {
			switch state := worker.Get("state").String(); {
			case state == "installed" && controlled():
				updateReady()
			case state == "redundant" && !controlled():
				offlineIs(OfflineFailed)
			}
		})
	}
	if registration.Get("waiting").Truthy() && controlled() {
		updateReady()
	}
	followInstalling := func() {
		if installing := registration.Get("installing"); installing.Truthy() {
			follow(installing)
		}
	}
	followInstalling()
	listen(registration, "updatefound", followInstalling)
}

// ActivateUpdate lets the waiting version of the site take over and reloads the
// page once it has. Call it only when there is an update and the person asked for
// it: a reload clears what is on the screen.
func ActivateUpdate() {
	waiting := offline.registration.Get("waiting")
	if !waiting.Truthy() { // another page has let it take over
		reload()
		return
	}
	listen(global("navigator").Get("serviceWorker"), "controllerchange", reload)
	waiting.Call("postMessage", "activate")
}

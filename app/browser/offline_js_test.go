//go:build js

package browser

import (
	"syscall/js"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// offlineHeard is what was told last.
type offlineHeard struct {
	state  OfflineState
	update bool
}

// follow has the program follow a service worker in a browser that has this
// container of them, an expression. What it heard last is in the result.
func follow(t *testing.T, container string) *offlineHeard {
	t.Helper()
	js.Global().Call("eval", `
		globalThis.target = (properties) => Object.assign(new EventTarget(), properties);
		globalThis.registering = (properties) => async () => globalThis.registration = target(properties);
		Object.defineProperty(globalThis, "navigator", {value: {serviceWorker: `+container+`}, configurable: true});
		globalThis.jwtsecret = {base: "", controlled: () => navigator.serviceWorker.controller === "ours"};`)
	t.Cleanup(func() { js.Global().Delete("jwtsecret") })
	offline.started, offline.state, offline.update = false, OfflinePending, false
	last := &offlineHeard{state: OfflineFailed}
	FollowOffline("/sw.js", func(s OfflineState, update bool) { *last = offlineHeard{s, update} })
	settle()
	return last
}

// happens runs a script, and lets what follows from it happen.
func happens(script string) {
	js.Global().Call("eval", script)
	settle()
}

func settle() { time.Sleep(20 * time.Millisecond) }

func TestTheOfflineStateIsWhatTheBrowserAllows(t *testing.T) {
	for name, c := range map[string]struct {
		container string
		want      offlineHeard
	}{
		"no service workers":        {`undefined`, offlineHeard{OfflineUnavailable, false}},
		"register throws":           {`target({register() { throw new DOMException("", "SecurityError"); }})`, offlineHeard{OfflineUnavailable, false}},
		"register gives nothing":    {`target({register: () => ({})})`, offlineHeard{OfflineUnavailable, false}},
		"register gives undefined":  {`target({register() {}})`, offlineHeard{OfflineUnavailable, false}},
		"register promises nothing": {`target({register: async () => {}})`, offlineHeard{OfflineUnavailable, false}},
		"register is refused":       {`target({register: () => Promise.reject(new Error())})`, offlineHeard{OfflineUnavailable, false}},
		"a first visit":             {`target({register: registering({installing: target()})})`, offlineHeard{OfflinePending, false}},
		"a forced reload":           {`target({register: registering({active: target()})})`, offlineHeard{OfflineBypassed, false}},
		"a return visit":            {`target({controller: "ours", register: registering({active: target()})})`, offlineHeard{OfflineReady, false}},
		"another's worker":          {`target({controller: "another's", register: registering({installing: target()})})`, offlineHeard{OfflinePending, false}},
		"an update that waits":      {`target({controller: "ours", register: registering({waiting: target()})})`, offlineHeard{OfflineReady, true}},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, c.want, *follow(t, c.container))
		})
	}
}

func TestTheOfflineStateFollowsTheWorker(t *testing.T) {
	for name, c := range map[string]struct {
		container, script string
		want              offlineHeard
	}{
		"it takes over": {`target({register: registering({installing: target()})})`,
			`navigator.serviceWorker.controller = "ours"; navigator.serviceWorker.dispatchEvent(new Event("controllerchange"))`, offlineHeard{OfflineReady, false}},
		"another's takes over": {`target({register: registering({installing: target()})})`,
			`navigator.serviceWorker.controller = "another's"; navigator.serviceWorker.dispatchEvent(new Event("controllerchange"))`, offlineHeard{OfflinePending, false}},
		"it cannot be installed": {`target({register: registering({installing: target()})})`,
			`registration.installing.state = "redundant"; registration.installing.dispatchEvent(new Event("statechange"))`, offlineHeard{OfflineFailed, false}},
		"an update is found": {`target({controller: "ours", register: registering({active: target()})})`,
			`registration.installing = target({state: "installed"}); registration.dispatchEvent(new Event("updatefound"));
			registration.installing.dispatchEvent(new Event("statechange"))`, offlineHeard{OfflineReady, true}},
		"an update is gone again": {`target({controller: "ours", register: registering({active: target()})})`,
			`registration.dispatchEvent(new Event("updatefound"))`, offlineHeard{OfflineReady, false}},
		"an update cannot be installed": {`target({controller: "ours", register: registering({active: target()})})`,
			`registration.installing = target({state: "redundant"}); registration.dispatchEvent(new Event("updatefound"));
			registration.installing.dispatchEvent(new Event("statechange"))`, offlineHeard{OfflineReady, false}},
	} {
		t.Run(name, func(t *testing.T) {
			last := follow(t, c.container)
			happens(c.script)
			assert.Equal(t, c.want, *last)
		})
	}
}

package e2e

import (
	"maps"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// countingListeners keeps account of the listeners on what outlives a page of the
// site: window, document, the service worker's container and its registration. As
// in the standard, the same function a second time is no second listener.
const countingListeners = `{
	const held = new Map(); // by target: a list of {type, handle, capture}
	const lives = (target) => target === window || target === document ||
		target instanceof ServiceWorkerContainer || target instanceof ServiceWorkerRegistration;
	const add = EventTarget.prototype.addEventListener;
	const remove = EventTarget.prototype.removeEventListener;
	const forget = (target, type, handle, capture) => held.set(target, (held.get(target) ?? [])
		.filter((l) => l.type !== type || l.handle !== handle || l.capture !== capture));
	const capturing = (options) => Boolean(typeof options === "object" ? options?.capture : options);
	EventTarget.prototype.addEventListener = function (type, handle, options) {
		const target = this ?? window;
		if (lives(target) && handle) {
			const capture = capturing(options);
			forget(target, type, handle, capture);
			held.get(target).push({type, handle, capture});
			const end = () => forget(target, type, handle, capture);
			if (options?.once) add.call(target, type, end, {once: true, capture});
			if (options?.signal) add.call(options.signal, "abort", end, {once: true});
		}
		return add.call(target, type, handle, options);
	};
	EventTarget.prototype.removeEventListener = function (type, handle, options) {
		const target = this ?? window;
		if (lives(target)) forget(target, type, handle, capturing(options));
		return remove.call(target, type, handle, options);
	};
	window.listeners = () => {
		const counts = {};
		for (const [target, list] of held) {
			for (const {type} of list) {
				const name = target.constructor.name + " " + type;
				counts[name] = (counts[name] ?? 0) + 1;
			}
		}
		return counts;
	};
}`

// follow clicks the link to a page of the site, which go-app answers without
// loading anything.
func (p *page) follow(path, title string) {
	p.t.Helper()
	p.click(`nav a[href="` + path + `"]`)
	p.waitFor(`location.pathname === "` + path + `" && document.title === ` + literal(p.t, title))
}

// titleOf returns the title of the page at a path.
func titleOf(path string) string {
	return meta.Routes[slices.IndexFunc(meta.Routes, func(r meta.Route) bool { return r.Path == path })].Title
}

func TestGoingToAnotherPageAndBackLeavesNoListenerBehind(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(countingListeners)
	p.open(startServer(t).url)
	p.readyOffline()
	p.exec(`window.same = true`)
	home := eval[string](p, `document.title`)
	for _, route := range meta.Routes {
		if route.Path == "/" || route.Path == meta.GuidePath { // the latter is loaded as a document of its own
			continue
		}
		p.run(route.Path, func(t *testing.T) {
			there := func() {
				p.follow(route.Path, route.Title)
				p.follow("/", home)
				p.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
			}
			there() // what is only added once, and kept, is no leak
			before := eval[map[string]int](p, `listeners()`)
			require.NotEmpty(t, before, "the count has seen the listeners of the page")
			for range 10 {
				there()
			}
			grown := eval[map[string]int](p, `listeners()`)
			maps.DeleteFunc(grown, func(name string, count int) bool { return count <= before[name] })
			assert.Empty(t, grown, "before: %v", before)
		})
	}
	assert.True(t, eval[bool](p, `window.same`), "the page was never loaded anew")
}

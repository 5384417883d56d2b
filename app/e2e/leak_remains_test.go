package e2e

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// Each test here shows a way past the protection that remains for hostile code
// inside the page. When one fails, the way is closed, and the page /trust may
// promise more.

// readyPage opens a page that is ready offline, and records what reaches its
// server.
func readyPage(t *testing.T) (p *page, origin string, arrivals *record) {
	t.Helper()
	arrivals = &record{}
	origin = host(t, startServer(t).url, arrivals.change)
	p = newOrdinaryPage(t)
	p.open(origin)
	p.readyOffline()
	return p, origin, arrivals
}

// waitFor waits until this has reached the server.
func (r *record) waitFor(t *testing.T, line string) {
	t.Helper()
	arrived := func() bool { return slices.Contains(r.all(), line) }
	assert.Eventually(t, arrived, patience, 20*time.Millisecond, line)
}

func TestWhatRemainsHostileCodeCanUnregisterTheWorkerAndNavigate(t *testing.T) {
	t.Parallel()
	p, _, arrivals := readyPage(t)
	p.exec(`navigator.serviceWorker.getRegistration().then((r) => r.unregister())`)
	p.exec(`void (location.href = "/?secret=marked")`)
	arrivals.waitFor(t, "GET /?secret=marked")
}

func TestWhatRemainsHostileCodeCanSetACookieThatTheUpdateCheckSends(t *testing.T) {
	t.Parallel()
	p, _, arrivals := readyPage(t)
	p.exec(`document.cookie = "secret=marked"`)
	p.exec(`navigator.serviceWorker.getRegistration().then((r) => r.update()).then(() => {})`)
	arrivals.waitFor(t, "GET /sw.js with secret=marked")
}

func TestWhatRemainsHostileCodeCanRegisterTheWorkerUnderAnotherQuery(t *testing.T) {
	t.Parallel()
	p, _, arrivals := readyPage(t)
	p.exec(`{
		const frame = document.createElement("iframe"); // has a name for a policy left
		document.body.append(frame);
		const trusted = frame.contentWindow.trustedTypes.createPolicy("default", {createScriptURL: (s) => s});
		navigator.serviceWorker.register(trusted.createScriptURL("/sw.js?secret=marked"));
		undefined;
	}`)
	arrivals.waitFor(t, "GET /sw.js?secret=marked")
}

// poison replaces the stored start page by one without a policy. The cache belongs
// to the origin, and so to whatever code runs in its pages.
const poison = `(async () => {
	const page = "<h1>x</h1><script>new WebSocket('%s')</script>";
	for (const name of await caches.keys()) {
		const cache = await caches.open(name);
		await cache.put("/", new Response(page, {headers: {"Content-Type": "text/html"}}));
	}
})()`

func TestAPageThatHostileCodeStoresIsNeverShown(t *testing.T) {
	t.Parallel()
	p, origin, _ := readyPage(t)
	s := startSink(t)
	p.exec(fmt.Sprintf(poison, strings.Replace(s.urls["websocket"], "http", "ws", 1)))
	p.open(origin) // a page that can be used, so not the stored one
	assert.Len(t, p.generate(), 43)
	assert.Empty(t, s.arrived())
}

package e2e

import (
	"cmp"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/meta"
	handler "jwtsecret/app/server" // server is the type of a running binary here
)

// startKnownOrigin builds the site, with a packed list, for the very address that
// it is then served at, and records what arrives there.
func startKnownOrigin(t *testing.T) (origin string, arrivals *record) {
	t.Helper()
	s := httptest.NewUnstartedServer(nil)
	t.Cleanup(s.Close)
	origin = "http://" + s.Listener.Addr().String()
	lists, out := t.TempDir(), filepath.Join(t.TempDir(), "dist")
	require.NoError(t, os.WriteFile(filepath.Join(lists, "leaked.txt"), []byte(packed), 0o644))
	build := exec.Command("go", "run", "./cmd/site", "-origin", origin, "-lists", lists, "-out", out)
	build.Dir = filepath.Join("..", "..")
	said, err := build.CombinedOutput()
	require.NoError(t, err, string(said))
	site, err := handler.Load(os.DirFS(out))
	require.NoError(t, err)

	arrivals = &record{}
	s.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		arrivals.add(r)
		site.ServeHTTP(w, r)
	})
	s.Start()
	return origin, arrivals
}

// leakHome aims every channel that ends in a request at the page's own origin, and
// tells what reached the server. A path says where to, if not to /leak.
func (p *page) leakHome(origin string, arrivals *record, paths map[string]string) []string {
	p.t.Helper()
	before := len(arrivals.all())
	targets := map[string]string{}
	for _, channel := range channels {
		if channel != "webrtc" {
			targets[channel] = origin + cmp.Or(paths[channel], "/leak")
		}
	}
	p.leak(origin+"/", (*page).readyOffline, targets)
	return arrivals.since(before)
}

// allowed returns the address that the policy of a known origin names, for each
// channel that has one: such a policy does not look at the query.
func (p *page) allowed() map[string]string {
	p.t.Helper()
	paths := map[string]string{}
	icon := eval[string](p, `new URL(document.querySelector("link[rel=icon]").href).pathname`)
	for _, channel := range []string{"img", "css-image", "svg-image", "icon", "media", "object"} {
		paths[channel] = icon
	}
	program := eval[string](p, `performance.getEntriesByType("resource").map((e) => new URL(e.name).pathname).find((path) => path.endsWith(".wasm"))`)
	for _, channel := range []string{"fetch", "xhr", "beacon", "websocket", "eventsource", "ping", "worker", "blob-worker"} {
		paths[channel] = program
	}
	return paths
}

// The attempts are named by the hostile script: channel, window, number.
var (
	// inFrame are those from an empty frame, which Chromium leaves without the
	// page's service worker.
	inFrame = regexp.MustCompile(`secret=[a-z-]+-frame-\d+$`)

	// downloads are links with the attribute download: they need no worker either.
	downloads = regexp.MustCompile(`secret=(target-blank-page-2|navigation-page-0)$`)

	// notFetched are web sockets, and another registration of the worker. A known
	// origin has no address for them in its policy.
	notFetched = regexp.MustCompile(`secret=(websocket-page-\d+|worker-page-11)$`)
)

// less returns the lines that match none of the patterns.
func less(lines []string, patterns ...*regexp.Regexp) []string {
	return slices.DeleteFunc(slices.Clone(lines), func(line string) bool {
		return slices.ContainsFunc(patterns, func(p *regexp.Regexp) bool { return p.MatchString(line) })
	})
}

func TestAtAKnownOrigin(t *testing.T) {
	t.Parallel()
	origin, arrivals := startKnownOrigin(t)
	t.Run("packed lists come when they are needed", func(t *testing.T) { packedListsComeWhenTheyAreNeeded(t, origin, arrivals) })
	t.Run("an attack tries packed lists", func(t *testing.T) { anAttackTriesPackedLists(t, origin, arrivals) })

	p := newOrdinaryPage(t)
	p.open(origin + "/")
	p.readyOffline()
	before := len(arrivals.all())
	require.NotZero(t, before, "the record has seen the first visit")

	t.Run("the page's own code asks the server for nothing on any route", func(t *testing.T) {
		for _, route := range meta.Routes {
			p.visit(origin + route.Path)
			p.visit(origin + route.Path + "?x=1")
		}
		p.open(origin + "/")
		p.generate()
		p.click("#copy")
		time.Sleep(settle)
		assert.Empty(t, arrivals.since(before))
	})
	t.Run("the policy names exact addresses", func(t *testing.T) {
		response, err := http.Get(origin)
		require.NoError(t, err)
		defer response.Body.Close()
		policy := response.Header.Get("Content-Security-Policy")
		for _, directive := range []string{"connect-src", "worker-src", "img-src"} {
			assert.Regexp(t, regexp.MustCompile(directive+` `+regexp.QuoteMeta(origin)+`/[^;']+;`), policy)
		}
		connections := response.Header.Get("Connection-Allowlist")
		for _, path := range []string{"/", "/trust", meta.SumsPath, meta.ManifestPath, meta.ServiceWorkerPath, meta.AuditorPath} {
			assert.Contains(t, connections, `"`+origin+path+`?"`)
		}
	})
	t.Run("a worker starts, whose script and program the policy names", func(t *testing.T) {
		p := newPage(t)
		p.open(origin + "/")
		assert.NotNil(t, p.work(job.Request{Audit: &job.Audit{Text: []byte("x")}}, "").Secret)
		assert.Empty(t, p.complaints())
	})
	t.Run("a page reloads, with its settings", func(t *testing.T) {
		reloadsWithSettings(p, origin)
	})
	t.Run("so does a page without the worker", func(t *testing.T) {
		p := newOrdinaryPage(t)
		p.before(`Object.defineProperty(navigator, "serviceWorker", {value: undefined})`)
		reloadsWithSettings(p, origin)
	})
	seen := p.leakHome(origin, arrivals, p.allowed())
	t.Run("a hostile script gets nothing to the server by any fetch or subresource", func(t *testing.T) {
		assert.Empty(t, less(seen, downloads))
	})
	t.Run("what remains is a download", func(t *testing.T) {
		assert.NotEmpty(t, seen)
	})
}

// reloadsWithSettings stops the page's program and clicks the button that the
// page then shows.
func reloadsWithSettings(p *page, origin string) {
	p.t.Helper()
	p.open(origin + "/?alg=HS512")
	p.exec(`crypto.getRandomValues = () => { throw new Error("no randomness") }`)
	p.click("#generate")
	p.reloadByButton(".boot-notice button")
	assert.True(p.t, eval[bool](p, `document.querySelector("#alg-HS512").checked && location.search === "?alg=HS512"`))
}

func TestAtAnyOriginWhatRemainsIsAlsoAWebSocketToIt(t *testing.T) {
	t.Parallel()
	p, origin, arrivals := readyPage(t)
	seen := p.leakHome(strings.TrimSuffix(origin, "/"), arrivals, nil)
	assert.Empty(t, less(seen, inFrame, downloads, notFetched))
	assert.NotEmpty(t, less(seen, inFrame, downloads))
}

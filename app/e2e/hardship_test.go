package e2e

import (
	"encoding/base64"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What can go wrong around the page. Each case ends in a page that works, or in
// a sentence; never in a dead page with a secret on it.

func TestWithStorageBlockedThePageStillWorks(t *testing.T) {
	t.Parallel()
	path, err := findChrome()
	require.NoError(t, err)
	profile := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(profile, "Default"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(profile, "Default", "Preferences"),
		[]byte(`{"profile": {"default_content_setting_values": {"cookies": 2}}}`), 0o644))
	ctx, stop := startChrome(path, profile)
	defer stop()
	p := setUp(t, ctx)
	p.open(startServer(t).url)
	require.Equal(t, "SecurityError", eval[string](p, `(() => { try { new Function(); } catch (_) {} try { const f = document.createElement("iframe"); document.body.append(f); void f.contentWindow.localStorage; return "allowed"; } catch (e) { return e.name; } })()`),
		"the browser does block storage")
	assert.Len(t, p.generate(), 43)
	p.waitFor(`document.querySelector("#offline-state").textContent.startsWith("No offline copy")`)
}

// flipped returns a file with one bit changed, halved one that broke off.
func flipped(body []byte) []byte {
	altered := append([]byte(nil), body...)
	altered[len(altered)/2] ^= 1
	return altered
}

func halved(body []byte) []byte { return body[:len(body)/2] }

func TestAltered(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		file   string
		change func([]byte) []byte
	}{
		"program altered":     {".wasm", flipped},
		"program truncated":   {".wasm", halved},
		"loader altered":      {"/assets/app.", flipped},
		"loader missing":      {"/assets/app.", func([]byte) []byte { return nil }},
		"wasm_exec altered":   {"/assets/wasm_exec.", flipped},
		"style sheet altered": {"/assets/style.", flipped},
	} {
		t.Run(name, func(t *testing.T) {
			url := behind(t, startServer(t), func(path string, body []byte) []byte {
				matches := strings.HasSuffix(path, c.file) || strings.HasPrefix(path, c.file) && !strings.HasSuffix(path, ".wasm")
				if matches {
					return c.change(body)
				}
				return body
			})
			p := newPage(t)
			p.visit(url)
			p.waitFor(`document.querySelector(".boot-notice") !== null`)
			p.exec(`new Promise((r) => setTimeout(r, 500))`) // time to start after all, which it must not
			assert.Contains(t, p.text(".boot-notice"), "not the one")
			assert.False(t, eval[bool](p, `document.querySelector("#generate:not(:disabled)") !== null`))
			assert.Empty(t, p.secret())
		})
	}
}

// Hostile code may put something else into the cache. It is never used, but then
// the program is missing: the page offers to fetch it again.
func TestADamagedOfflineCopyCanBeRemoved(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	p.open(url)
	p.readyOffline()
	p.exec(`(async () => {
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) {
				if (request.url.includes("/app.")) await cache.put(request, new Response("damaged"));
			}
		}
	})()`)
	p.visit(url)
	p.waitFor(`document.querySelectorAll(".boot-notice button").length === 2`)
	p.reloadByButton(".boot-notice button:last-child")
	assert.Len(t, p.generate(), 43)
}

// Nor is another program of this site that hostile code has put in its place.
func TestAnotherProgramInTheOfflineCopyDoesNotRun(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	p.open(url)
	p.readyOffline()
	p.exec(`(async () => {
		const cache = await caches.open((await caches.keys())[0]);
		const requests = await cache.keys();
		const of = (name) => requests.find((r) => new RegExp("/" + name + "\\.[0-9a-f]+\\.wasm$").test(r.url));
		await cache.put(of("app"), await cache.match(of("guide")));
	})()`)
	p.visit(url)
	p.waitFor(`document.querySelectorAll(".boot-notice button").length === 2`)
	assert.Contains(t, p.text(".boot-notice"), "not the one")
	p.reloadByButton(".boot-notice button:last-child")
	assert.Len(t, p.generate(), 43)
}

func TestTheOfflineCopyCanBeRemovedOnTheTrustPage(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	s := startServer(t)
	p.open(s.url)
	p.readyOffline()
	p.visit(s.url + "trust")
	p.waitFor(`document.querySelector("#start-over:not(:disabled)") !== null`)
	before := len(s.seen())
	p.exec(`window.isOld = true`)
	p.click("#start-over")
	p.waitFor(`!window.isOld && document.activeElement.id === "started-over"`)
	assert.Equal(t, s.url+"trust", eval[string](p, `location.href`))
	assert.False(t, eval[bool](p, `document.querySelector("#start-over") !== null`), "it is offered no more")
	assert.Contains(t, strings.Join(s.seen()[before:], "\n"), "/trust", "the page came from the host")
	p.waitFor(`document.querySelector("#offline-state").textContent.startsWith("No offline copy: you have removed it")`)
	stored := eval[int](p, `(async () => {
		let files = 0;
		for (const name of await caches.keys()) files += (await (await caches.open(name)).keys()).length;
		return files;
	})()`)
	assert.Zero(t, stored, "files are stored")
	p.visit(s.url + "trust")
	p.readyOffline()
	assert.True(t, eval[bool](p, `document.querySelector("#start-over") !== null`))
}

func TestTheOfflineCopyCanBeRemovedWhileAnotherTabIsOpen(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	s := startServer(t)
	p.open(s.url)
	p.readyOffline()
	other := p.newTab()
	other.open(s.url)
	secret := other.generate()
	p.visit(s.url + "trust")
	p.waitFor(`document.querySelector("#start-over:not(:disabled)") !== null`)
	p.exec(`window.isOld = true`)
	p.click("#start-over")
	p.waitFor(`!window.isOld && document.querySelector("#offline-state")?.textContent.startsWith("No offline copy: you have removed it")`)
	assert.Equal(t, secret, other.secret(), "the other tab keeps what it shows")
}

func TestWithoutJavaScriptThePageSaysWhatItNeeds(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	url := startServer(t).url
	p.resize(360, 640)
	for _, path := range []string{"", "audit", "guide/secret", "none"} {
		p.load(url + path)
		assert.Contains(t, p.text("noscript"), "JavaScript", path)
		assert.Equal(t, []string{"static"}, eval[[]string](p, `[...document.querySelectorAll(".boot-notice")].map((e) => getComputedStyle(e).position)`), "it covers nothing")
		assert.False(t, eval[bool](p, `document.querySelector("#app-wasm-loader")?.checkVisibility() ?? false`), "nothing says for ever that it loads")
		assert.LessOrEqual(t, p.bottom(".boot-notice"), eval[float64](p, `document.querySelector("main").getBoundingClientRect().top`), "and comes first")
	}
}

// marked makes every secret of 32 bytes the same recognisable ones, and hides nothing.
const marked = `const real = crypto.getRandomValues.bind(crypto);
crypto.getRandomValues = (array) => {
	if (array.byteLength !== 32) return real(array);
	new Uint8Array(array.buffer, array.byteOffset, 32).forEach((_, i, bytes) => { bytes[i] = 0xa5 + 29 * i * i; });
	return array;
}`

// The marked secret in base64url.
var markedText = func() string {
	key := make([]byte, 32)
	for i := range key {
		key[i] = byte(0xa5 + 29*i*i)
	}
	return base64.RawURLEncoding.EncodeToString(key)
}()

func TestAMarkedSecretIsFoundNowhereButOnTheScreen(t *testing.T) {
	t.Parallel()
	p := newVisibleProfile(t)
	p.before(marked)
	s := startServer(t)
	p.open(s.url)
	p.readyOffline()
	require.Equal(t, markedText, p.generate())
	for _, button := range []string{"#copy-env", "#mask", "#mask", "#clear", "#undo", "#copy"} {
		p.click(button)
		p.exec(`new Promise((r) => setTimeout(r, 60))`)
	}
	found := eval[string](p, `(async () => {
		let all = location.href + document.title + JSON.stringify(history.state) + document.cookie;
		for (const storage of [localStorage, sessionStorage]) all += JSON.stringify(Object.entries(storage));
		for (const name of await caches.keys()) {
			const cache = await caches.open(name);
			for (const request of await cache.keys()) all += request.url + await (await cache.match(request)).text();
		}
		for (const db of await indexedDB.databases()) all += db.name;
		return all;
	})()`)
	require.Contains(t, found, "jwtsecret", "the search has seen the caches")
	for _, place := range []string{found, strings.Join(p.console(), "\n"), strings.Join(s.seen(), "\n")} {
		assert.NotContains(t, place, markedText[:12])
	}
}

// A program that panics with the secret in hand tells nobody.
func TestAPanicShowsNoSecretAndLogsNone(t *testing.T) {
	t.Parallel()
	for name, provoke := range map[string]string{
		"while generating":  `crypto.getRandomValues = () => { throw new Error("gone") }; document.querySelector("#generate").click()`,
		"while copying":     `navigator.clipboard.writeText = () => { throw new Error("gone") }; document.querySelector("#copy").click()`,
		"while downloading": `URL.createObjectURL = () => { throw new Error("gone") }; document.querySelector("#download-txt").click()`,
		"while showing":     `TextDecoder.prototype.decode = () => { throw new Error("gone") }; document.querySelector("#generate").click()`,
	} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t)
			p.before(marked)
			p.open(startServer(t).url)
			require.Equal(t, markedText, p.generate())
			p.exec(provoke)
			p.waitFor(`document.querySelector(".boot-notice") !== null`)
			assert.Contains(t, p.text(".boot-notice"), "has stopped")
			page := eval[string](p, `document.documentElement.outerHTML + Array.from(document.querySelectorAll("input"), (e) => e.value).join()`)
			assert.NotContains(t, page, markedText[:12])
			assert.NotContains(t, strings.Join(p.console(), "\n"), markedText[:12])
		})
	}
}

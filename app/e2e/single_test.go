package e2e

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/chromedp"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/web"
)

// singleIn puts the app in a single file into a new folder, changed, and returns its address.
func singleIn(t *testing.T, change func([]byte) []byte) string {
	t.Helper()
	content, err := fs.ReadFile(web.Dist, "dist/"+meta.BuiltDir+meta.SinglePath)
	require.NoError(t, err)
	name := filepath.Join(t.TempDir(), "kept here", "jwtsecret.html")
	require.NoError(t, os.Mkdir(filepath.Dir(name), 0o755))
	require.NoError(t, os.WriteFile(name, change(content), 0o644))
	return "file://" + strings.ReplaceAll(name, " ", "%20")
}

func asBuilt(content []byte) []byte { return content }

// fileEngines are the browsers that the file is for.
func fileEngines(t *testing.T, test func(t *testing.T, e engine, url string)) {
	for _, name := range []string{"Chromium", "Firefox"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			test(t, engines[name](t), singleIn(t, asBuilt))
		})
	}
}

// go to one of the file's pages as a person does who clicks its link.
func (e engine) follow(path string) {
	e.press(`nav a[href="#` + path + `"]`)
	e.waitFor(`document.querySelector('nav a[href="#` + path + `"]').ariaCurrent === "page"`)
}

// enter puts a text into a field, as typing it does.
func (e engine) enter(selector, text string) {
	e.text(`(() => {
		const field = document.querySelector("` + selector + `");
		field.value = ` + uriText(text) + `;
		field.dispatchEvent(new Event("input", { bubbles: true }));
		field.dispatchEvent(new Event("change", { bubbles: true }));
		return "";
	})()`)
}

// here is what follows the file's name in the address.
const here = `location.href.replace(/^file:.*jwtsecret\.html/, "")`

func TestTheSingleFileShowsEveryPageAndTheBackButtonGoesThroughThem(t *testing.T) {
	t.Parallel()
	fileEngines(t, func(t *testing.T, e engine, url string) {
		e.visit(url)
		assert.Len(t, e.generate(), 43)
		assert.Equal(t, "", e.text(here))
		e.follow("/bulk")
		e.text(`(history.back(), "")`)
		e.waitFor(`document.querySelector("#generate") !== null`)
		assert.Equal(t, "", e.text(here), "an address without a page is the start page's")
		titles := []string{}
		for _, route := range meta.Routes {
			e.follow(route.Path)
			e.waitFor(`document.title === "` + route.Title + `"`)
			assert.Equal(t, "#"+route.Path, e.text(here))
			assert.NotContains(t, e.text(`document.querySelector("h1").textContent`), "no page")
			titles = append(titles, route.Title)
		}
		for i := len(titles) - 2; i >= 0; i-- {
			e.text(`(history.back(), "")`)
			e.waitFor(`document.title === "` + titles[i] + `"`)
		}

		e.visit(url + "#/rotate?alg=HS512")
		e.text(`(window.isOld = true, jwtsecret.reload(), "")`)
		e.waitFor(`!window.isOld && document.querySelector("#make:not(:disabled)") !== null && !document.documentElement.classList.contains("elsewhere")`)
		assert.Equal(t, "#/rotate?alg=HS512", e.text(here), "the page and its settings stay")
		e.waitFor(`document.querySelector("[name=algorithm]:checked, #algorithm")?.value === "HS512"`)
		e.press(`a.skip`)
		assert.Equal(t, "main #/rotate?alg=HS512", e.text(`document.activeElement.id + " " + `+here), "the skip link stays on the page")

		e.visit(url + "#/no/such/page")
		e.waitFor(`document.querySelector("h1").textContent.includes("no page at this address")`)
		e.follow("/guide")
		e.waitFor(`document.querySelector("h1").textContent === "The guide is not in this file"`)
	})
}

func TestTheSingleFileMakesChecksAndRotatesKeys(t *testing.T) {
	t.Parallel()
	fileEngines(t, func(t *testing.T, e engine, url string) {
		e.visit(url + "#/?alg=HS512")
		secret := e.generate()
		assert.Len(t, secret, 86, "64 bytes in base64url: the address chose HS512")
		e.waitFor(`document.querySelector("#copy:not(:disabled)") !== null`)
		e.press("#copy")
		e.waitFor(`/^(Copied|Not copied: )/.test(document.querySelector("#status").textContent)`) // Chromium wants a person's own click: see below
		e.enter("#format", "hex")
		e.waitFor(here + ` === "#/?alg=HS512&format=hex"`)

		signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "1"}).SignedString([]byte("your-256-bit-secret"))
		require.NoError(t, err)
		e.follow("/audit")
		e.enter("#paste", signed)
		e.press("#check")
		e.waitFor(`document.querySelector("#attack") !== null`)
		e.press("#attack")
		e.waitFor(`document.querySelector("#hit")?.textContent === "your-256-bit-secret"`)

		e.follow("/token")
		e.waitFor(`document.querySelector("#bench-token:not(:disabled)") !== null`)
		e.enter("#bench-token", signed)
		e.enter("#bench-secret", "your-256-bit-secret")
		e.waitFor(shown(".bench .badge") + ` === "Signature fits"`)

		e.follow("/rotate")
		e.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
		e.enter("#previous", secret)
		e.press("#make-secret")
		e.waitFor(`document.querySelector("#status").textContent.startsWith("A new secret of")`)
		e.enter("#lifetime", "8")
		e.press("#make")
		e.waitFor(`document.querySelector("#deployment-switch") !== null`)

		e.follow("/keys")
		e.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
		e.press("#generate")
		e.waitFor(shown("#status") + `.startsWith("Ready: ")`)
		_, err = jwt.ParseECPublicKeyFromPEM([]byte(e.text(`document.querySelector('pre[aria-label="public.pem"] code').textContent`)))
		assert.NoError(t, err)
	})
}

func TestTheSingleFileSaysThatItIsOne(t *testing.T) {
	t.Parallel()
	fileEngines(t, func(t *testing.T, e engine, url string) {
		e.visit(url + "#/trust")
		e.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
		e.waitFor(`document.querySelector("#offline-state").textContent.startsWith("This is a file: ")`)
		assert.Contains(t, e.text(`document.querySelector("#level").textContent`), "None: a file has no host.")
		main := e.text(`document.querySelector("main").textContent`)
		assert.Contains(t, main, "This file makes no network request at all.")
		for _, ofSite := range []string{"service worker stores", "sent by the host", "Download jwtsecret.html", "SHA256SUMS", "Remove the offline copy", "This site's own files"} {
			assert.NotContains(t, main, ofSite)
		}
		assert.Equal(t, "", e.text(`document.querySelector("#install, #start-over, #build")?.id ?? ""`))

		e.press("#leak")
		e.waitFor(`document.querySelector("#leak-status").textContent.startsWith("Blocked, as the browser reports: ")`)
		for _, way := range []string{"fetch", "XMLHttpRequest", "WebSocket", "EventSource", "image", "font", "script", "frame", "worker of its own code"} {
			assert.Contains(t, e.text(`document.querySelector(".attempts li[data-way='`+way+`'] .verdict").textContent`), "Blocked (", way)
		}
		assert.Equal(t, "#/trust", e.text(here), "the attack leaves the page where it was")
	})
}

// Not even the file itself is asked for a second time. Of an auditor's worker only the
// browser's own address of its script is seen, and that policy is the page's.
func TestTheSingleFileCopiesAndAsksForNothing(t *testing.T) {
	t.Parallel()
	url := singleIn(t, asBuilt)
	p := newPage(t)
	var mu sync.Mutex
	asked := map[string]int{}
	require.NoError(t, chromedp.Listen(p.ctx, func(event any) {
		if e, ok := event.(*network.EventRequestWillBeSent); ok {
			mu.Lock()
			defer mu.Unlock()
			scheme, _, _ := strings.Cut(e.Request.URL, ":")
			asked[scheme]++
		}
	}))
	call(p, network.Enable, network.EnableParams{})
	p.open(url)
	secret := p.generate()
	p.click("#copy")
	p.waitForText("#copy", "Copied")
	assert.Equal(t, secret, p.clipboard())
	p.openAudit(url + "#/")
	assert.Contains(t, p.audit("password123"), "Checked.")
	p.openPair(url + "#/keys")
	p.makePair()
	assert.Empty(t, p.complaints(), "nor does its policy have to refuse anything")

	said := eval[string](p, `new Promise((done) => {
		document.addEventListener("securitypolicyviolation", (e) => done(e.effectiveDirective), { once: true });
		fetch(location.href.split("#")[0]).then(() => done("fetched"), () => {});
	})`)
	assert.Equal(t, "connect-src", said)
	mu.Lock()
	defer mu.Unlock()
	assert.Equal(t, 1, asked["file"], "the file")
	delete(asked, "file")
	delete(asked, "data") // its icon
	delete(asked, "blob") // its auditor
	assert.Empty(t, asked)
}

// A byte that changed on the way is found: the programs carry the checksum of gzip.
func TestADamagedSingleFileSaysSo(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.load(singleIn(t, func(content []byte) []byte {
		_, after, found := bytes.Cut(content, []byte(`data-path="/assets/app.`))
		require.True(t, found)
		middle := len(content) - len(after) + 500_000
		flipped := byte('A')
		if content[middle] == flipped {
			flipped = 'B'
		}
		content[middle] = flipped
		return content
	}))
	p.waitFor(`document.querySelector(".boot-notice[role=alert]")?.textContent.includes("arrived damaged")`)
	assert.Equal(t, "", p.text("#app-wasm-loader"))
}

// A changed script is not started at all.
func TestAChangedScriptOfTheSingleFileDoesNotRun(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.load(singleIn(t, func(content []byte) []byte {
		return bytes.Replace(content, []byte("const startProgram = "), []byte("window.changed = 1; const startProgram = "), 1)
	}))
	p.waitFor(`document.readyState === "complete"`)
	assert.False(t, eval[bool](p, `"changed" in window`))
	assert.Contains(t, strings.Join(p.console(), "\n"), "script-src")
}

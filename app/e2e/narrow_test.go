package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/stretchr/testify/assert"
)

// sideways is how far a page scrolls sideways, and what stands out.
const sideways = `(() => {
	const width = document.documentElement.clientWidth;
	const out = Array.from(document.querySelectorAll("body *"))
		.filter((e) => e.getBoundingClientRect().right > width + 0.5 && !e.closest(".skip, .table-place, pre, #app-wasm-loader"))
		.map((e) => e.tagName + "." + e.className + "#" + e.id + " " + Math.round(e.getBoundingClientRect().right));
	return [document.documentElement.scrollWidth - width + " px", ...(document.documentElement.scrollWidth > width ? out : [])];
})()`

// twice makes all text twice as large.
const twice = `(() => {
	const style = new CSSStyleSheet();
	style.replaceSync(":root { font-size: 200% }");
	document.adoptedStyleSheets = [style];
})()`

func TestNoPageScrollsSidewaysOnANarrowScreen(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.resize(280, 653)
	fits := func(t *testing.T, what string) {
		assert.Equal(t, []string{"0 px"}, eval[[]string](p, sideways), what)
	}
	for name, show := range map[string]func(t *testing.T){
		"generate": func(t *testing.T) {
			p.open(url + "?alg=HS512&count=3")
			fits(t, "empty")
			p.click("#generate")
			p.waitFor(`document.querySelector("#copy-3") !== null`)
		},
		"product": func(t *testing.T) {
			p.open(url + "?for=supabase&alg=HS512")
			fits(t, "empty")
			p.generate()
		},
		"bulk": func(t *testing.T) {
			p.openBulk(url)
			fits(t, "empty")
			p.lines("#services", "a-service-with-a-long-name", "b")
			p.makeFiles()
		},
		"rotate": func(t *testing.T) { p.openRotate(url); fits(t, "empty"); p.enterService(); p.makePlan() },
		"audit": func(*testing.T) {
			p.load(url + "audit")
			p.waitFor(`document.querySelector("#check:not(:disabled)") !== null`)
		},
		"keys": func(t *testing.T) { p.openPair(url + "keys"); fits(t, "empty"); p.makePair(); p.openFolds() },
		"long key ids": func(*testing.T) {
			p.openPair(url + "keys")
			p.convert(strings.ReplaceAll(flawedSet, `"kid":"1"`, `"kid":"`+strings.Repeat("x", 300)+`"`))
			p.waitFor(shown("#status") + `.startsWith("Ready: ")`)
		},
		"token": func(t *testing.T) { p.openBench(url); fits(t, "empty"); p.sample() },
		"trust": func(*testing.T) {
			p.load(url + "trust")
			p.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
		},
		"trust, twice as large": func(t *testing.T) {
			p.resize(360, 740)
			t.Cleanup(func() { p.resize(280, 653) })
			p.load(url + "trust")
			p.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
			p.exec(twice)
		},
		"missing": func(*testing.T) { p.load(url + "none"); p.waitFor(`document.querySelector("h1") !== null`) },
	} {
		p.run(name, func(t *testing.T) {
			show(t)
			fits(t, name)
		})
	}
}

func TestOnAPhoneEveryFileIsSeenWhole(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(360, 640)
	p.openBulk(startServer(t).url)
	p.lines("#services", "billing", "search-api")
	p.makeFiles()
	assert.Equal(t, 6, eval[int](p, `document.querySelectorAll("#made tbody tr").length`))
	assert.Empty(t, eval[[]string](p, `Array.from(document.querySelectorAll("#made :is(th, td)"))
		.filter((e) => e.getClientRects().length > 0 && (e.scrollWidth > e.clientWidth || e.getBoundingClientRect().right > innerWidth)).map((e) => e.textContent)`))
}

func TestWithoutItsStyleThePictureKeepsItsSize(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for _, path := range []string{"", "trust", "none"} {
		p.load(url + path)
		p.waitFor(`document.querySelector(".brand svg") !== null`)
		p.exec(`for (const sheet of document.querySelectorAll("link[rel=stylesheet], style")) sheet.remove()`)
		p.waitFor(`document.styleSheets.length === 0`)
		assert.Equal(t, []float64{32, 32}, eval[[]float64](p, `(({width, height}) => [width, height])(document.querySelector(".brand svg").getBoundingClientRect())`), path)
	}
}

func TestKeysAreNotSpokenOfWhereThereAreNone(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.open(url)
	assert.True(t, eval[bool](p, `document.querySelector("#show-keys").offsetParent !== null`))
	call(p, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: true})
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: 360, Height: 640, DeviceScaleFactor: 1, Mobile: true})
	p.open(url)
	assert.True(t, eval[bool](p, `matchMedia("(hover: none) and (pointer: coarse)").matches`))
	assert.True(t, eval[bool](p, `document.querySelector("#show-keys").offsetParent === null && document.querySelector("kbd").offsetParent === null`))
}

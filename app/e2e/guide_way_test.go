package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guide/chapter"
)

func TestThereIsAWayIntoTheGuideAndBack(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.open(url)
	p.click(`nav a[href="/guide"]`)
	p.waitFor(`location.pathname === "/guide" && ` + alive)
	assert.Equal(t, titleOf("/guide"), eval[string](p, `document.title`))
	p.exec(`void history.back()`)
	p.works()

	p.openPalette()
	p.press("guide")
	assert.Equal(t, "Guide", eval[string](p, toTake))
	p.enter()
	p.waitFor(`location.pathname === "/guide" && ` + alive)
	p.exec(`document.querySelector('.chapters a[href="/guide/rotation"]').click()`)
	p.waitFor(`location.pathname === "/guide/rotation" && ` + alive)
	p.exec(`void history.go(-2)`)
	p.works()
	p.exec(`void history.forward()`)
	p.waitFor(`location.pathname === "/guide" && ` + alive)
	p.exec(`document.querySelector('nav a[href="/"]').click()`)
	p.works()
	assert.Empty(t, p.complaints())
}

// works says that the generator works, also on a page that the browser had kept: there
// chromedp finds nothing to click on.
func (p *page) works() {
	p.t.Helper()
	p.waitFor(`location.pathname === "/" && document.querySelector("#generate:not(:disabled)") !== null`)
	before := p.secret()
	p.exec(`document.querySelector("#generate").click()`)
	p.waitFor(`document.querySelector("#secret-0").textContent.length === 43 && document.querySelector("#secret-0").textContent !== ` + literal(p.t.(*testing.T), before))
}

// withCode is a chapter with a piece of code.
func withCode(t *testing.T, p *page, url string) chapter.Chapter {
	t.Helper()
	for _, c := range theGuide(t).Chapters {
		p.openGuide(url, c.Path())
		if eval[bool](p, `document.querySelector("[data-copy]") !== null`) {
			return c
		}
	}
	require.Fail(t, "no chapter has code")
	return chapter.Chapter{}
}

func TestCodeIsCopiedAsItStands(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	withCode(t, p, url)
	p.click("[data-copy]")
	p.waitFor(shown(".snippet-said") + ` === "Copied"`)
	assert.Equal(t, "status", eval[string](p, `document.querySelector(".snippet-said").role`), "who does not see it hears it")
	assert.Equal(t, p.text(".snippet code"), p.clipboard())
	assert.NotEmpty(t, p.clipboard())
	p.waitFor(shown(".snippet-said") + ` === ""`)
	p.exec(`navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"));`)
	p.click("[data-copy]")
	p.waitFor(shown(".snippet-said") + ` === "Not copied"`)
	assert.Empty(t, p.complaints())
}

func TestTheGuideWorksWithTheServerGone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	var url string
	p.run("first visit", func(t *testing.T) { // the server stops when this part ends
		url = startServer(t).url
		p.openGuide(url, "/guide/entropy")
		p.readyOffline()
	})
	for _, c := range theGuide(t).All() {
		p.openGuide(url, c.Path()) // as if it were opened directly: nothing of the page of before stays
		assert.Equal(t, c.Title, p.text("h1"))
		assert.Equal(t, "true", eval[string](p, `document.querySelector("#offline-state").dataset.ready ?? "true"`))
	}
	p.exec(`document.querySelector("#guide-search").focus()`)
	p.seek("entropy")
	assert.Contains(t, eval[[]string](p, foundInGuide), "/guide/entropy")
	p.load(url + "guide/entropy?x#there")
	p.waitFor(alive)
	p.load(url + "guide/none")
	p.waitFor(`document.querySelector("h1")?.textContent.includes("no page at this address")`)
	p.open(url)
	assert.Len(t, p.generate(), 43)
}

func TestASourceAndTheWayBackAreMarkedWhereTheyStand(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/random")
	assert.Empty(t, eval[[]string](p, `[...document.querySelectorAll(".footnote-backref")].map((e) => e.ariaLabel).filter((name, i, all) => !name || all.indexOf(name) !== i)`), "no two ways back have one name")
	several := eval[string](p, `[...document.querySelectorAll(".footnote-backref")].find((e) => e.textContent === "back 2").getAttribute("href")`)
	marked := func(selector string) {
		p.t.Helper()
		p.waitFor(`document.querySelector(":target")?.matches(` + literal(t, selector) + `)`)
		for _, scheme := range []string{light, forced} {
			p.prefer(scheme)
			assert.Equal(t, 1, eval[int](p, `[...document.querySelectorAll("sup, .footnotes li")].filter((e) => getComputedStyle(e).outlineStyle === "solid").length`), scheme)
		}
		assert.True(t, eval[bool](p, `(() => { const r = document.querySelector(":target").getBoundingClientRect(); return r.top >= 40 && r.bottom <= innerHeight - 40; })()`), "%s is not at the edge", selector)
	}
	p.exec(`document.querySelector('[id="` + several[1:] + `"] a').click()`)
	marked(".footnotes li")
	p.exec(`document.querySelector('.footnotes a[href="` + several + `"]').click()`)
	marked(`sup[id="` + several[1:] + `"]`)
}

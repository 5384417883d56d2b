package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// onPaper is what of a page of the guide stands on paper and has no business there, and what of
// it is left without its other half.
const onPaper = `[...document.querySelectorAll(".guide-side, .chapter-nav, article :is(button, [type=text], textarea), label, .plot, .fact-label, figcaption")]
	.filter((e) => e.checkVisibility() && !e.control?.checkVisibility())
	.filter((e) => !e.matches(".fact-label, figcaption") || ![...e.parentElement.querySelectorAll("[data-place], pre")].some((v) => v.checkVisibility()))
	.map((e) => e.outerHTML)`

// unasked are the choices whose answer stands on paper without them.
const unasked = `[...document.querySelectorAll(".try:not(:has(input[data-secret])) :is(select, [type=checkbox], [type=range])")]
	.filter((e) => !e.checkVisibility()).map((e) => e.outerHTML)`

func TestAChapterOnPaperIsItsText(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	const typed = "typed-by-a-person"
	for _, c := range theGuide(t).All() {
		p.openGuide(url, c.Path())
		p.exec(`for (const f of document.querySelectorAll("article [data-secret]:is(input, textarea)")) { f.value = "` + typed + `"; f.dispatchEvent(new Event("input", {bubbles: true})) }`)
		p.prefer(paper)
		assert.Empty(t, eval[[]string](p, onPaper), c.Path())
		assert.Empty(t, eval[[]string](p, unasked), c.Path())
		assert.NotContains(t, eval[string](p, `document.querySelector("main").innerText`), typed, c.Path())
		assert.Zero(t, eval[int](p, `[...document.querySelectorAll("article :is(h1, h2, h3), article > p")].filter((e) => !e.checkVisibility()).length`), c.Path())
		p.prefer(light)
	}
}

func TestAPlotIsPaintedAnewForOtherColours(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/entropy")
	const picture = `document.querySelector(".plot").toDataURL().slice(-400)`
	before := eval[string](p, picture)
	p.prefer(dark)
	p.waitFor(picture + ` !== ` + literal(t, before))
	p.prefer(light)
	p.waitFor(picture + ` === ` + literal(t, before))
}

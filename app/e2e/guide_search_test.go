package e2e

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guide"
)

// foundInGuide are where the links lead that the search shows.
const foundInGuide = `[...document.querySelectorAll("#guide-found a")].map((e) => e.getAttribute("href"))`

// seek types words into the search of the guide, and waits for its answer.
func (p *page) seek(words string) {
	p.t.Helper()
	p.exec(`document.querySelector("#guide-search").select()`)
	p.press(kb.Delete)
	p.press(words)
	p.waitFor(shown("#guide-count") + `.length > 0 && !` + shown("#guide-count") + `.startsWith("Loading")`)
}

// tabTo presses Tab until an element has the focus that fits a selector.
func (p *page) tabTo(selector string) {
	p.t.Helper()
	for range 60 {
		if eval[bool](p, `document.activeElement.matches(`+literal(p.t.(*testing.T), selector)+`)`) {
			return
		}
		p.press(kb.Tab)
	}
	require.Fail(p.t, "the focus does not come to "+selector)
}

func TestTheGuideIsSearchedByKeyboardAlone(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	g := theGuide(t)
	p.openGuide(url, "/guide/rotation")
	p.tabTo("#guide-search")
	var section guide.Entry // the last one below a heading
	for _, e := range g.Entries() {
		if e.Section != "" {
			section = e
		}
	}
	require.NotEmpty(t, section)

	p.run("in every chapter", func(t *testing.T) {
		for _, c := range g.Chapters {
			p.seek(strings.ToUpper(c.Title))
			assert.Contains(t, eval[[]string](p, foundInGuide), c.Path())
		}
	})
	p.run("nothing", func(t *testing.T) {
		p.seek("zzzz")
		assert.Equal(t, "No section has words that begin so.", p.text("#guide-count"))
		assert.Empty(t, eval[[]string](p, foundInGuide))
	})
	p.run("and left", func(t *testing.T) {
		p.exec(`document.querySelector("#guide-search").select()`)
		p.press(kb.Delete)
		p.waitFor(shown("#guide-count") + ` === ""`)
		assert.Empty(t, eval[[]string](p, foundInGuide))
	})
	p.run("and left with Escape", func(t *testing.T) {
		p.seek("entropy")
		require.NotEmpty(t, eval[[]string](p, foundInGuide))
		p.press(kb.Escape)
		p.waitFor(shown("#guide-count") + ` === ""`)
		assert.Empty(t, eval[[]string](p, foundInGuide))
		assert.Equal(t, "guide-search", eval[string](p, `document.activeElement.id`))
		assert.Empty(t, eval[string](p, `document.activeElement.value`))
	})
	p.run("Enter opens the first", func(t *testing.T) {
		p.enter() // and with nothing found it does nothing
		p.seek("entropy")
		first := eval[[]string](p, foundInGuide)[0]
		p.enter()
		p.waitFor(`location.pathname + location.hash === ` + literal(t, first) + ` && document.readyState === "complete"`)
		p.waitFor(alive)
		p.tabTo("#guide-search")
	})
	p.run("a section", func(t *testing.T) {
		p.seek(section.Chapter + " " + section.Section)
		p.waitFor(`document.querySelector("#guide-found a") !== null`)
		assert.Contains(t, []string{"1 section", "2 sections", "3 sections"}, p.text("#guide-count"))
		p.press(kb.Tab)
		p.tabTo(`#guide-found a[href="` + section.Path + `"]`)
		assert.Equal(t, section.Chapter+": "+section.Section, eval[string](p, `document.activeElement.textContent`))
		p.enter()
		p.waitFor(`location.pathname + location.hash === ` + literal(t, section.Path) + ` && document.readyState === "complete"`)
		p.waitFor(alive)
		top := eval[float64](p, `document.querySelector(location.hash).getBoundingClientRect().top`)
		assert.True(t, top >= 0 && top < 900, "the heading is on the screen, at %f", top)
		assert.Equal(t, section.Section, eval[string](p, `document.querySelector(location.hash).textContent`))
	})
	assert.Empty(t, p.complaints())
}

func TestASearchWhoseListDoesNotArriveSaysSoAndTriesAgain(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for name, broken := range map[string]string{
		"no network":   `Promise.reject(new TypeError("no network"))`,
		"not found":    `Promise.resolve(new Response("[]", {status: 404}))`,
		"another file": `Promise.resolve(new Response("<html>"))`,
		"cut off":      `Promise.resolve(new Response("[{\"Path\": "))`,
	} {
		p.run(name, func(t *testing.T) {
			p.openGuide(url, "/guide/entropy") // a new page: the sentence of the one before is gone
			p.exec(`window.fetchList = fetch; window.fetch = () => ` + broken + `;`)
			p.seek("e")
			assert.Equal(t, "The list of the guide's words did not arrive. Check your connection and type again.", p.text("#guide-count"))
		})
	}
	p.exec(`window.fetch = fetchList;`)
	p.press("ntropy")
	require.Eventually(t, func() bool { // what was asked for before may still have to fail
		p.press(" ")
		return strings.HasPrefix(p.text("#guide-found a"), "Entropy")
	}, patience, 100*time.Millisecond)
	assert.Regexp(t, `^\d+ sections?$`, p.text("#guide-count"))
}

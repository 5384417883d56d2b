package e2e

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lateList lets the list of sections come when the test says arrive().
const lateList = `window.fetch = ((get) => (...of) => new Promise((come) => { window.arrive = () => come(get(...of)); }))(fetch);`

const loadingWords = "Loading the guide's words…"

// enterTooEarly types words and Enter before the list of sections is there.
func (p *page) enterTooEarly(url, words string) {
	p.t.Helper()
	p.openGuide(url, "/guide/rotation")
	p.exec(lateList + `document.querySelector("#guide-search").focus();`)
	p.press(words)
	p.waitForText("#guide-count", loadingWords)
	p.enter()
}

func TestEnterWaitsForTheListOfSections(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.enterTooEarly(url, "uuid")
	assert.Equal(t, loadingWords, p.text("#guide-count"))
	p.exec(`arrive();`)
	p.waitFor(`location.pathname + location.hash === "/guide/random#what-about-a-uuid"`)
	p.waitFor(alive)
	assert.Empty(t, p.complaints())
}

func TestEnterIsForgottenOnceThePersonDoesSomethingElse(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for name, c := range map[string]struct {
		then  func()
		words string
	}{
		"types on":         {func() { p.press(" a") }, "1 section"},
		"leaves the field": {func() { p.press(kb.Tab) }, "1 section"},
		"leaves with Escape": {func() {
			p.press(kb.Escape)
			p.press("uuid")
		}, "1 section"},
	} {
		p.run(name, func(t *testing.T) {
			p.enterTooEarly(url, "uuid")
			c.then()
			p.exec(`arrive();`)
			p.waitForText("#guide-count", c.words)
			p.exec(`new Promise((r) => setTimeout(r, 300))`) // time to go after all, which it must not
			assert.Equal(t, "/guide/rotation", eval[string](p, `location.pathname + location.hash`))
		})
	}
}

func TestEnterAsksAgainForAListThatDidNotArrive(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/rotation")
	p.exec(`window.fetchList = fetch; window.fetch = () => Promise.reject(new TypeError("no network"));`)
	p.seek("uuid")
	require.Contains(t, p.text("#guide-count"), "did not arrive")
	p.exec(`window.fetch = fetchList;`)
	p.enter()
	p.waitFor(`location.pathname + location.hash === "/guide/random#what-about-a-uuid"`)
}

func TestTheSearchSaysHowManySectionsThereAreAndNotHowManyItShows(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide")
	p.exec(`document.querySelector("#guide-search").focus()`)
	holding := 0
	for _, e := range theGuide(t).Entries() {
		if regexp.MustCompile(`(?i)\bsecret`).MatchString(e.Chapter + " " + e.Section + " " + e.Text) {
			holding++
		}
	}
	require.Greater(t, holding, 12)
	p.seek("secret")
	assert.Equal(t, "The first 12 of "+strconv.Itoa(holding)+" sections", p.text("#guide-count"))
	assert.Len(t, eval[[]string](p, foundInGuide), 12)
}

func TestATextThatIsBeingComposedIsSoughtButNotEntered(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/rotation")
	p.exec(`document.querySelector("#guide-search").focus()`)
	call(p, input.ImeSetComposition, input.ImeSetCompositionParams{Text: "uui", SelectionStart: 3, SelectionEnd: 3})
	p.waitForText("#guide-count", "1 section")
	for _, with := range []string{`isComposing: true`, `keyCode: 229`} { // as most browsers say it, and as Safari does
		for _, key := range []string{"Enter", "Escape"} {
			went := eval[bool](p, `document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "`+key+`", bubbles: true, cancelable: true, `+with+`}))`)
			assert.True(t, went, "the browser does with %s what it does", key)
		}
	}
	call(p, input.InsertText, input.InsertTextParams{Text: "uuid"})
	p.exec(`new Promise((r) => setTimeout(r, 300))`)
	assert.Equal(t, []string{"/guide/rotation", "uuid", "1 section"}, eval[[]string](p, `[location.pathname + location.hash, document.activeElement.value, document.querySelector("#guide-count").textContent]`))

	p.exec(`document.activeElement.select()`)
	call(p, input.InsertText, input.InsertTextParams{Text: "漢字" + strings.Repeat("of secrets 漢字 ", 1<<16)})
	p.waitForText("#guide-count", "No section has words that begin so.")
	p.enter()
	p.exec(`document.activeElement.select()`)
	p.press(kb.Delete)
	p.waitForText("#guide-count", "")
	assert.Empty(t, p.complaints())
}

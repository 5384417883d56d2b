package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"

	"jwtsecret/app/meta"

	"jwtsecret/app/secret"
)

// focused returns the id of the element that has the focus.
func (p *page) focused() string {
	p.t.Helper()
	return eval[string](p, `document.activeElement.id || document.activeElement.tagName`)
}

// loses notes each time when the focus falls to the body.
const loses = `
	window.lost = 0;
	const look = () => { if (document.activeElement === document.body) window.lost++; requestAnimationFrame(look); };
	look();`

func TestTheFocusStaysOnTheButtonThatMakesMany(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for name, c := range map[string]struct {
		open      func()
		button    string
		announced string
	}{
		"services":     {func() { p.openBulk(url); p.lines("#services", "billing", "search") }, "make", "6 secrets are ready"},
		"ten thousand": {func() { p.open(url + "?count=10000") }, "generate", "10,000 secrets are ready"},
		"one":          {func() { p.open(url) }, "generate", "1 secret is ready"},
	} {
		p.run(name, func(t *testing.T) {
			c.open()
			p.exec(fmt.Sprintf(`document.querySelector("#%s").focus();`, c.button) + loses)
			p.press(" ")
			p.waitFor(fmt.Sprintf(`document.querySelector("#status").textContent.startsWith(%q)`, c.announced))
			p.exec(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`)
			assert.Equal(t, c.button, p.focused())
			assert.Zero(t, eval[int](p, `window.lost`))
			assert.False(t, eval[bool](p, `document.querySelector("#`+c.button+`").hasAttribute("aria-disabled")`))
		})
	}
}

func TestWhoStopsLongWorkIsLedBackToItsButton(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?count=10000&size=1024")
	p.exec(`
		window.atWork = [];
		new MutationObserver(() => {
			const stop = document.querySelector("#stop");
			if (!stop || window.atWork.length > 0) return;
			window.atWork.push(document.querySelector("#generate").getAttribute("aria-disabled"));
			document.querySelector("#generate").click(); // does nothing meanwhile
			stop.focus();
			stop.click();
		}).observe(document.body, {childList: true, subtree: true});
		document.querySelector("#generate").click();`)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Stopped")`)
	p.waitFor(`document.querySelector("#stop") === null`)
	assert.Equal(t, []string{"true"}, eval[[]string](p, `window.atWork`))
	assert.Equal(t, "generate", p.focused())
}

func TestWhoWouldStopWhatEndsByItselfIsLedToItsButton(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?count=10000")
	p.exec(`
		new MutationObserver((_, observer) => {
			const stop = document.querySelector("#stop");
			if (!stop) return;
			observer.disconnect();
			stop.focus();
			window.onStop = document.activeElement === stop;
		}).observe(document.body, {childList: true, subtree: true});
		document.querySelector("#generate").click();`)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("10,000 secrets are ready")`)
	p.waitFor(`document.querySelector("#stop") === null`)
	assert.True(t, eval[bool](p, `window.onStop`))
	assert.Equal(t, "generate", p.focused())
}

func TestTheFocusFollowsAnAttackAndUndo(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openAudit(url)
	p.audit(string(signed(t, secret.HS512, "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU")))
	p.click("#attack")
	p.waitFor(`document.activeElement.id === "stop"`)
	p.press(" ")
	p.waitFor(`document.activeElement.id === "attack"`)

	p.open(url)
	p.generate()
	p.click("#clear")
	p.waitFor(`document.activeElement.id === "generate"`)
	p.click("#undo")
	p.waitFor(`document.activeElement.id === "copy"`)
}

func TestTheButtonsForAHundredSecretsAreAFewTabsAway(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?count=100")
	p.exec(`document.querySelector("#generate").focus()`)
	p.press(" ")
	p.waitFor(`document.querySelector("#copy-100") !== null`)
	var order []string
	for range 2 {
		p.press(kb.Tab)
		order = append(order, p.focused())
	}
	assert.Equal(t, []string{"copy", "copy-env"}, order)
}

func TestTheNavigationMarksThePageThatIsOpen(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	marked := func() []string {
		return eval[[]string](p, `Array.from(document.querySelectorAll("[aria-current]"), (e) => e.getAttribute("href") + " " + e.getAttribute("aria-current"))`)
	}
	p.open(url)
	assert.Equal(t, []string{"/ page"}, marked())
	plain := eval[string](p, `getComputedStyle(document.querySelector("nav a[href='/bulk']")).borderBlockEndColor`)
	p.click("nav a[href='/bulk']")
	p.waitFor(`document.querySelector("#services") !== null`)
	assert.Equal(t, []string{"/bulk page"}, marked())
	assert.NotEqual(t, plain, eval[string](p, `getComputedStyle(document.querySelector("nav a[href='/bulk']")).borderBlockEndColor`), "and one sees it")
	assert.Equal(t, len(meta.Routes), eval[int](p, `document.querySelectorAll("nav a").length`))
	assert.Equal(t, 1, eval[int](p, `fetch("/rotate").then((r) => r.text()).then((t) => t.split('aria-current="page"').length - 1)`), "in the file, too")
}

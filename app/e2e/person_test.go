package e2e

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// What a person does on a page, and sees of it.

// click clicks an element where it is once the page has drawn what is under way; once
// more if the page drew it anew in that moment.
func (p *page) click(selector string) {
	p.t.Helper()
	p.exec(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`)
	for end := time.Now().Add(patience); ; {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		err := chromedp.Do(ctx, chromedp.Click(chromedp.CSS(selector)))
		cancel()
		if err == nil {
			return
		}
		gone := strings.Contains(err.Error(), "Could not find node")
		require.True(p.t, gone && time.Now().Before(end), "cannot click %s: %v", selector, err)
	}
}

// press types the keys into whatever has the focus.
func (p *page) press(keys string) {
	p.t.Helper()
	p.do(chromedp.KeyEvent(keys))
}

// reach opens what a control is folded into, if it is.
func (p *page) reach(selector string) {
	p.t.Helper()
	p.exec(fmt.Sprintf(`document.querySelector(%q).closest("details:not([open])")?.querySelector("summary").click()`, selector))
}

// fill replaces the content of a text field, as a person does.
func (p *page) fill(selector, text string) {
	p.t.Helper()
	p.reach(selector)
	p.exec(fmt.Sprintf(`document.querySelector(%q).focus(); document.querySelector(%[1]q).select()`, selector))
	p.press(kb.Delete + text)
}

func (p *page) choose(selector, value string) {
	p.t.Helper()
	p.exec(choosing(selector, value))
}

// choosing is a script that chooses a value of a list.
func choosing(selector, value string) string {
	return fmt.Sprintf(`(() => {
		const e = document.querySelector(%q);
		e.value = %q;
		for (const name of ["input", "change"]) e.dispatchEvent(new Event(name, {bubbles: true}));
	})();`, selector, value)
}

// text returns what the element shows.
func (p *page) text(selector string) string {
	p.t.Helper()
	return eval[string](p, fmt.Sprintf(`document.querySelector(%q)?.textContent ?? ""`, selector))
}

// secret returns the first secret on the screen.
func (p *page) secret() string {
	p.t.Helper()
	return p.text("#secret-0")
}

// generate clicks the button and returns the new secret on the screen.
func (p *page) generate() string {
	p.t.Helper()
	before := p.secret()
	said := p.text("#status") // no two results in a row are announced in the same words
	p.click("#generate")
	p.waitFor(fmt.Sprintf(`!["", %q].includes(document.querySelector("#secret-0").textContent)`, before))
	p.waitFor(fmt.Sprintf(`document.querySelector("#status").textContent !== %q`, said))
	return p.secret()
}

// clipboard pastes into an empty tab and returns what arrived.
func (p *page) clipboard() string {
	p.t.Helper()
	other := p.newTab()
	other.exec(`document.body.append(document.createElement("textarea")); document.querySelector("textarea").focus()`)
	call(other, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kb.KeyDown, Key: "v", Commands: []string{"paste"}})
	return eval[string](other, `document.querySelector("textarea").value`)
}

func (p *page) resize(width, height int64) {
	p.t.Helper()
	call(p, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{Width: width, Height: height, DeviceScaleFactor: 1})
}

// harmless is in what Chromium says of every good page: that the page's sandbox is as wide as
// it is on purpose, that the page itself offers to be installed, and that this machine has no
// graphics card.
var harmless = regexp.MustCompile("allow-scripts and allow-same-origin|Banner not shown|No available adapters")

// complaints returns what else the console holds.
func (p *page) complaints() []string {
	return slices.DeleteFunc(p.console(), harmless.MatchString)
}

// reloadByButton clicks a button that reloads the page, and waits for the new one.
func (p *page) reloadByButton(selector string) {
	p.t.Helper()
	p.exec(`window.isOld = true`)
	p.click(selector)
	p.waitFor(`!window.isOld && document.querySelector("#generate:not(:disabled)") !== null`)
}

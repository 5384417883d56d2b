package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

// enter presses Enter as a browser passes it on: the page has used the key, so no
// character follows. KeyEvent sends that all the same, to whatever has the focus then.
func (p *page) enter() { p.strike("Enter", 0) }

// control presses a key with Control held.
func (p *page) control(key string) { p.strike(key, 2) }

func (p *page) strike(key string, modifiers int64) {
	p.t.Helper()
	for _, kind := range []input.DispatchKeyEventType{input.DispatchKeyEventTypeKeyDown, input.DispatchKeyEventTypeKeyUp} {
		call(p, input.DispatchKeyEvent, input.DispatchKeyEventParams{Type: kind, Key: key, Modifiers: modifiers})
	}
}

// openPalette opens the palette by its shortcut.
func (p *page) openPalette() {
	p.t.Helper()
	p.listensToKeys(1)
	p.control("k")
	p.waitFor(`document.querySelector("#palette").open && document.activeElement.id === "sought"`)
}

// toTake is the command that Enter would take, as a screen reader is told.
const toTake = `document.getElementById(document.activeElement.getAttribute("aria-activedescendant"))?.querySelector("span").textContent`

func TestThePaletteLeadsEverywhereByKeyboardAlone(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openAudit(url)
	for _, step := range [][2]string{
		{"rotate", `location.pathname === "/rotate" && document.querySelector("#lifetime") !== null`},
		{"HS512", `location.search === "?alg=HS512" && document.querySelector("#alg-HS512")?.checked`},
		{"supab", `location.search.startsWith("?for=supabase")`},
		{"secret kubernetes", `document.querySelector("#where")?.open && document.activeElement.id === "generate"`},
		{"PYJWT", `document.querySelector("#library")?.value === "python-pyjwt" && document.activeElement.id === "library"`},
		{"Pý trust", ``},
		{"trúst", `location.pathname === "/trust"`},
	} {
		typed, arrived := step[0], step[1]
		p.run(typed, func(t *testing.T) {
			p.openPalette()
			p.press(typed)
			if arrived == "" {
				assert.Equal(t, "No result", p.text("#found"))
				p.press(kb.Escape)
				p.waitFor(`!document.querySelector("#palette").open`)
				return
			}
			p.enter()
			p.waitFor(arrived)
			p.waitFor(`!document.querySelector("#palette").open`)
			assert.NotEqual(t, "BODY", p.focused())
		})
	}
	p.openPalette() // last: a chapter of the guide has a search of its own
	p.press("chapter entro")
	p.enter()
	p.waitFor(`location.pathname === "/guide/entropy" && document.querySelector("h1").textContent === "Entropy"`)
}

func TestThePaletteDoesWhatThePageCanDo(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.openPalette()
	p.press("generate")
	p.enter()
	p.waitFor(`document.querySelector("#secret-0").textContent !== ""`)
	p.openPalette()
	p.press("copy")
	p.enter()
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied")`)
	assert.Equal(t, p.secret(), p.clipboard())
	p.openPalette()
	p.press("clear clip")
	assert.Equal(t, "Clear clipboard", eval[string](p, toTake))
	p.enter()
	p.waitFor(`document.querySelector("#clipboard-status").textContent === "The clipboard has been cleared."`)
}

func TestAPlaceThatIsChosenInThePaletteIsChosenOnTheWholePage(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	for _, step := range [][2]string{{"JWK", "null"}, {"JSON", "div"}, {"JWKS", "null"}} { // from another page, and with the list in view
		p.openPalette()
		p.press("where " + step[0])
		p.enter()
		p.waitFor(shown("#status") + `?.startsWith("Chosen: ` + step[0] + `.")`)
		p.waitFor(`String(document.querySelector("#keyid").closest("[hidden]")?.localName ?? null) === "` + step[1] + `"`)
	}
}

func TestThePaletteIsACombobox(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBulk(startServer(t).url)
	p.exec(`document.querySelector("#size").focus()`)
	p.openPalette()
	at := func() int {
		return eval[int](p, `Number(document.activeElement.getAttribute("aria-activedescendant").slice(6))`)
	}
	last := eval[int](p, `document.querySelectorAll("#found-list li").length`) - 1
	for _, step := range []struct {
		key  string
		want int
	}{{kb.ArrowDown, 1}, {kb.ArrowUp, 0}, {kb.ArrowUp, last}, {kb.ArrowDown, 0}, {kb.End, last}, {kb.Home, 0}} {
		p.press(step.key)
		assert.Equal(t, step.want, at())
		assert.Equal(t, []int{step.want}, eval[[]int](p, `Array.from(document.querySelectorAll("#found-list li")).flatMap((e, i) => e.ariaSelected === "true" ? [i] : [])`))
		assert.True(t, eval[bool](p, `((e, l) => e.top >= l.top && e.bottom <= l.bottom)(document.querySelector("[aria-selected=true]").getBoundingClientRect(), document.querySelector("#found-list").getBoundingClientRect())`), "it is seen")
	}
	p.press("zzz")
	assert.Equal(t, "No result", p.text("#found"))
	assert.Equal(t, "false", eval[string](p, `document.activeElement.ariaExpanded`))
	p.click("#show-all")
	p.waitFor(`document.querySelectorAll("#found-list li").length > 20 && document.activeElement.id === "sought" && document.activeElement.value === ""`)
	p.press("audit")
	p.waitFor(`/^\d+ results?$/.test(document.querySelector("#found").textContent)`)
	p.press(kb.Escape)
	p.waitFor(`!document.querySelector("#palette").open`)
	assert.Equal(t, "size", p.focused(), "the focus is where it was")
	p.waitFor(`document.querySelectorAll("#found-list li").length === 0 && document.querySelector("#sought").value === ""`)
}

func TestTheDialogsCloseByAClickBesideAndByTheWayBack(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openAudit(url)
	for button, dialog := range map[string]string{"#search": "#palette", "#show-keys": "#shortcuts"} {
		p.click(button)
		p.waitFor(`document.querySelector("` + dialog + `").open`)
		for _, kind := range []input.DispatchMouseEventType{input.DispatchMouseEventTypeMousePressed, input.DispatchMouseEventTypeMouseReleased} {
			call(p, input.DispatchMouseEvent, input.DispatchMouseEventParams{Type: kind, X: 5, Y: 5, Button: input.MouseButtonLeft, ClickCount: 1})
		}
		p.waitFor(`!document.querySelector("` + dialog + `").open`)
		assert.Equal(t, button, "#"+p.focused())
	}
	p.click("nav a[href='/trust']")
	p.waitFor(`document.querySelector("#leak") !== null`)
	p.openPalette()
	p.exec(`history.back()`)
	p.waitFor(`document.querySelector("#paste") !== null && document.querySelector("dialog[open]") === null`)
}

// A keystroke's answer is in the page when the handler of the keystroke has ended: the
// browser's next frame shows it.
func TestWhatIsFoundIsInTheNextFrame(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.openPalette()
	assert.Equal(t, []string{"Trust", "No result"}, eval[[]string](p, `["trust", "qqq"].map((text) => {
		const field = document.querySelector("#sought");
		field.value = text;
		field.dispatchEvent(new InputEvent("input", {bubbles: true}));
		return document.querySelector("[aria-selected=true] span")?.textContent ?? document.querySelector("#found").textContent;
	})`))
}

func TestTheQuestionMarkShowsTheKeysOfThePage(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openAudit(url)
	p.exec(`document.querySelector("#paste").focus()`)
	p.press("?")
	assert.False(t, eval[bool](p, `document.querySelector("#shortcuts").open`), "in a field it is a letter")
	p.exec(`document.querySelector("#main").focus()`)
	p.press("?")
	p.waitFor(`document.querySelector("#shortcuts").open`)
	assert.Contains(t, p.text("#shortcuts"), "Check, in the field")
	p.click("#keys")
	p.press(kb.Escape)
	p.waitFor(`!document.querySelector("#shortcuts").open`)
	assert.Equal(t, "?keys=off", eval[string](p, `location.search`))
	p.exec(`document.querySelector("#main").focus()`)
	p.press("?")
	assert.False(t, eval[bool](p, `document.querySelector("#shortcuts").open`), "switched off means off")
	p.click("nav a[href='/']")
	p.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
	p.press("g")
	assert.Empty(t, p.secret(), "for the whole visit")
	p.click("#show-keys")
	p.waitFor(`document.querySelector("#shortcuts").open`)
	p.click("#keys")
	p.press("g")
	p.press(kb.Escape)
	assert.Empty(t, p.secret(), "nothing is made behind a dialog")
	p.waitFor(`!document.querySelector("#shortcuts").open`)
	p.press("g")
	p.waitFor(`document.querySelector("#secret-0").textContent !== ""`)
}

// The button hides its word there, and the palette is drawn beside the button.
func TestThePaletteShowsItsTitlesOnAPhone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(390, 844)
	p.open(startServer(t).url)
	p.openPalette()
	p.press("rotate")
	p.waitFor(`document.querySelector("#found-list li span").getBoundingClientRect().width > 40`)
}

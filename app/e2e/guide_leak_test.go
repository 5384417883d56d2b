package e2e

import (
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// typedSecret is what a person types into the boxes of the guide.
const typedSecret = "zq-marked-secret-7431-of-a-person"

// typeIntoBoxes types the secret into every field of every box, as a person does, and returns
// into how many.
func (p *page) typeIntoBoxes() (fields int) {
	p.t.Helper()
	const typable = `[...document.querySelectorAll("[data-box] :is(input[type=text], textarea)")]`
	fields = eval[int](p, typable+`.length`)
	for i := range fields {
		p.exec(typable + `[` + strconv.Itoa(i) + `].focus(); document.activeElement.select();`)
		call(p, input.InsertText, input.InsertTextParams{Text: typedSecret})
	}
	return fields
}

// pressAll presses every button of every box, one after the other. What takes long is stopped.
const pressAll = `(async () => {
	let pressed = 0;
	for (const button of document.querySelectorAll("[data-act]:not([data-act=stop])")) {
		if (button.disabled) continue;
		const box = button.closest("[data-box]");
		const busy = () => box.querySelector("[aria-disabled=true]") !== null;
		const idle = async (ms) => {
			for (const end = performance.now() + ms; busy() && performance.now() < end; ) await new Promise((r) => setTimeout(r, 20));
		};
		button.click();
		pressed++;
		await idle(1000);
		box.querySelector("[data-act=stop]")?.click();
		await idle(60000);
		if (busy()) throw new Error(button.id + " never ends");
	}
	return pressed;
})()`

// keptByPage is all that a page leaves in the browser or shows beside its content.
const keptByPage = `(async () => {
	let all = location.href + document.title + JSON.stringify(history.state) + document.cookie + name;
	for (const storage of [localStorage, sessionStorage]) all += JSON.stringify(Object.entries(storage));
	for (const name of await caches.keys()) all += (await (await caches.open(name)).keys()).map((r) => r.url).join();
	for (const db of await indexedDB.databases()) all += db.name;
	return all;
})()`

// inPage is all that a page holds.
const inPage = `document.documentElement.outerHTML + [...document.querySelectorAll("input, textarea, select")].map((e) => e.value).join()`

// hasNone asserts that a text holds the secret in no form.
func hasNone(t *testing.T, text, where string) {
	t.Helper()
	for name, form := range map[string]string{
		"text": typedSecret[:12], "hex": hex.EncodeToString([]byte(typedSecret))[:24], "base64": base64.StdEncoding.EncodeToString([]byte(typedSecret))[:16],
	} {
		if strings.Contains(strings.ToLower(text), strings.ToLower(form)) {
			assert.Fail(t, "the secret is there", "%s, as %s", where, name)
		}
	}
}

func TestWhatIsTypedIntoABoxIsNowhereElseAndGoesWhenThePageIsLeft(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.openGuide(s.url, "/guide")
	p.readyOffline()
	require.Contains(t, eval[string](p, keptByPage), "/assets/", "the search sees the caches")
	first := map[string]map[string]string{} // what the boxes of a chapter show, as built
	for _, c := range theGuide(t).Chapters {
		first[c.Slug] = placesIn(built(t, s.url, c.Path()))
	}
	before := s.byPage()
	typed, pressed, withField := 0, 0, ""
	for _, c := range theGuide(t).Chapters {
		p.run(c.Slug, func(t *testing.T) {
			p.openGuide(s.url, c.Path())
			if n := p.typeIntoBoxes(); n > 0 {
				typed += n
				withField = c.Path()
				require.Contains(t, eval[string](p, inPage), typedSecret, "the search sees fields")
			}
			p.exec(`(() => {
				const field = document.querySelector("#guide-search");
				field.value = ` + literal(t, typedSecret) + `;
				field.dispatchEvent(new Event("input", {bubbles: true}));
			})()`)
			pressed += eval[int](p, pressAll)
			hasNone(t, eval[string](p, keptByPage), "kept")
			hasNone(t, strings.Join(p.console(), "\n"), "console")
			assert.Empty(t, p.complaints())

			p.exec(`window.dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}))`)
			hasNone(t, eval[string](p, inPage), "the page that the browser keeps for the way back")
			assert.Equal(t, first[c.Slug], eval[map[string]string](p, placesOfBoxes))
			assert.Empty(t, eval[[]string](p, `[...document.querySelectorAll("[data-act][aria-disabled]")].map((e) => e.id)`))
		})
	}
	t.Logf("%d fields, %d buttons", typed, pressed)
	require.NotEmpty(t, withField, "no chapter has a field")
	p.run("reload", func(t *testing.T) {
		p.openGuide(s.url, withField)
		require.NotZero(t, p.typeIntoBoxes())
		p.exec(`window.isOld = true; location.reload();`)
		p.waitFor(`!window.isOld && ` + alive)
		hasNone(t, eval[string](p, inPage), "after it")
	})
	p.run("way back", func(t *testing.T) {
		require.NotZero(t, p.typeIntoBoxes())
		p.exec(`location.href = "/guide";`)
		p.waitFor(`location.pathname === "/guide" && ` + alive)
		p.exec(`void history.back()`)
		p.waitFor(`location.pathname === ` + literal(t, withField) + ` && ` + alive)
		hasNone(t, eval[string](p, inPage), "after it")
	})
	assert.Equal(t, before, s.byPage(), "nothing has reached the server")
}

func TestAGuideThatWasTamperedWithIsNotStarted(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		ending string
		change func([]byte) []byte
	}{
		"program altered":   {".wasm", flipped},
		"program truncated": {".wasm", halved},
		"loader altered":    {".js", flipped},
	} {
		t.Run(name, func(t *testing.T) {
			url := behind(t, startServer(t), func(path string, body []byte) []byte {
				if strings.HasPrefix(path, "/assets/guide.") && strings.HasSuffix(path, c.ending) {
					return c.change(body)
				}
				return body
			})
			p := newPage(t)
			p.visit(url + "guide/entropy")
			p.waitFor(`document.querySelector(".boot-notice") !== null`)
			p.exec(`new Promise((r) => setTimeout(r, 300))`) // time to start after all, which it must not
			assert.Contains(t, p.text(".boot-notice"), "not the one")
			assert.Zero(t, eval[int](p, `document.querySelectorAll("[data-live], article :is(input, button):not(:disabled)").length`))
			assert.Equal(t, wordsOf(having(built(t, url, "/guide/entropy"), "aria-labelledby")["chapter-title"]), eval[string](p, `document.querySelector("article").textContent.split(/\s+/).filter(Boolean).join(" ")`), "the text is there")
		})
	}
}

func TestAGuideWhoseProgramStopsShowsNothingOfWhatWasTyped(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for _, c := range theGuide(t).Chapters {
		p.openGuide(url, c.Path())
		if !eval[bool](p, `document.querySelector("[data-box] input[data-secret]") !== null && document.querySelector("[data-box] textarea[data-secret]") !== null`) {
			continue
		}
		p.exec(`for (const e of document.querySelectorAll("[data-box] :is(input, textarea)[data-secret]")) {
				e.value = ` + literal(t, typedSecret) + `;
				e.dispatchEvent(new InputEvent("input", {bubbles: true}));
			}`)
		require.Contains(t, eval[string](p, inPage), typedSecret)
		p.exec(`TextDecoder.prototype.decode = TextEncoder.prototype.encode = () => { throw new Error("gone") };
			document.querySelector("[data-box] :is(input, textarea)").dispatchEvent(new InputEvent("input", {bubbles: true}));`)
		p.waitFor(`document.querySelector(".boot-notice") !== null`)
		assert.Contains(t, p.text(".boot-notice"), "has stopped")
		hasNone(t, eval[string](p, inPage), c.Slug)
		hasNone(t, strings.Join(p.console(), "\n"), "console")
		return
	}
	require.Fail(t, "no chapter has fields for secrets")
}

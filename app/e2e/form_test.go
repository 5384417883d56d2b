package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
)

func TestBadInputGetsASentenceKeepsWhatWasTypedAndGeneratesNothing(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ field, typed, sentence string }{
		"size zero":                   {"size", "0", "from 32 to 1,024"},
		"size above the limit":        {"size", "1025", "from 32 to 1,024"},
		"size that is no number":      {"size", "abc", "whole number"},
		"size with a fraction":        {"size", "32.5", "whole number"},
		"size below the rule":         {"size", "31", "RFC 7518"},
		"count above the limit":       {"count", "10001", "from 1 to 10,000"},
		"count of nothing":            {"count", "", "from 1 to 10,000"},
		"name with a space":           {"name", "JWT SECRET", "no spaces"},
		"name that begins wrong":      {"name", "1SECRET", "begin with a letter"},
		"name that is missing":        {"name", "", "Give the variable a name"},
		"name that looks like secret": {"name", "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MGFiY2RlZg", "looks like a secret"},
	}
	p := newPage(t)
	p.open(startServer(t).url)
	for name, c := range cases {
		p.run(name, func(t *testing.T) {
			field, problem := "#"+c.field, "#"+c.field+"-problem"
			good := p.value(field)
			p.fill(field, c.typed)
			p.waitFor(shown(problem)) // at once, and it moves the button
			p.click("#generate")      // which takes the focus, and gives it back with a sentence
			p.waitFor(`document.activeElement.id === "` + c.field + `" && ` + shown(problem) + ` && ` + shown("#status") + `.startsWith("Nothing was generated")`)

			assert.Contains(t, p.text(problem), c.sentence)
			assert.Equal(t, "true", eval[string](p, `document.querySelector("`+field+`").getAttribute("aria-invalid")`))
			assert.Equal(t, c.typed, p.value(field))
			assert.Equal(t, c.field, eval[string](p, `document.activeElement.id`), "the focus is where the mistake is")
			assert.Empty(t, p.secret())
			if len(c.typed) > 20 {
				assert.NotContains(t, eval[string](p, `location.href + document.title + document.querySelector("main").textContent`), c.typed)
			}

			p.fill(field, good)
			p.waitFor(`!` + shown(problem))
		})
	}
}

func TestBadSettingsInTheAddressAreSpokenOf(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for query, sentence := range map[string]string{
		"for=nothing":   "a program that this page does not know",
		"format=rot13":  "a format that this page does not have",
		"alg=HS1":       "an algorithm that this page does not have",
		"size=abc":      "whole number",
		"count=99999":   "from 1 to 10,000",
		"size=8&count=": "RFC 7518",
	} {
		p.run(query, func(t *testing.T) {
			p.open(url + "?" + query)
			assert.Contains(t, p.text(".form"), sentence)
			p.click("#generate")
			p.waitFor(`document.querySelector("#status").textContent.startsWith("Nothing was generated")`)
			assert.Empty(t, p.secret())
		})
	}
}

func TestTheAddressFollowsTheSettingsAndBringsThemBack(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	p.open(url + "?unknown=1&alg=HS384")
	assert.Equal(t, "48", eval[string](p, `document.querySelector("#size").value`))
	p.click("#alg-HS512")
	p.waitFor(`document.querySelector("#size").value === "64"`) // an untouched size follows the algorithm
	p.choose("#format", "hex")
	p.fill("#count", "3")
	p.fill("#name", "MY_OTHER_KEY")
	p.waitFor(`location.search.includes("count=3")`)
	assert.Equal(t, "?alg=HS512&format=hex&count=3", eval[string](p, `location.search`))

	p.open(eval[string](p, `location.href`))
	assert.True(t, eval[bool](p, `document.querySelector("#alg-HS512").checked`))
	assert.Equal(t, "hex", eval[string](p, `document.querySelector("#format").value`))
	assert.Len(t, p.generate(), 128)
}

func TestASmallSecretIsForTestsOnlyAndLabelledWhereverItAppears(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.fill("#size", "8")
	p.waitFor(`document.querySelector("#test-only") !== null`)
	p.click("#test-only")
	assert.Len(t, p.generate(), 11) // 8 bytes in base64url: ⌈64/6⌉ characters
	assert.Contains(t, p.text("#test-only-label"), "Test only")

	p.click("#copy-env")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied")`)
	assert.True(t, strings.HasPrefix(p.clipboard(), "# test only"), "the label comes along")

	p.fill("#size", "32")
	p.generate()
	assert.Empty(t, p.text("#test-only-label"))
}

func TestEverythingWorksWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)

	var order []string
	for range 17 {
		p.press(kb.Tab)
		order = append(order, eval[string](p, `document.activeElement.id || document.activeElement.className || document.activeElement.textContent`))
	}
	assert.Equal(t, []string{"skip", "brand", "search", "Generate", "Keys", "Audit", "Token", "Bulk", "Rotate", "Guide", "Trust", "check it", "generate", "preset", "alg-HS256", "format", "Options32 bytes, 1 secret, variable name"}, order, "Tab goes as one reads")

	p.press(kb.Enter) // opens the options
	order = nil
	for range 3 {
		p.press(kb.Tab)
		order = append(order, eval[string](p, `document.activeElement.id`))
	}
	assert.Equal(t, []string{"size", "count", "name"}, order)

	p.exec(`document.querySelector("#size").focus()`)
	p.press(kb.Enter)
	p.waitFor(`document.querySelector("#secret-0").textContent !== ""`)
	first := p.secret()

	p.press(kb.End + "g") // in a field a letter is a letter
	assert.Equal(t, "32g", eval[string](p, `document.querySelector("#size").value`))
	assert.Equal(t, first, p.secret())
	p.press(kb.Backspace)

	p.exec(`document.activeElement.blur()`)
	p.press("g")
	p.waitFor(`document.querySelector("#secret-0").textContent !== "` + first + `"`)
	p.press("c")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied.")`)
	assert.Equal(t, p.secret(), p.clipboard())

	second := p.secret()
	p.press("?")
	p.waitFor(`document.querySelector("#shortcuts").open`)
	p.click("#keys")
	p.press(kb.Escape)
	p.press("g")
	p.press("g")
	assert.Equal(t, second, p.secret(), "switched off means off")
	assert.Equal(t, "?keys=off", eval[string](p, `location.search`))
}

// The keyboard repeats a key that is held down. Each repetition would replace the
// secret, and the first one would be lost beyond Undo.
func TestAKeyThatIsHeldDownGeneratesOnce(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct{ focus, key string }{
		"g":              {"#main", "g"},
		"Enter in field": {"#size", "Enter"},
	} {
		t.Run(name, func(t *testing.T) {
			p := newPage(t)
			p.open(startServer(t).url)
			p.reach("#size")
			p.exec(`
				document.querySelector("` + c.focus + `").focus();
				for (const repeat of [false, true, true, true]) {
					document.activeElement.dispatchEvent(new KeyboardEvent("keydown", {key: "` + c.key + `", repeat, bubbles: true, cancelable: true}));
				}`)
			p.waitFor(`document.querySelector("#status").textContent.includes("ready")`)
			p.exec(`new Promise((r) => setTimeout(r, 100))`)
			assert.Equal(t, "1 secret is ready: 256 bits.", p.text("#status"))
			assert.True(t, eval[bool](p, `document.querySelector("#undo") === null`))
		})
	}
}

func TestTheLiveRegionSpeaksOfEveryChangeAndNeverSaysTheSecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.exec(`
		window.spoken = [];
		for (const region of document.querySelectorAll("[role=status], [role=alert], [aria-live], output")) {
			new MutationObserver(() => spoken.push(region.textContent)).observe(region, {childList: true, characterData: true, subtree: true});
		}`)
	s := p.generate()
	for _, button := range []string{"#copy", "#copy-env", "#mask", "#mask", "#clear", "#undo", "#clear"} {
		p.click(button)
		p.exec(`new Promise((r) => setTimeout(r, 60))`)
	}
	spoken := strings.Join(eval[[]string](p, `window.spoken`), "\n")
	for _, expected := range []string{"1 secret is ready: 256 bits", "Copied.", "Copied as a line", "Now hidden", "Now shown", "Cleared", "Brought back"} {
		assert.Contains(t, spoken, expected)
	}
	assert.NotContains(t, spoken, s)
}

// The first screen holds what a person came for, before and after the click.
func TestTheFirstScreenHoldsAllThatIsNeeded(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	for name, size := range map[string][2]int64{"phone": {390, 844}, "laptop": {1280, 800}, "phone?for=supabase": {390, 844}, "laptop?for=supabase": {1280, 800}} {
		p.run(name, func(t *testing.T) {
			p.resize(size[0], size[1])
			_, query, _ := strings.Cut(name, "?")
			p.open(url + "?" + query)
			for _, when := range []string{"before", "after"} {
				for _, selector := range []string{"#preset", "#algorithm", "#generate", ".secrets li", "#copy", ".scale"} {
					bottom := eval[float64](p, `document.querySelector("`+selector+`").getBoundingClientRect().bottom`)
					assert.LessOrEqual(t, bottom, float64(size[1]), "%s, %s", selector, when)
				}
				assert.Zero(t, eval[float64](p, `scrollY`))
				assert.True(t, eval[bool](p, `document.querySelector(".worth .hint").checkVisibility()`), "what the times on the scale are, %s", when)
				if when == "before" {
					p.generate()
				}
			}
		})
	}
}

func TestFromTheFirstKeyToTheClipboardInThree(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.press("g")
	p.waitFor(`document.querySelector("#secret-0").textContent !== ""`)
	p.press("c")
	p.waitFor(`document.querySelector("#copy").textContent === "Copied"`)
	assert.Equal(t, p.secret(), p.clipboard())
}

// An address that sets what is folded shows it, and so does a mistake in it.
func TestTheOptionsOpenWhenTheyMatter(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	open := func() bool { return eval[bool](p, `document.querySelector("#options").open`) }
	for query, want := range map[string]bool{"": false, "?alg=HS512&format=hex": false, "?size=64": true, "?count=3": true, "?keys=off": false} {
		p.open(url + query)
		assert.Equal(t, want, open(), query)
	}
	p.open(url)
	p.fill("#size", "x")
	p.click("#options summary")
	p.waitFor(`!document.querySelector("#options").open`)
	p.click("#generate")
	p.waitFor(`document.querySelector("#options").open && document.activeElement.id === "size"`)
	assert.Contains(t, p.text("#size-problem"), "whole number")
	p.click("#options summary")
	p.waitFor(`!document.querySelector("#options").open`)
}

func TestAnotherAlgorithmSaysWhatItChanges(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	assert.Contains(t, p.text("#facts"), "256 bits", "what the next secret will be")
	p.click("label[for=alg-HS512]")
	p.waitFor(`document.querySelector("#status").textContent === "The next one: 64 bytes, 512 bits."`)
	assert.Contains(t, p.text("#facts"), "512 bits")
	p.fill("#size", "8")
	p.waitFor(`document.querySelector(".preview .scale").dataset.verdict === "below-rule"`)
}

package e2e

import (
	"encoding/json"
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// placesOfBoxes are the texts of all places of all boxes, by "box/place".
const placesOfBoxes = `Object.fromEntries([...document.querySelectorAll("[data-place]:not(canvas)")].map((e) =>
	[e.closest("[data-box]").dataset.box + "/" + e.dataset.place, e.textContent.split(/\s+/).filter(Boolean).join(" ")]))`

// placesIn are the same of a page as it was built.
func placesIn(page *html.Node) map[string]string {
	all := map[string]string{}
	for name, box := range having(page, "data-box") {
		for place, e := range having(box, "data-place") {
			if e.Data != "canvas" {
				all[name+"/"+place] = wordsOf(e)
			}
		}
	}
	return all
}

// deadControls are the controls of boxes that cannot be used, but for buttons: a box may not
// allow one yet.
const deadControls = `[...document.querySelectorAll("[data-box] [name]:disabled, [data-copy]:disabled")].map((e) => e.outerHTML)`

// flat are the pictures that show nothing: every pixel has one colour.
const flat = `[...document.querySelectorAll("canvas.plot")].filter((e) => {
	const copy = new OffscreenCanvas(e.width, e.height).getContext("2d", {willReadFrequently: true});
	copy.drawImage(e, 0, 0);
	const pixels = new Uint32Array(copy.getImageData(0, 0, e.width, e.height).data.buffer);
	return pixels.every((p) => p === pixels[0]);
}).map((e) => e.outerHTML)`

func TestEveryBoxOfEveryChapterLives(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	links := map[string]bool{}
	for _, c := range theGuide(t).All() {
		p.run(c.Slug, func(t *testing.T) {
			p.openGuide(url, c.Path())
			page := built(t, url, c.Path())
			assert.Equal(t, len(having(page, "data-box")), eval[int](p, `document.querySelectorAll("[data-live]").length`))
			assert.Equal(t, placesIn(page), eval[map[string]string](p, placesOfBoxes), "a box shows what it did when it was built")
			assert.Empty(t, eval[[]string](p, deadControls))
			p.comeToRest()
			assert.Empty(t, eval[[]string](p, flat))
			assert.Empty(t, p.complaints())
			for _, width := range []int64{360, 280} {
				p.resize(width, 653)
				p.comeToRest()
				assert.Equal(t, []string{"0 px"}, eval[[]string](p, sideways+`.slice(0, 4)`), "at %d", width)
				assert.Empty(t, eval[[]string](p, flat), "at %d", width)
			}
			p.resize(360, 653)
			p.exec(twice)
			assert.Equal(t, []string{"0 px"}, eval[[]string](p, sideways+`.slice(0, 4)`), "twice as large")
			p.resize(1440, 900)
			for link := range having(page, "href") {
				links[link] = strings.HasPrefix(link, "/") && strings.Contains(link, "?")
			}
		})
	}
	for link, setting := range links {
		if setting {
			p.run("the link "+link, func(t *testing.T) { p.takesAll(url, link) })
		}
	}
	for _, link := range []string{"/?alg=HS512&size=80&format=hex", "/?for=supabase", "/keys?alg=RS256&bits=4096", "/keys?alg=ECDH-ES%2BA256KW&curve=X25519", "/bulk?alg=HS384", "/rotate?alg=HS512"} {
		p.takesAll(url, link)
		assert.False(t, p.shows("HS513"))
	}
	p.run("a link with what no page takes is seen", func(t *testing.T) { // or the checks above could not fail
		for _, link := range []string{"/audit?alg=HS512", "/bulk?count=3", "/keys?alg=HS256", "/rotate?alg=none", "/?alg=HS5", "/?for=nobody", "/?size=5000"} {
			assert.NotEmpty(t, p.refusals(url, link), link)
		}
	})
}

// takesAll opens a link and holds the page to all of its settings.
func (p *page) takesAll(address, link string) {
	p.t.Helper()
	assert.Empty(p.t, p.refusals(address, link))
	to, err := url.Parse(link)
	require.NoError(p.t, err)
	for name, values := range to.Query() {
		assert.True(p.t, p.shows(values[0]), "%s of %s is chosen on the page", name, link)
	}
}

// shows reports whether a field of the page has this value.
func (p *page) shows(value string) bool {
	p.t.Helper()
	text, err := json.Marshal(value)
	require.NoError(p.t, err)
	return eval[bool](p, fmt.Sprintf(`[...document.querySelectorAll("main input, main select")].some((e) =>
		(e.type !== "radio" || e.checked) && [e.value, e.id.slice(e.id.lastIndexOf("-") + 1), e.selectedOptions?.[0].textContent].includes(%s))`, text))
}

// refusals opens a link and tells what its page says against it.
func (p *page) refusals(url, link string) []string {
	p.t.Helper()
	p.load(strings.TrimSuffix(url, "/") + link)
	p.waitFor(`document.querySelector("main button:not(:disabled), main textarea:not(:disabled)") !== null && document.querySelector("#app-wasm-loader") === null`)
	p.exec(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))`)
	said := eval[[]string](p, `[...document.querySelectorAll("#not-taken, [id$=-problem], [aria-invalid=true]")].map((e) => e.textContent || e.outerHTML)`)
	return slices.DeleteFunc(said, func(s string) bool { return s == "" })
}

package e2e

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheKeyboardGoesThroughTheGuideAsTheEyeDoes(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for _, path := range []string{"/guide", "/guide/rotation"} {
		for _, width := range []int64{360, 768, 1440} {
			p.run(fmt.Sprint(path, " at ", width), func(t *testing.T) {
				p.resize(width, 900)
				p.openGuide(url, path)
				p.exec(`document.querySelector(".skip").focus()`)
				p.enter()
				p.press(kb.Tab)
				assert.Equal(t, "ARTICLE", eval[string](p, `document.activeElement.closest("article, .guide-side")?.tagName`), "the way to the content skips the list of all")
				lower := eval[bool](p, `document.querySelector(".guide").lastElementChild.getBoundingClientRect().top > document.querySelector(".guide").firstElementChild.getBoundingClientRect().bottom`)
				assert.Equal(t, width < 1024, lower, "what comes second stands below, or beside")
			})
		}
	}
}

func TestWhatIsSmallToSeeIsLargeEnoughToPress(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.resize(360, 740)
	for _, c := range theGuide(t).Chapters {
		p.openGuide(url, c.Path())
		assert.Empty(t, eval[[]string](p, `[...document.querySelectorAll(".to-chapters, .footnote-ref, .footnote-backref")]
			.filter((e) => !e.closest("sup")?.matches("sup + sup, :has(+ sup)")) // two beside each other share what there is
			.filter((e) => { const {width, height} = e.getBoundingClientRect(); return width < 24 || height < 24 }).map((e) => e.outerHTML)`), c.Path())
	}
}

// stopped are the tables and the pieces of code where the keyboard stops for nothing, or does
// not although they scroll.
const stopped = `[...document.querySelectorAll(".table-place, .snippet pre")]
	.filter((e) => (e.tabIndex === 0) !== (e.scrollWidth > e.clientWidth)).map((e) => e.textContent.slice(0, 60))`

func TestTheKeyboardStopsOnlyAtWhatScrolls(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	scrolling := 0
	for _, c := range theGuide(t).Chapters {
		p.resize(1440, 900)
		p.openGuide(url, c.Path())
		for _, width := range []int64{1440, 280} {
			p.resize(width, 900)
			p.comeToRest()
			assert.Empty(t, eval[[]string](p, stopped), "%s at %d", c.Path(), width)
			scrolling += eval[int](p, `document.querySelectorAll(".table-place[tabindex], pre[tabindex]").length`)
		}
	}
	assert.NotZero(t, scrolling)
}

// cutOff are the choices that are wider than their list shows.
const cutOff = `[...document.querySelectorAll(".try select")].flatMap((list) => {
	const style = getComputedStyle(list), c = new OffscreenCanvas(1, 1).getContext("2d");
	c.font = style.fontWeight + " " + style.fontSize + " " + style.fontFamily;
	const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
	return [...list.options].filter((o) => c.measureText(o.text).width > room).map((o) => o.text);
})`

func TestEveryChoiceIsReadWholeOnAPhone(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for _, c := range theGuide(t).Chapters {
		p.openGuide(url, c.Path())
		for _, width := range []int64{360, 320} {
			p.resize(width, 653)
			assert.Empty(t, eval[[]string](p, cutOff), "%s at %d", c.Path(), width)
		}
	}
}

// notesTexts notes the texts that are painted outside of their canvas, or too narrow.
const notesTexts = `{
	window.outside = [];
	const paint = CanvasRenderingContext2D.prototype.fillText;
	CanvasRenderingContext2D.prototype.fillText = function (text, x, y, most) {
		const {width} = this.measureText(text);
		const left = x - width * {left: 0, center: 0.5, right: 1}[this.textAlign];
		if (left < -0.5 || left + width > this.canvas.clientWidth + 0.5) window.outside.push(text + " at " + this.canvas.clientWidth);
		paint.call(this, text, x, y, most);
	};
}`

func TestTheNamesOnATimeLineAreReadWhole(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.before(notesTexts)
	p.resize(360, 653)
	p.openGuide(url, "/guide/rotation")
	for _, width := range []int64{360, 320, 280} {
		p.resize(width, 653)
		p.comeToRest()
		p.exec(`for (const reason of document.querySelector("#overlap-reason").options) {
			for (const removed of document.querySelector("#overlap-removed").options) {
				reason.selected = removed.selected = true;
				document.querySelector("#overlap-deploy").value = "1 hour";
				document.querySelector("#overlap-deploy").dispatchEvent(new Event("input", {bubbles: true}));
			}
		}`)
		assert.Empty(t, eval[[]string](p, `window.outside`))
	}
	p.exec(twice) // where they are too wide, they are made narrower
	p.resize(360, 653)
	p.comeToRest()
	assert.NotEmpty(t, eval[[]string](p, `window.outside`))
}

func TestASliderSaysWhatItCountsAndIsSetByButtons(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/entropy")
	const spoken = `document.querySelector("#bits-bits").ariaValueText`
	assert.Equal(t, "64 bits", eval[string](p, spoken))
	for _, size := range []string{"128", "256", "64"} {
		p.click("#bits-" + size)
		p.waitFor(spoken + ` === "` + size + ` bits"`)
		assert.Equal(t, size, eval[string](p, `document.querySelector("#bits-bits").value`))
		p.waitFor(`document.querySelector("[data-place=size]").textContent === "` + size + ` bits"`)
	}
	p.exec(`document.querySelector("#bits-bits").focus()`)
	p.press(kb.ArrowRight)
	p.waitFor(spoken + ` === "65 bits"`)
}

func TestNoTwoButtonsOfABoxHaveOneName(t *testing.T) {
	t.Parallel()
	for _, c := range theGuide(t).Chapters {
		for name, box := range having(built(t, startServer(t).url, c.Path()), "data-box") {
			names := map[string]bool{}
			for _, button := range having(box, "data-act") {
				assert.False(t, names[wordsOf(button)], "%s: %s", name, wordsOf(button))
				names[wordsOf(button)] = true
			}
		}
	}
}

func TestAWrongHeaderIsSpokenOfBelowItAndThePageStaysWhereItIs(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openGuide(url, "/guide/secret")
	const line = `document.querySelector("[data-place=header64]").getBoundingClientRect().height`
	before := eval[float64](p, line)
	require.Greater(t, before, 30.0)
	p.fill("#sign-header", "{")
	p.waitFor(`document.querySelector("[data-place=header64]").textContent === ""`)
	assert.Equal(t, before, eval[float64](p, line))
	assert.InDelta(t, p.bottom("#sign-header"), eval[float64](p, `document.querySelector("[data-place=header-problem]").getBoundingClientRect().top`), 20)
}

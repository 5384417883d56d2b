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

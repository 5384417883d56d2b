package e2e

import (
	"context"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/guide/chapter"
)

// theGuide returns the chapters, as the site was built with them.
func theGuide(t testing.TB) chapter.Guide {
	t.Helper()
	g, err := chapter.Load(os.DirFS("../../web/guide"))
	require.NoError(t, err)
	return g
}

// alive says that the program of a page of the guide runs, and that each of its boxes works.
const alive = `document.querySelector("#guide-search:not(:disabled)") !== null && document.querySelector("[data-box]:not([data-live])") === null`

// openGuide loads a page of the guide, whose path begins with a slash, and waits until its
// program runs.
func (p *page) openGuide(url, path string) {
	p.t.Helper()
	p.load(strings.TrimSuffix(url, "/") + path)
	p.waitFor(alive)
}

// built returns the page as the server sends it.
func built(t *testing.T, url, path string) *html.Node {
	t.Helper()
	response, err := http.Get(strings.TrimSuffix(url, "/") + path)
	require.NoError(t, err)
	defer response.Body.Close()
	tree, err := html.Parse(response.Body)
	require.NoError(t, err)
	return tree
}

// having returns the elements that have an attribute, by its value.
func having(tree *html.Node, attribute string) map[string]*html.Node {
	all := map[string]*html.Node{}
	for n := range tree.Descendants() {
		for _, a := range n.Attr {
			if a.Key == attribute {
				all[a.Val] = n
			}
		}
	}
	return all
}

// wordsOf returns the text of an element, with one space between words.
func wordsOf(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// seenOfGuide is what a person sees of a chapter without its program: its title, how much text, and
// what of it is hidden that should not be.
const seenOfGuide = `(() => {
	const article = document.querySelector("article");
	const parts = [...article.querySelectorAll("h1, h2, h3, p:not(:empty), li, td, th, pre, label, figcaption, button, input, select, textarea, a:not(.to-chapters)")]; // that link is for phones
	return {
		title: document.title,
		heading: document.querySelector("h1").innerText,
		text: article.textContent.split(/\s+/).filter(Boolean).join(" "),
		hidden: parts.filter((e) => !e.closest("figure")?.querySelector("[data-place]:empty")) // a box may hide what it has no value for
			.filter((e) => !e.checkVisibility() || e.getBoundingClientRect().height === 0).map((e) => e.outerHTML),
		enabled: [...article.querySelectorAll("input, select, textarea, button")].filter((e) => !e.disabled).map((e) => e.outerHTML),
		pictures: [...article.querySelectorAll("canvas")].filter((e) => e.checkVisibility()).length,
		without: document.querySelector("noscript").innerText,
	};
})()`

type sight struct {
	Title, Heading, Text, Without string
	Hidden, Enabled               []string
	Pictures                      int
}

func TestEveryChapterReadsWithoutJavaScript(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	call(p, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
	all := theGuide(t).All()
	p.load(url + "guide")
	for i, c := range all {
		if i > 0 { // from chapter to chapter by the link below the text
			p.do(chromedp.Click(chromedp.CSS(`a[rel="next"]`)))
		}
		p.run(c.Slug, func(t *testing.T) {
			p.arrives(c.Path())
			s := eval[sight](p, seenOfGuide)
			assert.Equal(t, c.Route().Title, s.Title)
			assert.Equal(t, c.Title, s.Heading)
			assert.Equal(t, wordsOf(having(built(t, url, c.Path()), "aria-labelledby")["chapter-title"]), s.Text)
			assert.Greater(t, len(s.Text), len(c.Description), "the text is in the page")
			assert.Empty(t, s.Hidden)
			assert.Empty(t, s.Enabled, "nothing pretends to work")
			assert.Zero(t, s.Pictures, "no empty picture is shown")
			assert.Contains(t, s.Without, "You can read the guide as it is.")
		})
	}
	p.do(chromedp.Click(chromedp.CSS(`.toc a[href="/guide/entropy"]`)))
	p.arrives("/guide/entropy")
}

// arrives waits for a page in which no script runs, and so no clock. While one page follows
// the other, nobody answers.
func (p *page) arrives(path string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(p.ctx, 2*time.Second)
		where, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.readyState + location.pathname`))
		cancel()
		if err == nil && where == "complete"+path {
			return
		}
		require.True(p.t, time.Now().Before(end), "waited in vain for %s: %s (%v)", path, where, err)
	}
}

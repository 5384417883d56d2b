package chapter

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// pageOf parses the page of a chapter.
func pageOf(t *testing.T, g Guide, number int) *html.Node {
	t.Helper()
	page, err := g.Page(g.All()[number], "/assets/index.json")
	require.NoError(t, err)
	return parsed(t, string(page))
}

// linksIn lists the links under the element with this class: where to, and what they say.
func linksIn(t *testing.T, page *html.Node, class string) (links []string) {
	t.Helper()
	in := find(page, "class", class)
	require.NotNil(t, in, class)
	for n := range in.Descendants() {
		if n.DataAtom == atom.A {
			to, _ := attribute(n, "href")
			_, current := attribute(n, "aria-current")
			links = append(links, to+" "+textOf(n)+map[bool]string{true: " (here)"}[current])
		}
	}
	return links
}

func TestAPageListsAllChaptersAndItsOwnSections(t *testing.T) {
	page := pageOf(t, smallGuide(t), 1)
	assert.Equal(t, []string{"/guide The guide", "/guide/first First <b> & more (here)", "#part-one Part one", "#part-x Part <x>", "/guide/second Second"}, linksIn(t, page, "toc"))
	assert.Equal(t, "First <b> & more", textOf(find(page, "id", "chapter-title")))
	assert.Equal(t, "A <i>.", textOf(find(page, "class", "lead")))
	assert.Equal(t, "Chapter 1 of 2 · 1 minute All chapters", textOf(find(page, "class", "chapter-mark")))
}

func TestAPageLeadsToTheChaptersBeforeAndAfter(t *testing.T) {
	g := smallGuide(t)
	for number, want := range [][]string{
		{"/guide/first NextFirst <b> & more"},
		{"/guide BeforeThe guide", "/guide/second NextSecond"},
		{"/guide/first BeforeFirst <b> & more"},
	} {
		assert.Equal(t, want, linksIn(t, pageOf(t, g, number), "chapter-nav"), number)
	}
}

func TestTheBeginningListsTheChaptersAndWhatTheyAreAbout(t *testing.T) {
	page := pageOf(t, smallGuide(t), 0)
	assert.Equal(t, []string{"/guide/first First <b> & more", "/guide/second Second"}, linksIn(t, page, "chapters"))
	assert.Contains(t, textOf(find(page, "class", "chapters")), "A <i>.")
	assert.Nil(t, find(page, "class", "chapter-mark"))
	assert.Equal(t, "/guide The guide (here)", linksIn(t, page, "toc")[0])
}

func TestThePageSaysWhereItsSearchLooks(t *testing.T) {
	field := find(pageOf(t, smallGuide(t), 2), "id", "guide-search")
	index, _ := attribute(field, "data-index")
	assert.Equal(t, "/assets/index.json", index)
	_, disabled := attribute(field, "disabled")
	assert.True(t, disabled, "until the program runs")
}

func TestWhatAPageRefersToIsThere(t *testing.T) {
	g := smallGuide(t)
	for number := range g.All() {
		page := pageOf(t, g, number)
		ids := map[string]int{}
		for n := range page.Descendants() {
			if id, ok := attribute(n, "id"); ok {
				ids[id]++
				assert.Equal(t, 1, ids[id], id)
			}
		}
		for n := range page.Descendants() {
			for _, key := range []string{"for", "aria-labelledby", "aria-describedby", "href"} {
				to, ok := attribute(n, key)
				if ok && (key != "href" || strings.HasPrefix(to, "#")) {
					assert.Contains(t, ids, strings.TrimPrefix(to, "#"), "%s of %s", key, n.Data)
				}
			}
		}
	}
}

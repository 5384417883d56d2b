package chapter

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guide"
)

// testSources are the sources of the chapters of these tests.
const testSources = `[^one]: The first source, ` + "`https://one.example`" + `

[^two]: The second source
`

// renderText renders a chapter with this text.
func renderText(t *testing.T, markdown string) (Chapter, error) {
	t.Helper()
	return newRenderer(testForms(t, echoForm), testSources).render("3-some-slug.md", "title: Some title\ndescription: What it is for.\n\n"+markdown)
}

func rendered(t *testing.T, markdown string) Chapter {
	t.Helper()
	c, err := renderText(t, markdown)
	require.NoError(t, err)
	return c
}

func TestAChapterHasItsPlaceItsAddressAndItsSections(t *testing.T) {
	c := rendered(t, "Begin here.\n\n## What *is* `alg`?\n\nMore.\n\n## Last\n\nEnd.\n")
	assert.Equal(t, 3, c.Number)
	assert.Equal(t, "/guide/some-slug", c.Path())
	assert.Equal(t, "Some title", c.Title)
	assert.Equal(t, "What it is for.", c.Description)
	assert.Equal(t, []Section{{"what-is-alg", "What is alg?"}, {"last", "Last"}}, c.Sections)
	for _, s := range c.Sections {
		assert.Contains(t, c.body, `<h2 id="`+s.ID+`">`)
	}
	assert.Equal(t, []guide.Entry{
		{Path: "/guide/some-slug", Chapter: "Some title", Text: "Begin here."},
		{Path: "/guide/some-slug#what-is-alg", Chapter: "Some title", Section: "What is alg?", Text: "More."},
		{Path: "/guide/some-slug#last", Chapter: "Some title", Section: "Last", Text: "End."},
	}, c.entries)
}

func TestTheRouteOfAChapterIsAFileOfItsName(t *testing.T) {
	r := rendered(t, "Text.").Route()
	assert.Equal(t, "guide/some-slug.html", r.File)
	assert.Equal(t, "/guide/some-slug", r.Path)
	assert.Contains(t, r.Title, "Some title")
}

func TestNumbersAreFilledInWhereverTheyStand(t *testing.T) {
	// RFC 7518 §3.2: 32 bytes for HS256, 64 for HS512.
	c := rendered(t, "At least {= minBytes \"HS256\" =} bytes.\n\n```sh\nopenssl rand {= minBytes \"HS512\" =}\n```\n\n## {= minBits \"HS256\" =} bits\n")
	assert.Contains(t, c.body, "<p>At least 32 bytes.</p>")
	assert.Contains(t, c.body, "openssl rand 64</code>")
	assert.Equal(t, []Section{{"256-bits", "256 bits"}}, c.Sections)
	assert.Equal(t, "At least 32 bytes. openssl rand 64", c.entries[0].Text)
}

func TestReadingTakesAMinuteForEachTwoHundredWordsBegun(t *testing.T) {
	for words, minutes := range map[int]int{1: 1, 200: 1, 201: 2, 1000: 5, 1001: 6} {
		c := rendered(t, strings.Repeat("word ", words)+"[^one]\n\n```try echo\nNot counted\n```\n")
		assert.Equal(t, words, c.Words, "without the box and the sources")
		assert.Equal(t, minutes, c.Minutes, words)
	}
}

func TestTheSearchSeesTheWordsThatAPersonReads(t *testing.T) {
	c := rendered(t, "> [!MYTH]\n> Padding *weakens* a [short](/audit) key, `K\\* &amp; L`.\n\nNot \\*so\\* &amp; true.\n\n| Head | Two |\n|---|---|\n| a | b |\n\n- item\n- other\n\n```sh In a shell\necho 1\n```\n\n```try echo\nA box\n```\n\nSee.[^one]\n")
	assert.Equal(t, "Padding weakens a short key, K\\* &amp; L. Not *so* & true. Head Two a b item other echo 1 See.", c.entries[0].Text)
}

func TestOnlySourcesThatAreNamedStandBelowAChapter(t *testing.T) {
	c := rendered(t, "Claim.[^two] Again.[^two]\n")
	assert.Contains(t, c.body, "The second source")
	assert.NotContains(t, c.body, "The first source")
	assert.NotContains(t, rendered(t, "No claim.").body, "footnote")
}

func TestCommentsAreDroppedAndWhatIsAskedIsCollected(t *testing.T) {
	c := rendered(t, "<!--\nasked: some/repo#12 how long it must be\nnote: for who writes\nasked: other/repo#3 whether padding weakens\n-->\n\nText.\n\n<!-- asked: third/repo#4 on one line -->\n\nMore.\n\n<!-- no question -->\n")
	assert.Equal(t, []string{"some/repo#12 how long it must be", "other/repo#3 whether padding weakens", "third/repo#4 on one line"}, c.Asked)
	assert.Equal(t, "<p>Text.</p>\n<p>More.</p>\n", c.body)
	assert.Equal(t, "Text. More.", c.entries[0].Text)
}

func TestASectionIsFoundByWordsThatAreNotInThePage(t *testing.T) {
	c := rendered(t, "<!--\nasked: some/repo#12 why\nwords: begin, start\n-->\n\nText.\n\n## Last\n\n<!-- words: end -->\n\nMore.\n")
	assert.Equal(t, []string{"begin, start", "end"}, []string{c.entries[0].Words, c.entries[1].Words})
	assert.Equal(t, "<p>Text.</p>\n<h2 id=\"last\">Last</h2>\n<p>More.</p>\n", c.body)
	assert.Equal(t, 2, c.Words, "without them")
	assert.Equal(t, []string{"some/repo#12 why"}, c.Asked)
}

func TestTheSameTextGivesTheSamePage(t *testing.T) {
	text := "Begin.[^one]\n\n## Same\n\n## Same\n\n```try echo\nA box\n```\n\n> [!NOTE]\n> Mind.[^two]\n"
	r := newRenderer(testForms(t, echoForm), testSources)
	first, err := r.render("1-a.md", "title: T\ndescription: D\n\n"+text)
	require.NoError(t, err)
	for range 5 {
		again, err := r.render("1-a.md", "title: T\ndescription: D\n\n"+text)
		require.NoError(t, err)
		assert.Equal(t, first, again, "one chapter leaves nothing behind for the next")
	}
}

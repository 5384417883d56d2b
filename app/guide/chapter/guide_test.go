package chapter

import (
	"fmt"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/guide"
	"jwtsecret/app/meta"
)

// What the real chapters keep to.

// theGuide loads the guide as the build does.
func theGuide(t *testing.T) Guide {
	t.Helper()
	g, err := Load(os.DirFS(guideFolder))
	require.NoError(t, err)
	return g
}

// sourceOf reads the Markdown of a chapter.
func sourceOf(t *testing.T, c Chapter) string {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("%s/%d-%s.md", guideFolder, c.Number, c.Slug))
	require.NoError(t, err)
	return string(text)
}

func TestTheGuideHasItsNineChapters(t *testing.T) {
	var slugs, titles []string
	var named []meta.Chapter
	for _, c := range theGuide(t).Chapters {
		slugs = append(slugs, c.Slug)
		titles = append(titles, c.Title)
		named = append(named, meta.Chapter{Path: c.Path(), Title: c.Title})
	}
	// The addresses are for good: others have written them down.
	assert.Equal(t, []string{
		"secret", "entropy", "random", "key-length", "cracking", "encodings", "storage", "rotation", "key-pairs",
	}, slugs)
	assert.Len(t, slices.Compact(slices.Sorted(slices.Values(titles))), 9, "no two have one title")
	assert.Equal(t, meta.Chapters, named)
}

func TestEveryChapterReadsInFiveMinutes(t *testing.T) {
	for _, c := range theGuide(t).Chapters {
		assert.LessOrEqual(t, c.Words, 1000, c.Slug)
		assert.LessOrEqual(t, c.Minutes, 5, c.Slug)
		assert.LessOrEqual(t, len([]rune(c.Description)), 160, "%s: search engines cut a longer description", c.Slug)
		assert.LessOrEqual(t, len([]rune(c.Route().Title)), 80, c.Slug)
	}
}

// cited is where somebody asks, and what: an issue or a discussion of a public repository, or
// the address of a question in a forum.
var cited = regexp.MustCompile(`^([\w-]+/[\w.-]+#[1-9]\d*|(https://)?([a-z0-9-]+\.)+(com|org|net|io|dev)/\S+) +\S+ .*\S`)

func TestEveryChapterAnswersWhatPeopleAskInPublic(t *testing.T) {
	for _, c := range theGuide(t).Chapters {
		assert.GreaterOrEqual(t, len(c.Asked), 3, c.Slug)
		for _, a := range c.Asked {
			assert.Regexp(t, cited, a, c.Slug)
		}
	}
	for asked, good := range map[string]bool{
		"owner/repo.js#12 how long it must be":              true,
		"stackoverflow.com/questions/1/x why is it refused": true,
		"https://security.stackexchange.com/q/1 is it good": true,
		"owner/repo#12":              false, // and what?
		"owner/repo 12 how long":     false,
		"#12 how long it is":         false,
		"somebody asked how long":    false,
		"owner/repo#x how long it":   false,
		"stackoverflow.com why so ?": false,
	} {
		assert.Equal(t, good, cited.MatchString(asked), asked)
	}
}

func TestNoFigureIsTypedIntoTheProse(t *testing.T) {
	for _, c := range theGuide(t).All() {
		assert.Empty(t, figures(sourceOf(t, c)), "%s: let {= … =} work it out, or name it in figures_test.go", c.Slug)
		assert.Empty(t, figures("\n\n"+c.Title+" "+c.Description), "%s: title and description", c.Slug)
	}
}

// source is the definition of a source: its name in brackets, what it is, and where.
var source = regexp.MustCompile(`(?m)^\[\^([a-z0-9.-]+)\]: (\S.*)$`)

func TestEveryClaimHasASourceAndEverySourceAClaim(t *testing.T) {
	text, err := os.ReadFile(guideFolder + "/sources.md")
	require.NoError(t, err)
	rest := source.ReplaceAllString(string(text), "")
	assert.Empty(t, strings.TrimSpace(rest), "each source is one line")
	used := map[string]bool{}
	for _, c := range theGuide(t).Chapters {
		markdown := sourceOf(t, c)
		assert.NotRegexp(t, source, markdown, "%s: sources stand in sources.md", c.Slug)
		names := regexp.MustCompile(`\[\^([^\]]+)\]`).FindAllStringSubmatch(markdown, -1)
		assert.NotEmpty(t, names, c.Slug)
		for _, n := range names {
			used[n[1]] = true
		}
	}
	seen := map[string]bool{}
	for _, s := range source.FindAllStringSubmatch(string(text), -1) {
		assert.True(t, used[s[1]], "no chapter uses the source %s", s[1])
		assert.False(t, seen[s[1]], "the source %s stands there twice", s[1])
		seen[s[1]] = true
	}
}

// settings are what may stand in the query of a link: none of them can hold a secret. That
// each page takes them is a matter for a browser.
var settings = []string{"for", "alg", "size", "format", "count", "bits", "curve"}

func TestNoLinkIsDead(t *testing.T) {
	g := theGuide(t)
	pages := map[string]*html.Node{}
	for i, c := range g.All() {
		pages[c.Path()] = pageOf(t, g, i)
	}
	links := 0
	for path, page := range pages {
		for n := range page.Descendants() {
			to, ok := attribute(n, "href")
			if n.DataAtom != atom.A || !ok {
				continue
			}
			links++
			assert.Empty(t, dead(pages, path, to), "%s: %s", path, to)
		}
	}
	assert.Greater(t, links, 9*9, "each page has its list of chapters")
	for to, why := range map[string]string{
		"/nowhere":           "there is no page",
		"/guide/nowhere":     "there is no page",
		"/guide/entropy#no":  "no heading",
		"#nowhere":           "no heading",
		"/audit#paste":       "a place in a page that is made in the browser",
		"/?secret=x":         "secret is no setting",
		"/?alg=HS512&key=a":  "key is no setting",
		"/guide?alg=HS512":   "takes no settings",
		"/?alg=%zz":          "cannot be read",
		"/guide/entropy":     "",
		"/?alg=HS512&size=6": "",
		"#chapter-title":     "",
	} {
		said := dead(pages, "/guide/entropy", to)
		assert.Contains(t, said, why, to)
		assert.Equal(t, why == "", said == "", to)
	}
}

// dead says why a link leads nowhere, or nothing.
func dead(pages map[string]*html.Node, from, link string) string {
	to, err := url.Parse(link)
	if err != nil {
		return "cannot be read"
	}
	query, err := url.ParseQuery(to.RawQuery)
	if err != nil {
		return "cannot be read"
	}
	path := to.Path
	if path == "" {
		path = from
	}
	page, ours := pages[path]
	switch {
	case ours && len(query) > 0:
		return "the guide takes no settings"
	case ours && to.Fragment != "" && find(page, "id", to.Fragment) == nil:
		return "there is no heading " + to.Fragment
	case !ours && to.Fragment != "":
		return "a place in a page that is made in the browser"
	case !ours && !slices.ContainsFunc(meta.Routes, func(r meta.Route) bool { return r.Path == path }):
		return "there is no page " + path
	}
	for name := range query {
		if !slices.Contains(settings, name) {
			return name + " is no setting"
		}
	}
	return ""
}

func TestNoTwoSectionsOfAChapterHaveOneHeading(t *testing.T) {
	for _, c := range theGuide(t).Chapters {
		assert.NotEmpty(t, c.Sections, "%s: a chapter has sections", c.Slug)
		seen := map[string]bool{}
		for _, s := range c.Sections {
			key := strings.ToLower(s.Title)
			assert.False(t, seen[key], "%s: %s", c.Slug, s.Title)
			seen[key] = true
		}
	}
}

func TestEveryChapterHasABoxAndEveryBoxAChapter(t *testing.T) {
	stands := map[string]string{}
	for i, c := range theGuide(t).All() {
		boxes, under := 0, false
		for n := range pageOf(t, theGuide(t), i).Descendants() {
			under = under || n.DataAtom == atom.H2
			if name, ok := attribute(n, "data-box"); ok {
				boxes++
				assert.True(t, under, "%s: %s stands under no heading, and its own is of level 3", c.Slug, name)
				assert.Empty(t, stands[name], "%s stands in two chapters", name)
				stands[name] = c.Slug
			}
		}
		assert.True(t, boxes > 0 || c.Number == 0, "%s has nothing to try", c.Slug)
	}
	eachBox(t, func(b *live) {
		name, _ := attribute(find(b.markup, "class", "try card"), "data-box")
		assert.NotEmpty(b.t, stands[name], "no chapter has the box %s", name)
	})
}

func TestNoTwoElementsOfAPageHaveOneID(t *testing.T) {
	g := theGuide(t)
	for i, c := range g.All() {
		seen := map[string]bool{}
		for n := range pageOf(t, g, i).Descendants() {
			if id, ok := attribute(n, "id"); ok {
				assert.False(t, seen[id], "%s: %s", c.Path(), id)
				seen[id] = true
			}
		}
		assert.NotEmpty(t, seen)
	}
}

func TestTheSearchFindsWhatPeopleType(t *testing.T) {
	entries := theGuide(t).Entries()
	for typed, want := range map[string]string{
		"what is entropy?": "/guide/entropy#entropy-belongs-to-the-process",
		`"none"`:           "/guide/secret#three-parts-and-none-is-hidden",
		"(kid)":            "/guide/rotation#which-key-signed-this-token",
		"32-byte":          "/guide/random#what-to-use",
		"rfc7518":          "/guide/random#what-to-use",
		"expiry":           "/guide/rotation#how-long-must-both-work",
		"logout":           "/guide/rotation#when-to-rotate",
		"revoke":           "/guide/rotation#when-it-has-leaked",
	} {
		hits, _ := guide.Search(entries, typed)
		assert.True(t, slices.ContainsFunc(hits, func(h guide.Hit) bool { return h.Path == want }), typed)
	}
	plain, _ := guide.Search(entries, "3.2")
	signed, _ := guide.Search(entries, "§3.2")
	assert.NotEmpty(t, plain)
	assert.Equal(t, signed, plain)
}

func TestNoPageOfTheGuideHoldsWhatItsPolicyRefuses(t *testing.T) {
	g := theGuide(t)
	for i, c := range g.All() {
		ids := map[string]bool{}
		for n := range pageOf(t, g, i).Descendants() {
			assert.NotContains(t, []string{"script", "style", "iframe", "img", "form", "object"}, n.Data, c.Slug)
			for _, a := range n.Attr {
				assert.False(t, a.Key == "style" || strings.HasPrefix(a.Key, "on"), "%s: %s of %s", c.Slug, a.Key, n.Data)
				if a.Key == "id" {
					assert.False(t, ids[a.Val], "%s: two have the id %s", c.Slug, a.Val)
					ids[a.Val] = true
				}
			}
		}
	}
}

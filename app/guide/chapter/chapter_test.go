package chapter

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guide"
)

// folderOf is a folder like web/guide, with no boxes.
func folderOf(files map[string]string) fstest.MapFS {
	folder := fstest.MapFS{"sources.md": {Data: []byte(testSources)}}
	for name, text := range files {
		folder[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return folder
}

// smallGuide is a guide with two chapters.
func smallGuide(t *testing.T) Guide {
	t.Helper()
	g, err := Load(folderOf(map[string]string{
		"0-guide.md":  "title: The guide\ndescription: All of it.\n\nWelcome.\n\n## Not in the search\n",
		"2-second.md": "title: Second\ndescription: B.\n\nText.[^two]\n\n## Part two\n",
		"1-first.md":  "title: First <b> & more\ndescription: A <i>.\n\nText.[^one]\n\n## Part *one*\n\nWords.\n\n## Part `<x>`\n",
		"notes.md":    "Not a chapter.",
	}))
	require.NoError(t, err)
	return g
}

func TestTheChaptersComeInTheOrderOfTheirNumbers(t *testing.T) {
	g := smallGuide(t)
	var paths []string
	for _, c := range g.All() {
		paths = append(paths, c.Path())
	}
	assert.Equal(t, []string{"/guide", "/guide/first", "/guide/second"}, paths)
	assert.Equal(t, "/guide", g.Start.Route().Path)
	assert.Equal(t, "guide.html", g.Start.Route().File)
}

func TestTheSearchHasEverySectionOfEveryChapter(t *testing.T) {
	assert.Equal(t, []guide.Entry{
		{Path: "/guide/first", Chapter: "First <b> & more", Text: "Text."},
		{Path: "/guide/first#part-one", Chapter: "First <b> & more", Section: "Part one", Text: "Words."},
		{Path: "/guide/first#part-x", Chapter: "First <b> & more", Section: "Part <x>"},
		{Path: "/guide/second", Chapter: "Second", Text: "Text."},
		{Path: "/guide/second#part-two", Chapter: "Second", Section: "Part two"},
	}, smallGuide(t).Entries())
}

func TestAGuideThatIsNotWholeIsRefused(t *testing.T) {
	start := "title: T\ndescription: D\n\nText"
	for name, files := range map[string]map[string]string{
		"no chapter":         {},
		"no beginning":       {"1-a.md": start},
		"two of one number":  {"0-guide.md": start, "1-a.md": start, "1-b.md": start},
		"a number left out":  {"0-guide.md": start, "1-a.md": start, "3-b.md": start},
		"two of one address": {"0-guide.md": start, "1-a.md": start, "2-a.md": start},
		"no address":         {"0-guide.md": start, "1-.md": start},
	} {
		_, err := Load(folderOf(files))
		assert.ErrorIs(t, err, ErrSource, name)
	}
	_, err := Load(folderOf(map[string]string{"0-guide.md": start, "1-a.md": start + "<b>"}))
	require.ErrorIs(t, err, ErrSource)
	assert.ErrorContains(t, err, "1-a.md: HTML in the text", "it says where")
	_, err = Load(fstest.MapFS{"0-guide.md": {Data: []byte(start)}})
	assert.True(t, errors.Is(err, fs.ErrNotExist), "without the sources")
}

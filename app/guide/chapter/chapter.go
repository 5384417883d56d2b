// Package chapter turns the guide's Markdown into pages when the site is built. Nothing of it
// is in a program that people run.
//
// A chapter is a file of web/guide, such as 2-entropy.md: the number is its place, the rest
// its address, /guide/entropy. It begins with its title and a description:
//
//	title: Entropy
//	description: How many guesses a secret is worth.
//
//	The text, in Markdown …
//
// Five things go beyond plain Markdown:
//
//   - {= … =} holds a number that is worked out when the site is built, by the packages that
//     the product itself uses: {= minBytes "HS256" =}. See [numbers]. A test refuses figures
//     that somebody typed into the text.
//   - A fence with the language "try" is a try-it box: the name of its form in web/guide/box
//     follows, and its title is the content.
//   - A quote that begins with [!NOTE], [!MYTH] or [!WARNING] is a callout.
//   - Footnotes name sources. All of them stand in sources.md.
//   - A line of a comment that begins with "asked:" cites where people ask what the chapter
//     answers. It is for who writes. One that begins with "words:" has words that the section
//     does not, and by which the search finds it. Neither is in the page.
//
// There is no other HTML, and no link to another site, which the page's policy would refuse:
// the address of a source is text.
package chapter

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"jwtsecret/app/guide"
	"jwtsecret/app/meta"
)

// ErrSource reports a chapter that cannot be rendered. The text says where and why.
var ErrSource = errors.New("the guide's source is not right")

// Chapter is one page of the guide, or its beginning, which has number 0.
type Chapter struct {
	Number      int
	Slug        string // the last part of its address
	Title       string
	Description string

	Minutes  int       // of reading
	Sections []Section // below the title
	Asked    []string  // where people ask what it answers
	Words    int       // of its text

	body    string        // HTML
	entries []guide.Entry // for the search
}

// Section is a part of a chapter under a heading.
type Section struct{ ID, Title string }

// Path returns the URL path of the chapter.
func (c Chapter) Path() string {
	if c.Number == 0 {
		return meta.GuidePath
	}
	return meta.GuidePath + "/" + c.Slug
}

// Route describes the chapter's page.
func (c Chapter) Route() meta.Route {
	if c.Number == 0 {
		return meta.Routes[slices.IndexFunc(meta.Routes, func(r meta.Route) bool { return r.Path == meta.GuidePath })]
	}
	return meta.Route{
		Path: c.Path(), File: strings.TrimPrefix(c.Path(), "/") + ".html",
		Title: c.Title + " – the guide of " + meta.Name,
	}
}

// Guide is the whole guide.
type Guide struct {
	Start    Chapter   // the page with the list of chapters
	Chapters []Chapter // in their order
}

// Load reads and renders the guide from a folder like web/guide.
func Load(folder fs.FS) (Guide, error) {
	forms, err := loadForms(folder)
	if err != nil {
		return Guide{}, err
	}
	sources, err := fs.ReadFile(folder, "sources.md")
	if err != nil {
		return Guide{}, err
	}
	names, err := fs.Glob(folder, "[0-9]-*.md")
	if err != nil {
		return Guide{}, err
	}
	r := newRenderer(forms, string(sources))
	var all []Chapter
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return Guide{}, err
		}
		c, err := r.render(name, string(text))
		if err != nil {
			return Guide{}, fmt.Errorf("%w: %s: %w", ErrSource, name, err)
		}
		all = append(all, c)
	}
	slices.SortFunc(all, func(a, b Chapter) int { return cmp.Compare(a.Number, b.Number) })
	if err := checkOrder(all); err != nil {
		return Guide{}, err
	}
	return Guide{Start: all[0], Chapters: all[1:]}, nil
}

// checkOrder looks whether the numbers count from 0 and every chapter has an address of its own.
func checkOrder(all []Chapter) error {
	if len(all) == 0 {
		return fmt.Errorf("%w: no chapter 0", ErrSource)
	}
	slugs := map[string]bool{"": true}
	for i, c := range all {
		switch {
		case c.Number != i:
			return fmt.Errorf("%w: chapter %d is missing, or there are two", ErrSource, i)
		case slugs[c.Slug]:
			return fmt.Errorf("%w: the address %q is empty, or of two chapters", ErrSource, c.Slug)
		}
		slugs[c.Slug] = true
	}
	return nil
}

// All returns every page of the guide, its beginning first.
func (g Guide) All() []Chapter { return append([]Chapter{g.Start}, g.Chapters...) }

// Entries returns every section, for the search.
func (g Guide) Entries() (all []guide.Entry) {
	for _, c := range g.Chapters {
		all = append(all, c.entries...)
	}
	return all
}

// head reads a chapter's name and what stands before its text.
func head(name, source string) (c Chapter, text string, err error) {
	number, slug, _ := strings.Cut(strings.TrimSuffix(path.Base(name), ".md"), "-")
	c.Slug = slug
	if c.Number, err = strconv.Atoi(number); err != nil {
		return c, "", err
	}
	top, text, _ := strings.Cut(source, "\n\n")
	for line := range strings.Lines(top) {
		key, value, _ := strings.Cut(line, ":")
		switch value = strings.TrimSpace(value); key {
		case "title":
			c.Title = value
		case "description":
			c.Description = value
		default:
			return c, "", fmt.Errorf("unknown line before the text: %q", line)
		}
	}
	if c.Title == "" || c.Description == "" {
		return c, "", errors.New("title or description is missing")
	}
	return c, text, nil
}

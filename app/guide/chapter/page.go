package chapter

import (
	"bytes"
	_ "embed"
	"html/template"
)

//go:embed page.html
var pageSource string

var pageTemplate = template.Must(template.New("").Parse(pageSource))

// pageGaps are what a page is filled with.
type pageGaps struct {
	Chapter
	Guide          Guide
	Index          string // the path of the list of sections
	Body           template.HTML
	Previous, Next *Chapter
}

// Page returns the main part of a chapter's page and what stands beside it, as HTML. Index is the path of the list of
// sections that the search looks into, as JSON.
func (g Guide) Page(c Chapter, index string) ([]byte, error) {
	gaps := pageGaps{Chapter: c, Guide: g, Index: index, Body: template.HTML(c.body)}
	all := g.All()
	for i := range all {
		if all[i].Number != c.Number {
			continue
		}
		if i > 0 {
			gaps.Previous = &all[i-1]
		}
		if i+1 < len(all) {
			gaps.Next = &all[i+1]
		}
	}
	var page bytes.Buffer
	err := pageTemplate.Execute(&page, gaps)
	return page.Bytes(), err
}

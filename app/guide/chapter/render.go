package chapter

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"text/template"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"jwtsecret/app/guide"
)

// wordsPerMinute is how fast people read what is not easy: less than the 238 of M. Brysbaert,
// "How many words do we read per minute?", 2019.
const wordsPerMinute = 200

// unaligned are tables whose columns all begin at the same side: the page's policy refuses the
// attribute that would say otherwise.
var unaligned = extension.NewTable(extension.WithTableCellAlignMethod(extension.TableCellAlignNone))

// chapterRenderer renders chapters, all with the same sources.
type chapterRenderer struct {
	markdown goldmark.Markdown
	sources  string
}

func newRenderer(f forms, sources string) chapterRenderer {
	parts := &parts{forms: f}
	return chapterRenderer{sources: sources, markdown: goldmark.New(
		goldmark.WithExtensions(unaligned, extension.NewFootnote(
			extension.WithFootnoteLinkTitle(""),
			extension.WithFootnoteIDPrefix(""),
		)),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(parts, 100))),
	)}
}

// render renders one chapter.
func (r chapterRenderer) render(name, source string) (Chapter, error) {
	c, markdown, err := head(name, source)
	if err != nil {
		return c, err
	}
	filled, err := fillNumbers(markdown)
	if err != nil {
		return c, err
	}
	whole := []byte(filled + "\n\n" + r.sources)
	tree := r.markdown.Parser().Parse(text.NewReader(whole))
	if err := takeKinds(tree, whole); err != nil {
		return c, err
	}
	if err := checkTree(tree, whole); err != nil {
		return c, err
	}
	if err := c.look(tree, whole); err != nil {
		return c, err
	}
	var body bytes.Buffer
	if err := r.markdown.Renderer().Render(&body, whole, tree); err != nil {
		return c, err
	}
	c.body = body.String()
	c.Minutes = (c.Words + wordsPerMinute - 1) / wordsPerMinute
	return c, nil
}

// fillNumbers works out what stands between {= and =}.
func fillNumbers(markdown string) (string, error) {
	t, err := template.New("").Delims("{=", "=}").Funcs(numbers).Parse(markdown)
	if err != nil {
		return "", err
	}
	var filled strings.Builder
	err = t.Execute(&filled, nil)
	return filled.String(), err
}

// look goes through the tree: it collects the sections and their words, and takes out the
// comments.
func (c *Chapter) look(tree ast.Node, source []byte) error {
	entry := guide.Entry{Path: c.Path(), Chapter: c.Title}
	end := func() {
		entry.Text = strings.Join(strings.Fields(entry.Text), " ")
		c.Words += len(strings.Fields(entry.Text))
		c.entries = append(c.entries, entry)
	}
	var comments []ast.Node
	for n := tree.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.HTMLBlock:
			words, err := c.readComment(rawText(n, source))
			if err != nil {
				return err
			}
			entry.Words = strings.TrimSpace(entry.Words + " " + words)
			comments = append(comments, n)
			continue
		case *ast.Heading:
			if n.Level != 2 {
				return fmt.Errorf("a heading of level %d: %s", n.Level, plain(n, source))
			}
			end()
			id, _ := n.AttributeString("id")
			s := Section{ID: string(id.([]byte)), Title: plain(n, source)}
			c.Sections = append(c.Sections, s)
			entry = guide.Entry{Path: c.Path() + "#" + s.ID, Chapter: c.Title, Section: s.Title}
			continue
		}
		if n.Kind().String() != "FootnoteList" {
			entry.Text += " " + plain(n, source)
		}
	}
	end()
	for _, n := range comments {
		n.Parent().RemoveChild(n.Parent(), n)
	}
	return nil
}

// readComment notes where people ask what the chapter answers, and returns words by which they
// look for the section. There is no other HTML.
func (c *Chapter) readComment(html string) (words string, err error) {
	comment, ok := strings.CutPrefix(strings.TrimSpace(html), "<!--")
	if !ok {
		return "", fmt.Errorf("HTML in the text: %q", html)
	}
	comment, ok = strings.CutSuffix(comment, "-->")
	if !ok {
		return "", errors.New("something follows a comment on its last line")
	}
	for line := range strings.Lines(comment) {
		if asked, ok := strings.CutPrefix(strings.TrimSpace(line), "asked:"); ok {
			c.Asked = append(c.Asked, strings.TrimSpace(asked))
		}
		if named, ok := strings.CutPrefix(strings.TrimSpace(line), "words:"); ok {
			words = strings.TrimSpace(named)
		}
	}
	return words, nil
}

package chapter

import (
	"errors"
	"fmt"
	"html/template"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/util"
)

// parts renders what is the guide's own: code, callouts, boxes and links.
type parts struct{ forms forms }

// RegisterFuncs says which nodes are rendered here.
func (p *parts) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindFencedCodeBlock, p.code)
	r.Register(ast.KindCodeBlock, refuse("indented code: use a fence"))
	r.Register(ast.KindBlockquote, p.callout)
	r.Register(ast.KindLink, p.link)
	r.Register(east.KindTable, table)
	r.Register(east.KindFootnoteBacklink, back)
	r.Register(ast.KindAutoLink, refuse("a link to another site: write its address as code"))
	r.Register(ast.KindImage, refuse("a picture"))
	r.Register(ast.KindRawHTML, refuse("HTML in the text"))
	r.Register(ast.KindHTMLBlock, refuse("HTML in the text"))
}

func refuse(why string) renderer.NodeRendererFunc {
	return func(util.BufWriter, []byte, ast.Node, bool) (ast.WalkStatus, error) {
		return ast.WalkStop, errors.New(why)
	}
}

// code writes a piece of code with a button that copies it, or a try-it box.
func (p *parts) code(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	block := n.(*ast.FencedCodeBlock)
	info := ""
	if block.Info != nil {
		info = string(block.Info.Segment.Value(source))
	}
	text := rawText(block, source)
	language, label, _ := strings.Cut(info, " ")
	if language == "try" {
		box, err := p.forms.render(label, strings.TrimSpace(text))
		_, _ = w.WriteString(box)
		return ast.WalkSkipChildren, err
	}
	if label == "" {
		label = language
	}
	if label == "" {
		return ast.WalkStop, fmt.Errorf("a fence without a language: %.40q", text)
	}
	return ast.WalkSkipChildren, p.forms.templates.ExecuteTemplate(w, "snippet", map[string]string{"Label": label, "Text": strings.TrimSuffix(text, "\n")})
}

// callout writes a quote whose kind [takeKinds] has found.
func (p *parts) callout(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</aside>\n")
		return ast.WalkContinue, nil
	}
	kind, _ := n.AttributeString(kindAttribute)
	_, err := fmt.Fprintf(w, "<aside class=\"callout\" data-kind=\"%s\"><p class=\"callout-title\">%s</p>\n", strings.ToLower(kind.(string)), callouts[kind.(string)])
	return ast.WalkContinue, err
}

// table writes a table in a region of its own, which scrolls where the page must not: on a
// narrow screen. Who has a keyboard alone must reach it, and so it has a name.
func table(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</table></div>\n")
		return ast.WalkContinue, nil
	}
	var heads []string
	for cell := n.FirstChild().FirstChild(); cell != nil; cell = cell.NextSibling() {
		heads = append(heads, plain(cell, source))
	}
	_, err := fmt.Fprintf(w, "<div class=\"table-place\" tabindex=\"0\" role=\"region\" aria-label=\"Table: %s\"><table>\n", template.HTMLEscapeString(strings.Join(heads, ", ")))
	return ast.WalkContinue, err
}

// back writes a link from a source to one of the places that name it. Where there are several
// it has a number.
func back(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		return ast.WalkContinue, nil
	}
	link := n.(*east.FootnoteBacklink)
	place, words := "", "back" // goldmark counts the places "", 1, 2 …
	if link.RefIndex > 0 {
		place = strconv.Itoa(link.RefIndex)
	}
	if link.RefCount > 1 {
		words += " " + strconv.Itoa(link.RefIndex+1)
	}
	_, err := fmt.Fprintf(w, "&#160;<a href=\"#fnref%s:%d\" class=\"footnote-backref\" role=\"doc-backlink\" aria-label=\"%s, from source %d\">%s</a>", place, link.Index, words, link.Index, words)
	return ast.WalkContinue, err
}

// link writes a link within the site.
func (p *parts) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	to := string(n.(*ast.Link).Destination)
	within := strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "//") || strings.HasPrefix(to, "#")
	if !within || strings.Contains(to, `\`) { // which browsers take for a slash
		return ast.WalkStop, fmt.Errorf("a link to another site, %q: write its address as code", to)
	}
	_, err := fmt.Fprintf(w, "<a href=\"%s\">", template.HTMLEscapeString(to))
	return ast.WalkContinue, err
}

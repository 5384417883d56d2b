package chapter

import (
	"errors"
	"fmt"
	"html/template"
	"strings"

	"github.com/yuin/goldmark/ast"
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

// callouts are the kinds of quotes that stand out, with their headings.
var callouts = map[string]string{"NOTE": "Note", "MYTH": "Often said, and wrong", "WARNING": "Careful"}

// callout writes a quote that begins with the name of a kind in brackets.
func (p *parts) callout(w util.BufWriter, source []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</aside>\n")
		return ast.WalkContinue, nil
	}
	kind, err := takeKind(n, source)
	if err != nil {
		return ast.WalkStop, err
	}
	_, err = fmt.Fprintf(w, "<aside class=\"callout\" data-kind=\"%s\"><p class=\"callout-title\">%s</p>\n", strings.ToLower(kind), callouts[kind])
	return ast.WalkContinue, err
}

// takeKind takes the kind of a callout off its first line.
func takeKind(quote ast.Node, source []byte) (string, error) {
	paragraph := quote.FirstChild()
	if paragraph == nil {
		return "", errors.New("an empty quote")
	}
	line := ""
	var taken []ast.Node
	for n := paragraph.FirstChild(); n != nil; n = n.NextSibling() {
		t, ok := n.(*ast.Text)
		if !ok {
			break
		}
		line += string(t.Segment.Value(source))
		taken = append(taken, n)
		if t.SoftLineBreak() {
			break
		}
	}
	kind := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(line), "[!"), "]")
	if _, ok := callouts[kind]; !ok {
		return "", fmt.Errorf("a quote that is no callout: %q", line)
	}
	for _, n := range taken {
		paragraph.RemoveChild(paragraph, n)
	}
	return kind, nil
}

// link writes a link within the site.
func (p *parts) link(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
	if !entering {
		_, _ = w.WriteString("</a>")
		return ast.WalkContinue, nil
	}
	to := string(n.(*ast.Link).Destination)
	if !strings.HasPrefix(to, "/") && !strings.HasPrefix(to, "#") || strings.HasPrefix(to, "//") {
		return ast.WalkStop, fmt.Errorf("a link to another site, %q: write its address as code", to)
	}
	_, err := fmt.Fprintf(w, "<a href=\"%s\">", template.HTMLEscapeString(to))
	return ast.WalkContinue, err
}

package site

import (
	"bytes"
	_ "embed"
	"html/template"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/meta"
)

//go:embed page.html
var pageSource string

// pageTemplate is what every page has around the body that go-app renders.
var pageTemplate = template.Must(template.New("page").Funcs(template.FuncMap{
	"integrity": File.integrity,
}).Parse(pageSource))

// pageGaps are what that template is filled with.
type pageGaps struct {
	meta.Route
	Policy      string
	Boot, Style File
	Program     File            // what the boot script asks for
	Deferred    []File          // the scripts that start the program, in their order
	Icons       map[string]File // by name in web/icons
	Light, Dark string          // colours
	Manifest    string          // the path of the manifest
	Description string
	Address     string // of the page, or nothing: an address in a link must be absolute
}

// fillPage returns the page of a route without its body: the root element.
func fillPage(r rendering, t table, a assets) (*html.Node, error) {
	route := r.route
	gaps := pageGaps{
		Route: route, Policy: t.policy.meta(), Boot: a.boot, Style: a.style, Program: r.program, Deferred: r.scripts, Description: r.description,
		Icons: a.icons, Light: lightColour, Dark: darkColour, Manifest: meta.ManifestPath,
	}
	if t.origin != "" && route != meta.NotFound {
		gaps.Address = t.origin + t.base + route.Path
	}
	var page bytes.Buffer
	if err := pageTemplate.Execute(&page, gaps); err != nil {
		return nil, err
	}
	return parse(page.Bytes(), atom.Html)
}

// renderPage returns the page of a route: the body as go-app renders it, in a page
// of ours.
func renderPage(route meta.Route, t table, a assets) ([]byte, error) {
	rendered, err := request(route.Path)
	if err != nil {
		return nil, err
	}
	body, err := parse(rendered, atom.Body)
	if err != nil {
		return nil, err
	}
	cleanTexts(body)
	return writePage(rendering{
		route: route, program: a.wasm, scripts: []File{a.exec, a.app, a.leak},
		description: meta.Describe(route),
		without:     "This page makes secrets on your own device, and for that it needs JavaScript and WebAssembly. Allow JavaScript for this site and reload.",
	}, body, t, a)
}

// rendering is what differs from one kind of page to the other, beside the body.
type rendering struct {
	route   meta.Route
	program File
	scripts []File // that start the program, in their order
	without string // what a person without JavaScript reads

	description string // one sentence
}

// writePage returns a page around a body.
func writePage(r rendering, body *html.Node, t table, a assets) ([]byte, error) {
	root, err := fillPage(r, t, a)
	if err != nil {
		return nil, err
	}
	cleanTexts(root)
	if err := addNotice(body, r.without); err != nil {
		return nil, err
	}
	root.RemoveChild(root.LastChild)
	root.AppendChild(body)
	if err := cleanElements(root); err != nil {
		return nil, err
	}
	rebase(root, t.base)
	page := bytes.NewBufferString("<!doctype html>\n")
	err = html.Render(page, root)
	return append(page.Bytes(), '\n'), err
}

// addNotice puts what a person without JavaScript reads between the head of a page and its
// content. The body's first element stays the one that the program takes for its own.
func addNotice(body *html.Node, sentence string) error {
	for n := range body.Descendants() {
		if n.DataAtom == atom.Header {
			p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P, Attr: []html.Attribute{{Key: "class", Val: "boot-notice"}}}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: sentence})
			notice := &html.Node{Type: html.ElementNode, Data: "noscript", DataAtom: atom.Noscript}
			notice.AppendChild(p)
			n.Parent.InsertBefore(notice, n.NextSibling)
			return nil
		}
	}
	return ErrRender
}

// parse returns one element of a page, cut out of the rest.
func parse(page []byte, name atom.Atom) (*html.Node, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	for n := range doc.Descendants() {
		if n.DataAtom == name {
			n.Parent.RemoveChild(n)
			return n, nil
		}
	}
	return nil, ErrRender
}

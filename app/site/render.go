package site

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"jwtsecret/app/meta"
)

// bundle tells go-app's handler that it has no files to serve: everything but
// the pages' bodies and one script comes from this package.
type bundle struct{}

func (bundle) Package() string { return "" }
func (bundle) Static() string  { return "" }
func (bundle) AppWASM() string { return "" }

// request asks go-app's handler for a path, in memory. The handler must never
// see a network: it would serve any file of its folder and fetch addresses
// that its caller chooses.
func request(path string) ([]byte, error) {
	handler := &app.Handler{
		Name:         meta.Name,
		Version:      meta.Version, // without one, go-app puts the time here
		LoadingLabel: "Loading…",
		Resources:    bundle{},
	}
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Code != http.StatusOK {
		return nil, fmt.Errorf("%w: %s: status %d", ErrRender, path, answer.Code)
	}
	return answer.Body.Bytes(), nil
}

// renderPages renders every route and the page for all other paths.
func renderPages(origin string, t table, a assets) ([]File, error) {
	var pages []File
	for _, route := range append([]meta.Route{meta.NotFound}, meta.Routes...) {
		page, err := renderPage(route, origin, t, a)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", route.Path, err)
		}
		pages = append(pages, newFile(route.Path, route.File, page))
	}
	return pages, nil
}

// renderPage returns the page of a route: the body as go-app renders it, under
// a head of ours.
func renderPage(route meta.Route, origin string, t table, a assets) ([]byte, error) {
	rendered, err := request(route.Path)
	if err != nil {
		return nil, err
	}
	body, err := bodyOf(rendered)
	if err != nil {
		return nil, err
	}
	root := element("html", "lang", "en")
	root.AppendChild(head(route, origin, t, a))
	body.AppendChild(withoutScript())
	root.AppendChild(body)
	if err := clean(root); err != nil {
		return nil, err
	}
	page := bytes.NewBufferString("<!doctype html>\n")
	err = html.Render(page, root)
	return append(page.Bytes(), '\n'), err
}

// withoutScript returns what a browser shows that runs no JavaScript.
func withoutScript() *html.Node {
	n := element("noscript")
	p := element("p", "class", "boot-notice")
	p.AppendChild(&html.Node{Type: html.TextNode, Data: "This page makes secrets on your own device, and for that it needs JavaScript and WebAssembly. " +
		"Allow JavaScript for this site and reload."})
	n.AppendChild(p)
	return n
}

// bodyOf parses a page and returns its body element, cut out of the rest.
func bodyOf(page []byte) (*html.Node, error) {
	doc, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		return nil, err
	}
	for n := range doc.Descendants() {
		if n.DataAtom == atom.Body {
			n.Parent.RemoveChild(n)
			return n, nil
		}
	}
	return nil, ErrRender
}

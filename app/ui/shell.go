package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/meta"
)

// shell puts the frame that all pages share around a page's content. The main
// element is the target of the skip link.
func shell(content ...app.UI) app.UI {
	breathe()
	return frame(
		[]app.UI{&palette{}, &install{}},
		[]app.UI{&addressNotice{}, mainPart(append([]app.UI{&notTaken{}}, content...)...), &clipboardNotice{}},
		[]app.UI{&offline{}, keysButton()},
	)
}

// frame is what stands around every page: its tools beside the links to the pages, what is
// below them, and what begins the foot.
func frame(tools, body, foot []app.UI) app.UI {
	return elem("div", "class", "page").Body(
		elem("a", "class", "skip", "href", "#main").Text("Skip to the main content"),
		elem("header", "class", "top").Body(append([]app.UI{
			elem("a", "class", "brand", "href", "/").Body(
				emblem(),
				elem("span").Text(meta.Name),
			)}, append(tools, &navigation{})...)...),
		each(body, func(one app.UI) app.UI { return one }),
		elem("footer", "class", "bottom").Body(append(foot,
			elem("p", "class", "version").Text("Version "+meta.Version+", MIT licence"))...),
	)
}

func mainPart(content ...app.UI) app.UI {
	return elem("main", "id", "main").TabIndex(-1).Body(content...)
}

// navigation links the site's pages and marks the one that is open.
type navigation struct {
	app.Compo

	current string // the path of the page
}

// OnInit marks the page from the first drawing on.
func (n *navigation) OnInit() {
	if app.IsClient {
		n.current = browser.Within(app.Window().URL().Path)
	}
}

// OnPreRender marks the page in its file.
func (n *navigation) OnPreRender(ctx app.Context) { n.current = ctx.Page().URL().Path }

// OnNav marks the page that a link leads to. By then it stands.
func (n *navigation) OnNav(ctx app.Context) {
	n.current, starting = browser.Within(ctx.Page().URL().Path), false
}

// Render draws the links.
func (n *navigation) Render() app.UI {
	return elem("nav", "aria-label", "Pages").Body(
		each(meta.Routes, func(r meta.Route) app.UI {
			link := elem("a", "href", r.Path).Text(r.Link)
			if r.Path == n.current {
				return link.Aria("current", "page")
			}
			return link
		}),
	)
}

package site

import (
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

// head returns the head of a route's page.
//
// Order matters twice. The policy comes before everything that it has to
// govern; only the encoding, which loads nothing, stands before it, because a
// browser looks for that in the first 1024 bytes. The boot script comes before
// all other files, because it speaks when one of them does not arrive.
func head(route meta.Route, origin string, t table, a assets) *html.Node {
	h := element("head")
	add := func(nodes ...*html.Node) {
		for _, n := range nodes {
			h.AppendChild(n)
		}
	}
	add(
		element("meta", "charset", "utf-8"),
		element("meta", "http-equiv", "Content-Security-Policy", "content", t.policy.meta()),
		element("meta", "name", "viewport", "content", "width=device-width, initial-scale=1, viewport-fit=cover"),
		title(route.Title),
		element("meta", "name", "description", "content", route.Description),
	)
	add(script(a.boot))
	add(link("stylesheet", a.style, "crossorigin", "anonymous", "integrity", a.style.integrity()))
	add(script(a.leak, "defer", ""), script(a.exec, "defer", ""), script(a.app, "defer", ""))
	add(colours()...)
	add(icons(a)...)
	add(element("link", "rel", "manifest", "href", meta.ManifestPath))
	add(previews(route, origin)...)
	return h
}

func title(text string) *html.Node {
	n := element("title")
	n.AppendChild(&html.Node{Type: html.TextNode, Data: text})
	return n
}

// script loads f when its hash is the one of this build. Integrity-Policy asks
// for crossorigin too, although the file comes from the page's own origin.
func script(f File, more ...string) *html.Node {
	return element("script", append(more, "src", f.Path, "integrity", f.integrity(), "crossorigin", "anonymous")...)
}

func link(rel string, f File, more ...string) *html.Node {
	return element("link", append(more, "rel", rel, "href", f.Path)...)
}

func colours() []*html.Node {
	return []*html.Node{
		element("meta", "name", "color-scheme", "content", "light dark"),
		element("meta", "name", "theme-color", "content", lightColour, "media", "(prefers-color-scheme: light)"),
		element("meta", "name", "theme-color", "content", darkColour, "media", "(prefers-color-scheme: dark)"),
	}
}

// icons names an SVG and a PNG icon, for the browsers that do not draw the
// former in a tab. With these links no browser asks for /favicon.ico.
func icons(a assets) []*html.Node {
	return []*html.Node{
		link("icon", a.icons["icon-192.png"], "sizes", "192x192", "type", "image/png"),
		link("icon", a.icons["icon.svg"], "sizes", "any", "type", "image/svg+xml"),
		link("apple-touch-icon", a.icons["apple-touch-180.png"]),
	}
}

// previews describe the page to programs that show links. Addresses in them
// must be absolute, so they need a known origin.
func previews(route meta.Route, origin string) []*html.Node {
	nodes := []*html.Node{
		element("meta", "property", "og:title", "content", route.Title),
		element("meta", "property", "og:description", "content", route.Description),
		element("meta", "property", "og:type", "content", "website"),
	}
	if origin == "" || route == meta.NotFound {
		return nodes
	}
	return append(nodes,
		element("meta", "property", "og:url", "content", origin+route.Path),
		element("link", "rel", "canonical", "href", origin+route.Path),
	)
}

package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/meta"
)

const svgNamespace = "http://www.w3.org/2000/svg"

// shell puts the frame that all pages share around a page's content. The main
// element is the target of the skip link.
func shell(content ...app.UI) app.UI {
	return app.Div().Class("page").Body(
		app.A().Class("skip").Href("#main").Text("Skip to the main content"),
		app.Header().Class("top").Body(
			app.A().Class("brand").Href("/").Body(
				emblem(),
				app.Span().Text(meta.Name),
			),
			navigation(),
			&install{},
		),
		app.Main().ID("main").TabIndex(-1).Body(content...),
		&clipboardNotice{},
		app.Footer().Class("bottom").Body(
			&offline{},
			app.P().Class("version").Text("Version "+meta.Version+", MIT licence"),
		),
	)
}

// navigation links the site's pages.
func navigation() app.UI {
	return app.Nav().Aria("label", "Pages").Body(
		each(meta.Routes, func(r meta.Route) app.UI { return app.A().Href(r.Path).Text(r.Link) }),
	)
}

// emblem is the product's icon, drawn in the page so that it costs no request.
// Its style goes by element: go-app cannot give an SVG element a class.
func emblem() app.UI {
	shape := func(tag string, attributes ...string) app.UI {
		e := app.Elem(tag).XMLNS(svgNamespace)
		for i := 0; i < len(attributes); i += 2 {
			e = e.Attr(attributes[i], attributes[i+1])
		}
		return e
	}
	return app.Elem("svg").XMLNS(svgNamespace).
		Attr("viewBox", "0 0 512 512").Attr("aria-hidden", true).Attr("focusable", "false").
		Body(
			shape("rect", "width", "512", "height", "512", "rx", "112"),
			shape("circle", "cx", "186", "cy", "256", "r", "74"),
			shape("path", "d", "M260 256h152v58M346 256v44"),
			shape("circle", "cx", "186", "cy", "256", "r", "20"),
		)
}

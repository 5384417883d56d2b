package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// Pictures drawn in the page, so that they cost no request. Their style goes by
// element and attribute: go-app cannot give an SVG element a class.

const svgNamespace = "http://www.w3.org/2000/svg"

// shape is an element of a picture, with pairs of attributes and values.
func shape(tag string, attributes ...string) app.HTMLElem {
	return with(app.Elem(tag).XMLNS(svgNamespace), attributes...)
}

// picture is drawn in a square of the given size, scaled to the size that the style
// gives it, or to the width where there is none. It says nothing to a screen reader.
func picture(size, width string, shapes ...app.UI) app.UI {
	return shape("svg", "viewBox", "0 0 "+size+" "+size, "width", width, "height", width, "focusable", "false").
		Aria("hidden", "true").Body(shapes...)
}

// emblem is the product's icon.
func emblem() app.UI {
	return picture("512", "32",
		shape("rect", "width", "512", "height", "512", "rx", "112"),
		shape("circle", "cx", "186", "cy", "256", "r", "74"),
		shape("path", "d", "M260 256h152v58M346 256v44"),
		shape("circle", "cx", "186", "cy", "256", "r", "20"),
	)
}

// The signs that stand before words, as paths in a square of 16.
const (
	signGood = "M3 8.5l3.5 3.5L13 4.5"
	signBad  = "M8 3v6M8 12v.5"
	signNone = "M4 8h8"

	signSearch = "M7 2.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9M10.3 10.3L14 14"
)

// icon is a sign as high as the text beside it.
func icon(sign string) app.UI { return picture("16", "16", shape("path", "d", sign)) }

// Package drawing describes pictures for a canvas without a canvas: a list of strokes, bars
// and texts, each with an ink. What works out a picture needs no browser and can be tested;
// what paints it takes the inks from the page's style sheet, so that a picture looks right
// in the dark, too.
//
// Coordinates are in CSS pixels from the upper left corner.
package drawing

// Ink is what a part of a picture is drawn with: the name of a colour of the style sheet,
// without its two dashes.
type Ink string

const (
	Text    Ink = "text"
	Soft    Ink = "text-soft"
	Line    Ink = "line"
	Strong  Ink = "line-strong"
	Accent  Ink = "accent"
	Bad     Ink = "bad"
	BadSoft Ink = "bad-soft"
	Warn    Ink = "warn"
	Surface Ink = "surface"
)

// Point is a place in a picture.
type Point struct{ X, Y float64 }

// Align says which part of a text stands at its place.
type Align string

const (
	Left   Align = "left"
	Centre Align = "center"
	Right  Align = "right"
)

// Shape is one part of a picture. Exactly one of its kinds is set: a path of two or more
// points, drawn as a line or, where Filled, as an area; a text; or a dot.
type Shape struct {
	Ink Ink

	Path   []Point
	Width  float64 // of the line, in pixels
	Filled bool
	Dashed bool

	Text  string
	At    Point // of a text, on its base line, or of a dot
	Align Align
	Bold  bool

	Dot float64 // the radius
}

// Picture works itself out for a place of any size, in CSS pixels. Shapes are painted in
// their order.
type Picture func(width, height float64) []Shape

// Bar is a filled rectangle.
func Bar(ink Ink, x, y, width, height float64) Shape {
	return Shape{Ink: ink, Filled: true, Path: []Point{{x, y}, {x + width, y}, {x + width, y + height}, {x, y + height}}}
}

// Stroke is a line through some points.
func Stroke(ink Ink, width float64, path ...Point) Shape {
	return Shape{Ink: ink, Width: width, Path: path}
}

// Words is a text. One that has no room at its place moves until it has, and one that is wider
// than the picture is made narrower.
func Words(ink Ink, text string, at Point, align Align) Shape {
	return Shape{Ink: ink, Text: text, At: at, Align: align}
}

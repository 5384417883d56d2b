package site

// The colours that a browser paints around a page, before its style sheet
// arrives: those of the page's own ground, light and dark. They are also in
// tokens.css, and a test holds them to it.
const (
	lightColour = "#f6f7f5"
	darkColour  = "#12181b"
)

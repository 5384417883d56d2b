//go:build js

package browser

import (
	"syscall/js"

	"jwtsecret/app/drawing"
)

// Element is an element of the page that was there when the program began.
type Element struct{ v js.Value }

// All returns the elements that a selector of CSS fits, in the order of the page.
func All(selector string) []Element { return all(global("document"), selector) }

// All returns those inside of this one.
func (e Element) All(selector string) []Element { return all(e.v, selector) }

func all(in js.Value, selector string) []Element {
	list := in.Call("querySelectorAll", selector)
	found := make([]Element, list.Length())
	for i := range found {
		found[i] = Element{list.Index(i)}
	}
	return found
}

// Data returns the attribute data-name, or nothing.
func (e Element) Data(name string) string {
	return e.Attribute("data-" + name)
}

// Attribute returns an attribute, or nothing.
func (e Element) Attribute(name string) string {
	value := e.v.Call("getAttribute", name)
	if value.IsNull() {
		return ""
	}
	return value.String()
}

// SetAttribute sets an attribute.
func (e Element) SetAttribute(name, value string) { e.v.Call("setAttribute", name, value) }

// RemoveAttribute takes an attribute away.
func (e Element) RemoveAttribute(name string) { e.v.Call("removeAttribute", name) }

// SetText makes text, UTF-8 bytes, the whole content. What stands there already is not written
// again: a screen reader would read it again.
func (e Element) SetText(b []byte) {
	if said := text(b); !e.v.Get("textContent").Equal(said) {
		e.v.Set("textContent", said)
	}
}

// Text returns the text that the element holds, as UTF-8 bytes in new memory.
func (e Element) Text() []byte { return encoded(e.v.Get("textContent")) }

// Value returns what stands in a field, as UTF-8 bytes in new memory: of a box to tick "on",
// and nil of one to tick or to choose that is not.
func (e Element) Value() []byte {
	switch e.Attribute("type") {
	case "checkbox", "radio":
		if !e.v.Get("checked").Bool() {
			return nil
		}
	}
	return encoded(e.v.Get("value"))
}

// SetValue puts a text, UTF-8 bytes, into a field.
func (e Element) SetValue(b []byte) { e.v.Set("value", text(b)) }

// Reset puts a field back to what it began with.
func (e Element) Reset() {
	switch {
	case e.v.Get("tagName").String() == "SELECT":
		e.v.Set("selectedIndex", max(0, e.indexOfDefault()))
	case e.Attribute("type") == "checkbox", e.Attribute("type") == "radio":
		e.v.Set("checked", e.v.Get("defaultChecked"))
	default:
		e.v.Set("value", e.v.Get("defaultValue"))
	}
}

func (e Element) indexOfDefault() int {
	options := e.v.Get("options")
	for i := range options.Length() {
		if options.Index(i).Get("defaultSelected").Bool() {
			return i
		}
	}
	return -1
}

// Enable lets a control be used, or not.
func (e Element) Enable(on bool) { e.v.Set("disabled", !on) }

// Focus moves the keyboard's focus to it.
func (e Element) Focus() { e.v.Call("focus") }

// Click acts as a person's click does.
func (e Element) Click() { e.v.Call("click") }

// HasFocus reports whether the keyboard's focus is on it.
func (e Element) HasFocus() bool { return global("document").Get("activeElement").Equal(e.v) }

// Scrolls reports whether more is in it than it has room for from left to right.
func (e Element) Scrolls() bool {
	return e.v.Get("scrollWidth").Int() > e.v.Get("clientWidth").Int()
}

// On calls handle for each event of a name on the element or, of those that bubble, on one
// inside, with the innermost element inside that has the attribute, or with none where it is
// empty. It never ends.
func (e Element) On(event, attribute string, handle func(on Element)) {
	e.v.Call("addEventListener", event, js.FuncOf(func(_ js.Value, args []js.Value) any {
		on := e.v
		if attribute != "" {
			if on = args[0].Get("target").Call("closest", "["+attribute+"]"); on.IsNull() || !e.v.Call("contains", on).Bool() {
				return nil
			}
		}
		handle(Element{on})
		return nil
	}))
}

// OnKey calls handle when a key goes down on the element while it has the focus, without another
// key and not while a text is being composed. The browser does nothing else with it.
func (e Element) OnKey(key string, handle func()) {
	e.v.Call("addEventListener", "keydown", js.FuncOf(func(_ js.Value, args []js.Value) any {
		if event := args[0]; event.Get("key").String() == key && plain(event) {
			event.Call("preventDefault")
			handle()
		}
		return nil
	}))
}

// composing is the code of a key that ends the composition of a text. Safari has ended it by
// then: https://bugs.webkit.org/show_bug.cgi?id=165004
const composing = 229

// plain reports whether a key was pressed alone.
func plain(event js.Value) bool {
	for _, with := range []string{"ctrlKey", "metaKey", "altKey", "shiftKey", "isComposing"} {
		if event.Get(with).Truthy() {
			return false
		}
	}
	return event.Get("keyCode").Int() != composing
}

// OnWindow calls handle for each event of a name on the window. It never ends.
func OnWindow(event string, handle func()) { listen(js.Global(), event, handle) }

// OnScheme calls handle when the page changes between its light and its dark colours.
func OnScheme(handle func()) {
	listen(js.Global().Call("matchMedia", "(prefers-color-scheme: dark)"), "change", handle)
}

// SetRows makes rows the content of the body of a table. The first cell of each is its
// heading.
func (e Element) SetRows(rows [][]string) {
	document := global("document")
	var lines []any
	for _, row := range rows {
		line := document.Call("createElement", "tr")
		for i, cell := range row {
			tag := "td"
			if i == 0 {
				tag = "th"
			}
			c := document.Call("createElement", tag)
			if i == 0 {
				c.Call("setAttribute", "scope", "row")
			}
			c.Set("textContent", cell)
			line.Call("append", c)
		}
		lines = append(lines, line)
	}
	e.v.Call("replaceChildren", lines...)
}

// Link is a link to another place of the site, with a note.
type Link struct{ Path, Title, Note string }

// SetLinks makes links the content of a list.
func (e Element) SetLinks(links []Link) {
	document := global("document")
	var items []any
	for _, l := range links {
		item, link := document.Call("createElement", "li"), document.Call("createElement", "a")
		link.Call("setAttribute", "href", At(l.Path))
		link.Set("textContent", l.Title)
		item.Call("append", link)
		if l.Note != "" {
			note := document.Call("createElement", "span")
			note.Set("textContent", l.Note)
			item.Call("append", note)
		}
		items = append(items, item)
	}
	e.v.Call("replaceChildren", items...)
}

// Paint paints a picture on a canvas, as large as the canvas is shown, in the colours of
// the style sheet.
func (e Element) Paint(p drawing.Picture) {
	width, height := e.v.Get("clientWidth").Float(), e.v.Get("clientHeight").Float()
	if width < 1 || height < 1 { // it is not shown
		return
	}
	ratio := max(1, js.Global().Get("devicePixelRatio").Float())
	e.v.Set("width", int(width*ratio))
	e.v.Set("height", int(height*ratio))
	c := e.v.Call("getContext", "2d")
	c.Call("scale", ratio, ratio)
	style := js.Global().Call("getComputedStyle", e.v)
	font := style.Get("fontSize").String() + " " + style.Get("fontFamily").String()
	inks := map[drawing.Ink]string{}
	for _, s := range p(width, height) {
		if _, known := inks[s.Ink]; !known {
			inks[s.Ink] = e.colour(s.Ink)
		}
		paint(c, s, inks[s.Ink], font, width)
	}
}

// colour resolves a colour of the style sheet, which a canvas cannot: the property holds a
// function of two colours. An element's own colour does.
func (e Element) colour(ink drawing.Ink) string {
	before := e.Attribute("data-ink")
	e.SetAttribute("data-ink", string(ink))
	colour := js.Global().Call("getComputedStyle", e.v).Get("color").String()
	e.SetAttribute("data-ink", before)
	return colour
}

func paint(c js.Value, s drawing.Shape, colour, font string, width float64) {
	c.Set("fillStyle", colour)
	c.Set("strokeStyle", colour)
	switch {
	case s.Text != "":
		c.Set("font", map[bool]string{true: "600 ", false: ""}[s.Bold]+font)
		c.Set("textAlign", string(s.Align))
		wide := min(c.Call("measureText", s.Text).Get("width").Float(), width)
		before := wide * map[drawing.Align]float64{drawing.Centre: 0.5, drawing.Right: 1}[s.Align] // of its place
		c.Call("fillText", s.Text, min(max(before, s.At.X), width-wide+before), s.At.Y, wide)
	case s.Dot > 0:
		c.Call("beginPath")
		c.Call("arc", s.At.X, s.At.Y, s.Dot, 0, 7)
		c.Call("fill")
	default:
		c.Call("beginPath")
		for _, p := range s.Path {
			c.Call("lineTo", p.X, p.Y)
		}
		if s.Filled {
			c.Call("fill")
			return
		}
		c.Set("lineWidth", s.Width)
		dashes := []any{}
		if s.Dashed {
			dashes = []any{4, 4}
		}
		c.Call("setLineDash", dashes)
		c.Call("stroke")
	}
}

// PaintBits paints bits on a canvas as a square of as many pixels, row by row, black and
// white: eight of them a byte, the highest first.
func (e Element) PaintBits(bits []byte) {
	side := 0
	for (side+1)*(side+1) <= 8*len(bits) {
		side++
	}
	if side == 0 { // a browser has no picture of no size
		return
	}
	pixels := make([]byte, 4*side*side)
	for i := range side * side {
		shade := byte(0)
		if bits[i/8]>>(7-i%8)&1 == 1 {
			shade = 255
		}
		pixels[4*i], pixels[4*i+1], pixels[4*i+2], pixels[4*i+3] = shade, shade, shade, 255
	}
	e.v.Set("width", side)
	e.v.Set("height", side)
	clamped := global("Uint8ClampedArray").New(len(pixels))
	js.CopyBytesToJS(clamped, pixels)
	e.v.Call("getContext", "2d").Call("putImageData", global("ImageData").New(clamped, side, side), 0, 0)
}

// Random draws a number from Math.random, from 0 to less than 1.
func Random() float64 { return global("Math").Call("random").Float() }

// Milliseconds is the browser's clock that only goes forward.
func Milliseconds() float64 { return now() }

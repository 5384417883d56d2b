//go:build !js

package browser

import (
	"time"

	"jwtsecret/app/drawing"
)

// Element is an element of a page, which only a browser has.
type Element struct{}

// All finds none outside a browser.
func All(string) []Element { return nil }

// All finds none outside a browser.
func (Element) All(string) []Element { return nil }

// Data returns nothing outside a browser.
func (Element) Data(string) string { return "" }

// Attribute returns nothing outside a browser.
func (Element) Attribute(string) string { return "" }

// SetAttribute does nothing outside a browser.
func (Element) SetAttribute(string, string) {}

// RemoveAttribute does nothing outside a browser.
func (Element) RemoveAttribute(string) {}

// SetText does nothing outside a browser.
func (Element) SetText([]byte) {}

// Text returns nothing outside a browser.
func (Element) Text() []byte { return nil }

// Value returns nothing outside a browser.
func (Element) Value() []byte { return nil }

// SetValue does nothing outside a browser.
func (Element) SetValue([]byte) {}

// Reset does nothing outside a browser.
func (Element) Reset() {}

// Enable does nothing outside a browser.
func (Element) Enable(bool) {}

// Focus does nothing outside a browser.
func (Element) Focus() {}

// Click does nothing outside a browser.
func (Element) Click() {}

// HasFocus reports false outside a browser.
func (Element) HasFocus() bool { return false }

// Scrolls reports false outside a browser.
func (Element) Scrolls() bool { return false }

// On hears nothing outside a browser.
func (Element) On(string, string, func(Element)) {}

// OnKey hears nothing outside a browser.
func (Element) OnKey(string, func()) {}

// OnWindow hears nothing outside a browser.
func OnWindow(string, func()) {}

// SetRows does nothing outside a browser.
func (Element) SetRows([][]string) {}

// Link is a link to another place of the site, with a note.
type Link struct{ Path, Title, Note string }

// SetLinks does nothing outside a browser.
func (Element) SetLinks([]Link) {}

// Paint does nothing outside a browser.
func (Element) Paint(drawing.Picture) {}

// PaintBits does nothing outside a browser.
func (Element) PaintBits([]byte) {}

// Random returns 0 outside a browser: nobody takes that for random.
func Random() float64 { return 0 }

// Milliseconds returns 0 outside a browser.
func Milliseconds() float64 { return 0 }

// OnScheme hears nothing outside a browser.
func OnScheme(func()) {}

// After calls f so many milliseconds later outside a browser.
func After(milliseconds int, f func()) {
	time.AfterFunc(time.Duration(milliseconds)*time.Millisecond, f)
}

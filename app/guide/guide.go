// Package guide is what the try-it boxes of the guide work out. A box is a small form in a
// chapter with what follows from it: a token, a number of bits, a plot. What it shows is
// worked out by the domain packages, and here put into words and rows.
//
// A box is a pure function of what stands in its fields: see [Box]. So the site shows it
// already when it is built, worked out for what its fields begin with, and the guide reads
// without any program. In the browser the same function runs at each key.
//
// A box that does more, such as drawing random numbers or asking the auditor, is an
// [Actor] as well: its buttons act.
//
// What a person types may be a secret. It comes as bytes, which the caller overwrites as soon
// as Show or Act has returned; no box keeps any.
package guide

import (
	"strconv"

	"jwtsecret/app/drawing"
	"jwtsecret/app/job"
)

// Box is one try-it box.
type Box interface {
	// Show says what the box shows for what stands in its fields. It is called when the
	// site is built, with what the fields begin with, and then whenever one changes.
	Show(f Form, v *View)
}

// Actor is a box with buttons that act.
type Actor interface {
	Box

	// Act does what the button with this name is for. It runs in a goroutine of its own
	// and may take its time: see [Env]. While it runs, the box's other buttons, but for
	// those named "stop", wait.
	Act(name string, f Form, e Env)
}

// Forgetter is a box that keeps something from one act to the next. Forget ends what is
// under way and drops what is kept: the page is left.
type Forgetter interface{ Forget() }

// Env is what a box may ask of the page that it is on.
type Env interface {
	// Show changes what the box shows, at once. Once the page was left since the act began,
	// change is not called: what a box keeps of an act is set there, too.
	Show(change func(v *View))

	// Again shows what follows from what stands in the fields now. It is for an act that has
	// waited: its form is that of its beginning.
	Again()

	// Random draws from Math.random of this browser.
	Random() float64

	// Ask asks the auditor. It calls event, in the goroutine of the browser, for each of
	// its answers, and failed once with a sentence where none comes. stop ends it. Once the
	// page is left neither is called, so a box that waits for one is a [Forgetter].
	Ask(r job.Request, event func(job.Event), failed func(sentence string)) (stop func())

	// Breathe lets the browser draw if it has not for some milliseconds.
	Breathe()

	// Milliseconds is a clock that only goes forward.
	Milliseconds() float64
}

// Form is what stands in the fields of a box, by name: of a box to tick "on", or nothing.
type Form map[string][]byte

// Text returns a field as a text. Use it for what is no secret.
func (f Form) Text(name string) string { return string(f[name]) }

// Number returns a field as a whole number, or the other number where it is none.
func (f Form) Number(name string, otherwise int) int {
	n, err := strconv.Atoi(string(f[name]))
	if err != nil {
		return otherwise
	}
	return n
}

// View collects what a box shows, in order. Places and fields are those of its markup, by
// name. The bytes that it is given are the view's: they are overwritten once shown.
type View struct{ Changes []Change }

// Change is one change of what is shown. Exactly one of its kinds is set.
type Change struct {
	Place string // a place; for Fill a field, for Allow a button

	Text    []byte          // its text
	State   *string         // how it looks: "good", "bad", "open", or nothing
	Rows    [][]string      // of a table
	Picture drawing.Picture // on a canvas
	Bits    []byte          // on a canvas of bits, eight a byte, the highest first
	Fill    []byte          // the text of a field
	Allow   *bool           // whether a button can be pressed
}

func (v *View) add(c Change) { v.Changes = append(v.Changes, c) }

// Say writes words into a place.
func (v *View) Say(place, words string) { v.Put(place, []byte(words)) }

// Put writes bytes into a place, as text in UTF-8. They are overwritten once shown.
func (v *View) Put(place string, text []byte) {
	if text == nil {
		text = []byte{}
	}
	v.add(Change{Place: place, Text: text})
}

// Mark says how a place looks: "good", "bad", "open", "drawn" of a canvas, or nothing.
func (v *View) Mark(place, state string) { v.add(Change{Place: place, State: &state}) }

// Judge writes words into a place and marks it as good or bad.
func (v *View) Judge(place string, good bool, words string) {
	v.Mark(place, map[bool]string{true: "good", false: "bad"}[good])
	v.Say(place, words)
}

// showNoOutcome empties places in which an act says what came of it.
func showNoOutcome(v *View, places ...string) {
	for _, place := range places {
		v.Mark(place, "")
		v.Say(place, "")
	}
}

// List makes the rows of a table. The first cell of each is its heading.
func (v *View) List(table string, rows [][]string) {
	if rows == nil {
		rows = [][]string{}
	}
	v.add(Change{Place: table, Rows: rows})
}

// Draw paints a picture.
func (v *View) Draw(canvas string, p drawing.Picture) { v.add(Change{Place: canvas, Picture: p}) }

// Bits paints a square of bits, black and white.
func (v *View) Bits(canvas string, bits []byte) {
	if bits == nil {
		bits = []byte{}
	}
	v.add(Change{Place: canvas, Bits: bits})
}

// Fill puts a text into a field.
func (v *View) Fill(field string, text []byte) {
	if text == nil {
		text = []byte{}
	}
	v.add(Change{Place: field, Fill: text})
}

// Allow says whether a button can be pressed.
func (v *View) Allow(button string, allowed bool) { v.add(Change{Place: button, Allow: &allowed}) }

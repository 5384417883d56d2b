package main

import (
	"jwtsecret/app/browser"
	"jwtsecret/app/drawing"
	"jwtsecret/app/guide"
)

// box is a try-it box of the page.
type box struct {
	element  browser.Element
	does     guide.Box
	fields   []browser.Element
	acts     []browser.Element
	places   map[string]browser.Element
	pictures map[string]drawing.Picture // what is painted, for when the window changes

	visit  int             // how often the page was left: what an act of before shows is dropped
	acting int             // how many acts of this visit run
	barred map[string]bool // buttons that the box itself does not allow
	stops  []func()
}

// newBox finds the parts of a box and lets them be used.
func newBox(e browser.Element) (*box, bool) {
	does, ok := guide.New(e.Data("box"))
	if !ok {
		return nil, false
	}
	b := &box{
		element: e, does: does, fields: e.All("[name]"), acts: e.All("[data-act]"),
		places: map[string]browser.Element{}, pictures: map[string]drawing.Picture{}, barred: map[string]bool{},
	}
	for _, p := range e.All("[data-place]") {
		b.places[p.Data("place")] = p
	}
	for _, f := range b.fields {
		f.Reset() // a browser may have kept what was typed before
		f.Enable(true)
	}
	b.allow()
	e.SetAttribute("data-live", "true")
	b.show()
	e.On("input", "name", func(browser.Element) { b.show() })
	e.On("click", "data-act", func(on browser.Element) { b.act(on.Data("act")) })
	return b, true
}

// form reads what stands in the fields.
func (b *box) form() guide.Form {
	form := guide.Form{}
	for _, f := range b.fields {
		if value := f.Value(); value != nil { // else it is one to tick or to choose that is not
			form[f.Attribute("name")] = value
		}
	}
	return form
}

func wipe(form guide.Form) {
	for _, text := range form {
		clear(text)
	}
}

// show shows what follows from what stands in the fields.
func (b *box) show() {
	form := b.form()
	defer wipe(form)
	for _, f := range b.fields {
		if unit := f.Data("unit"); unit != "" { // of a slider, which would be read out as a bare number
			f.SetAttribute("aria-valuetext", form.Text(f.Attribute("name"))+" "+unit)
		}
	}
	var v guide.View
	b.does.Show(form, &v)
	b.apply(v)
}

// act does what a button is for, and lets the other buttons wait meanwhile.
func (b *box) act(name string) {
	does, ok := b.does.(guide.Actor)
	if !ok || b.acting > 0 && name != stop {
		return
	}
	b.acting++
	b.allow()
	go b.perform(does, name, env{b, b.visit})
}

func (b *box) perform(does guide.Actor, name string, e env) {
	form := b.form()
	defer wipe(form)
	does.Act(name, form, e)
	if !e.left() {
		b.acting--
		b.allow()
	}
}

// stop is the name of a button that can be pressed while another one's act runs.
const stop = "stop"

// allow lets the buttons be pressed that may be. A button that waits keeps the focus; from
// one that cannot be pressed any more, such as "stop", it goes to the first that can.
func (b *box) allow() {
	focus := func() {}
	for _, a := range b.acts {
		name := a.Data("act")
		if b.barred[name] && a.HasFocus() {
			focus = b.focusFirst
		}
		a.Enable(!b.barred[name])
		if b.acting > 0 && name != stop {
			a.SetAttribute("aria-disabled", "true")
		} else {
			a.RemoveAttribute("aria-disabled")
		}
	}
	focus()
}

func (b *box) focusFirst() {
	for _, a := range b.acts {
		if !b.barred[a.Data("act")] {
			a.Focus()
			return
		}
	}
}

// apply writes changes into the page, and overwrites them.
func (b *box) apply(v guide.View) {
	for _, c := range v.Changes {
		place := b.places[c.Place]
		switch {
		case c.Text != nil:
			place.SetText(c.Text)
			clear(c.Text)
		case c.State != nil:
			place.SetAttribute("data-state", *c.State)
		case c.Rows != nil:
			place.SetRows(c.Rows)
			defer reachScrolling()
		case c.Picture != nil:
			b.pictures[c.Place] = c.Picture
			place.Paint(c.Picture)
		case c.Bits != nil:
			place.PaintBits(c.Bits)
		case c.Fill != nil:
			b.fill(c.Place, c.Fill)
		case c.Allow != nil:
			b.barred[c.Place] = !*c.Allow
			b.allow()
		}
	}
}

func (b *box) fill(name string, text []byte) {
	defer clear(text)
	for _, f := range b.fields {
		if f.Attribute("name") == name {
			f.SetValue(text)
		}
	}
}

// repaint paints the pictures for another size or another scheme of colours.
func (b *box) repaint() {
	for name, p := range b.pictures {
		b.places[name].Paint(p)
	}
}

// forget ends what is under way, and puts the box back to what it began with: a browser may
// keep the page, as it is, for when the person comes back.
func (b *box) forget() {
	b.visit++
	b.acting = 0
	clear(b.barred)
	for _, end := range b.stops {
		end()
	}
	b.stops = nil
	if does, ok := b.does.(guide.Forgetter); ok {
		does.Forget()
	}
	for _, f := range b.fields {
		f.Reset()
	}
	for name, p := range b.places {
		if b.pictures[name] != nil {
			p.Paint(nothing)
			continue
		}
		p.SetText([]byte{})
		p.RemoveAttribute("data-state")
	}
	clear(b.pictures)
	b.allow()
	b.show()
}

func nothing(float64, float64) []drawing.Shape { return nil }

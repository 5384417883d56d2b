package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// live reports whether a person can act: not in the page as it is built, before the
// program runs.
var live = app.IsClient

// part is what every component has that does something: what it says, what it
// listens to, and the way to draw it anew.
type part struct {
	status string // what is in the live region; never a secret

	// ctx is the component's own. What a handler is given belongs to the button
	// that was clicked, and dies with it.
	ctx     app.Context
	release []func() // listeners
	leave   func()   // forgets what the page holds; may be nil

	changed func() // called when something has changed that others draw, too; may be nil
}

// enter begins to listen. leave is called when the page is left, also when the
// browser keeps it for the back button.
func (p *part) enter(ctx app.Context, leave func()) {
	p.ctx, p.leave = ctx, leave
	p.onWindow("pagehide", func(app.Event) { leave() })
}

// OnDismount leaves no listener and no secret behind.
func (p *part) OnDismount() {
	for _, release := range p.release {
		release()
	}
	p.release = nil
	if p.leave != nil {
		p.leave()
	}
}

// onWindow listens on the window and draws the component anew after h: go-app does
// that for a component's own elements alone.
func (p *part) onWindow(event string, h func(app.Event)) {
	p.release = append(p.release, app.Window().AddEventListener(event, func(_ app.Context, e app.Event) {
		h(e)
		p.redraw(func() {})
	}))
}

// redraw applies a change that comes from outside the component's own events.
func (p *part) redraw(change func()) {
	p.ctx.Dispatch(func(app.Context) {
		change()
		if p.changed != nil {
			p.changed()
		}
	})
}

// say puts a sentence into the live region. A repeated sentence gets a trailing
// no-break space, because screen readers speak only what has changed.
func (p *part) say(sentence string) {
	if p.status == sentence {
		sentence += "\u00a0"
	}
	p.status = sentence
	if p.changed != nil {
		p.changed()
	}
}

// renderStatus draws the live region.
func (p *part) renderStatus(id string) app.UI {
	return elem("p").ID(id).Role("status").Class("status").Text(p.status)
}

// steps is long work that the page does itself, a piece in each of the browser's
// turns, so that it stays responsive.
type steps struct{ over bool }

// inSteps calls next again and again until it reports that all is done, or until
// the work is stopped.
func (p *part) inSteps(next func() (done bool)) *steps {
	s := &steps{}
	var turn func()
	turn = func() {
		if s.over {
			return
		}
		if s.over = next(); !s.over {
			browser.Later(func() { p.redraw(turn) })
		}
	}
	browser.Later(func() { p.redraw(turn) })
	return s
}

func (s *steps) stop() {
	if s != nil {
		s.over = true
	}
}

// onEnter returns a handler that does what a form is for when Enter is pressed in a
// field of one line, once and not while an input method composes: the page runs in a
// sandbox in which forms do not submit.
func onEnter(do func()) app.EventHandler {
	return func(_ app.Context, e app.Event) {
		if e.Get("key").String() != "Enter" || e.Get("isComposing").Bool() || e.Get("target").Get("tagName").String() != "INPUT" {
			return
		}
		e.PreventDefault()
		if !e.Get("repeat").Bool() {
			do()
		}
	}
}

// typed is the value of the control that an event is about.
func typed(ctx app.Context) string { return ctx.JSSrc().Get("value").String() }

// ticked tells whether the box that an event is about is.
func ticked(ctx app.Context) bool { return ctx.JSSrc().Get("checked").Bool() }

// named returns what an attribute data-name of the event's element says.
func named(ctx app.Context, name string) string { return ctx.JSSrc().Get("dataset").Get(name).String() }

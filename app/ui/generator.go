package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/secret"
)

const (
	// defaultUndoTime is how long a cleared or replaced result can be brought back.
	defaultUndoTime = 10 * time.Second

	// maxListed is how many secrets of a result are shown. The downloads hold all.
	maxListed = 100
)

// generator is the main job: the form, the button and the result.
type generator struct {
	app.Compo
	spoken

	settings settings
	problems problems
	query    string // the address's query, as last read or written
	live     bool   // a person can act: false in the page as built

	result   batch
	rows     int   // how many secrets of the result are listed so far
	previous batch // what Undo brings back
	undoTime time.Duration
	undoing  *time.Timer
	masked   bool

	clipboard clipboard

	use use // of the result, when it is a single secret

	bulk *bulk // the generation under way, when it is a long one

	// ctx is the component's own. What a handler is given belongs to the button
	// that was clicked, and dies with it when a result is cleared.
	ctx     app.Context
	release []func() // listeners on the window
}

var (
	_ app.Initializer = (*generator)(nil)
	_ app.Mounter     = (*generator)(nil)
	_ app.Navigator   = (*generator)(nil)
	_ app.Dismounter  = (*generator)(nil)
)

// OnInit reads the settings from the address, before the first drawing.
func (g *generator) OnInit() {
	g.query = browser.Query()
	g.settings = readSettings(g.query)
	_, g.problems = g.settings.check()
	g.live = app.IsClient
	g.use = newUse()
	g.undoTime = defaultUndoTime
	g.clipboard = newClipboard(g.say, g.redraw)
}

// OnMount listens for the shortcuts, and for the page being left.
func (g *generator) OnMount(ctx app.Context) {
	g.ctx = ctx
	g.release = []func(){
		g.onWindow("keydown", g.onShortcut),
		g.onWindow("pagehide", g.onLeave),
		g.onWindow("blur", g.clipboard.onBlur),
	}
}

// onWindow listens on the window and draws the generator anew after h: go-app
// does that for a component's own elements alone.
func (g *generator) onWindow(event string, h app.EventHandler) (release func()) {
	return app.Window().AddEventListener(event, func(_ app.Context, e app.Event) {
		h(g.ctx, e)
		g.ctx.Dispatch(func(app.Context) {})
	})
}

// redraw applies a change that comes from outside the generator's own events.
func (g *generator) redraw(change func()) {
	g.ctx.Dispatch(func(app.Context) { change() })
}

// OnNav reads the settings again when the address carries others, as after a
// link to a preset.
func (g *generator) OnNav(app.Context) {
	q := browser.Query()
	if q == g.query {
		return
	}
	g.query = q
	g.settings = readSettings(q)
	_, g.problems = g.settings.check()
}

// OnDismount leaves nothing behind: no listener and no secret.
func (g *generator) OnDismount() {
	for _, release := range g.release {
		release()
	}
	clear(g.use.open)
	g.forget()
}

// Render draws the form beside the result, and below what to do with it.
func (g *generator) Render() app.UI {
	return app.Div().Class("generator").Body(
		g.renderForm(),
		g.renderResult(),
		g.renderUse(),
	)
}

// change applies an edit of the form: it brings the address up to date and
// speaks of mistakes at once, where they are made.
func (g *generator) change(edit func(*settings)) {
	edit(&g.settings)
	if !g.settings.tooSmall() {
		g.settings.testOnly = false
	}
	_, g.problems = g.settings.check()
	if q := g.settings.query(); q != g.query {
		g.query = q
		browser.ReplaceQuery(q)
	}
	g.askUse() // the form is part of it
}

// generate makes what the form asks for, or moves to the first mistake.
func (g *generator) generate() {
	if g.bulk != nil {
		return
	}
	request, wrong := g.settings.check()
	g.problems = wrong
	if f, found := wrong.first(); found {
		g.say("Nothing was generated: " + wrong[f])
		browser.Focus(focusOf(f, g.settings))
		return
	}
	if request.Count > maxListed {
		g.startBulk(request)
		return
	}
	secrets, err := secret.Generate(request)
	if err != nil { // check has accepted the request, so this is for the person too
		g.say("Nothing was generated: " + err.Error() + ".")
		return
	}
	g.accept(secrets)
}

// accept makes a new result the current one.
func (g *generator) accept(secrets []secret.Secret) {
	replaced := len(g.result) > 0
	g.setAside()
	g.result = secrets
	g.result[:1].show(0, g.masked) // at once: its row is always there
	g.list(0)
	g.ctx.Defer(func(app.Context) { browser.Reveal("result") }) // on a phone it is below the form
	g.say(g.result.announcement(replaced))
}

// list draws the rows of the result from the given one on, a few in each of the
// browser's turns, and writes the secrets into them.
func (g *generator) list(from int) {
	result := g.result
	if from == 0 {
		g.renewUse()
	}
	end := min(len(result), maxListed)
	g.rows = min(from+rowStep, end)
	g.ctx.Defer(func(app.Context) {
		if !g.isCurrent(result) {
			return
		}
		result[:g.rows].show(from, g.masked)
		if g.rows < end {
			browser.Later(func() { g.ctx.Dispatch(func(app.Context) { g.listMore(result) }) })
		}
	})
}

func (g *generator) listMore(result batch) {
	if g.isCurrent(result) {
		g.list(g.rows)
	}
}

// isCurrent reports whether result, which is not empty, is the one on screen.
func (g *generator) isCurrent(result batch) bool {
	return len(g.result) > 0 && &g.result[0] == &result[0]
}

// listed returns the secrets whose rows are drawn.
func (g *generator) listed() batch { return g.result[:min(g.rows, len(g.result))] }

// setAside keeps the current result for Undo and wipes the one kept before.
func (g *generator) setAside() {
	g.blankUse()
	g.dropPrevious()
	g.previous, g.result = g.result, nil
	if len(g.previous) == 0 {
		return
	}
	g.undoing = time.AfterFunc(g.undoTime, func() {
		g.ctx.Dispatch(func(app.Context) { g.dropPrevious() })
	})
}

// dropPrevious wipes what Undo could have brought back.
func (g *generator) dropPrevious() {
	if g.undoing != nil {
		g.undoing.Stop()
		g.undoing = nil
	}
	g.previous.wipe()
	g.previous = nil
}

// forget wipes every secret and empties the screen at once.
func (g *generator) forget() {
	g.stopBulk()
	g.dropPrevious()
	g.blankUse()
	g.listed().blank()
	g.result.wipe()
	g.result = nil
	g.status = ""
}

package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// generator is the main job: the form, the result, and what to do with it. The
// three share their work; each draws a part of it.
type generator struct {
	app.Compo

	work work
}

// OnInit reads the settings from the address, before the first drawing.
func (g *generator) OnInit() {
	g.work.changed, g.work.undoTime = g.work.renew, defaultUndoTime
	g.work.read(browser.Query())
	g.work.began, g.work.beganOpen = g.work.settings, setsOptions(g.work.query)
}

// OnMount listens for the shortcuts, and for the page being left.
func (g *generator) OnMount(ctx app.Context) {
	g.work.enter(ctx, g.work.forget)
	g.work.release = append(g.work.release, browser.CatchKeys(g.onShortcut))
}

// OnNav reads the settings again when the address carries others.
func (g *generator) OnNav(app.Context) {
	if q := browser.Query(); q != g.work.query {
		g.work.read(q)
	}
}

// OnDismount leaves nothing behind: no listener and no secret.
func (g *generator) OnDismount() { g.work.OnDismount() }

// Render draws the result first, then the form, and below what to do with it.
func (g *generator) Render() app.UI {
	w := &g.work
	return elem("div", "class", "generator").Body(
		elem("div", "class", "card maker").Body(
			&result{Work: w, Turn: w.turn},
			&form{Work: w, Turn: w.turn},
		),
		&use{Work: w, Turn: w.turn},
	)
}

// onShortcut handles the single letters: g generates, c copies.
func (g *generator) onShortcut(k browser.Key) (used bool) {
	do, known := map[string]func(){"g": g.work.generate, "c": g.work.copyAll}[k.Name]
	if !known || !k.Letter || lettersOff {
		return false
	}
	g.work.redraw(do)
	return true
}

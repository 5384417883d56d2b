package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// dialog is a window over the page, which rests until it is closed: with Escape, by a
// button in it or by a click beside it. browser.ShowDialog opens it.
func dialog(id, title string, onClose app.EventHandler, body ...app.UI) app.UI {
	return elem("dialog", "id", id, "class", "dialog", "aria-label", title, "closedby", "any").
		On("click", onBeside).On("close", onClose).
		Body(elem("div", "class", "dialog-box").Body(body...))
}

// onBeside closes a dialog in browsers that do not know closedby.
func onBeside(ctx app.Context, e app.Event) {
	if target := e.Get("target"); target.Get("tagName").String() == "DIALOG" && !target.Get("closedBy").Truthy() {
		target.Call("close")
	}
}

// drawNow draws a component in the very task of its event, and not what it is in:
// go-app would wait for its next tick, and whoever types would see the answer a frame
// later. Call it at the end of a handler of the component's own.
func drawNow(ctx app.Context) {
	ctx.Dispatch(func(app.Context) {})
	if d, ok := ctx.Dispatcher().(app.ClientDispatcher); ok {
		d.Consume()
	}
	ctx.PreventUpdate()
}

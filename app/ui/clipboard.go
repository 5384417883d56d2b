package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// defaultClipboardTime is how long a secret stays on the clipboard before the
// page tries to clear it.
const defaultClipboardTime = 30 * time.Second

// clipboard is what the page knows of the clipboard, which it may write but
// not read.
type clipboard struct {
	holds bool // a secret was put there and not cleared since
	away  bool // the person has been elsewhere since, and may have copied something
	timer *time.Timer
}

// renderClipboard offers to clear the clipboard while a secret may be on it.
func (g *generator) renderClipboard() app.UI {
	return app.Div().Class("clipboard-place").Body(
		app.If(g.clipboard.holds,
			app.P().Body(
				app.Text("What you copied is on the clipboard. "),
				app.Button().Type("button").ID("clear-clipboard").Class("quiet").OnClick(g.onClearClipboard).Text("Clear clipboard"),
			),
		),
	)
}

// copyText puts the text on the clipboard, wipes it, and says what happened.
func (g *generator) copyText(text []byte, done string) {
	browser.Copy(text, func(err error) {
		g.ctx.Dispatch(func(app.Context) {
			if err != nil {
				g.say(clipboardSentence(err))
				return
			}
			g.say(done)
			g.watchClipboard()
		})
	})
	clear(text)
}

// watchClipboard clears the clipboard after a while.
func (g *generator) watchClipboard() {
	if g.clipboard.timer != nil {
		g.clipboard.timer.Stop()
	}
	g.clipboard = clipboard{holds: true, timer: time.AfterFunc(g.clipboardTime, func() {
		g.ctx.Dispatch(func(app.Context) { g.expireClipboard() })
	})}
}

// expireClipboard tries to clear the clipboard without being asked. It does not
// when the person has been elsewhere: something newer may be there, and browsers
// refuse it to a page in the background anyway.
func (g *generator) expireClipboard() {
	switch {
	case !g.clipboard.holds:
	case g.clipboard.away:
		g.say("The clipboard was left as it is: it may hold something newer by now. Clear clipboard empties it.")
	default:
		g.clearClipboard("The browser did not let the clipboard be cleared by itself. Click Clear clipboard.")
	}
}

func (g *generator) onClearClipboard(app.Context, app.Event) {
	g.clearClipboard("Not cleared: the browser did not allow it. Copy any other text instead.")
}

// clearClipboard empties the clipboard, or says that it was refused.
func (g *generator) clearClipboard(refused string) {
	browser.Copy(nil, func(err error) {
		g.ctx.Dispatch(func(app.Context) {
			if err != nil {
				g.say(refused)
				return
			}
			g.clipboard.holds = false
			g.say("The clipboard has been cleared.")
		})
	})
}

// onBlur notes that the person went elsewhere.
func (g *generator) onBlur(app.Context, app.Event) { g.clipboard.away = true }

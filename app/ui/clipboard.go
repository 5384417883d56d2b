package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

// defaultClipboardTime is how long a secret stays on the clipboard before the
// page tries to clear it.
const defaultClipboardTime = 30 * time.Second

// clipboard copies for a page, and is what the page knows of the clipboard, which
// it may write but not read.
type clipboard struct {
	say    func(sentence string) // tells the person what happened
	redraw func(change func())   // applies a change of the page from outside its own events
	time   time.Duration         // that a secret stays there

	holds bool // a secret was put there and not cleared since
	away  bool // the person has been elsewhere since, and may have copied something
	timer *time.Timer
}

func newClipboard(say func(string), redraw func(func())) clipboard {
	return clipboard{say: say, redraw: redraw, time: defaultClipboardTime}
}

// render offers to clear the clipboard while a secret may be on it.
func (c *clipboard) render() app.UI {
	return app.Div().Class("clipboard-place").Body(
		app.If(c.holds,
			app.P().Body(
				app.Text("What you copied is on the clipboard. "),
				app.Button().Type("button").ID("clear-clipboard").Class("quiet").OnClick(c.onClear).Text("Clear clipboard"),
			),
		),
	)
}

// copySecret puts a text that holds a secret on the clipboard, wipes it, and says
// what happened.
func (c *clipboard) copySecret(text []byte, done string) {
	c.copy(text, done, c.watch)
	clear(text)
}

// copyPlain is copySecret for a text without a secret: it may stay there.
func (c *clipboard) copyPlain(text, done string) {
	c.copy([]byte(text), done, func() { c.holds = false })
}

func (c *clipboard) copy(text []byte, done string, after func()) {
	browser.Copy(text, func(err error) {
		c.redraw(func() {
			if err != nil {
				c.say(clipboardSentence(err))
				return
			}
			c.say(done)
			after()
		})
	})
}

// watch clears the clipboard after a while.
func (c *clipboard) watch() {
	if c.timer != nil {
		c.timer.Stop()
	}
	c.holds, c.away = true, false
	c.timer = time.AfterFunc(c.time, func() { c.redraw(c.expire) })
}

// expire tries to clear the clipboard without being asked. It does not when the
// person has been elsewhere: something newer may be there, and browsers refuse it
// to a page in the background anyway.
func (c *clipboard) expire() {
	switch {
	case !c.holds:
	case c.away:
		c.say("The clipboard was left as it is: it may hold something newer by now. Click “Clear clipboard” to empty it.")
	default:
		c.empty("The browser did not let the clipboard be cleared by itself. Click “Clear clipboard”.")
	}
}

func (c *clipboard) onClear(app.Context, app.Event) {
	c.empty("Not cleared: the browser did not allow it. Copy any other text instead.")
}

// empty empties the clipboard, or says that it was refused.
func (c *clipboard) empty(refused string) {
	browser.Copy(nil, func(err error) {
		c.redraw(func() {
			if err != nil {
				c.say(refused)
				return
			}
			c.holds = false
			c.say("The clipboard has been cleared.")
		})
	})
}

// onBlur notes that the person went elsewhere.
func (c *clipboard) onBlur(app.Context, app.Event) { c.away = true }

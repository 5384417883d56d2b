package ui

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
)

const (
	// defaultClipboardTime is how long a secret stays on the clipboard before the
	// page tries to clear it.
	defaultClipboardTime = 30 * time.Second

	// copiedTime is how long a button says that it has copied.
	copiedTime = 2 * time.Second

	// clearedTime is how long the notice says that the clipboard has been cleared.
	clearedTime = 6 * time.Second
)

// clipboard is what the program knows of the system's clipboard, which it may write
// but not read. It outlives the page on which something was copied: so does what is
// on the clipboard.
type clipboard struct {
	time        time.Duration // that a secret stays there
	clearedTime time.Duration // that the notice says that it is gone

	holds  bool        // a secret was put there and not cleared since
	away   bool        // the person has been elsewhere since, and may have copied something
	timer  *time.Timer // until it is cleared, or until nothing is said any more
	said   string      // what became of it, a sentence
	gone   func()      // takes back, where it was said, that a secret was copied; may be nil
	hidden bool        // the person has read that
	redraw func(change func())
}

var board = clipboard{time: defaultClipboardTime, clearedTime: clearedTime, redraw: func(change func()) { change() }}

// clipboardNotice offers, on every page, to clear the clipboard while a secret may
// be on it.
type clipboardNotice struct {
	app.Compo
	part
}

// OnMount takes over from the notice of the page before.
func (n *clipboardNotice) OnMount(ctx app.Context) {
	n.ctx = ctx
	board.redraw = n.part.redraw
	n.onWindow("blur", func(app.Event) { board.away = true })
}

// Render draws what there is to say, at the foot of the window.
func (n *clipboardNotice) Render() app.UI {
	breathe()
	said := board.said
	if board.hidden {
		said = ""
	}
	return elem("div", "class", "clipboard").Body(
		elem("p", "id", "clipboard-status", "role", "status").Text(said),
		app.If(board.holds && !board.hidden, button("clear-clipboard", "Clear clipboard", n.onClear).Class("quiet")),
		app.If(said != "", button("hide-clipboard", "Hide", n.onHide).Class("quiet").Aria("label", "Hide this notice")),
	)
}

// onHide makes room until there is something new to say. The clipboard is cleared in its
// time all the same.
func (n *clipboardNotice) onHide(app.Context, app.Event) {
	board.hidden = true
	browser.Focus("main")
}

func (n *clipboardNotice) onClear(app.Context, app.Event) {
	board.empty("Not cleared: the browser did not allow it. Copy any other text instead.")
}

// watch notes that a secret was put there, and clears it after a while.
func (c *clipboard) watch() {
	c.stop()
	c.holds, c.away, c.hidden = true, false, false
	c.said = "What you copied is on the clipboard."
	c.timer = time.AfterFunc(c.time, func() { c.redraw(c.expire) })
}

// forget notes that something else is there now. What is said of it makes room after
// a while: it lies over the page.
func (c *clipboard) forget(said string) {
	c.stop()
	c.holds, c.said = false, said
	if said != "" {
		c.timer = time.AfterFunc(c.clearedTime, func() {
			c.redraw(func() {
				if c.said == said { // nothing was copied since
					c.said = ""
				}
			})
		})
	}
}

func (c *clipboard) stop() {
	if c.timer != nil {
		c.timer.Stop()
	}
}

// expire tries to clear the clipboard without being asked. It does not when the
// person has been elsewhere: something newer may be there, and browsers refuse it
// to a page in the background anyway.
func (c *clipboard) expire() {
	switch {
	case !c.holds:
	case c.away:
		c.hidden = false
		c.said = "The clipboard was left as it is: it may hold something newer by now."
	default:
		c.empty("The browser did not let the clipboard be cleared by itself.")
	}
}

// empty empties the clipboard, or says that it was refused.
func (c *clipboard) empty(refused string) {
	browser.Copy(nil, func(err error) {
		c.redraw(func() {
			c.hidden = false
			if err != nil {
				c.said = refused
				return
			}
			c.forget("The clipboard has been cleared.")
			if c.gone != nil {
				c.gone()
			}
		})
	})
}

// copier is a part from which texts are copied.
type copier struct {
	part
	button  string // the id of the one that was clicked last
	outcome string // what it says of that
}

// copyButton copies a text and says so where it was clicked. Its name, for screen
// readers, may say more than its text.
func (c *copier) copyButton(id, text, name string, onClick app.EventHandler) app.HTMLElem {
	if c.button == id {
		return button(id, c.outcome, onClick)
	}
	b := button(id, text, onClick)
	if name != "" {
		b = b.Aria("label", name)
	}
	return b
}

// copySecret puts a text that holds a secret on the clipboard for the button with
// this id, wipes it, and says what happened.
func (c *copier) copySecret(id string, text []byte, done string) {
	c.copy(id, text, done, func() {
		board.redraw(board.watch)
		board.gone = func() { c.redraw(func() { c.takeBack(done) }) }
	})
	clear(text)
}

// takeBack says no longer that something is on the clipboard, nor does a button.
func (c *copier) takeBack(done string) {
	c.button = ""
	if strings.TrimSuffix(c.status, "\u00a0") == done {
		c.status = ""
	}
}

// otherText notes that the buttons would copy something else from now on, of which none
// may say that it was copied.
func (c *copier) otherText() { c.button = "" }

// copyPlain is copySecret for a text without a secret: it may stay there.
func (c *copier) copyPlain(id, text, done string) {
	c.copy(id, []byte(text), done, func() { board.redraw(func() { board.forget("") }) })
}

func (c *copier) copy(id string, text []byte, done string, after func()) {
	browser.Copy(text, func(err error) {
		c.redraw(func() {
			if err != nil {
				c.answer(id, "Not copied", clipboardSentence(err))
				return
			}
			c.answer(id, "Copied", done)
			after()
		})
	})
}

// answer says what came of a click, on the button for a while and in a sentence.
func (c *copier) answer(id, outcome, sentence string) {
	c.button, c.outcome = id, outcome
	c.say(sentence)
	time.AfterFunc(copiedTime, func() {
		c.redraw(func() {
			if c.button == id {
				c.button = ""
			}
		})
	})
}

package ui

import (
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
)

// mountedNotice shows the notice of a clipboard of its own.
func mountedNotice(t *testing.T) (n *clipboardNotice, act func(func())) {
	t.Helper()
	before := board
	board = clipboard{time: defaultClipboardTime, clearedTime: clearedTime}
	t.Cleanup(func() { board.stop(); board = before })
	n = &clipboardNotice{}
	return n, mounted(t, n)
}

func TestTheClipboardIsLeftAloneWhenThePersonHasBeenElsewhere(t *testing.T) {
	n, act := mountedNotice(t)
	act(board.watch)
	act(func() { board.away = true; board.expire() })
	assert.Contains(t, drawn(n), "may hold something newer")
	assert.Contains(t, drawn(n), `id="clear-clipboard"`, "it can still be cleared on demand")
}

func TestARefusalToClearTheClipboardIsToldAndCanBeRepeated(t *testing.T) {
	n, act := mountedNotice(t)
	board.time = time.Millisecond
	act(board.watch)
	eventually(t, act, func() bool { return board.said != "What you copied is on the clipboard." })
	assert.Contains(t, drawn(n), "did not let the clipboard be cleared by itself")
	act(func() { n.onClear(n.ctx, app.Event{}) })
	act(func() {})
	assert.Contains(t, drawn(n), "Not cleared")
	assert.True(t, board.holds)
}

func TestTheNoticeOfTheClipboardMakesRoom(t *testing.T) {
	n, act := mountedNotice(t)
	act(board.watch)
	act(func() { n.onHide(n.ctx, app.Event{}) })
	assert.NotContains(t, drawn(n), "<button")
	assert.NotContains(t, drawn(n), "on the clipboard")
	assert.True(t, board.timer.Stop(), "it is still cleared in its time")
	act(board.watch)
	assert.Contains(t, drawn(n), `id="clear-clipboard"`, "the next copy is told again")

	act(func() { n.onHide(n.ctx, app.Event{}) })
	act(func() { board.away = true; board.expire() })
	assert.Contains(t, drawn(n), "may hold something newer", "what is new is told again")
	assert.Contains(t, drawn(n), `id="clear-clipboard"`)
	act(func() { n.onHide(n.ctx, app.Event{}) })
	act(func() { n.onClear(n.ctx, app.Event{}) })
	act(func() {})
	assert.Contains(t, drawn(n), "Not cleared", "so is a refusal")

	board.clearedTime = time.Millisecond
	act(func() { board.forget("The clipboard has been cleared.") })
	eventually(t, act, func() bool { return board.said == "" })
	assert.NotContains(t, drawn(n), "<button")
}

// The clipboard does not change when somebody follows a link.
func TestTheClipboardsTimeRunsOnOnTheNextPage(t *testing.T) {
	_, act := mountedNotice(t)
	board.time = 50 * time.Millisecond
	act(board.watch)
	next := &clipboardNotice{}
	act = mounted(t, next)
	assert.Contains(t, drawn(next), `id="clear-clipboard"`)
	eventually(t, act, func() bool { return board.said != "What you copied is on the clipboard." })
	assert.Contains(t, drawn(next), "did not let the clipboard be cleared by itself")
}

func TestACopyButtonSaysWhatCameOfTheClick(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	act(func() { w.answer("copy", "Copied", "Copied.") })
	assert.Contains(t, app.HTMLString(w.copyButton("copy", "Copy", "", nil)), "Copied")
	assert.NotContains(t, app.HTMLString(w.copyButton("copy-env", "Copy as .env line", "", nil)), "Copied")
}

// Within the two seconds in which a button says "Copied" of one text, it may come to stand
// for another one.
func TestNoButtonSaysCopiedOfWhatWasNotCopied(t *testing.T) {
	for name, change := range map[string]func(w *work, u *use){
		"another secret":  func(w *work, _ *use) { w.generate() },
		"no secret":       func(w *work, _ *use) { w.setAside(true) },
		"another name":    func(w *work, _ *use) { w.edit(func(s *settings) { s.name = "KEY" }) },
		"another library": func(_ *work, u *use) { u.onLibrary(u.ctx, app.Event{}) },
		"another program": func(_ *work, u *use) { u.onTerminal(u.ctx, app.Event{}) },
		"other claims":    func(_ *work, u *use) { u.onClaims(u.ctx, app.Event{}) },
	} {
		t.Run(name, func(t *testing.T) {
			u, act := using(t, "")
			w := u.Work
			act(func() { w.answer("copy", "Copied", "Copied.") })
			act(func() { change(w, u) })
			assert.NotContains(t, app.HTMLString(w.copyButton("copy", "Copy", "", nil)), "Copied")
		})
	}
}

func TestWhatWasClearedFromTheClipboardIsCalledCopiedNoMore(t *testing.T) {
	_, act := mountedNotice(t)
	_, w, _ := mountedGenerator(t)
	for range 2 { // the second time, the sentence ends in a space that nobody sees
		act(func() { w.answer("copy", "Copied", "Copied.") })
	}
	act(func() { w.takeBack("Copied.") })
	assert.Empty(t, w.status)
	assert.NotContains(t, app.HTMLString(w.copyButton("copy", "Copy", "", nil)), "Copied")
	act(func() { w.say("Now hidden on screen.") })
	act(func() { w.takeBack("Copied.") })
	assert.Equal(t, "Now hidden on screen.", w.status, "this is about something else")
}

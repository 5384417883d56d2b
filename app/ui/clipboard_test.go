package ui

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

func TestTheClipboardIsLeftAloneWhenThePersonHasBeenElsewhere(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.clipboard.watch)
	act(d, g, func() { g.clipboard.onBlur(g.ctx, app.Event{}) })
	act(d, g, g.clipboard.expire)
	assert.Contains(t, g.status, "may hold something newer")
	assert.Contains(t, drawn(g), `id="clear-clipboard"`, "it can still be cleared on demand")
}

func TestARefusalToClearTheClipboardIsToldAndCanBeRepeated(t *testing.T) {
	g, d := mounted(t)
	g.clipboard.time = time.Millisecond
	act(d, g, g.clipboard.watch)
	require.Eventually(t, func() bool { d.Consume(); return g.status != "" }, 10*time.Second, time.Millisecond)
	assert.Contains(t, g.status, "did not let the clipboard be cleared by itself")
	act(d, g, func() { g.clipboard.onClear(g.ctx, app.Event{}) })
	assert.Contains(t, g.status, "Not cleared")
	assert.True(t, g.clipboard.holds)
}

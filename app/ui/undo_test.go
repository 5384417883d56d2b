package ui

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestASecondClickReplacesAndUndoBringsBack(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	first := string(w.result[0].Text())
	act(w.generate)
	assert.NotEqual(t, first, string(w.result[0].Text()))
	replacement := w.result
	act(w.undo)
	assert.Equal(t, first, string(w.result[0].Text()))
	assert.True(t, replacement[0].Wiped(), "what Undo took away is wiped")
}

func TestAThirdClickWipesTheFirstAtOnce(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	first := w.result
	act(w.generate)
	assert.False(t, first[0].Wiped())
	act(w.generate)
	assert.True(t, first[0].Wiped())
}

func TestWhatUndoKeepsIsWipedWhenItsTimeIsUp(t *testing.T) {
	_, w, act := mountedGenerator(t)
	w.undoTime = time.Millisecond
	act(w.generate)
	first := w.result
	act(w.clear)
	assert.Empty(t, w.result)
	eventually(t, act, func() bool { return first[0].Wiped() })
	assert.Empty(t, w.aside)
}

func TestWhatUndoPromisesIsTakenBackWhenItsTimeIsUp(t *testing.T) {
	for name, c := range map[string]struct {
		count     string
		lose      func(w *work)
		said, end string
	}{
		"cleared":         {"1", (*work).clear, "You can bring it back for ten seconds.", "Cleared. It cannot be brought back any more."},
		"several cleared": {"2", (*work).clear, "You can bring them back for ten seconds.", "Cleared. They cannot be brought back any more."},
		"replaced": {"1", (*work).generate, "What was here before can be brought back.",
			"1 secret is ready: 256 bits. What was here before is gone."},
	} {
		t.Run(name, func(t *testing.T) {
			g, w, act := mountedGenerator(t)
			w.settings.count = c.count
			act(w.generate)
			act(func() { c.lose(w) })
			assert.Contains(t, w.status, c.said)
			act(func() { w.undoEnds(func(aside) bool { return true }) })
			assert.Empty(t, w.aside)
			assert.Equal(t, c.end, w.status)
			assert.Contains(t, drawn(g), c.end)
		})
	}
}

func TestWhatIsSaidMeanwhileStays(t *testing.T) {
	_, w, act := mountedGenerator(t)
	w.undoTime = time.Millisecond
	act(w.generate)
	act(func() { w.clear(); w.say("Copied.") })
	eventually(t, act, func() bool { return len(w.aside) == 0 })
	assert.Equal(t, "Copied.", w.status)
}

// The time of a result that was replaced meanwhile is none of the next one's.
func TestTheTimeOfAnotherResultTakesNothingBack(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	act(w.clear)
	said := w.status
	act(func() { w.undoEnds(func(aside) bool { return false }) })
	assert.Equal(t, said, w.status)
}

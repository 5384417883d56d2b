package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// mountedGenerator shows a generator, and returns the work of its parts.
func mountedGenerator(t *testing.T) (g *generator, w *work, act func(func())) {
	t.Helper()
	g = &generator{}
	act = mounted(t, g)
	return g, &g.work, act
}

func (w *work) clear() { (&result{Work: w}).onClear(w.ctx, app.Event{}) }

func TestGenerateMakesWhatTheFormAsksFor(t *testing.T) {
	g, w, act := mountedGenerator(t)
	act(w.generate)
	require.Len(t, w.result, 1)
	assert.Equal(t, 43, w.result[0].Characters())
	assert.Equal(t, "1 secret is ready: 256 bits.", w.status)
	assert.Contains(t, drawn(g), w.status, "every part is drawn anew")
}

func TestTheDrawnTreeNeverHoldsTheSecret(t *testing.T) {
	g, w, act := mountedGenerator(t)
	w.settings.count = "3"
	act(w.generate)
	require.Len(t, w.result, 3)
	html := drawn(g)
	for i := range w.result {
		assert.NotContains(t, html, string(w.result[i].Text()))
	}
}

func TestAMistakeGeneratesNothingAndKeepsTheResultOfBefore(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	before := string(w.result[0].Text())
	w.settings.size = "abc"
	act(w.generate)
	require.Len(t, w.result, 1)
	assert.Equal(t, before, string(w.result[0].Text()))
	assert.Contains(t, w.status, "Nothing was generated")
}

// Else 100 rows, each with a button, would stand between the keyboard and them.
func TestTheButtonsForManySecretsComeBeforeThem(t *testing.T) {
	g, w, act := mountedGenerator(t)
	for _, w.settings.count = range []string{"1", "2"} {
		act(w.generate)
		html := drawn(g)
		assert.Less(t, strings.Index(html, `id="copy"`), strings.Index(html, `id="secret-0"`))
	}
}

// A secret that was copied may be in use somewhere by now.
func TestACopiedSecretCanBeBroughtBackUntilThePageIsLeft(t *testing.T) {
	g, w, act := mountedGenerator(t)
	w.undoTime = time.Millisecond
	act(w.generate)
	act(w.copyAll)
	copied := w.result
	for range 3 {
		act(w.generate)
		eventually(t, act, func() bool { return len(w.aside) == 1 })
	}
	require.False(t, copied[0].Wiped())
	assert.Contains(t, drawn(g), "Bring back what you copied before")
	act(w.undo)
	assert.Equal(t, copied[0].Text(), w.result[0].Text())
	act(w.generate)
	assert.False(t, copied[0].Wiped(), "it still counts as copied")
	act(w.forget)
	assert.True(t, copied[0].Wiped())
}

func TestEverySecretThatWasCopiedIsReachedByUndo(t *testing.T) {
	_, w, act := mountedGenerator(t)
	var all []string
	for range 3 {
		act(w.generate)
		act(w.copyAll)
		all = append(all, string(w.result[0].Text()))
	}
	for _, i := range []int{1, 0, 2, 1} {
		act(w.undo)
		assert.Equal(t, all[i], string(w.result[0].Text()))
	}
}

func TestClearGivesACopiedSecretTheTimeOfUndoAndNoMore(t *testing.T) {
	_, w, act := mountedGenerator(t)
	w.undoTime = time.Millisecond
	act(w.generate)
	act(w.copyAll)
	copied := w.result
	act(w.clear)
	eventually(t, act, func() bool { return copied[0].Wiped() })
}

// Clicks of one frame meet what the click before has left.
func TestAClickThatComesTooLateDoesNothing(t *testing.T) {
	for name, click := range map[string]func(*work, *result, *use){
		"undo":              func(w *work, r *result, _ *use) { r.onUndo(w.ctx, app.Event{}) },
		"clear":             func(w *work, r *result, _ *use) { r.onClear(w.ctx, app.Event{}) },
		"copy":              func(w *work, r *result, _ *use) { r.onCopy(w.ctx, app.Event{}) },
		"copy as .env":      func(w *work, r *result, _ *use) { r.onCopyEnv(w.ctx, app.Event{}) },
		"copy a row":        func(w *work, r *result, _ *use) { r.onCopyRow(w.ctx, app.Event{}) },
		"download":          func(w *work, r *result, _ *use) { r.onDownload(w.ctx, app.Event{}) },
		"copy for a place":  func(w *work, _ *result, u *use) { u.onCopyTarget(w.ctx, app.Event{}) },
		"copy the value":    func(w *work, _ *result, u *use) { u.onCopyValue(w.ctx, app.Event{}) },
		"download a place":  func(w *work, _ *result, u *use) { u.onDownloadTarget(w.ctx, app.Event{}) },
		"copy the code":     func(w *work, _ *result, u *use) { u.onCopyLibrary(w.ctx, app.Event{}) },
		"copy a command":    func(w *work, _ *result, u *use) { u.onCopyTerminal(w.ctx, app.Event{}) },
		"copy a token":      func(w *work, _ *result, u *use) { u.onCopySample(w.ctx, app.Event{}) },
		"stop the making":   func(w *work, _ *result, _ *use) { (&result{Work: w}).onStop(w.ctx, app.Event{}) },
		"the shortcut of c": func(w *work, _ *result, _ *use) { w.copyAll() },
	} {
		t.Run(name, func(t *testing.T) {
			_, w, act := mountedGenerator(t)
			u := &use{Work: w, ctx: w.ctx, open: map[string]bool{}}
			u.OnInit()
			assert.NotPanics(t, func() { act(func() { click(w, &result{Work: w}, u) }) })
			act(w.generate)
			before := string(w.result[0].Text())
			if name != "clear" {
				act(func() { click(w, &result{Work: w}, u) })
				assert.Equal(t, before, string(w.result[0].Text()), "the secret on screen stays")
			}
		})
	}
}

func TestASecretOfFormerSettingsIsMarkedSo(t *testing.T) {
	for name, change := range map[string]func(*settings){
		"algorithm": func(s *settings) { *s = s.withAlgorithm("HS512") },
		"size":      func(s *settings) { s.size = "40" },
		"format":    func(s *settings) { s.format = "hex" },
		"count":     func(s *settings) { s.count = "2" },
	} {
		t.Run(name, func(t *testing.T) {
			g, w, act := mountedGenerator(t)
			act(w.generate)
			assert.NotContains(t, drawn(g), `id="former"`)
			act(func() { w.edit(change) })
			assert.Regexp(t, `Made before you changed the settings: (1 secret )?for HS256, 32 bytes, base64url\.`, drawn(g))
			act(w.generate)
			assert.NotContains(t, drawn(g), `id="former"`)
		})
	}
}

func TestLeavingThePageWipesEverything(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(w.generate)
	first := w.result
	act(w.generate)
	second := w.result
	act(w.forget)
	assert.True(t, first[0].Wiped())
	assert.True(t, second[0].Wiped())
	assert.Empty(t, w.result)
	assert.Empty(t, w.aside)
}

func TestManySecretsAreMadeInStepsAndCanBeStopped(t *testing.T) {
	g, w, act := mountedGenerator(t)
	w.settings.count = "10000"
	act(w.generate)
	require.NotNil(t, w.making)
	assert.Contains(t, drawn(g), "of 10,000")
	eventually(t, act, func() bool { return w.making == nil })
	assert.Len(t, w.result, 10000)
	first := w.result

	act(w.generate)
	run := w.making
	eventually(t, act, func() bool { return len(run.made) > 0 })
	act(func() { (&result{Work: w}).onStop(w.ctx, app.Event{}) })
	assert.Nil(t, w.making)
	assert.True(t, run.made[0].Wiped())
	assert.True(t, w.isCurrent(first), "the result of before stays")
}

func TestTestOnlyEndsWhenTheSizeIsBigEnough(t *testing.T) {
	_, w, _ := mountedGenerator(t)
	w.edit(func(s *settings) { s.size = "8" })
	w.edit(func(s *settings) { s.testOnly = true })
	assert.True(t, w.settings.testOnly)
	w.edit(func(s *settings) { s.size = "32" })
	assert.False(t, w.settings.testOnly)
}

func TestARepeatedSentenceIsSpokenAgain(t *testing.T) {
	p := &part{}
	p.say("Copied.")
	p.say("Copied.")
	assert.Equal(t, "Copied.\u00a0", p.status)
	p.say("Copied.")
	assert.Equal(t, "Copied.", p.status)
}

func TestFactsAreExact(t *testing.T) {
	make := func(r secret.Request) batch {
		r.Count = 1
		secrets, err := secret.Generate(r)
		require.NoError(t, err)
		return secrets
	}
	// 43 × log2 62 = 256.0304…
	assert.Equal(t, []string{"256.03 bits", "32 random bytes", "43 characters", "letters and digits", "for HS256"},
		make(secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.Alphanumeric}).facts())
	assert.Equal(t, []string{"8192 bits, of which HS256 can use 256", "1,024 random bytes", "2,048 characters", "hex, lower case", "for HS256"},
		make(secret.Request{Algorithm: secret.HS256, Size: 1024, Format: secret.HexLower}).facts())
	assert.Equal(t, []string{"512 bits", "64 random bytes", "raw bytes", "for HS512"},
		make(secret.Request{Algorithm: secret.HS512, Size: 64, Format: secret.Raw}).facts())
}

// Its field is hidden then, so nobody could find what is wrong.
func TestAWrongKeyIDKeepsOnlyAJSONWebKeyFromBeingMade(t *testing.T) {
	_, w, act := mountedGenerator(t)
	act(func() { w.edit(func(s *settings) { s.format, s.keyID = "jwk", "two words" }) })
	act(w.generate)
	assert.Empty(t, w.result)
	act(func() { w.edit(func(s *settings) { s.format = "hex" }) })
	act(w.generate)
	assert.Len(t, w.result, 1)
}

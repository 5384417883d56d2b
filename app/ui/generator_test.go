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

// mounted shows a generator without a browser, as if a person could act.
func mounted(t *testing.T) (*generator, app.ClientDispatcher) {
	t.Helper()
	g := &generator{}
	d := app.NewClientTester(g)
	t.Cleanup(d.Close)
	g.live = true
	d.Consume()
	return g, d
}

// act runs what a person does and draws the outcome.
func act(d app.ClientDispatcher, g *generator, what func()) {
	d.Dispatch(app.Dispatch{Mode: app.Update, Source: g, Function: func(app.Context) { what() }})
	d.Consume()
}

func drawn(g *generator) string { return app.HTMLString(g) }

func TestThePrerenderedFormIsDisabledAndHoldsNoSecret(t *testing.T) {
	g := &generator{}
	d := app.NewServerTester(g)
	defer d.Close()
	html := drawn(g)
	for _, control := range []string{`id="generate"`, `id="size"`, `id="format"`, `id="count"`, `id="name"`, `id="keys"`, `id="alg-HS512"`} {
		i := strings.Index(html, control)
		require.Positive(t, i, control)
		tag := html[strings.LastIndex(html[:i], "<") : i+strings.Index(html[i:], ">")]
		assert.Contains(t, tag, " disabled", control)
	}
	assert.Empty(t, g.result)
}

func TestGenerateMakesWhatTheFormAsksFor(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.generate)
	require.Len(t, g.result, 1)
	assert.Equal(t, 43, g.result[0].Characters())
	assert.Equal(t, "1 secret is ready: 256 bits.", g.status)
}

func TestTheDrawnTreeNeverHoldsTheSecret(t *testing.T) {
	g, d := mounted(t)
	g.settings.count = "3"
	act(d, g, g.generate)
	require.Len(t, g.result, 3)
	html := drawn(g)
	for i := range g.result {
		assert.NotContains(t, html, string(g.result[i].Text()))
	}
}

func TestAMistakeGeneratesNothingAndKeepsTheResultOfBefore(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.generate)
	before := string(g.result[0].Text())
	g.settings.size = "abc"
	act(d, g, g.generate)
	require.Len(t, g.result, 1)
	assert.Equal(t, before, string(g.result[0].Text()))
	assert.Contains(t, g.status, "Nothing was generated")
}

func TestASecondClickReplacesAndUndoBringsBack(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.generate)
	first := string(g.result[0].Text())
	act(d, g, g.generate)
	assert.NotEqual(t, first, string(g.result[0].Text()))
	replacement := g.result
	act(d, g, func() { g.onUndo(g.ctx, app.Event{}) })
	assert.Equal(t, first, string(g.result[0].Text()))
	assert.True(t, replacement[0].Wiped(), "what Undo took away is wiped")
}

func TestAThirdClickWipesTheFirstAtOnce(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.generate)
	first := g.result
	act(d, g, g.generate)
	assert.False(t, first[0].Wiped())
	act(d, g, g.generate)
	assert.True(t, first[0].Wiped())
}

func TestWhatUndoKeepsIsWipedWhenItsTimeIsUp(t *testing.T) {
	g, d := mounted(t)
	g.undoTime = time.Millisecond
	act(d, g, g.generate)
	first := g.result
	act(d, g, func() { g.onClear(g.ctx, app.Event{}) })
	assert.Empty(t, g.result)
	require.Eventually(t, func() bool { d.Consume(); return first[0].Wiped() }, 10*time.Second, time.Millisecond)
	assert.Empty(t, g.previous)
}

func TestLeavingThePageWipesEverything(t *testing.T) {
	g, d := mounted(t)
	act(d, g, g.generate)
	first := g.result
	act(d, g, g.generate)
	second := g.result
	act(d, g, func() { g.onLeave(g.ctx, app.Event{}) })
	assert.True(t, first[0].Wiped())
	assert.True(t, second[0].Wiped())
	assert.Empty(t, g.result)
	assert.Empty(t, g.previous)
}

func TestManySecretsAreMadeInStepsAndCanBeStopped(t *testing.T) {
	g, d := mounted(t)
	g.settings.count = "10000"
	act(d, g, g.generate)
	require.NotNil(t, g.bulk)
	assert.Contains(t, drawn(g), "of 10,000")
	require.Eventually(t, func() bool { d.Consume(); return g.bulk == nil }, 10*time.Second, time.Millisecond)
	assert.Len(t, g.result, 10000)

	act(d, g, g.generate)
	made := g.bulk.made
	act(d, g, func() { g.onStop(g.ctx, app.Event{}) })
	assert.Nil(t, g.bulk)
	assert.True(t, made[0].Wiped())
	assert.Len(t, g.result, 10000, "the result of before stays")
}

func TestTestOnlyEndsWhenTheSizeIsBigEnough(t *testing.T) {
	g, _ := mounted(t)
	g.change(func(s *settings) { s.size = "8" })
	g.change(func(s *settings) { s.testOnly = true })
	assert.True(t, g.settings.testOnly)
	g.change(func(s *settings) { s.size = "32" })
	assert.False(t, g.settings.testOnly)
}

func TestARepeatedSentenceIsSpokenAgain(t *testing.T) {
	g := &generator{}
	g.say("Copied.")
	g.say("Copied.")
	assert.Equal(t, "Copied.\u00a0", g.status)
	g.say("Copied.")
	assert.Equal(t, "Copied.", g.status)
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

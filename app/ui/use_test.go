package ui

import (
	"slices"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

func TestThePlacesAreTheTargets(t *testing.T) {
	var want []place
	for _, target := range export.Targets() {
		want = append(want, place{target.ID, target.Title, string(target.Group), target.Command})
	}
	assert.Equal(t, want, places)
	assert.True(t, slices.ContainsFunc(places, func(p place) bool { return p.id == defaultTarget }))
}

func TestTheLibrariesAreTheSnippets(t *testing.T) {
	var want [][2]string
	for _, s := range snippet.All() {
		want = append(want, [2]string{s.ID, s.Name})
	}
	assert.Equal(t, want, libraries)
	assert.True(t, slices.ContainsFunc(libraries, func(l [2]string) bool { return l[0] == defaultLibrary }))
}

// answered is what a worker sends for a secret: a text and a token.
func answered(t *testing.T) []byte {
	t.Helper()
	message, err := job.Encode(job.Event{Used: &job.Used{
		Target:  &job.Written{ID: "json", KeyID: "drawn", FileName: "jwt-secret.json", Advice: []string{"Be careful."}, Size: 9},
		Samples: []job.Sample{{Encoding: "hex", Name: "hex", KeySize: 32, Size: 8}},
		Snippet: job.Snippet{File: "tokens.go", Spans: []job.Span{{Class: "keyword", Text: "package"}, {Text: " main"}}},
		Texts:   []byte("TheSecretTheToken"),
	}})
	require.NoError(t, err)
	return message
}

// asking shows a generator with a secret and all questions open, as if a worker
// was at work.
func asking(t *testing.T) (g *generator, act func(func())) {
	t.Helper()
	g, d := mounted(t)
	act = func(what func()) {
		d.Dispatch(app.Dispatch{Mode: app.Update, Source: g, Function: func(app.Context) { what() }})
		d.Consume()
	}
	act(g.generate)
	act(func() {
		g.use.open = map[string]bool{"where": true}
		g.use.asking = &question{}
	})
	return g, act
}

func TestTheAnswerIsShownAndItsTextsAreKeptOutOfTheTree(t *testing.T) {
	g, act := asking(t)
	require.Contains(t, drawn(g), "One moment…")
	act(func() { g.onUsed(g.use.asking, answered(t)) })
	html := drawn(g)
	for _, text := range []string{"Be careful.", "Read as hex", "32 bytes", "tokens.go", `<span class="code-keyword">`, `aria-busy="false"`} {
		assert.Contains(t, html, text)
	}
	assert.NotContains(t, html, "TheSecret")
	assert.NotContains(t, html, "TheToken")
	assert.Equal(t, "TheSecret", string(g.use.text))
	assert.Equal(t, "TheToken", string(g.use.tokens[0]))
}

func TestTheDrawnKeyIDIsSentBackForTheSameSecretOnly(t *testing.T) {
	g, act := asking(t)
	act(func() { g.onUsed(g.use.asking, answered(t)) })
	assert.Equal(t, "drawn", g.useRequest().Held.KeyID)
	act(g.generate)
	assert.Empty(t, g.useRequest().Held.KeyID)
}

func TestTheQuestionCarriesTheFormAndTheSecretOnScreen(t *testing.T) {
	g, act := asking(t)
	act(func() { g.settings.format, g.settings.name, g.settings.size = "hex", "NO NAME", "x" })
	u := g.useRequest()
	assert.Equal(t, secret.HexLower, u.Form.Format)
	assert.Equal(t, "NO NAME", u.Name)
	assert.Zero(t, u.Form.Size)
	assert.Equal(t, secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.Base64URL, Count: 1}, u.Held.Request, "the secret is as it was made")
	assert.Equal(t, g.result[0].Text(), u.Held.Text)
}

func TestOfSeveralOrRawSecretsNoneIsSent(t *testing.T) {
	g, act := asking(t)
	act(func() { g.settings.count = "2"; g.generate() })
	assert.Nil(t, g.useRequest().Held)
	act(func() { g.settings.count, g.settings.format = "1", "raw"; g.generate() })
	assert.Nil(t, g.useRequest().Held)
}

func TestWhateverEndsASecretWipesItsTexts(t *testing.T) {
	for name, end := range map[string]func(g *generator){
		"another secret":      (*generator).generate,
		"clear":               func(g *generator) { g.onClear(g.ctx, app.Event{}) },
		"leave":               (*generator).forget,
		"the last is closed":  func(g *generator) { clear(g.use.open); g.askUse() },
		"another answer":      func(g *generator) { g.use.asking = &question{}; g.onUsed(g.use.asking, answered(t)) },
		"a worker that fails": func(g *generator) { g.use.asking = &question{}; g.onUseFailed(g.use.asking) },
	} {
		g, act := asking(t)
		act(func() { g.onUsed(g.use.asking, answered(t)) })
		text, signed := g.use.text, g.use.tokens[0]
		act(func() { end(g) })
		assert.Equal(t, make([]byte, 9), text, name)
		assert.Equal(t, make([]byte, 8), signed, name)
		assert.Equal(t, name == "another answer", g.use.text != nil, name)
	}
}

func TestALateAnswerIsWipedAndNotShown(t *testing.T) {
	g, act := asking(t)
	old := g.use.asking
	act(func() { g.use.asking = &question{} })
	late := answered(t)
	act(func() { g.onUsed(old, late) })
	act(func() { g.onUseFailed(old) })
	assert.Equal(t, make([]byte, len(late)), late)
	assert.Nil(t, g.use.answer)
	assert.Empty(t, g.use.failed)
}

func TestAnAnswerThatIsNoneIsWipedAndSaid(t *testing.T) {
	for name, message := range map[string]string{
		"no message": "?", "a failure": `{"Failed":"No."}`, "another event": `{"Made":{"Count":1}}` + "\nTheSecret",
		"cut short": `{"Used":{"Target":{"Size":10}}}` + "\nTheSecret", "negative": `{"Used":{"Samples":[{"Size":-1}]}}` + "\nTheSecret",
	} {
		g, act := asking(t)
		sent := []byte(message)
		act(func() { g.onUsed(g.use.asking, sent) })
		assert.Equal(t, make([]byte, len(sent)), sent, name)
		assert.Nil(t, g.use.answer, name)
		assert.Contains(t, drawn(g), noAnswer, name)
	}
}

func TestWithoutAWorkerThePanelSaysWhatToDoAndKeepsWhatWasTyped(t *testing.T) {
	g, act := asking(t)
	act(func() {
		g.use.claims, g.use.library = `{"sub": "typed"}`, "perl-crypt-jwt"
		g.askUse() // outside a browser no worker starts
	})
	act(func() {}) // the failure comes later
	html := drawn(g)
	assert.Contains(t, html, "open it again, or reload the page")
	assert.Contains(t, html, "typed")
	assert.Equal(t, "perl-crypt-jwt", g.use.library)
	act(func() { g.onVerify(g.ctx, app.Event{}) })
	assert.Contains(t, g.use.verified, "Not checked")
}

func TestWhileItIsWrittenAnewNothingIsCopied(t *testing.T) {
	g, act := asking(t)
	act(func() { g.onUsed(g.use.asking, answered(t)); g.use.asking = &question{} })
	for _, try := range []func(app.Context, app.Event){g.onCopyTarget, g.onDownloadTarget, g.onCopyLibrary, g.onCopySample, g.onCopyTerminal} {
		act(func() { g.status = ""; try(g.ctx, app.Event{}) })
		assert.Contains(t, g.status, "One moment")
	}
}

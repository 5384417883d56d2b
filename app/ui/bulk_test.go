package ui

import (
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// working is a generator whose worker has been asked for so many secrets and says
// what the test lets it say: outside a browser there is none.
func working(t *testing.T, count int) (*generator, *bulk, func(func())) {
	t.Helper()
	g, d := mounted(t)
	request := secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.JWK, Count: count}
	run := &bulk{request: request, total: count, made: make(batch, 0, count)}
	act(d, g, func() { g.bulk = run })
	return g, run, func(what func()) { act(d, g, what) }
}

// made is the worker's message about so many secrets, and their texts.
func made(t *testing.T, count int) (message []byte, texts []string) {
	t.Helper()
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.JWK, Count: count})
	require.NoError(t, err)
	event := job.Event{Made: &job.Made{Count: count}}
	for i := range secrets {
		event.Made.Texts = append(event.Made.Texts, secrets[i].Text()...)
		texts = append(texts, string(secrets[i].Text()))
	}
	message, err = job.Encode(event)
	require.NoError(t, err)
	return message, texts
}

func textsOf(b batch) []string {
	var texts []string
	for i := range b {
		texts = append(texts, string(b[i].Text()))
	}
	return texts
}

func TestWhatAWorkerMadeIsTheResultOnceItIsComplete(t *testing.T) {
	g, run, act := working(t, 1100)
	first, texts := made(t, 600)
	act(func() { g.onMade(run, first) })
	assert.Empty(t, g.result)
	assert.Len(t, run.made, 600)

	rest, others := made(t, 500)
	act(func() { g.onMade(run, rest) })
	assert.Nil(t, g.bulk)
	assert.Equal(t, append(texts, others...), textsOf(g.result))
	assert.Equal(t, "1,100 secrets are ready: 256 bits each.", g.status)
}

func TestWhatArrivesAfterStopIsWiped(t *testing.T) {
	g, run, act := working(t, 1100)
	first, _ := made(t, 600)
	act(func() { g.onMade(run, first) })
	act(func() { g.onStop(g.ctx, app.Event{}) })
	assert.True(t, run.made[0].Wiped())

	late, texts := made(t, 500)
	act(func() { g.onMade(run, late) })
	assert.NotContains(t, string(late), texts[0])
	assert.Empty(t, g.result)
	assert.Nil(t, g.bulk)
}

// A message from a newer version of the site, say.
func TestWhatIsNotWhatTheWorkerWasAskedForIsWipedAndThePageMakesThem(t *testing.T) {
	tooMany, _ := made(t, 1101)
	cut, _ := made(t, 600)
	for name, message := range map[string][]byte{
		"too many":        tooMany,
		"cut short":       cut[:len(cut)-1],
		"an error":        []byte(`{"Failed":"No."}`),
		"another event":   []byte(`{"Progress":{"Tried":1}}`),
		"no message":      []byte("?"),
		"none":            []byte(`{"Made":{"Count":0}}`),
		"fewer than none": []byte(`{"Made":{"Count":-1}}`),
	} {
		g, run, act := working(t, 1100)
		act(func() { g.onMade(run, message) })
		assert.Equal(t, make([]byte, len(message)), message, name)
		require.Eventually(t, func() bool { act(func() {}); return g.bulk == nil }, 10*time.Second, time.Millisecond, name)
		assert.Len(t, g.result, 1100, name)
	}
}

func TestAWorkerThatBreaksDownIsReplacedByThePage(t *testing.T) {
	g, run, act := working(t, 1100)
	first, texts := made(t, 600)
	act(func() { g.onMade(run, first) })
	act(func() { g.onMakerFailed(run) })
	assert.NotContains(t, string(first), texts[0], "what it had made is wiped")
	assert.Equal(t, "The browser did not let a worker make them, so this page does it itself.", g.status)
	require.Eventually(t, func() bool { act(func() {}); return g.bulk == nil }, 10*time.Second, time.Millisecond)
	assert.Len(t, g.result, 1100)
	assert.NotContains(t, textsOf(g.result), texts[0])
}

package ui

import (
	"bytes"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// mountedBench shows the page without a browser, as if the auditor was at work, and
// returns what lets it answer.
func mountedBench(t *testing.T) (b *bench, act func(func()), answers func(job.BenchReport)) {
	t.Helper()
	b = &bench{}
	act = mounted(t, b)
	return b, act, func(r job.BenchReport) {
		act(func() {
			b.asking = &task{job: &browser.Job{}}
			b.hear(job.Event{Bench: &r})
		})
	}
}

var signed = job.BenchReport{
	Token: []byte("e30.e30.AAAA"), Signs: true, Badges: []job.Finding{{Code: "fits", Title: "Signed"}, {Code: "fails", Title: "Expired"}},
	Sentence: "Signed with this secret.", Guess: true, Findings: []job.Finding{{Code: "expired", Title: "Payload", Sentence: "The token has expired."}},
}

func TestTheBenchDrawsWhatItIsTold(t *testing.T) {
	b, _, answers := mountedBench(t)
	answers(signed)
	html := drawn(b)
	for _, part := range []string{">Signed<", ">Expired<", "Signed with this secret.", "The token has expired.", `id="guess"`} {
		assert.Contains(t, html, part)
	}
	assert.NotContains(t, html, "e30", "the token is no part of the drawn tree")
	assert.True(t, b.parts, "what was signed here is signed again")
	answers(job.BenchReport{ClaimsProblem: "Look at line 2.", Sign: true})
	assert.Contains(t, drawn(b), `id="bench-claims-problem"`)
	assert.Contains(t, drawn(b), `id="do-sign"`)
}

func TestAnAnswerToWhatHasChangedSinceIsDropped(t *testing.T) {
	b, act, answers := mountedBench(t)
	act(func() { b.waits, b.changed, b.do = true, true, []string{"900"} })
	answers(signed)
	assert.NotContains(t, drawn(b), "Signed with this secret.")
	assert.Contains(t, drawn(b), `class="bench changed"`)
	assert.Equal(t, []string{"900"}, b.do, "what was asked for is asked for again")
	act(func() { b.waits = false })
	answers(signed)
	assert.Contains(t, drawn(b), "Signed with this secret.")
	assert.NotContains(t, drawn(b), `class="bench changed"`)
	assert.Empty(t, b.do)
}

func TestTheBenchSaysThatTheAuditorBrokeDown(t *testing.T) {
	b, act, _ := mountedBench(t)
	act(b.look) // no auditor can be started here
	act(func() {})
	assert.Contains(t, drawn(b), "What you pasted is still here")
	assert.False(t, b.changed)
}

func TestACopyOfNothingIsNoCopy(t *testing.T) {
	b, act, _ := mountedBench(t)
	act(func() { b.onCopy(b.ctx, app.Event{}) })
	assert.Equal(t, "No token yet.", b.status)
	assert.Contains(t, drawn(b), ">Copy<")
}

func TestABenchThatIsLeftForgets(t *testing.T) {
	b, act, answers := mountedBench(t)
	answers(signed)
	act(func() { b.onClear(b.ctx, app.Event{}) })
	assert.Equal(t, "Cleared.", b.status)
	assert.NotContains(t, drawn(b), "Signed with this secret.")
	assert.False(t, b.parts || b.waits)
	assert.Nil(t, b.asking)
}

func TestATokenIsHandedOverOnceAndWiped(t *testing.T) {
	handedOver = []byte("a.b.c")
	token := handedOver
	takeOver(fieldPaste)
	assert.Nil(t, handedOver)
	assert.Empty(t, bytes.Trim(token, "\x00"))
}

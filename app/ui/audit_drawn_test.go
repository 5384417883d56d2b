package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// drawable shows a report that offers to ask about Math.random.
func drawable(t *testing.T) (a *audit, act func(func()), says func(job.Event)) {
	t.Helper()
	a, act, says = mountedAudit(t)
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("no-defect", "no-defect", "no-defect"), Drawable: "Tries some."}})
	return a, act, says
}

// ask clicks the button. The auditor that a test has none of fails a little later: it is
// replaced by one that says nothing.
func ask(a *audit) {
	a.onDrawn(a.ctx, app.Event{})
	silent := *a.checking
	a.checking.done()
	silent.job = &browser.Job{}
	a.checking = &silent
}

func TestMathRandomIsAskedAboutByAButtonAlone(t *testing.T) {
	a, act, says := drawable(t)
	assert.Contains(t, drawn(a), `id="drawn"`)
	assert.Contains(t, drawn(a), "Tries some.")
	assert.NotContains(t, drawn(a), `id="stop-check"`)

	act(func() { ask(a) })
	assert.Contains(t, drawn(a), "Reading the text for traces of Math.random.")
	asked := a.checking
	act(func() { a.onDrawn(a.ctx, app.Event{}) })
	assert.Same(t, asked, a.checking, "it is asked once")
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("no-defect", "no-defect", "no-defect"), Drawable: "Tries some."}})
	assert.NotContains(t, drawn(a), `id="stop-check"`)
	assert.Contains(t, a.status, "Checked.")

	act(func() { ask(a) })
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("guessable", "guessable", "guessable"), Drawn: "Proved."}})
	assert.NotContains(t, drawn(a), `id="drawn"`)
	assert.Contains(t, drawn(a), `id="drawn-answer">Proved.<`, "the answer stands where the button was")
	assert.Equal(t, "Proved. Checked. named guessable. Sentence guessable.", a.status)
	asked = a.checking
	act(func() {
		a.aside = true
		a.onDrawn(a.ctx, app.Event{})
		assert.Same(t, asked, a.checking, "nothing is asked about what was put aside")
	})
}

func TestAskingAboutMathRandomEnds(t *testing.T) {
	for name, end := range map[string]func(*audit){
		"by Stop":          func(a *audit) { a.onStopCheck(a.ctx, app.Event{}) },
		"with the auditor": func(a *audit) { a.checking.Fail("It broke.") },
		"by another check": (*audit).reset,
	} {
		t.Run(name, func(t *testing.T) {
			a, act, _ := drawable(t)
			act(func() { ask(a) })
			asked := a.checking
			act(func() { end(a) })
			assert.False(t, asked.running(), "nobody listens any more")
			assert.NotContains(t, drawn(a), `id="stop-check"`)
		})
	}
}

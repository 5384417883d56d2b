package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// mountedAudit shows the audit's page without a browser, and returns what lets a
// worker say something.
func mountedAudit(t *testing.T) (a *audit, act func(func()), says func(job.Event)) {
	t.Helper()
	a = &audit{}
	d := app.NewClientTester(a)
	t.Cleanup(d.Close)
	act = func(what func()) {
		d.Dispatch(app.Dispatch{Mode: app.Update, Source: a, Function: func(app.Context) { what() }})
		d.Consume()
	}
	says = func(e job.Event) {
		message, err := job.Encode(e)
		require.NoError(t, err)
		run := a.checking
		act(func() { a.onChecked(run, message) })
	}
	act(func() { a.live, a.checking = true, &browser.Job{} })
	return a, act, says
}

func TestThePrerenderedAuditIsDisabled(t *testing.T) {
	a := &audit{}
	d := app.NewServerTester(a)
	defer d.Close()
	html := app.HTMLString(a)
	for _, control := range []string{`id="paste"`, `id="wordlist"`, `id="check"`, `id="clear"`} {
		i := strings.Index(html, control)
		require.Positive(t, i, control)
		assert.Contains(t, html[strings.LastIndex(html[:i], "<"):i+strings.Index(html[i:], ">")], " disabled", control)
	}
}

func TestACheckThatLastsShowsHowFarItIsAndCanBeStopped(t *testing.T) {
	a, act, says := mountedAudit(t)
	assert.NotContains(t, app.HTMLString(a), `id="stop-check"`)
	says(job.Event{Progress: &job.Progress{Trying: "your word list, 7 % of it"}})
	assert.Contains(t, app.HTMLString(a), "Reading your word list, 7 % of it.")
	act(func() { a.onStopCheck(a.ctx, app.Event{}) })
	assert.Contains(t, a.status, "Stopped.")
	assert.NotContains(t, app.HTMLString(a), `id="stop-check"`)
}

func TestTheReportTakesThePlaceOfTheProgress(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Progress: &job.Progress{Trying: "your word list, 7 % of it"}})
	says(job.Event{Secret: &job.SecretReport{
		Verdicts: []job.Verdict{{Algorithm: "HS256", Code: "unusable", Sentence: "Unusable."}},
		Findings: []job.Finding{{Code: "known-listed", Title: "Known", Sentence: "Evidence: line 4 of your word list."}},
	}})
	html := app.HTMLString(a)
	assert.Contains(t, html, "line 4 of your word list")
	assert.NotContains(t, html, `id="stop-check"`)
	assert.Equal(t, "Checked. HS256: Unusable.", a.status)
}

func TestWhatAWorkerSaysAfterStopIsNotShown(t *testing.T) {
	a, act, _ := mountedAudit(t)
	run := a.checking
	act(func() { a.onStopCheck(a.ctx, app.Event{}) })
	stopped := a.status
	for _, e := range []job.Event{{Failed: "No."}, {Progress: &job.Progress{Trying: "x"}}, {Token: &job.TokenReport{}}} {
		message, err := job.Encode(e)
		require.NoError(t, err)
		act(func() { a.onChecked(run, message) })
	}
	act(func() { a.onCheckCrashed(run) })
	assert.Equal(t, stopped, a.status)
	assert.Empty(t, a.reading)
	assert.Nil(t, a.token)
}

func TestTheIssuerOfATokenIsKeptForItsSecretUntilThePersonClears(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{Issuer: "https://shop.example"}})
	act(a.reset) // as for the next check
	assert.Equal(t, "https://shop.example", a.issuer)
	act(func() { a.onClear(a.ctx, app.Event{}) })
	assert.Empty(t, a.issuer)
}

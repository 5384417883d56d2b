package ui

import (
	"bytes"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// mountedAudit shows the audit's page without a browser, as if the auditor was at
// work, and returns what lets it say something.
func mountedAudit(t *testing.T) (a *audit, act func(func()), says func(job.Event)) {
	t.Helper()
	a = &audit{}
	act = mounted(t, a)
	act(func() { a.checking = &task{job: &browser.Job{}} })
	return a, act, func(e job.Event) { act(func() { a.onChecked(e) }) }
}

func TestACheckThatLastsShowsHowFarItIsAndCanBeStopped(t *testing.T) {
	a, act, says := mountedAudit(t)
	assert.NotContains(t, drawn(a), `id="stop-check"`)
	says(job.Event{Progress: &job.Progress{Trying: "your word list, 7 % of it"}})
	assert.Contains(t, drawn(a), "Reading your word list, 7 % of it.")
	act(func() { a.onStopCheck(a.ctx, app.Event{}) })
	assert.Contains(t, a.status, "Stopped.")
	assert.NotContains(t, drawn(a), `id="stop-check"`)
}

func TestTheReportTakesThePlaceOfTheProgress(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Progress: &job.Progress{Trying: "your word list, 7 % of it"}})
	says(job.Event{Secret: &job.SecretReport{
		Verdicts: job.Verdicts{{Algorithm: "HS256", Code: "unusable", Name: "Unusable", Sentence: "Replace it."}},
		Findings: []job.Finding{{Code: "known-listed", Title: "Known", Sentence: "Evidence: line 4 of your word list."}},
	}})
	assert.Contains(t, drawn(a), "line 4 of your word list")
	assert.NotContains(t, drawn(a), `id="stop-check"`)
	assert.Equal(t, "Checked. Unusable. Replace it.", a.status)
}

func TestTheTimesOfGuessingFollowTheVerdict(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Secret: &job.SecretReport{Verdicts: job.Verdicts{{Algorithm: "HS256"}}}})
	said := a.status
	says(job.Event{CrackTimes: []job.CrackTime{{Rate: "one core", Time: "at most 3 days"}}})
	assert.Contains(t, drawn(a), "at most 3 days")
	assert.Equal(t, said, a.status, "nothing is said twice")
}

// What an auditor says is overwritten, heard or not.
func TestATaskPassesOnWhatItHearsUntilItIsOver(t *testing.T) {
	said := func(e job.Event) []byte {
		message, err := job.Encode(e)
		require.NoError(t, err)
		return message
	}
	hit := job.Event{Hit: &job.Hit{Secret: []byte("x"), Reading: "UTF-8"}}
	for name, c := range map[string]struct {
		end              func(*task)
		message          []byte
		events, failures int
	}{
		"an event":            {func(*task) {}, said(hit), 1, 0},
		"after stop":          {(*task).stop, said(hit), 0, 0},
		"a failure":           {func(*task) {}, said(job.Event{Failed: "No."}), 0, 1},
		"a failure too late":  {(*task).stop, said(job.Event{Failed: "No."}), 0, 0},
		"a second failure":    {func(t *task) { t.Fail("No.") }, said(job.Event{Failed: "No."}), 0, 1},
		"what is no message":  {func(*task) {}, []byte("?"), 0, 1},
		"a message cut short": {func(*task) {}, []byte(`{"Hit":{}}`), 0, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var events, failures int
			asked := &task{Task: job.Task{Event: func(job.Event) { events++ }, Failed: func(string) { failures++ }}}
			c.end(asked)
			asked.Hear(c.message)
			assert.Equal(t, []int{c.events, c.failures}, []int{events, failures})
			assert.Empty(t, bytes.Trim(c.message, "\x00"))
		})
	}
}

// Its dates in words get old, so a token is read again from time to time.
func TestReadingATokenAgainEndsWithItsAnswerOrWithThePage(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{}})
	said, again := a.status, &job.TokenReport{}
	act(func() {
		a.readAgain()
		require.True(t, a.checking.running())
		a.checking.Event(job.Event{Token: again})
		assert.False(t, a.checking.running())
	})
	assert.Same(t, again, a.token)
	assert.Equal(t, said, a.status)
	act(func() {
		a.readAgain()
		asked := a.checking
		require.True(t, asked.running())
		a.forget()
		assert.False(t, asked.running(), "whose auditor holds the token")
	})
}

func TestAnAuditorThatBreaksDownIsToldOnce(t *testing.T) {
	a, act, _ := mountedAudit(t)
	act(func() {
		a.pasted = []byte("a.b.c")
		a.token = &job.TokenReport{}
		a.onAttack(a.ctx, app.Event{})
	})
	act(func() {})
	assert.False(t, a.attack.running())
	assert.Contains(t, drawn(a), "What you pasted is still here")
}

func TestATokenThatNoSecretFitsSaysWhyInsteadOfGuessing(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{PayloadTitle: "Payload, encrypted", NoSecret: "This token is encrypted."}})
	html := drawn(a)
	assert.Contains(t, html, "This token is encrypted.")
	assert.Contains(t, html, ">Payload, encrypted</h3>")
	assert.NotContains(t, html, `id="attack"`)
	assert.NotContains(t, html, `id="hashcat"`)
	says(job.Event{Token: &job.TokenReport{PayloadTitle: "Payload"}})
	assert.Contains(t, drawn(a), `id="attack"`)
	assert.Contains(t, drawn(a), `id="hashcat"`)
}

func TestAnEmptySecretThatIsFoundIsCalledEmpty(t *testing.T) {
	for secret, empty := range map[string]bool{"": true, "tiger": false} {
		a, act, says := mountedAudit(t)
		says(job.Event{Token: &job.TokenReport{}})
		act(func() {
			a.attack, a.hit = &attackRun{button: attackButton, ended: "Found."}, &job.Hit{Secret: []byte(secret), Reading: "UTF-8"}
		})
		assert.Equal(t, empty, strings.Contains(drawn(a), "The secret is empty"))
		assert.Equal(t, !empty, strings.Contains(drawn(a), "read as UTF-8"))
		assert.Contains(t, drawn(a), "Replace it now")
	}
}

func TestAClickOnTheAuditThatComesTooLateDoesNothing(t *testing.T) {
	for name, click := range map[string]func(*audit){
		"stop the check":  func(a *audit) { a.onStopCheck(a.ctx, app.Event{}) },
		"stop the attack": func(a *audit) { a.onStopAttack(a.ctx, app.Event{}) },
		"attack":          func(a *audit) { a.onAttack(a.ctx, app.Event{}) },
		"clear":           func(a *audit) { a.onClear(a.ctx, app.Event{}) },
	} {
		t.Run(name, func(t *testing.T) {
			a := &audit{}
			act := mounted(t, a)
			assert.NotPanics(t, func() { act(func() { click(a); click(a) }) })
		})
	}
}

func TestTheIssuerOfATokenIsKeptForItsSecretUntilThePersonClears(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{Issuer: "https://shop.example"}})
	act(a.reset) // as for the next check
	assert.Equal(t, "https://shop.example", a.issuer)
	act(func() { a.onClear(a.ctx, app.Event{}) })
	assert.Empty(t, a.issuer)
}

// several is the report of a file with two secrets.
func several(judged int) job.Event {
	verdicts := func(code, name string, bits int) job.Verdicts {
		return job.Verdicts{{Algorithm: "HS256", Code: code, Name: name, Bits: bits, Sentence: code}}
	}
	r := job.SecretReport{
		Judged: judged,
		Candidates: []job.Candidate{
			{How: "the text as it stands", Size: 90}, {How: "the value of A_SECRET", Size: 6}, {How: "the value of B_SECRET", Size: 43},
		},
		Secrets: []job.Secret{{Candidate: 1, Name: "A_SECRET", Verdicts: verdicts("unusable", "Unusable", 9)}, {Candidate: 2, Name: "B_SECRET", Verdicts: verdicts("no-defect", "No defect found", 256)}},
		Remarks: []string{"The text ends with a line end."},
	}
	r.Verdicts = r.Secrets[judged-1].Verdicts
	return job.Event{Secret: &r}
}

func TestWhatIsJudgedIsSaidAndCanBeChanged(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(several(1))
	html := drawn(a)
	assert.Contains(t, html, "The value of A_SECRET (6 bytes)")
	assert.Contains(t, html, "The text ends with a line end.")
	assert.Contains(t, tag(t, html, "judge-1"), `aria-label="Shown below: A_SECRET"`)
	assert.Contains(t, tag(t, html, "judge-2"), `aria-label="Show: B_SECRET"`)
	for _, want := range []string{"Unusable", "No defect found", "9 bits", "256 bits"} {
		assert.Contains(t, html, want)
	}
	assert.Equal(t, "2 secrets, 1 with a defect. Shown: the value of A_SECRET. Unusable. unusable", a.status)
	assert.Contains(t, html, ">2 secrets, 1 with a defect. Shown: the value of A_SECRET.<")

	act(func() { a.judge("2") })
	assert.NotContains(t, drawn(a), `id="verdict-HS256"`, "nothing is shown of what was judged before")
	assert.Contains(t, tag(t, drawn(a), "judge-2"), `aria-label="Shown below: B_SECRET"`)
	says(several(2))
	assert.Equal(t, "2 secrets, 1 with a defect. Shown: the value of B_SECRET. No defect found. no-defect", a.status, "the other one is not forgotten")
	assert.Contains(t, drawn(a), ">2 secrets, 1 with a defect. Shown: the value of B_SECRET.<")
	for _, none := range []string{"", "x", "3", "-1"} {
		act(func() { a.judge(none) })
		assert.Equal(t, 2, a.secret.Judged, "there is no such candidate")
	}
}

func TestALoneSecretIsJudgedWithoutAChoice(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Secret: &job.SecretReport{
		Candidates: []job.Candidate{{How: "the text as it stands", Size: 6}}, Verdicts: job.Verdicts{{Algorithm: "HS256", Name: "Fine", Sentence: "x"}},
	}})
	assert.NotContains(t, drawn(a), `id="candidate"`)
	assert.NotContains(t, drawn(a), `id="verdict-of"`)
	assert.Equal(t, "Checked. Fine. x", a.status)
}

// judged is a secret of 32 bytes, with these codes of its verdicts.
func judged(codes ...string) job.Verdicts {
	var all job.Verdicts
	for i, code := range codes {
		all = append(all, job.Verdict{
			Algorithm: []string{"HS256", "HS384", "HS512"}[i], Minimum: 32 + 16*i, Bits: 256, Code: code, Name: "named " + code, Sentence: "Sentence " + code + ".",
		})
	}
	return all
}

func TestASecretIsNotBlamedForALargerHash(t *testing.T) {
	a, _, says := mountedAudit(t)
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("no-defect", "below-rule", "below-rule")}})
	html := drawn(a)
	assert.Equal(t, "Checked. named no-defect for HS256. Sentence no-defect.", a.status)
	assert.NotContains(t, html, "Sentence below-rule")
	assert.NotContains(t, html, "To replace it")
	assert.Equal(t, 2, strings.Count(html, `class="badge spared"`))

	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("guessable", "guessable", "below-rule")}})
	assert.Equal(t, "Checked. named guessable for HS256 and HS384. Sentence guessable.", a.status)

	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("below-rule", "below-rule", "below-rule")}})
	html = drawn(a)
	assert.Equal(t, "Checked. named below-rule. Sentence below-rule.", a.status, "all say the same")
	assert.Contains(t, html, "To replace it")
	assert.NotContains(t, html, "spared")
}

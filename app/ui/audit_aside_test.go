package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"

	"jwtsecret/app/job"
)

func TestAReportIsPutAsideWhenAnotherTextStandsInTheField(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("no-defect", "below-rule", "below-rule")}})
	assert.NotContains(t, drawn(a), `id="aside"`)

	act(func() { a.compared(false, "") })
	html := drawn(a)
	assert.Contains(t, html, `id="aside"`)
	assert.Contains(t, tag(t, html, "secret-report"), "disabled")
	assert.Equal(t, changedStatus, a.status)
	act(func() { a.judge("0") })
	assert.NotEmpty(t, a.secret.Verdicts, "nothing is asked about what was put aside")

	act(func() { a.compared(true, "") })
	html = drawn(a)
	assert.NotContains(t, html, `id="aside"`)
	assert.NotContains(t, tag(t, html, "secret-report"), "disabled")
	assert.NotContains(t, a.status, "Changed")
}

func TestAReportThatArrivesTooLateIsPutAside(t *testing.T) {
	for name, e := range map[string]job.Event{
		"secret": {Secret: &job.SecretReport{Verdicts: judged("no-defect", "no-defect", "no-defect")}},
		"token":  {Token: &job.TokenReport{PayloadTitle: "Payload"}},
	} {
		t.Run(name, func(t *testing.T) {
			a, act, says := mountedAudit(t)
			act(func() { a.compared(false, "") })
			assert.Contains(t, a.status, "You changed what is being checked.")
			says(e)
			assert.Contains(t, drawn(a), `id="aside"`)
			assert.Equal(t, changedStatus, a.status)
		})
	}
}

// Another list makes another verdict on a secret; of a token the list says nothing.
func TestAnotherWordListPutsAsideWhatWasMadeWithIt(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{List: &job.List{Read: true, Lines: 7}})
	says(job.Event{Secret: &job.SecretReport{Verdicts: judged("no-defect", "no-defect", "no-defect")}})
	act(func() { a.compared(true, "words.txt/9/1/") })
	assert.Contains(t, drawn(a), `id="aside"`)
	assert.NotContains(t, drawn(a), "7 lines", "that was the other one")

	a, act, says = mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{PayloadTitle: "Payload"}})
	act(func() { a.compared(true, "words.txt/9/1/") })
	assert.NotContains(t, drawn(a), `id="aside"`)
}

func TestAnAttackStopsWhenItsTokenOrItsListIsReplaced(t *testing.T) {
	for name, c := range map[string]struct {
		same       bool
		list, says string
	}{
		"token": {false, "", "Stopped, because the text above is not the one that was checked."},
		"list":  {true, "words.txt/9/1/", "Stopped, because you chose another word list."},
	} {
		t.Run(name, func(t *testing.T) {
			a, act, says := attacked(t)
			says(0, progressAt(200, 0))
			act(func() { a.compared(c.same, c.list) })
			assert.False(t, a.attack.running())
			assert.Contains(t, a.attack.ended, c.says)
			assert.Contains(t, a.attack.ended, "At least 100 candidates were tried")
			says(0, hitAt(500, "secret", "common words"))
			assert.Nil(t, a.hit, "nobody listens any more")

			act(func() { a.onAttack(a.ctx, app.Event{}) })
			assert.Equal(t, c.same, a.attack.progress[0].Place == 0, "the token that was replaced is not attacked anew")
		})
	}
}

func TestAnOutcomeOfAnAttackWithoutTheNewListIsNoneWithIt(t *testing.T) {
	a, act, says := attacked(t)
	says(0, job.Event{Missed: &job.Progress{Tried: 5, Place: 9, Total: 10}})
	says(1, job.Event{Missed: &job.Progress{Tried: 5, Place: 10, Total: 10}})
	assert.Contains(t, a.attack.ended, "Not found among 10 candidates")
	act(func() { a.compared(true, "words.txt/9/1/") })
	assert.Contains(t, drawn(a), "another word list since")
	act(func() { a.compared(true, "") })
	assert.NotContains(t, drawn(a), "another word list since")
	assert.Contains(t, drawn(a), "Not found among 10 candidates", "the outcome stays")

	a, act, says = attacked(t)
	says(0, hitAt(1, "secret", "defaults of libraries"))
	says(1, progressAt(2, 0))
	act(func() { a.compared(true, "words.txt/9/1/") })
	assert.True(t, strings.HasPrefix(a.attack.ended, "Found"), "what was found stays found")
	assert.NotContains(t, drawn(a), "another word list since")
}

func TestSeveralFilesForOneFieldAreRefused(t *testing.T) {
	a, act, _ := mountedAudit(t)
	act(func() { a.onDropped(2) })
	assert.Contains(t, a.status, "You dropped 2 files")
	assert.Contains(t, a.status, "None was taken")
	act(func() { a.onDropped(1) })
	assert.Contains(t, a.status, "The file is in the field")
}

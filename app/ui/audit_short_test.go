package ui

import (
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"

	"jwtsecret/app/browser"
	"jwtsecret/app/guess"
	"jwtsecret/app/job"
)

// shortTried shows a token of which two auditors try all secrets of up to 3 digits.
func shortTried(t *testing.T) (a *audit, act func(func()), says func(auditor int, e job.Event)) {
	t.Helper()
	a, act, says = attacked(t)
	act(func() {
		a.short = guess.Short{Alphabet: 0, Longest: 3}
		tried := a.short
		a.attack.button, a.attack.short = shortButton, &tried
	})
	return a, act, says
}

func TestHowManyShortSecretsThereAreAndHowLongTheyTakeIsSaidFirst(t *testing.T) {
	a, act, says := mountedAudit(t)
	says(job.Event{Token: &job.TokenReport{PayloadTitle: "Payload"}})
	supposed := thousands(supposedPace*attackers()) + " a second, which is an assumption until"
	assert.Contains(t, drawn(a), "1,727,604 candidates") // 36 + 36² + 36³ + 36⁴
	assert.Contains(t, drawn(a), supposed)
	act(func() { a.chosenShort(&a.short.Alphabet, "4"); a.chosenShort(&a.short.Longest, "5") })
	act(func() { a.pace = 1_000_000 })
	assert.Contains(t, drawn(a), "7,820,126,495 candidates, about 2 hours at 1,000,000 a second, the pace of the last attack here.")
	assert.NotContains(t, drawn(a), "assumption")
}

func TestATimeIsSaidInTheUnitThatItHasTwoOf(t *testing.T) {
	for seconds, want := range map[int]string{
		0: "less than a second", 1: "a second or two", 2: "about 2 seconds", 119: "about 119 seconds", 120: "about 2 minutes",
		150: "about 3 minutes", 7199: "about 120 minutes", 7200: "about 2 hours", 172_800: "about 2 days",
	} {
		assert.Equal(t, want, about(seconds))
	}
}

func TestThePaceOfAnAttackIsKnownWhenAllItsAuditorsHaveShownTheirs(t *testing.T) {
	for _, second := range []float64{0.1, 2} {
		a, _, says := attacked(t)
		says(0, job.Event{Missed: &job.Progress{Tried: 1000, Place: 9, Total: 10, Seconds: 2}})
		says(1, job.Event{Missed: &job.Progress{Tried: 1000, Place: 10, Total: 10, Seconds: second}})
		assert.Equal(t, map[float64]int{0.1: 0, 2: 1000}[second], a.pace)
	}
}

func TestAShortSecretIsShownWhereItWasAskedFor(t *testing.T) {
	a, _, says := shortTried(t)
	says(0, job.Event{Progress: &job.Progress{Tried: 100, Place: 200, Total: 1110, Seconds: 1, Trying: a.short.String()}})
	assert.Contains(t, drawn(a), "100 of 1,110 tried (9 %), 100 a second: secrets of up to 3 characters (digits).")
	assert.Contains(t, drawn(a), `id="attack"`, "the other button stays")
	assert.NotContains(t, drawn(a), `id="short"`)
	says(0, hitAt(300, "123", a.short.String()))
	says(1, progressAt(300, 1110))
	assert.Equal(t, "Found: guess number 300, among secrets of up to 3 characters (digits).", a.attack.ended)
	assert.Contains(t, drawn(a), `id="hit"`)
	assert.Contains(t, drawn(a), `id="short"`)
}

func TestAnOutcomeSaysWhichShortSecretsWereTried(t *testing.T) {
	a, act, says := shortTried(t)
	says(0, job.Event{Missed: &job.Progress{Tried: 500, Place: 1100, Total: 1110}})
	says(1, job.Event{Missed: &job.Progress{Tried: 610, Place: 1110, Total: 1110}})
	const outcome = "Not found among 1,110 candidates: secrets of up to 3 characters (digits). That does not mean it is safe"
	assert.Contains(t, drawn(a), outcome)
	assert.NotContains(t, drawn(a), "something else since")
	act(func() { a.chosenShort(&a.short.Longest, "4") })
	assert.Contains(t, drawn(a), "You have chosen something else since. Click “Try them all” to try that.")
	act(func() { a.compared(true, "words.txt/9/1/") })
	assert.NotContains(t, drawn(a), "another word list since", "there was none in it")
	act(func() { a.chosenShort(&a.short.Longest, "3") })
	assert.NotContains(t, drawn(a), "something else since")
	assert.Contains(t, drawn(a), outcome, "the outcome stays")
}

func TestTryingShortSecretsStopsWhenTheirInputsChange(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*audit)
		says   string
	}{
		"alphabet": {func(a *audit) { a.chosenShort(&a.short.Alphabet, "1") }, "Stopped. At least 100 candidates were tried, and none of them fits. You have chosen something else since."},
		"length":   {func(a *audit) { a.chosenShort(&a.short.Longest, "1") }, "You have chosen something else since."},
		"token":    {func(a *audit) { a.compared(false, "") }, "Stopped, because the text above is not the one that was checked."},
		"list":     {func(a *audit) { a.compared(true, "words.txt/9/1/") }, ""}, // which is not used
	} {
		t.Run(name, func(t *testing.T) {
			a, act, says := shortTried(t)
			says(0, progressAt(200, 1110))
			act(func() { c.change(a) })
			assert.Equal(t, c.says == "", a.attack.running())
			assert.Contains(t, drawn(a), c.says)
		})
	}
}

func TestAChoiceThatThereIsNotIsNone(t *testing.T) {
	a, act, _ := shortTried(t)
	for _, none := range []string{"", "x", "0", "6", "-1"} {
		act(func() { a.chosenShort(&a.short.Longest, none) })
		assert.Equal(t, 3, a.short.Longest)
	}
}

func TestOtherInputsLeaveAnotherAttackAlone(t *testing.T) {
	a, act, _ := attacked(t)
	act(func() { a.chosenShort(&a.short.Longest, "5") })
	assert.True(t, a.attack.running(), "it has nothing to do with it")
	a.attack.tasks = []*task{{job: &browser.Job{}}}
	act(func() { a.onShort(a.ctx, app.Event{}) })
	assert.Equal(t, shortButton, a.attack.button, "one attack at a time")
	act(func() { a.aside = true; a.onAttack(a.ctx, app.Event{}) })
	assert.Equal(t, shortButton, a.attack.button, "what was put aside is not attacked")
}

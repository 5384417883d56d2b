package ui

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// attacked shows a token that two auditors attack. says lets one of them say
// something.
func attacked(t *testing.T) (a *audit, act func(func()), says func(auditor int, e job.Event)) {
	t.Helper()
	a, act, checked := mountedAudit(t)
	act(func() { a.pasted = []byte("a.b.c") })
	checked(job.Event{Token: &job.TokenReport{PayloadTitle: "Payload"}})
	run := &attackRun{button: attackButton, progress: make([]job.Progress, 2)}
	for range 2 {
		run.tasks = append(run.tasks, &task{job: &browser.Job{}})
	}
	act(func() { a.attack = run })
	return a, act, func(auditor int, e job.Event) { act(func() { a.onAttackEvent(run, auditor, e) }) }
}

func hitAt(place int, secret, source string) job.Event {
	return job.Event{Hit: &job.Hit{Secret: []byte(secret), Reading: "UTF-8", Source: source, Place: place}}
}

func progressAt(place, total int) job.Event {
	return job.Event{Progress: &job.Progress{Tried: place / 2, Place: place, Total: total, Seconds: 1, Trying: "common words"}}
}

// An auditor that starts late may find what comes first in the list.
func TestTheSameSecretIsFoundInTheSamePlaceWhicheverAuditorIsFaster(t *testing.T) {
	const want = "Found: guess number 13, among defaults of libraries."
	for name, events := range map[string]func(says func(int, job.Event), running func() bool){
		"the likelier one last": func(says func(int, job.Event), running func() bool) {
			says(0, hitAt(32_769, "c2VjcmV0", "common words"))
			assert.True(t, running(), "the other may still find a likelier one")
			says(1, progressAt(12, 0))
			assert.True(t, running())
			says(1, hitAt(13, "secret", "defaults of libraries"))
		},
		"the likelier one first": func(says func(int, job.Event), running func() bool) {
			says(1, hitAt(13, "secret", "defaults of libraries"))
			assert.True(t, running())
			says(0, hitAt(32_769, "c2VjcmV0", "common words"))
		},
		"the likelier one alone": func(says func(int, job.Event), running func() bool) {
			says(1, hitAt(13, "secret", "defaults of libraries"))
			says(0, progressAt(13, 0))
		},
		"the other ends without": func(says func(int, job.Event), running func() bool) {
			says(1, hitAt(13, "secret", "defaults of libraries"))
			says(0, job.Event{Missed: &job.Progress{Tried: 5, Place: 9, Total: 10}})
		},
	} {
		t.Run(name, func(t *testing.T) {
			a, _, says := attacked(t)
			events(says, a.attack.running)
			require.NotNil(t, a.hit)
			assert.Equal(t, "secret", string(a.hit.Secret))
			assert.Equal(t, want, a.attack.ended)
		})
	}
}

func TestWhoStopsAnAttackThatHasFoundSomethingKeepsIt(t *testing.T) {
	a, act, says := attacked(t)
	says(0, hitAt(32_769, "secret", "common words"))
	act(func() { a.endAttack("Stopped.") })
	assert.Equal(t, "Found: guess number 32,769, among common words.", a.attack.ended)
}

func TestTheProgressOfAnAttackShowsHowManyCandidatesThereAre(t *testing.T) {
	a, _, says := attacked(t)
	assert.NotContains(t, drawn(a), "tried", "nothing is said of a pace before there is one")
	says(0, progressAt(2000, 0))
	assert.Contains(t, drawn(a), "1,000 tried, 1,000 a second: common words.")
	assert.NotContains(t, tag(t, drawn(a), "attack-progress"), "max=")
	says(1, progressAt(2000, 8000))
	assert.Contains(t, drawn(a), "2,000 of 8,000 tried (25 %), 2,000 a second: common words.")
	assert.Contains(t, drawn(a), `max="8000"`)
	says(0, job.Event{Progress: &job.Progress{Tried: 1000, Place: 2000, Trying: "your word list, 7 % of it", Lines: 1234}})
	assert.Contains(t, drawn(a), ": your word list, 7 % of it, 1,234 lines.")
}

func TestWhatIsFoundIsAsGraveAsAnUnusableSecret(t *testing.T) {
	a, _, says := attacked(t)
	says(0, hitAt(1, "secret", "defaults of libraries"))
	assert.Contains(t, drawn(a), `class="guessed"`)
	assert.Contains(t, drawn(a), `data-verdict="unusable"`)
	assert.NotContains(t, drawn(a), `class="warning"`, "which is for what may be well")
}

func TestTheWordListIsSpokenOfBelowItsField(t *testing.T) {
	for want, list := range map[string]*job.List{
		"Read to its end: 131,073 lines.": {Read: true, Lines: 131_073},
		"Read to its end: 1 line.":        {Read: true, Lines: 1, Remarks: []string{"It is odd."}},
		"There is no word in this list.":  {Read: true},
		"It has 0 bytes.":                 {Read: true, Remarks: []string{"It has 0 bytes."}},
		"It is odd.":                      {Remarks: []string{"It is odd."}},
	} {
		a, _, says := attacked(t)
		says(0, job.Event{List: list})
		assert.Contains(t, drawn(a), want)

		b, _, checks := mountedAudit(t)
		checks(job.Event{List: list})
		assert.Contains(t, drawn(b), want)
	}
}

func TestWhatTheGraphicsCardDoesIsSaidWhileItWorksAndAfterwards(t *testing.T) {
	const said = "Your graphics card (nvidia, ada-lovelace) tries 1,234 million keys a second, up to three of each secret."
	a, act, says := attacked(t)
	says(0, job.Event{Card: &job.Card{Sentence: "another", Alone: true}})
	says(0, job.Event{Card: &job.Card{Sentence: said, Alone: true}})
	assert.True(t, a.attack.running(), "it is no answer")
	assert.Contains(t, drawn(a), said)
	assert.NotContains(t, drawn(a), "another")
	act(func() { a.endAttack("Stopped.") })
	assert.Contains(t, drawn(a), said)
}

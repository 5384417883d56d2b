package judge

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

func TestTheVerdictDoesNotWaitForTheRateOfThisComputer(t *testing.T) {
	request, err := job.Encode(job.Request{Audit: &job.Audit{Text: []byte(nobodys)}})
	require.NoError(t, err)
	p := &Pace{}
	var events []job.Event
	Answer(request, Lists{Packed: noLists}, p, func(message []byte) {
		e, err := job.Decode[job.Event](bytes.Clone(message))
		require.NoError(t, err)
		events = append(events, e)
		assert.Equal(t, len(events) > 1, p.rounds > 0, "nothing is measured before the verdict has gone")
	})
	require.Len(t, events, 2)
	published := events[0].Secret.CrackTimes
	for _, c := range published {
		assert.NotContains(t, c.Rate, "this computer")
	}
	all := events[1].CrackTimes
	require.Len(t, all, 1+len(published))
	assert.Contains(t, all[0].Rate, "this computer")
	assert.Equal(t, published, all[1:])
}

func TestTheRateOfThisComputerIsMeasuredOnce(t *testing.T) {
	p := &Pace{}
	rounds := 1
	for ; p.measure(); rounds++ {
		assert.Zero(t, p.rate(), "before all rounds are done")
	}
	assert.Equal(t, allRounds, rounds)
	rate := p.rate()
	assert.Greater(t, rate, 1000.0)
	assert.False(t, p.measure())
	assert.InDelta(t, rate, p.rate(), 0)
	assert.NotNil(t, auditOf(t, nobodys).Secret, "one event alone once the rate is known")
}

func TestWithoutAPaceTheRateOfThisComputerIsLeftOut(t *testing.T) {
	e := Audit(job.Audit{Text: []byte(nobodys)}, Lists{Packed: noLists}, func(e job.Event) { assert.Fail(t, "one event alone") })
	require.NotNil(t, e.Secret)
	require.NotEmpty(t, e.Secret.CrackTimes)
	for _, c := range e.Secret.CrackTimes {
		assert.NotContains(t, c.Rate, "this computer")
	}
}

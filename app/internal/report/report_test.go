package report

import (
	"encoding/json"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// sample is a report with each kind of row.
func sample() *Report {
	r := &Report{Run: Run{Date: "2026-01-02T03:04:05Z", Seconds: 60, Processor: "a processor", Cores: 2,
		LoadBefore: "0.00 0.01 0.02", LoadAfter: "1.00 0.50 0.20", Versions: []string{"go1", "browser 2"}}}
	first := r.Begin("First")
	first.Add(Row{Name: "visit", Value: 240, Unit: "ms", Peer: "empty page", PeerValue: 60, Goal: OverPeerAtMost(150)})
	first.Add(Row{Name: "tried", Value: 1_700_000, Unit: "/s", Peer: "other", PeerValue: 170_000, Goal: RatioAtLeast(10)})
	first.Add(Row{Name: "requests", Value: 8})
	second := r.Begin("Second")
	second.Add(Row{Name: "pages", Value: 5000, Unit: "/s", Peer: "nginx", Missing: "it is not installed", Goal: RatioAtLeast(1)})
	second.Add(Row{Name: "blocked", Value: 0, Unit: "ms", Goal: AtMost(50)})
	second.Problem = "It ended early."
	r.Parts[0].Seconds, r.Parts[1].Seconds = 12.4, 1
	return r
}

func TestTheJSONHoldsWhatTheTextSays(t *testing.T) {
	text, err := sample().JSON()
	require.NoError(t, err)
	var got struct {
		Run   map[string]any
		Parts []struct {
			Name    string
			Seconds float64
			Problem string
			Rows    []map[string]any
		}
	}
	require.NoError(t, json.Unmarshal(text, &got))
	assert.Equal(t, "0.00 0.01 0.02", got.Run["loadBefore"])
	require.Len(t, got.Parts, 2)
	assert.Equal(t, map[string]any{
		"name": "visit", "value": 240.0, "unit": "ms", "peer": "empty page", "peerValue": 60.0, "ratio": 4.0,
		"goal": "≤ 150 over the peer", "verdict": "not met",
	}, got.Parts[0].Rows[0])
	assert.Equal(t, map[string]any{"name": "requests", "value": 8.0, "unit": ""}, got.Parts[0].Rows[2])
	assert.Equal(t, map[string]any{
		"name": "pages", "value": 5000.0, "unit": "/s", "peer": "nginx", "missing": "it is not installed",
		"goal": "≥ 1 × the peer", "verdict": "unknown",
	}, got.Parts[1].Rows[0])
	assert.Equal(t, "It ended early.", got.Parts[1].Problem)
}

func TestAPartThatIsMeasuredAgainTakesItsOwnPlace(t *testing.T) {
	r := sample()
	r.Begin("First").Add(Row{Name: "anew", Value: 1})
	require.Len(t, r.Parts, 2)
	assert.Equal(t, "anew", r.Parts[0].Rows[0].Name)
	assert.Len(t, r.Parts[0].Rows, 1)
}

func TestTheRunTellsOfThisMachine(t *testing.T) {
	run := Here()
	run.AskVersion("go", "go", "version")
	run.AskVersion("none", "no-such-program-here")
	run.End()
	assert.Positive(t, run.Cores)
	assert.Regexp(t, `^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$`, run.Date)
	require.Len(t, run.Versions, 2)
	assert.Regexp(t, `^go1\.\d+`, run.Versions[0])
	assert.Equal(t, "go "+strings.TrimPrefix(runtime.Version(), "go"), run.Versions[1])
	assert.Regexp(t, `^(unknown|\d+\.\d\d \d+\.\d\d \d+\.\d\d)$`, run.LoadBefore)
	assert.Regexp(t, `^(unknown|\d+\.\d\d \d+\.\d\d \d+\.\d\d)$`, run.LoadAfter)
	assert.NotEmpty(t, run.Processor)
}

func TestAMachineWithOtherWorkMakesFiguresNoisy(t *testing.T) {
	assert.False(t, busy("1.00 9.00 9.00", 2), "half of the cores are free")
	assert.True(t, busy("1.01 0.00 0.00", 2))
	assert.False(t, busy(untold, 2))
	quiet, noisy := sample(), sample()
	noisy.Run.Noisy = true
	assert.NotContains(t, quiet.Text(), "noisy")
	assert.Contains(t, noisy.Text(), "the figures are noisy")
}

package judge

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
)

// planAsked is in order, but for what the test changes.
func planAsked(change func(*job.Plan)) job.Plan {
	p := job.Plan{
		What: "secret", Kind: "rolling", Algorithm: "HS256", Reading: "UTF-8", New: []byte(freshText), Previous: []byte(previousText), Name: []byte("JWT_SECRET"),
		Start: planStart.Unix(), Lifetime: 8 * 3600, Skew: 120, Rollout: 3600, Days: 90,
	}
	change(&p)
	return p
}

func TestAPlanIsAnsweredWithItsSecretsOutsideTheJSON(t *testing.T) {
	p := planAsked(func(p *job.Plan) { p.Start = time.Now().Add(time.Hour).Unix() })
	request, err := job.Encode(job.Request{Plan: &p})
	require.NoError(t, err)
	var line []byte
	Answer(request, Lists{Packed: noLists}, measured(), func(message []byte) {
		line, _, _ = bytes.Cut(message, []byte("\n"))
		line = bytes.Clone(line)
		e, err := job.Decode[job.Event](message)
		require.NoError(t, err)
		require.Len(t, e.Plan.Deployments, 3)
		for i, both := range []bool{true, true, false} {
			for _, f := range e.Plan.Deployments[i].Files {
				assert.NotEmpty(t, f.Text)
			}
			assert.Contains(t, e.Plan.Deployments[i].Files[1].Hint, "never publish it")
			env := e.Plan.Deployments[i].Files[0].Text
			assert.Contains(t, string(env), freshText)
			assert.Equal(t, both, bytes.Contains(env, []byte(previousText)))
		}
	})
	assert.Contains(t, string(line), `"Steps":[{`)
	assert.NotContains(t, string(line), freshText)
	assert.NotContains(t, string(line), previousText)
	assert.Empty(t, bytes.Trim(request, "\x00"))
}

func TestAPreviousSecretBelowTheRuleIsWarnedOf(t *testing.T) {
	report := Planned(planAsked(func(p *job.Plan) { p.Previous = []byte("short") }), planStart)
	require.Empty(t, report.Problems)
	assert.Contains(t, report.Warning, "shorter than RFC 7518 allows for HS256")
	assert.Empty(t, Planned(planAsked(func(*job.Plan) {}), planStart).Warning)
}

func TestATokenIsNoSecretToRotate(t *testing.T) {
	token := benchToken(plain, `{"sub":"1"}`, "k")
	for _, text := range []string{token, "Bearer " + token, token[:len(token)-2], " " + token + "\n"} {
		report := Planned(planAsked(func(p *job.Plan) { p.Previous = []byte(text) }), planStart)
		assert.Equal(t, []job.Problem{{Field: "previous", Sentence: "This is a token, not the secret that signed it. Paste the secret that your service signs with now."}}, report.Problems)
		assert.Empty(t, report.Deployments)
	}
	report := Planned(planAsked(func(p *job.Plan) { p.New = []byte(token) }), planStart)
	require.Len(t, report.Problems, 1)
	assert.Equal(t, "new", report.Problems[0].Field)
	report = Planned(planAsked(func(p *job.Plan) { p.Kind, p.Previous = "leak", []byte(token) }), planStart)
	assert.Empty(t, report.Problems, "after a leak the previous secret is not read")
	_, err := Plan(planAsked(func(p *job.Plan) { p.Previous = []byte(token) }), planStart)
	assert.EqualError(t, err, "the previous secret is a token, not the secret that signed it")
}

func TestAMomentIsSaidOnTheClocksOfWhoAsked(t *testing.T) {
	Local = func(at time.Time) time.Time { return at.In(time.FixedZone("", 3600)) }
	defer func() { Local = time.Time.Local }()
	assert.Equal(t, job.Moment{UTC: "2027-03-01T09:00:00Z", Text: "Mon 1 March 2027, 10:00 (UTC+01:00)"}, moment(planStart))
	assert.Equal(t, "Mon 1 March 2027, 10:00:30 (UTC+01:00)", moment(planStart.Add(30*time.Second)).Text)
	assert.Equal(t, job.Moment{}, moment(time.Time{}))
}

func TestARequestIsReadAsItIsMeant(t *testing.T) {
	for _, k := range rotation.Kinds() {
		assert.Equal(t, k, kindOf(k.String()))
	}
	report := Planned(planAsked(func(p *job.Plan) { p.Kind, p.Algorithm = "slowly", "none" }), planStart)
	assert.Equal(t, []job.Problem{{Field: "kind", Sentence: "Choose one of these."}, {Field: "algorithm", Sentence: "Choose one of these."}}, report.Problems)
	report = Planned(planAsked(func(p *job.Plan) { p.Start = time.Time{}.Unix() }), planStart)
	assert.Equal(t, []job.Problem{{Field: "start", Sentence: "Enter a date and a time."}}, report.Problems)
	report = Planned(planAsked(func(p *job.Plan) { p.Lifetime = 18_446_744_075 }), planStart) // in nanoseconds 2⁶⁴ and 1.3 s more
	require.Len(t, report.Problems, 1)
	assert.Equal(t, "lifetime", report.Problems[0].Field)
	report = Planned(planAsked(func(p *job.Plan) { p.Kind, p.Previous, p.Lifetime, p.Skew = "leak", nil, -1, -1 }), planStart)
	assert.Empty(t, report.Problems, "after a leak nothing depends on them")
	assert.Empty(t, report.Picture)
}

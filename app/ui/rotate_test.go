package ui

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const (
	freshText    = "aNewSecretOf32Characters_1234567"
	previousText = "theOldSecretOf32Characters_12345"
)

var planStart = time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)

// planRequest is in order, but for what the test changes.
func planRequest(change func(*job.Plan)) job.Plan {
	p := job.Plan{
		What: "secret", Kind: "rolling", Algorithm: "HS256", Reading: "UTF-8", New: []byte(freshText), Previous: []byte(previousText), Name: []byte("JWT_SECRET"),
		Start: planStart.Unix(), Lifetime: 8 * 3600, Skew: 120, Rollout: 3600, Days: 90,
	}
	change(&p)
	return p
}

// planned shows the page with a plan.
func planned(t *testing.T, change func(*job.Plan)) (r *rotate, act func(func())) {
	t.Helper()
	r = &rotate{}
	act = mounted(t, r)
	act(func() { r.kind = planRequest(change).Kind; plan(t, r, change) })
	return r, act
}

// plan brings the page the auditor's answer.
func plan(t *testing.T, r *rotate, change func(*job.Plan)) {
	t.Helper()
	sent := job.Event{Plan: judge.Planned(planRequest(change), planStart)}
	require.Empty(t, sent.Plan.Problems)
	message, err := job.Encode(sent)
	require.NoError(t, err)
	sent.Wipe()
	got, err := job.Decode[job.Event](message)
	require.NoError(t, err)
	r.note()
	r.hear(got.Plan, problems{})
	clear(message)
}

func asItIs(*job.Plan) {}

func TestAPlanIsShownWithoutItsSecrets(t *testing.T) {
	r, _ := planned(t, func(r *job.Plan) { r.Lifetime += 30; r.PreviousKeyID = []byte("old-id") })
	html := drawn(r)
	for _, text := range []string{
		r.plan.KeyIDs[0].Text, "old-id", `id="env-switch"`, `id="jwks-finish"`, "Copy 2-switch.env", "Download 3-finish.jwks.json",
		`datetime="2027-03-01T09:00:00Z"`, "Mon 1 March 2027, 09:00 (UTC+00:00)", "19:02:30 (UTC+00:00)", "Make another plan",
	} {
		assert.Contains(t, html, text)
	}
	assert.NotContains(t, html, freshText)
	assert.NotContains(t, html, previousText)
	assert.Equal(t, "The plan is ready: 3 deployments, 7 steps.", r.status)
}

func TestEachDeploymentHasItsEnvironmentAndItsKeySet(t *testing.T) {
	r, _ := planned(t, asItIs)
	for i, want := range []string{freshText + " " + previousText, freshText + " " + previousText, freshText} {
		env, keySet := r.plan.Deployments[i].Files[0], r.plan.Deployments[i].Files[1]
		var set struct{ Keys []struct{ K string } }
		require.NoError(t, json.Unmarshal(keySet.Text, &set))
		assert.Len(t, set.Keys, len(strings.Fields(want)))
		for _, text := range strings.Fields(want) {
			assert.Contains(t, string(env.Text), text)
		}
	}
}

func TestASecretThatNoEnvFileTakesComesAsJSONAndThePageSaysWhy(t *testing.T) {
	r, _ := planned(t, func(r *job.Plan) { r.Previous = []byte(`it's $5 in more than 32 characters of text`) })
	assert.Equal(t, "1-prepare.json", r.plan.Deployments[0].Files[0].Name)
	assert.Equal(t, "3-finish.env", r.plan.Deployments[2].Files[0].Name)
	assert.Equal(t, 2, strings.Count(drawn(r), "So here are names and values as JSON"))
}

func TestAShortPreviousSecretIsToBeTreatedAsLeaked(t *testing.T) {
	r, _ := planned(t, func(r *job.Plan) { r.Previous = []byte("secret") })
	assert.Contains(t, drawn(r), "treat it as leaked")
	r, _ = planned(t, func(r *job.Plan) { r.Kind = kindLeak })
	assert.NotContains(t, drawn(r), "treat it as leaked")
}

func TestClearLeavingAndPlanningAgainWipeThePlan(t *testing.T) {
	for name, end := range map[string]func(*rotate){
		"clear": func(r *rotate) { r.onClear(r.ctx, app.Event{}) },
		"leave": func(r *rotate) { r.forget() },
		"again": func(r *rotate) {
			plan(t, r, asItIs)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, act := planned(t, asItIs)
			first := r.plan.Deployments
			act(func() { end(r) })
			for _, d := range first {
				for _, text := range d.Files {
					assert.Empty(t, bytes.Trim(text.Text, "\x00"))
				}
			}
			assert.Equal(t, name == "again", r.plan != nil)
		})
	}
}

// It is kept for the plan that is asked for with it, and holds the secrets.
func TestWhatTheFormSaidIsWipedWhereNoPlanIsMadeOfIt(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	var form []byte
	act(func() {
		r.note()
		form = r.asking.form
		require.NotEmpty(t, form)
		r.hear(&job.PlanReport{Problems: []job.Problem{{Field: "start", Sentence: "No."}}}, problems{})
	})
	assert.Empty(t, bytes.Trim(form, "\x00"), "refused")
	act(func() { r.make(); form = r.asking.form }) // no auditor can be started here
	require.NotEmpty(t, form)
	eventually(t, act, func() bool { return !r.making.running() })
	assert.Empty(t, bytes.Trim(form, "\x00"), "not answered")
}

func TestMistakesAreSaidBesideTheirFieldsAndThePlanBeforeStays(t *testing.T) {
	r, act := planned(t, asItIs)
	act(func() { // outside a browser every field is empty
		r.hear(judge.Planned(*r.request().Plan, planStart), problems{})
	})
	assert.Equal(t, "No plan was made. "+r.problems[fieldPrevious], r.status)
	for _, f := range []field{fieldPrevious, fieldNew, fieldName, fieldLifetime, fieldSkew, fieldRollout, fieldStart} {
		assert.Contains(t, drawn(r), `id="`+string(f)+`-problem"`)
	}
	assert.NotNil(t, r.plan)
}

func TestAPlanThatWouldAcceptALeakedSecretVanishes(t *testing.T) {
	for _, kind := range []string{"rolling", "at-once"} {
		r, act := planned(t, func(r *job.Plan) { r.Kind = kind })
		held := r.plan.Deployments[0].Files[0].Text
		act(func() { r.kind = kindLeak; r.onEdit(r.ctx, app.Event{}) })
		assert.Nil(t, r.plan)
		assert.Empty(t, bytes.Trim(held, "\x00"))
		assert.NotContains(t, drawn(r), `id="steps"`)
		assert.Contains(t, r.status, "The plan is gone")
	}
}

func TestAPlanIsPutAsideOnceTheFormChanges(t *testing.T) {
	r, act := planned(t, func(r *job.Plan) { r.Kind = kindLeak })
	assert.NotContains(t, drawn(r), `id="former"`)
	act(func() { r.days = 30; r.onEdit(r.ctx, app.Event{}) })
	html := drawn(r)
	assert.Contains(t, html, `id="former"`)
	assert.Contains(t, html, `class="plan aside"`)
	assert.Contains(t, html, `id="steps"`)
	assert.Contains(t, r.status, "put aside")
	act(func() { plan(t, r, asItIs) })
	assert.NotContains(t, drawn(r), `id="former"`)
	act(func() { r.days = 90; r.onEdit(r.ctx, app.Event{}) })
	act(func() { r.days = 30; r.onEdit(r.ctx, app.Event{}) })
	assert.NotContains(t, drawn(r), `id="former"`, "it says the same again")
	act(func() {
		r.days = 90
		r.note()
		r.hear(&job.PlanReport{Problems: []job.Problem{{Field: "start", Sentence: "No."}}}, problems{})
	})
	assert.True(t, r.former, "no plan was made of what the form says now")
}

func TestAPlanShowsWhatItWasMadeFor(t *testing.T) { // outside a browser the field for the name is empty
	r, _ := planned(t, func(r *job.Plan) { r.Lifetime, r.Skew, r.Rollout = 36*3600, 0, 90 })
	assert.Equal(t, []string{
		"A secret", "Instance by instance", "HS256", "As text, as it stands", "",
		"tokens for 36 hours", "clock skew 0 seconds", "deployments of 90 seconds", "again after 90 days",
	}, slices.Concat(r.made.facts, r.plan.MadeFor))
	assert.Contains(t, drawn(r), "tokens for 36 hours")
	r, _ = planned(t, func(r *job.Plan) { r.Kind, r.Rollout = kindLeak, 24*3600 })
	assert.Equal(t, []string{"A secret", "The secret leaked", "HS256", "As text, as it stands", "", "deployments of 1 day", "again after 90 days"}, slices.Concat(r.made.facts, r.plan.MadeFor))
}

func TestAClickOnAPlanThatIsGoneDoesNothing(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	assert.NotPanics(t, func() {
		act(func() {
			r.onCopyCode(r.ctx, app.Event{})
			r.onDates(r.ctx, app.Event{})
			r.onCopyFile(r.ctx, app.Event{})
			r.onDownloadFile(r.ctx, app.Event{})
			r.onClear(r.ctx, app.Event{})
		})
	})
}

func TestAfterALeakThePageAsksForNothingOfTheOldSecret(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	assert.Equal(t, 3, strings.Count(drawn(r), " hidden"), "two fields for key sets, and how long they are cached")
	act(func() { r.kind = kindLeak })
	assert.Equal(t, 5, strings.Count(drawn(r), " hidden"), "the previous secret, and what an overlap depends on")
	assert.Zero(t, r.request().Plan.Lifetime, "there is no overlap that it could be too long for")
}

// What the page begins with has to be in order.
func TestThePageBeginsWithTheDefaultsOfRotation(t *testing.T) {
	r := &rotate{}
	mounted(t, r)
	html := drawn(r)
	assert.Equal(t, 2*time.Minute, rotation.DefaultSkew)
	assert.Contains(t, tag(t, html, "skew"), `value="2"`)
	assert.Equal(t, time.Hour, rotation.DefaultRollout)
	assert.Contains(t, tag(t, html, "rollout"), `value="1"`)
	for i, k := range rotation.Kinds() {
		assert.Equal(t, k.String(), kindPicks[i].value)
	}
	for _, e := range encodings {
		assert.NotEmpty(t, readingTexts[e])
	}
	for _, p := range schedule.Presets() {
		r.days = p.Days
		assert.Contains(t, app.HTMLString(r.renderSchedule()), p.Source)
	}
}

// A secret that the page makes is one that the service reads, of the size that the
// algorithm needs.
func TestANewSecretSuitsTheServicesReading(t *testing.T) {
	for _, e := range encodings {
		for _, a := range secret.Algorithms() {
			secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: e.Format(), Count: 1})
			require.NoError(t, err)
			var size int
			for _, reading := range token.Readings(secrets[0].Text()) {
				if reading.Encoding == e {
					size = len(reading.Key)
				}
			}
			assert.GreaterOrEqual(t, size, a.MinSize(), "%s for %s", e, a)
		}
	}
}

func TestTheStartIsRoundedUpToAQuarterOfAnHour(t *testing.T) {
	at := func(clock string) time.Time { parsed, _ := time.Parse(time.TimeOnly, clock); return parsed }
	assert.Equal(t, at("10:15:00"), roundedUp(at("10:00:01")))
	assert.Equal(t, at("10:15:00"), roundedUp(at("10:15:00")))
	assert.Equal(t, at("11:00:00"), roundedUp(at("10:59:59")))
}

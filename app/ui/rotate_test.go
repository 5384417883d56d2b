package ui

import (
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// mountedRotate shows the page without a browser, as if a person could act and a
// worker had been asked.
func mountedRotate(t *testing.T) (r *rotate, act func(func())) {
	t.Helper()
	r = &rotate{}
	d := app.NewClientTester(r)
	t.Cleanup(d.Close)
	act = func(what func()) {
		d.Dispatch(app.Dispatch{Mode: app.Update, Source: r, Function: func(app.Context) { what() }})
		d.Consume()
	}
	act(func() { r.live, r.planning = true, &browser.Job{} })
	return r, act
}

// planned is what the worker sends: a plan of two deployments.
func planned(t *testing.T) []byte {
	t.Helper()
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	message, err := job.Encode(job.Event{Plan: &job.Plan{
		Algorithm: "HS256", KeyID: "new-id", PreviousKeyID: "old-id", Warning: "Treat it as leaked.",
		Steps: []job.Step{
			{Title: "Store", Detail: "Keep them."},
			{At: start, Title: "Switch", Detail: "Deploy."},
			{At: start.Add(90 * time.Second), Title: "Finish", Detail: "Deploy again."},
		},
		Deployments: []job.Deployment{
			{ID: "switch", Title: "Switch", At: start, EnvFile: "1-switch.env", KeySetFile: "1-switch.jwks.json", Env: 9, KeySet: 10},
			{ID: "finish", Title: "Finish", At: start, EnvFile: "2-finish.json", KeySetFile: "2-finish.jwks.json", Env: 9, KeySet: 10, EnvNote: "As JSON."},
		},
		Code:     []job.Code{{ID: "go", Title: "Go", File: "keys.go", Spans: []job.Span{{Text: "package main"}}, Note: "Run."}, {ID: "node", Title: "Node", Spans: []job.Span{{Text: "import"}}}},
		Calendar: "BEGIN:VCALENDAR",
		Texts:    []byte("TheSecretTheKeySet1TheSecretTheKeySet2"),
	}})
	require.NoError(t, err)
	return message
}

func TestThePrerenderedRotationIsDisabled(t *testing.T) {
	r := &rotate{}
	d := app.NewServerTester(r)
	defer d.Close()
	html := app.HTMLString(r)
	for _, control := range []string{
		"kind-rolling", "kind-leak", "algorithm", "reading", "previous", "previouskeyid", "new", "make-secret", "name",
		"lifetime", "lifetime-unit", "skew", "rollout", "start", "days", "make", "clear",
	} {
		i := strings.Index(html, `id="`+control+`"`)
		require.Positive(t, i, control)
		assert.Contains(t, html[strings.LastIndex(html[:i], "<"):i+strings.Index(html[i:], ">")], " disabled", control)
	}
}

func TestAPlanIsShownWithoutItsSecrets(t *testing.T) {
	r, act := mountedRotate(t)
	act(func() { r.onAnswer(r.planning, planned(t)) })
	html := app.HTMLString(r)
	for _, text := range []string{
		"Treat it as leaked.", "new-id", "old-id", "Keep them.", `id="env-switch"`, `id="jwks-finish"`, "As JSON.", "Copy 2-finish.json",
		`datetime="2027-03-01T09:00:00Z"`, "Mon 1 March 2027, 09:00 (UTC+00:00)", "09:01:30 (UTC+00:00)", "Make a new plan instead of this one",
	} {
		assert.Contains(t, html, text)
	}
	assert.NotContains(t, html, "TheSecret")
	assert.NotContains(t, html, "TheKeySet")
	assert.Equal(t, "TheSecret", string(r.deployed(1, "env")))
	assert.Equal(t, "TheKeySet2", string(r.deployed(1, "jwks")))
	assert.Equal(t, "The plan is ready: 2 deployments, 3 steps.", r.status)
	assert.Nil(t, r.planning)
}

func TestWhatTheWorkerRefusesIsSaidBesideTheFieldAndThePlanBeforeStays(t *testing.T) {
	r, act := mountedRotate(t)
	act(func() { r.onAnswer(r.planning, planned(t)) })
	act(func() {
		r.planning = &browser.Job{}
		message, err := job.Encode(job.Event{Plan: &job.Plan{Problems: []job.Problem{
			{Field: "lifetime", Sentence: "Enter a number."}, {Field: "days", Sentence: "Choose one."}, {Field: "days", Sentence: "And so on."},
		}}})
		require.NoError(t, err)
		r.onAnswer(r.planning, message)
	})
	html := app.HTMLString(r)
	assert.Equal(t, "No plan was made: Enter a number.", r.status)
	assert.Contains(t, html, `id="lifetime-problem"`)
	assert.Contains(t, html, "Choose one.")
	assert.NotContains(t, html, "And so on.")
	assert.NotNil(t, r.plan)
	act(func() { r.planning = &browser.Job{}; r.onAnswer(r.planning, planned(t)) })
	assert.NotContains(t, app.HTMLString(r), `id="lifetime-problem"`)
}

func TestClearLeavingAndPlanningAgainWipeThePlan(t *testing.T) {
	for name, end := range map[string]func(*rotate){
		"clear": func(r *rotate) { r.onClear(r.ctx, app.Event{}) },
		"leave": func(r *rotate) { r.forget() },
		"again": func(r *rotate) { r.planning = &browser.Job{}; r.onAnswer(r.planning, planned(t)) },
	} {
		r, act := mountedRotate(t)
		act(func() { r.onAnswer(r.planning, planned(t)) })
		first := r.plan
		act(func() { end(r) })
		assert.Equal(t, make([]byte, len(first.Texts)), first.Texts, name)
		assert.Equal(t, name == "again", r.plan != nil, name)
	}
}

func TestAPlanThatArrivesAfterClearIsWiped(t *testing.T) {
	r, act := mountedRotate(t)
	run := r.planning
	act(func() { r.onClear(r.ctx, app.Event{}) })
	late := planned(t)
	act(func() { r.onAnswer(run, late) })
	assert.Equal(t, make([]byte, len(late)), late)
	assert.Nil(t, r.plan)
	assert.Equal(t, "Cleared. The secrets and the plan are gone from this page.", r.status)
}

func TestAnAnswerThatIsNoPlanIsWipedAndSaysSo(t *testing.T) {
	for name, text := range map[string]string{"no message": "?", "a failure": `{"Failed":"No."}`, "another event": `{"Made":{"Count":1}}` + "\nTheSecret"} {
		r, act := mountedRotate(t)
		message := []byte(text)
		act(func() { r.onAnswer(r.planning, message) })
		assert.Equal(t, make([]byte, len(message)), message, name)
		assert.Nil(t, r.plan, name)
		assert.Contains(t, r.status, "No plan was made", name)
	}
}

func TestWithoutAWorkerNoPlanIsMadeAndThePageSaysSo(t *testing.T) {
	r, act := mountedRotate(t)
	act(r.make) // outside a browser every worker crashes
	act(func() {})
	assert.Nil(t, r.planning)
	assert.Contains(t, r.status, "did not let a worker start")
}

func TestAfterALeakThePageAsksForNothingOfTheOldSecret(t *testing.T) {
	r, act := mountedRotate(t)
	assert.NotContains(t, app.HTMLString(r), " hidden")
	act(func() { r.kind = leak })
	html := app.HTMLString(r)
	assert.Equal(t, 2, strings.Count(html, " hidden"), "the previous secret, and what an overlap depends on")
	assert.NotNil(t, r.request())
}

// The worker has the rules; what the page begins with has to be in order, and its
// lists have to name what the worker knows.
func TestThePageSpeaksOfRotationsAsTheWorkerDoes(t *testing.T) {
	for i, k := range rotation.Kinds() {
		assert.Equal(t, k.String(), kinds[i].id)
	}
	assert.Equal(t, rotation.Leak.String(), leak)
	html := app.HTMLString((&rotate{days: schedule.DefaultDays}).renderForm())
	assert.Equal(t, 2*time.Minute, rotation.DefaultSkew)
	assert.Contains(t, html, `value="2"`)
	assert.Equal(t, time.Hour, rotation.DefaultRollout)
	assert.Contains(t, html, `value="1"`)
	for i, text := range []string{"As text", "hex", "base64", "base64url"} {
		assert.Contains(t, readingTexts[i], text)
		assert.Equal(t, []token.Encoding{token.UTF8, token.Hex, token.Base64, token.Base64URL}[i], encodings[i])
	}
	for _, p := range schedule.Presets() {
		html := app.HTMLString((&rotate{days: p.Days}).renderSchedule())
		assert.Contains(t, html, p.Source)
	}
}

// A secret that the page makes is one that the service reads, of the size that the
// algorithm needs.
func TestANewSecretSuitsTheServicesReading(t *testing.T) {
	for _, e := range encodings {
		for _, a := range secret.Algorithms() {
			secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: formatFor(e), Count: 1})
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

package ui

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/rotation/schedule"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const (
	freshText    = "aNewSecretOf32Characters_1234567"
	previousText = "theOldSecretOf32Characters_12345"
)

// rotationRequest is in order, but for what the test changes.
func rotationRequest(change func(*rotation.Request)) rotation.Request {
	start := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	r := rotation.Request{
		Algorithm: secret.HS256, New: []byte(freshText), Previous: []byte(previousText), Name: "JWT_SECRET",
		Now: start, Start: start, Lifetime: 8 * time.Hour, Skew: 2 * time.Minute, Rollout: time.Hour, Days: 90,
	}
	change(&r)
	return r
}

// planned shows the page with a plan.
func planned(t *testing.T, change func(*rotation.Request)) (r *rotate, act func(func())) {
	t.Helper()
	plan, err := rotation.New(rotationRequest(change))
	require.NoError(t, err)
	r = &rotate{}
	act = mounted(t, r)
	act(func() { r.show(plan) })
	return r, act
}

func asItIs(*rotation.Request) {}

func TestAPlanIsShownWithoutItsSecrets(t *testing.T) {
	r, _ := planned(t, func(r *rotation.Request) { r.Lifetime += 30 * time.Second; r.PreviousKeyID = "old-id" })
	html := drawn(r)
	for _, text := range []string{
		r.plan.KeyID(), "old-id", `id="env-switch"`, `id="jwks-finish"`, "Copy 2-switch.env", "Download 3-finish.jwks.json",
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
		env, keySet := r.deployments[i].texts[0], r.deployments[i].texts[1]
		var set struct{ Keys []struct{ K string } }
		require.NoError(t, json.Unmarshal(keySet.text, &set))
		assert.Len(t, set.Keys, len(strings.Fields(want)))
		for _, text := range strings.Fields(want) {
			assert.Contains(t, string(env.text), text)
		}
	}
}

func TestASecretThatNoEnvFileTakesComesAsJSONAndThePageSaysWhy(t *testing.T) {
	r, _ := planned(t, func(r *rotation.Request) { r.Previous = []byte(`it's $5 in more than 32 characters of text`) })
	assert.Equal(t, "1-prepare.json", r.deployments[0].texts[0].file)
	assert.Equal(t, "3-finish.env", r.deployments[2].texts[0].file)
	assert.Equal(t, 2, strings.Count(drawn(r), "So here are names and values as JSON"))
}

func TestAShortPreviousSecretIsToBeTreatedAsLeaked(t *testing.T) {
	r, _ := planned(t, func(r *rotation.Request) { r.Previous = []byte("secret") })
	assert.Contains(t, drawn(r), "treat it as leaked")
	r, _ = planned(t, func(r *rotation.Request) { r.Kind, r.Previous = rotation.Leak, nil })
	assert.NotContains(t, drawn(r), "treat it as leaked")
}

func TestClearLeavingAndPlanningAgainWipeThePlan(t *testing.T) {
	for name, end := range map[string]func(*rotate){
		"clear": func(r *rotate) { r.onClear(r.ctx, app.Event{}) },
		"leave": func(r *rotate) { r.forget() },
		"again": func(r *rotate) {
			plan, err := rotation.New(rotationRequest(asItIs))
			require.NoError(t, err)
			r.show(plan)
		},
	} {
		t.Run(name, func(t *testing.T) {
			r, act := planned(t, asItIs)
			first := r.deployments
			act(func() { end(r) })
			for _, d := range first {
				for _, text := range d.texts {
					assert.Empty(t, bytes.Trim(text.text, "\x00"))
				}
			}
			assert.Equal(t, name == "again", r.plan != nil)
		})
	}
}

func TestMistakesAreSaidBesideTheirFieldsAndThePlanBeforeStays(t *testing.T) {
	r, act := planned(t, asItIs)
	act(r.make) // outside a browser every field is empty
	assert.Equal(t, "No plan was made: "+r.problems[fieldPrevious], r.status)
	for _, f := range []field{fieldPrevious, fieldNew, fieldName, fieldLifetime, fieldSkew, fieldRollout, fieldStart} {
		assert.Contains(t, drawn(r), `id="`+string(f)+`-problem"`)
	}
	assert.NotNil(t, r.plan)
}

func TestAPlanThatWouldAcceptALeakedSecretVanishes(t *testing.T) {
	for _, kind := range []rotation.Kind{rotation.Rolling, rotation.AtOnce} {
		r, act := planned(t, func(r *rotation.Request) { r.Kind = kind })
		held := r.deployments[0].texts[0].text
		act(func() { r.kind = rotation.Leak; r.onEdit(r.ctx, app.Event{}) })
		assert.Nil(t, r.plan)
		assert.Empty(t, bytes.Trim(held, "\x00"))
		assert.NotContains(t, drawn(r), `id="steps"`)
		assert.Contains(t, r.status, "The plan is gone")
	}
}

func TestAPlanIsPutAsideOnceTheFormChanges(t *testing.T) {
	r, act := planned(t, func(r *rotation.Request) { r.Kind, r.Previous = rotation.Leak, nil })
	assert.NotContains(t, drawn(r), `id="former"`)
	act(func() { r.onEdit(r.ctx, app.Event{}) }) // outside a browser every field is empty
	html := drawn(r)
	assert.Contains(t, html, `id="former"`)
	assert.Contains(t, html, `class="plan aside"`)
	assert.Contains(t, html, `id="steps"`)
	assert.Contains(t, r.status, "put aside")
	plan, err := rotation.New(rotationRequest(asItIs))
	require.NoError(t, err)
	act(func() { r.show(plan) })
	assert.NotContains(t, drawn(r), `id="former"`)
}

func TestAPlanShowsWhatItWasMadeFor(t *testing.T) {
	r, _ := planned(t, func(r *rotation.Request) { r.Lifetime, r.Skew, r.Rollout = 36*time.Hour, 0, 90*time.Second })
	assert.Equal(t, []string{
		"Instance by instance", "HS256", "As text, as it stands", "JWT_SECRET",
		"tokens for 36 hours", "clock skew 0 seconds", "deployments of 90 seconds", "again after 90 days",
	}, madeFor(r.plan))
	assert.Contains(t, drawn(r), "tokens for 36 hours")
	r, _ = planned(t, func(r *rotation.Request) { r.Kind, r.Previous, r.Rollout = rotation.Leak, nil, 24*time.Hour })
	assert.Equal(t, []string{"The secret leaked", "HS256", "As text, as it stands", "JWT_SECRET", "deployments of 1 day", "again after 90 days"}, madeFor(r.plan))
}

func TestAClickOnAPlanThatIsGoneDoesNothing(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	assert.NotPanics(t, func() {
		act(func() {
			r.onCopyCode(r.ctx, app.Event{})
			r.onDates(r.ctx, app.Event{})
			r.onCopyText(r.ctx, app.Event{})
			r.onDownloadText(r.ctx, app.Event{})
			r.onClear(r.ctx, app.Event{})
		})
	})
}

func TestAfterALeakThePageAsksForNothingOfTheOldSecret(t *testing.T) {
	r := &rotate{}
	act := mounted(t, r)
	assert.NotContains(t, drawn(r), " hidden")
	act(func() { r.kind = rotation.Leak })
	assert.Equal(t, 2, strings.Count(drawn(r), " hidden"), "the previous secret, and what an overlap depends on")
	assert.Equal(t, rotation.MinLifetime, r.request().Lifetime, "there is no overlap that it could be too long for")
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
	for _, k := range rotation.Kinds() {
		assert.NotEmpty(t, kindTexts[k].name)
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

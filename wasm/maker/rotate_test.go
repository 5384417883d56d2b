package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const (
	freshText    = "aNewSecretOf32Characters_1234567"
	previousText = "theOldSecretOf32Characters_12345"
)

// rotation0 is a request that is in order.
func rotation0() job.Rotate {
	return job.Rotate{
		Kind: "rolling", Algorithm: secret.HS256, New: []byte(freshText), Previous: []byte(previousText), Name: "JWT_SECRET",
		Start: time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC), Lifetime: 8 * 3600, Skew: 120, Rollout: 3600, Days: 90,
	}
}

// rotated asks for the plan, changed as the test wants.
func rotated(t *testing.T, change func(*job.Rotate)) *job.Plan {
	t.Helper()
	r := rotation0()
	if change != nil {
		change(&r)
	}
	request, err := job.Encode(job.Request{Rotate: &r})
	require.NoError(t, err)
	events := ask(t, request)
	assert.Equal(t, make([]byte, len(request)), request, "the request is overwritten")
	require.Len(t, events, 1)
	require.NotNil(t, events[0].Plan, events[0].Failed)
	return events[0].Plan
}

func kind(name string) func(*job.Rotate) { return func(r *job.Rotate) { r.Kind = name } }

func TestAPlanHasTheDeploymentsOfItsKind(t *testing.T) {
	for name, stages := range map[string][]string{
		"rolling": {"prepare", "switch", "finish"},
		"at-once": {"switch", "finish"},
		"leak":    {"finish"},
	} {
		p := rotated(t, kind(name))
		require.Empty(t, p.Problems, name)
		var got []string
		for _, d := range p.Deployments {
			got = append(got, d.ID)
			assert.True(t, slices.ContainsFunc(p.Steps, func(s job.Step) bool { return s.Title == d.Title && s.At.Equal(d.At) }), d.ID)
		}
		assert.Equal(t, stages, got, name)
		assert.Equal(t, name == "leak", p.PreviousKeyID == "")
		assert.Len(t, p.Code, 3)
		assert.Contains(t, p.Calendar, "BEGIN:VCALENDAR")
		assert.Empty(t, p.Warning)
	}
}

func TestEachDeploymentHasItsEnvironmentAndItsKeySet(t *testing.T) {
	p := rotated(t, func(r *job.Rotate) { r.PreviousKeyID = "old" })
	key := func(text, id string) string {
		return `{"kty":"oct","k":"` + base64.RawURLEncoding.EncodeToString([]byte(text)) + `","alg":"HS256","use":"sig","kid":"` + id + `"}`
	}
	for i, want := range []struct{ env, keySet string }{
		{
			"JWT_SECRET=" + previousText + "\nJWT_SECRET_KID=old\nJWT_SECRET_NEXT=" + freshText + "\nJWT_SECRET_NEXT_KID=" + p.KeyID + "\n",
			`{"keys":[` + key(previousText, "old") + "," + key(freshText, p.KeyID) + "]}",
		},
		{
			// 9:00, two deployments of an hour, 8 hours of life and 2 minutes of skew
			"JWT_SECRET=" + freshText + "\nJWT_SECRET_KID=" + p.KeyID + "\nJWT_SECRET_PREVIOUS=" + previousText +
				"\nJWT_SECRET_PREVIOUS_KID=old\nJWT_SECRET_PREVIOUS_UNTIL=2027-03-01T19:02:00Z\n",
			`{"keys":[` + key(freshText, p.KeyID) + "," + key(previousText, "old") + "]}",
		},
		{
			"JWT_SECRET=" + freshText + "\nJWT_SECRET_KID=" + p.KeyID + "\n",
			`{"keys":[` + key(freshText, p.KeyID) + "]}",
		},
	} {
		env, keySet := p.Deployed(i)
		comment, lines, _ := strings.Cut(string(env), "\n")
		assert.True(t, strings.HasPrefix(comment, "# Deployment "), comment)
		assert.Equal(t, want.env, lines)
		assert.JSONEq(t, want.keySet, string(keySet))
	}
	assert.Equal(t, "1-prepare.env", p.Deployments[0].EnvFile)
	assert.Equal(t, "3-finish.jwks.json", p.Deployments[2].KeySetFile)
}

func TestWhatIsNoTextOfADeploymentHoldsNoSecret(t *testing.T) {
	p := rotated(t, nil)
	p.Texts = nil
	message, err := job.Encode(job.Event{Plan: p})
	require.NoError(t, err)
	for _, text := range []string{freshText, previousText} {
		assert.NotContains(t, string(message), text)
		assert.NotContains(t, string(message), base64.StdEncoding.EncodeToString([]byte(text))[:40])
		assert.NotContains(t, string(message), base64.RawURLEncoding.EncodeToString([]byte(text))[:40])
	}
}

func TestASecretThatNoEnvFileTakesComesAsJSON(t *testing.T) {
	const text = `it's $5 in more than 32 characters of text`
	p := rotated(t, func(r *job.Rotate) { r.Previous = []byte(text) })
	for i, ending := range []string{".json", ".json", ".env"} {
		assert.True(t, strings.HasSuffix(p.Deployments[i].EnvFile, ending), p.Deployments[i].EnvFile)
		assert.Equal(t, ending == ".json", p.Deployments[i].EnvNote != "")
	}
	env, _ := p.Deployed(1)
	var variables map[string]string
	require.NoError(t, json.Unmarshal(env, &variables))
	assert.Equal(t, text, variables["JWT_SECRET_PREVIOUS"])
	assert.Equal(t, freshText, variables["JWT_SECRET"])
}

func TestAShortPreviousSecretIsToBeTreatedAsLeaked(t *testing.T) {
	p := rotated(t, func(r *job.Rotate) { r.Previous = []byte("secret") })
	assert.Contains(t, p.Warning, "treat it as leaked")
	assert.Empty(t, rotated(t, func(r *job.Rotate) { r.Kind, r.Previous = "leak", nil }).Warning)
}

// There is no overlap, so a person is not asked for what it would depend on.
func TestAPlanAfterALeakNeedsNoLifetime(t *testing.T) {
	p := rotated(t, func(r *job.Rotate) { r.Kind, r.Previous, r.Lifetime, r.Skew = "leak", nil, 0, -1 })
	assert.Empty(t, p.Problems)
}

func TestWhatIsWrongIsSaidBesideItsField(t *testing.T) {
	const webKey = `{"kty":"oct","k":"c29tZXRoaW5n","alg":"HS256"}`
	for name, c := range map[string]struct {
		change  func(*job.Rotate)
		field   string
		mention string
	}{
		"kind":               {kind("maybe"), "kind", "Choose"},
		"algorithm":          {func(r *job.Rotate) { r.Algorithm = 0 }, "algorithm", "Choose"},
		"no previous":        {func(r *job.Rotate) { r.Previous = nil }, "previous", "Paste"},
		"previous not hex":   {func(r *job.Rotate) { r.Reading, r.New = token.Hex, []byte(strings.Repeat("0a", 32)) }, "previous", "one line of hex"},
		"previous of lines":  {func(r *job.Rotate) { r.Previous = []byte("a\nb") }, "previous", "one line of text"},
		"previous a web key": {func(r *job.Rotate) { r.Previous = []byte(webKey) }, "previous", "JSON Web Key"},
		"key id":             {func(r *job.Rotate) { r.PreviousKeyID = "a b" }, "previouskeyid", "128"},
		"no new":             {func(r *job.Rotate) { r.New = nil }, "new", "Make a new secret"},
		"new of lines":       {func(r *job.Rotate) { r.New = []byte("a\nb") }, "new", "one line of text"},
		"new a web key":      {func(r *job.Rotate) { r.New = []byte(webKey) }, "new", "JSON Web Key"},
		"new a byte short":   {func(r *job.Rotate) { r.New = r.New[1:] }, "new", "Read as UTF-8, this has 31 of the 32 bytes that HS256 needs"},
		"the same":           {func(r *job.Rotate) { r.New = r.Previous }, "new", "in use already"},
		"name":               {func(r *job.Rotate) { r.Name = "A-B" }, "name", "underscore"},
		"a secret as name":   {func(r *job.Rotate) { r.Name = strings.Repeat("0a1b", 16) }, "name", "looks like a secret"},
		"lifetime":           {func(r *job.Rotate) { r.Lifetime = 0 }, "lifetime", "366 days"},
		"endless lifetime":   {func(r *job.Rotate) { r.Lifetime = 1 << 62 }, "lifetime", "366 days"},
		"skew":               {func(r *job.Rotate) { r.Skew = -1 << 62 }, "skew", "24 hours"},
		"rollout":            {func(r *job.Rotate) { r.Rollout = 31 * 86400 }, "rollout", "30 days"},
		"start":              {func(r *job.Rotate) { r.Start = time.Time{} }, "start", "a date"},
		"days":               {func(r *job.Rotate) { r.Days = 0 }, "days", "Choose"},
		"overlap":            {func(r *job.Rotate) { r.Days, r.Lifetime = 30, 30*86400 }, "days", "still be accepted"},
	} {
		p := rotated(t, c.change)
		require.Len(t, p.Problems, 1, name)
		assert.Equal(t, c.field, p.Problems[0].Field, name)
		assert.Contains(t, p.Problems[0].Sentence, c.mention, name)
		assert.Empty(t, p.Texts, name)
		assert.NotContains(t, p.Problems[0].Sentence, freshText, name)
	}
}

func TestAllThatIsWrongIsSaidAtOnce(t *testing.T) {
	p := rotated(t, func(r *job.Rotate) { *r = job.Rotate{Kind: "rolling", Algorithm: secret.HS256, Skew: -1} })
	var fields []string
	for _, problem := range p.Problems {
		fields = append(fields, problem.Field)
	}
	assert.Equal(t, []string{"previous", "new", "name", "lifetime", "skew", "rollout", "start", "days"}, fields)
}

func TestTheTextsAndTheRequestAreWipedOnceTheyAreSent(t *testing.T) {
	r := rotation0()
	var kept job.Plan
	require.NoError(t, rotate(&r, time.Now(), func(e job.Event) {
		kept = *e.Plan
		assert.Contains(t, string(kept.Texts), freshText)
	}))
	assert.Equal(t, make([]byte, len(kept.Texts)), kept.Texts)
	assert.Empty(t, bytes.Trim(slices.Concat(r.New, r.Previous), "\x00"))
}

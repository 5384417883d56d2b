package rotation_test

import (
	"bufio"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

// The service's verifiers grant 60 seconds of leeway, and its clocks are at most
// 30 seconds wrong, so that two of them differ by 60: together that is the skew
// of two minutes in every request here.
const (
	leeway   = 60 * time.Second
	clockOff = 30 * time.Second
)

// version is a process of the service in one version and environment. It keeps
// nothing between requests, and each request names its time, so one process
// stands for every instance of that version.
type version struct{ url string }

func begin(t *testing.T, env []byte, program string) version {
	t.Helper()
	command := under(t, env, program)
	stdin, err := command.StdinPipe() // its end ends the process
	require.NoError(t, err)
	stdout, err := command.StdoutPipe()
	require.NoError(t, err)
	var stderr strings.Builder
	command.Stderr = &stderr
	require.NoError(t, command.Start())
	t.Cleanup(func() { _ = stdin.Close(); _ = command.Wait() })
	url, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err, &stderr)
	return version{strings.TrimSpace(url)}
}

// request returns the answer to a request that arrives when the instance's clock
// shows now.
func (v version) request(t *testing.T, path string, now time.Time, header, value string) (status int, body string) {
	t.Helper()
	request, err := http.NewRequest(http.MethodGet, v.url+path, nil)
	require.NoError(t, err)
	request.Header.Set("X-Now", strconv.FormatInt(now.Unix(), 10))
	request.Header.Set(header, value)
	response, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(read)
}

func (v version) login(t *testing.T, now time.Time, lifetime time.Duration) (token string) {
	t.Helper()
	status, token := v.request(t, "/login", now, "X-Lifetime", strconv.Itoa(int(lifetime.Seconds())))
	require.Equal(t, http.StatusOK, status, token)
	return token
}

func (v version) accepts(t *testing.T, now time.Time, token string) bool {
	t.Helper()
	status, _ := v.request(t, "/account", now, "Authorization", token)
	return status == http.StatusOK
}

// programs are the service from before its first rotation, and with the code of
// a plan.
type programs struct{ before, after string }

func buildService(t *testing.T) programs {
	t.Helper()
	code, err := plan(t, nil).Code("go")
	require.NoError(t, err)
	return programs{build(t, "before", ""), build(t, "after", code)}
}

func (p programs) versions(t *testing.T, of *rotation.Plan) []version {
	t.Helper()
	versions := []version{begin(t, []byte("JWT_SECRET="+previous+"\n"), p.before)}
	for _, stage := range of.Stages() {
		versions = append(versions, begin(t, env(t, of, stage), p.after))
	}
	return versions
}

func seeded(seed uint64) *mathrand.Rand { return mathrand.New(mathrand.NewPCG(seed, 5)) }

const simulations = 4

func TestService(t *testing.T) {
	t.Parallel()
	built := buildService(t)
	for name, test := range map[string]func(*testing.T, programs){
		"a rolling rotation loses no valid session":                         rollingLosesNothing,
		"a rotation at once loses no valid session":                         atOnceLosesNothing,
		"the next rotation loses no valid session":                          nextLosesNothing,
		"the simulation notices what loses sessions":                        mistakesAreNoticed,
		"the previous secret is accepted until the stop date and not after": previousEndsAtTheStopDate,
		"after a leak no token of the previous secret is accepted":          leakEndsEveryToken,
	} {
		t.Run(name, func(t *testing.T) { test(t, built) })
	}
}

func rollingLosesNothing(t *testing.T, built programs) {
	p := plan(t, nil)
	versions := built.versions(t, p)
	for seed := range uint64(simulations) {
		s := simulation{seeded(seed), p, versions, []time.Time{p.Dates.Start, p.Dates.SignNew, p.Dates.StopOld}, false}
		assert.Empty(t, s.lost(t))
	}
}

func atOnceLosesNothing(t *testing.T, built programs) {
	p := plan(t, kind(rotation.AtOnce))
	versions := built.versions(t, p)
	for seed := range uint64(simulations) {
		s := simulation{seeded(seed), p, versions, []time.Time{p.Dates.Start, p.Dates.StopOld}, true}
		assert.Empty(t, s.lost(t))
	}
}

// The second rotation begins where the first ended: with key ids in every token.
func nextLosesNothing(t *testing.T, built programs) {
	first := plan(t, nil)
	second := func(keyID string) simulation {
		p := plan(t, func(r *rotation.Request) {
			r.Start, r.Previous, r.PreviousKeyID = first.Dates.Next, []byte(fresh), keyID
			r.New = []byte("yetAnotherSecretOf32Characters_1")
		})
		versions := []version{begin(t, env(t, first, rotation.Finish), built.after)}
		for _, stage := range p.Stages() {
			versions = append(versions, begin(t, env(t, p, stage), built.after))
		}
		return simulation{seeded(7), p, versions, []time.Time{p.Dates.Start, p.Dates.SignNew, p.Dates.StopOld}, false}
	}
	assert.Empty(t, second(first.KeyID()).lost(t))
	assert.NotEmpty(t, second("").lost(t), "without the key id in use, its tokens are not found")
}

// What the simulation is worth: it notices every mistake that the plan avoids.
func mistakesAreNoticed(t *testing.T, built programs) {
	p := plan(t, nil)
	d := p.Dates
	versions := built.versions(t, p)
	before, prepare, finish := versions[0], versions[1], versions[3]
	stopsAt := func(stop time.Time) version {
		file := strings.Replace(string(env(t, p, rotation.Switch)), d.StopOld.Format(time.RFC3339), stop.Format(time.RFC3339), 1)
		require.NotEqual(t, string(env(t, p, rotation.Switch)), file)
		return begin(t, []byte(file), built.after)
	}
	for name, s := range map[string]simulation{
		"stops an hour early": {
			versions: []version{before, prepare, stopsAt(d.StopOld.Add(-time.Hour)), finish},
			starts:   []time.Time{d.Start, d.SignNew, d.StopOld},
		},
		// By its own clock, an instance needs the key until no skew of its own matters.
		// The last token is signed a second before LastOld, so one more is spare.
		"stops two seconds too early": {
			versions: []version{before, prepare, stopsAt(d.StopOld.Add(-clockOff - 2*time.Second)), finish},
			starts:   []time.Time{d.Start, d.SignNew, d.StopOld},
		},
		"forgets two seconds early": {versions: versions, starts: []time.Time{d.Start, d.SignNew, d.StopOld.Add(-2 * time.Second)}},
		"signs too early":           {versions: versions, starts: []time.Time{d.Start, d.SignNew.Add(-rollout / 2), d.StopOld}},
		"does not prepare":          {versions: []version{before, versions[2], finish}, starts: []time.Time{d.SignNew, d.StopOld}},
		"signs for too long":        {versions: versions, starts: []time.Time{d.Start, d.SignNew.Add(rollout), d.StopOld}},
	} {
		s.plan, s.random = p, seeded(11)
		assert.NotEmpty(t, s.lost(t), name)
	}
}

// Even a token with years to live, as a thief of the secret would make it, ends
// at the stop date, whether the last deployment has happened or not.
func previousEndsAtTheStopDate(t *testing.T, built programs) {
	p := plan(t, nil)
	versions := built.versions(t, p)
	prepare, switched, finish := versions[1], versions[2], versions[3]
	years := jwt.MapClaims{"exp": start.AddDate(10, 0, 0).Unix()}
	for _, kid := range []string{p.PreviousKeyID(), ""} {
		token := sign(t, secret.HS256, []byte(previous), kid, years)
		assert.True(t, prepare.accepts(t, p.Dates.Start, token))
		assert.True(t, switched.accepts(t, p.Dates.SignNew, token))
		assert.True(t, switched.accepts(t, p.Dates.StopOld.Add(-time.Second), token))
		assert.False(t, switched.accepts(t, p.Dates.StopOld, token))
		assert.False(t, switched.accepts(t, p.Dates.StopOld.Add(time.Hour), token))
		assert.False(t, finish.accepts(t, p.Dates.Start, token))
	}
	assert.True(t, switched.accepts(t, p.Dates.StopOld, switched.login(t, p.Dates.SignNew, 24*time.Hour)), "the new one goes on")
}

func leakEndsEveryToken(t *testing.T, built programs) {
	p := plan(t, kind(rotation.Leak))
	versions := built.versions(t, p)
	before, replaced := versions[0], versions[1]
	token := before.login(t, p.Dates.Start.Add(-time.Minute), lifetime)
	assert.True(t, before.accepts(t, p.Dates.Start, token))
	assert.False(t, replaced.accepts(t, p.Dates.Start, token))
	assert.True(t, replaced.accepts(t, p.Dates.Start, replaced.login(t, p.Dates.Start, lifetime)))
}

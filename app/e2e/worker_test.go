package e2e

import (
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// runJob starts a worker of the site's, as the page does, and resolves to all of
// its messages: the JSON of events, then "done", or "failed". A list that is not
// empty goes along as a file.
const runJob = `(request, list) => new Promise((resolve) => {
	const worker = new Worker("/worker.js");
	const messages = [];
	const end = (last) => {
		worker.terminate();
		resolve([...messages, last]);
	};
	worker.onmessage = (e) => e.data ? messages.push(new TextDecoder().decode(e.data)) : end("done");
	worker.onerror = () => end("failed");
	const bytes = new TextEncoder().encode(request);
	worker.postMessage({request: bytes, file: list ? new File([list], "words.txt") : null}, [bytes.buffer]);
})`

// work has a worker do a job and returns its answer, the last event but for the crack
// times that may follow it.
func (p *page) work(r job.Request, list string) job.Event {
	p.t.Helper()
	request, err := job.Encode(r)
	require.NoError(p.t, err)
	messages := eval[[]string](p, fmt.Sprintf(`(%s)(%s, %s)`, runJob, literal(p.t, string(request)), literal(p.t, list)))
	require.GreaterOrEqual(p.t, len(messages), 2, "%v\n%v", messages, p.console())
	require.Equal(p.t, "done", messages[len(messages)-1])
	for _, message := range slices.Backward(messages[:len(messages)-1]) {
		event, err := job.Decode[job.Event]([]byte(message))
		require.NoError(p.t, err)
		if event.CrackTimes == nil {
			return event
		}
	}
	require.Fail(p.t, "no answer")
	return job.Event{}
}

// literal writes a text for JavaScript.
func literal(t testing.TB, text string) string {
	t.Helper()
	q, err := json.Marshal(text)
	require.NoError(t, err)
	return string(q)
}

func signed(t testing.TB, a secret.Algorithm, key string) []byte {
	t.Helper()
	text, err := token.Sign(a, []byte(key), []byte(`{"sub":"1234567890","name":"Jane","admin":true,"iat":1516239022}`))
	require.NoError(t, err)
	return text
}

func TestAWorkerAuditsUnderTheHeadersOfTheSite(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	report := p.work(job.Request{Audit: &job.Audit{Text: []byte("your-256-bit-secret")}}, "").Secret
	require.NotNil(t, report)
	assert.Equal(t, "unusable", report.Verdicts[0].Code)
	shown := p.work(job.Request{Audit: &job.Audit{Text: signed(t, secret.HS384, "x")}}, "").Token
	require.NotNil(t, shown)
	assert.Equal(t, "HS384", shown.Algorithm)
	assert.Empty(t, p.complaints())
}

func TestAWorkerFindsTheSecretAtTheEndOfALongWordList(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	list := strings.Repeat("no\r\n", 1<<20) + "Zug um Zug\r\n" // 4 MiB: five slices
	hit := p.work(job.Request{Attack: &job.Attack{Token: signed(t, secret.HS512, "Zug um Zug"), Shares: 1}}, list).Hit
	require.NotNil(t, hit)
	assert.Equal(t, "Zug um Zug", string(hit.Secret))
	assert.Equal(t, "your word list", hit.Source)
	assert.Greater(t, hit.Place, 1<<20)
}

func TestWorkersNeedNoNetworkOnceThePageIsReadyOffline(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	s := startServer(t)
	p.open(s.url)
	p.readyOffline()
	before := s.seen()
	assert.NotNil(t, p.work(job.Request{Audit: &job.Audit{Text: []byte("x")}}, "").Secret)
	assert.Equal(t, before, s.seen(), "no request reached the server")
}

func TestWorkersAreNoPartOfTheFirstVisit(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	s := startServer(t)
	p.before(`Object.defineProperty(navigator, "serviceWorker", {value: undefined})`) // it would fetch them, later
	p.open(s.url)
	p.generate()
	for _, line := range s.seen() {
		assert.NotContains(t, line, "worker")
		assert.NotContains(t, line, "auditor")
	}
}

func TestAWorkerWhoseProgramWasChangedTellsThePage(t *testing.T) {
	t.Parallel()
	changed := host(t, startServer(t).url, func(r *http.Response, body []byte) []byte {
		if strings.Contains(r.Request.URL.Path, "/auditor.") && strings.HasSuffix(r.Request.URL.Path, ".wasm") {
			body[len(body)/2] ^= 1
		}
		return noWorker(r, body)
	})
	p := newPage(t)
	p.open(changed)
	assert.Equal(t, []string{"failed"}, eval[[]string](p, fmt.Sprintf(`(%s)("{}", "")`, runJob)))
}

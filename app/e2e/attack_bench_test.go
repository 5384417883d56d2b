package e2e

import (
	"crypto/hmac"
	"crypto/sha256"
	"crypto/sha512"
	"fmt"
	"hash"
	"os/exec"
	"regexp"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	native "jwtsecret/app/attack"
	"jwtsecret/app/internal/report"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// attackFor is how long each rate is measured, in milliseconds.
const attackFor = 5000

// rates starts workers that share an attack, and resolves to the candidates a
// second of all of them together. Each worker's rate begins with its first report,
// so that loading its program does not count.
const rates = `(requests, milliseconds) => Promise.all(requests.map((request) => new Promise((resolve, reject) => {
	const worker = new Worker("/worker.js");
	let first, last;
	worker.onerror = reject;
	worker.onmessage = (e) => {
		const event = JSON.parse(new TextDecoder().decode(e.data));
		last = event.Progress;
		if (!last) reject(new Error("the attack has ended"));
		first ??= last;
		if (last.Seconds - first.Seconds < milliseconds / 1000) return;
		worker.terminate();
		resolve((last.Tried - first.Tried) / (last.Seconds - first.Seconds));
	};
	const bytes = new TextEncoder().encode(request);
	worker.postMessage({request: bytes, file: null}, [bytes.buffer]);
}))).then((rates) => rates.reduce((a, b) => a + b))`

// attacks compares candidates a second. Ours tries each candidate in every reading, up to
// three keys; the others try one key.
func attacks(b *testing.B, part *report.Part) {
	p := newPage(b)
	p.open(startServer(b).url)
	p.readyOffline()
	cracker, missing := jwtCrackerRate(b)
	hashes := map[secret.Algorithm]func() hash.Hash{secret.HS256: sha256.New, secret.HS512: sha512.New}
	for _, a := range []secret.Algorithm{secret.HS256, secret.HS512} {
		hmacs := nativeRate(hashes[a])
		one, two := p.attackRate(a, 1), p.attackRate(a, 2)
		row := report.Row{Name: a.String() + ", two workers", Value: two, Unit: "/s"}
		if a == secret.HS256 {
			beside := row
			beside.Peer, beside.PeerValue, beside.Missing, beside.Goal = "jwt-cracker, all cores", cracker, missing, report.RatioAtLeast(25)
			part.Add(beside)
		}
		row.Peer, row.PeerValue = "native crypto/hmac, one core", hmacs
		part.Add(row)
		part.Add(report.Row{Name: a.String() + ", one worker", Value: one, Unit: "/s", Peer: row.Peer, PeerValue: hmacs})
		part.Add(report.Row{Name: a.String() + ", in a terminal, one core", Value: coreRate(b, a), Unit: "/s", Peer: "one worker", PeerValue: one})
	}
}

// attackRate attacks a token that does not fall.
func (p *page) attackRate(a secret.Algorithm, workers int) float64 {
	p.t.Helper()
	text := signed(p.t, a, "\x00 nobody has this in a list \x00")
	var requests []string
	for share := range workers {
		r, err := job.Encode(job.Request{Attack: &job.Attack{Token: text, Share: share, Shares: workers}})
		require.NoError(p.t, err)
		requests = append(requests, literal(p.t, string(r)))
	}
	list := "[" + requests[0]
	for _, r := range requests[1:] {
		list += "," + r
	}
	return eval[float64](p, fmt.Sprintf(`(%s)(%s], %d)`, rates, list, attackFor))
}

// coreRate does outside of the browser what a worker does in attackRate, in one thread.
func coreRate(b *testing.B, a secret.Algorithm) float64 {
	b.Helper()
	text := signed(b, a, "\x00 nobody has this in a list \x00")
	t, err := token.Parse(text)
	require.NoError(b, err)
	prepared, err := native.New(t)
	require.NoError(b, err)
	var began time.Time
	first := 0
	at, _ := prepared.Search(native.Sources(t, nil, 0, 1), func(p native.Progress) bool {
		if first == 0 { // all candidates were counted before
			began, first = time.Now(), p.Tried
		}
		return time.Since(began) < attackFor*time.Millisecond
	})
	return float64(at.Tried-first) / time.Since(began).Seconds()
}

// nativeRate tries keys with the standard library, in one thread.
func nativeRate(h func() hash.Hash) float64 {
	message, key := make([]byte, 111), []byte("password")
	tried := 0
	began := time.Now()
	for ; time.Since(began) < attackFor*time.Millisecond; tried += 1000 {
		for range 1000 {
			mac := hmac.New(h, key)
			mac.Write(message)
			mac.Sum(nil)
		}
	}
	return float64(tried) / time.Since(began).Seconds()
}

// jwtCrackerRate lets jwt-cracker, of npm, go through all words of up to four
// letters and digits on all cores, or says why it cannot.
func jwtCrackerRate(b *testing.B) (rate float64, missing string) {
	b.Helper()
	npx, err := exec.LookPath("npx")
	if err != nil {
		return 0, "npx is not installed"
	}
	said, err := exec.Command(npx, "--yes", "jwt-cracker@4.1.1",
		"-t", string(signed(b, secret.HS256, "no such word")), "-a", "abcdefghijklmnopqrstuvwxyz0123456789", "--max", "4").CombinedOutput()
	seconds := regexp.MustCompile(`Time taken \(sec\): ([0-9.]+)`).FindSubmatch(said)
	attempts := regexp.MustCompile(`Total attempts: ([0-9]+)`).FindSubmatch(said)
	if seconds == nil || attempts == nil {
		b.Logf("jwt-cracker: %v %s", err, said)
		return 0, "npm did not deliver it"
	}
	took, err := strconv.ParseFloat(string(seconds[1]), 64)
	require.NoError(b, err)
	tried, err := strconv.ParseFloat(string(attempts[1]), 64)
	require.NoError(b, err)
	return tried / took, ""
}

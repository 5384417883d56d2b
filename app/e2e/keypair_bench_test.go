package e2e

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/report"
	"jwtsecret/app/job"
	native "jwtsecret/app/judge"
)

// makingPairs has one worker of the site's do a job again and again, and resolves to the
// milliseconds of each time but the first, which starts the worker.
const makingPairs = `(async (request, times) => {
	const worker = new Worker("/worker.js");
	const took = [];
	for (let i = 0; i <= times; i++) {
		const start = performance.now();
		let made = false;
		await new Promise((done, failed) => {
			worker.onerror = failed;
			worker.onmessage = (e) => {
				if (!e.data) return done();
				if (new TextDecoder().decode(e.data).includes("kid")) made = true;
			};
			const bytes = new TextEncoder().encode(request);
			worker.postMessage({request: bytes, file: null}, [bytes.buffer]);
		});
		if (!made) throw new Error("no key was made");
		if (i > 0) took.push(performance.now() - start);
	}
	worker.terminate();
	return took;
})(%s, %d)`

// webCrypto has the browser make pairs, and hand them out as PKCS #8, SubjectPublicKeyInfo
// and JWK, without anything of ours: so many at a time that its clock, which is coarse, can
// measure them.
const webCrypto = `(async (algorithm, times) => {
	const together = algorithm.modulusLength ? 1 : 20;
	if (algorithm.publicExponent) algorithm.publicExponent = new Uint8Array(algorithm.publicExponent);
	const took = [];
	for (let i = 0; i < times; i++) {
		const start = performance.now();
		for (let j = 0; j < together; j++) {
			const pair = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
			await Promise.all([
				crypto.subtle.exportKey("pkcs8", pair.privateKey), crypto.subtle.exportKey("spki", pair.publicKey),
				crypto.subtle.exportKey("jwk", pair.privateKey), crypto.subtle.exportKey("jwk", pair.publicKey),
			]);
		}
		took.push((performance.now() - start) / together);
	}
	return took;
})(%s, %d)`

// keyPairs measures from the request to a worker that runs until it has answered with all
// forms of the pair, a sample token and code for libraries.
func keyPairs(b *testing.B, part *report.Part) {
	p := newPage(b)
	p.open(startServer(b).url)
	p.readyOffline()
	for _, pair := range []struct {
		title   string
		make    job.MakeKey
		browser string // what WebCrypto calls it; empty where no browser makes it
	}{
		{"ES256", job.MakeKey{Algorithm: "ES256"}, `{name: "ECDSA", namedCurve: "P-256"}`},
		{"EdDSA, Ed25519", job.MakeKey{Algorithm: "EdDSA"}, `{name: "Ed25519"}`},
		{"RS256, RSA-2048", job.MakeKey{Algorithm: "RS256", Bits: 2048}, `{name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: [1, 0, 1], hash: "SHA-256"}`},
		{"ML-DSA-65", job.MakeKey{Algorithm: "ML-DSA-65"}, ""},
	} {
		const times = 21
		wanted := job.Keys{Make: &pair.make}
		request, err := job.Encode(job.Request{Keys: &wanted})
		require.NoError(b, err)
		row := report.Row{Name: pair.title + ", median of 21", Unit: "ms"}
		row.Value = report.Median(eval[[]float64](p, fmt.Sprintf(makingPairs, literal(b, string(request)), times)))
		if pair.browser == "" {
			row.Peer, row.PeerValue = "the same in native Go", report.Median(natively(b, wanted, times))
		} else {
			row.Peer = "WebCrypto alone"
			row.PeerValue = report.Median(eval[[]float64](p, fmt.Sprintf(webCrypto, pair.browser, times)))
		}
		part.Add(row)
	}
}

// natively does the job outside of the browser, and returns the milliseconds of each time.
func natively(b *testing.B, wanted job.Keys, times int) (took []float64) {
	b.Helper()
	for range times {
		began := time.Now()
		require.NotNil(b, native.Keys(wanted, began).Keys)
		took = append(took, float64(time.Since(began))/float64(time.Millisecond))
	}
	return took
}

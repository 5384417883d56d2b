package e2e

import (
	"encoding/base64"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tellingWorker begins the script of a worker: it tells every page of the site
// which bytes the browser's generator gave to the worker.
const tellingWorker = `{
	const told = new BroadcastChannel("drawn");
	const real = crypto.getRandomValues.bind(crypto);
	crypto.getRandomValues = (array) => {
		real(array);
		told.postMessage(btoa(String.fromCharCode(...new Uint8Array(array.buffer, array.byteOffset, array.byteLength))));
		return array;
	};
};
`

// listeningPage keeps what such workers tell, and counts what the page itself asks
// the generator for.
const listeningPage = `
	window.drawn = [];
	window.ownDraws = 0;
	new BroadcastChannel("drawn").onmessage = (e) => drawn.push(e.data);
	const real = crypto.getRandomValues.bind(crypto);
	crypto.getRandomValues = (array) => { ownDraws++; return real(array); };`

func TestManySecretsAreExactlyTheBytesOfTheGeneratorInTheWorker(t *testing.T) {
	t.Parallel()
	url := host(t, startServer(t).url, func(r *http.Response, body []byte) []byte {
		if r.Request.URL.Path == "/worker.js" {
			return append([]byte(tellingWorker), body...)
		}
		return noWorker(r, body)
	})
	p := newPage(t)
	p.before(listeningPage)
	p.open(url + "?alg=HS512&format=base64&count=1001")
	p.exec(`window.ownDraws = 0`)
	p.click("#generate")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("1,001 secrets are ready")`)
	_, text := p.download("#download-txt")
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	require.Len(t, lines, 1001)

	var keys []string
	for _, draw := range eval[[]string](p, `window.drawn`) {
		if bytes, err := base64.StdEncoding.DecodeString(draw); assert.NoError(t, err) && len(bytes) == 64 {
			keys = append(keys, draw)
		}
	}
	assert.Equal(t, keys, lines, "each secret is one draw of 64 bytes, in order")
	assert.Zero(t, eval[int](p, `window.ownDraws`), "the page itself has drawn nothing")
}

// Whatever a browser does to workers, the page makes the secrets, and says so.
func TestWithoutAWorkerThePageMakesManySecretsItself(t *testing.T) {
	t.Parallel()
	for name, script := range map[string]string{
		"no worker is allowed": `window.Worker = class { constructor() { throw new Error("no") } };`,
		"its program is gone": `{
			const real = Worker;
			window.Worker = function () { return new real(trustedTypes.defaultPolicy.createScriptURL("/worker.js?gone")) };
		}`,
	} {
		t.Run(name, func(t *testing.T) {
			url := host(t, startServer(t).url, func(r *http.Response, body []byte) []byte {
				if r.Request.URL.RawQuery == "gone" {
					return []byte("throw new Error()")
				}
				return noWorker(r, body)
			})
			p := newPage(t)
			p.open(url + "?count=1001")
			p.exec(script + `
				window.said = [];
				new MutationObserver(() => said.push(document.querySelector("#status").textContent))
					.observe(document.querySelector("#status"), {childList: true, characterData: true, subtree: true})`)
			p.click("#generate")
			p.waitFor(`document.querySelector("#status").textContent.startsWith("1,001 secrets are ready")`)
			assert.Contains(t, strings.Join(eval[[]string](p, `said`), "\n"), "did not let a worker make them")
			p.waitFor(`document.querySelectorAll(".secrets li").length === 100 && document.querySelector("#secret-99").textContent !== ""`)
		})
	}
}

func TestOnceReadyOfflineManySecretsNeedNoNetwork(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url + "?count=2000&format=jwk")
	p.readyOffline()
	before := s.seen()
	p.click("#generate")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("2,000 secrets are ready")`)
	time.Sleep(300 * time.Millisecond) // time for a request that should not be
	assert.Equal(t, before, s.seen())
	assert.Empty(t, p.complaints())
}

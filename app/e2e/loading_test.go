package e2e

import (
	"fmt"
	"net/http"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/network"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Nobody should have to guess whether a slow page goes on.
func TestASlowLoadSaysHowFarItHasCome(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	call(p, network.EmulateNetworkConditionsByRule, network.EmulateNetworkConditionsByRuleParams{
		MatchedNetworkConditions: []*network.Conditions{{Latency: 150, DownloadThroughput: 400_000, UploadThroughput: 100_000}}, // bytes a second
	})
	p.before(`
		window.said = [];
		new MutationObserver(() => {
			const label = document.querySelector("#app-wasm-loader-label");
			if (label && said.at(-1) !== label.textContent) said.push(label.textContent);
		}).observe(document, { childList: true, subtree: true, characterData: true })`)
	p.open(startServer(t).url)
	said := eval[[]string](p, `said`)
	assert.Equal(t, "Loading…", said[0])
	assert.Equal(t, "Starting…", said[len(said)-1])
	last := -1
	for _, s := range said[1 : len(said)-1] {
		percent := percentOf(t, s)
		assert.Greater(t, percent, last)
		last = percent
	}
	assert.Greater(t, len(said), 10)
	assert.True(t, eval[bool](p, `document.querySelector("#app-wasm-loader") === null`), "it goes when the page works")
}

// hashes counts how often a page computes a hash of more than a megabyte, and notes whom it
// asks for its program.
const hashes = `window.hashes = 0; if (crypto.subtle) {
	const digest = crypto.subtle.digest.bind(crypto.subtle);
	SubtleCrypto.prototype.digest = (name, bytes) => { window.hashes += bytes.byteLength > 1e6; return digest(name, bytes); };
}
window.asked = []; // how the program is asked for
const ask = window.fetch;
window.fetch = (path, how) => { if (/\.wasm$/.test(path)) window.asked.push(how?.cache ?? "default"); return ask(path, how); }`

// The service worker has compared the program when it stored it.
func TestTheProgramIsHashedOnTheFirstVisitAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	p.before(hashes)
	p.open(url)
	assert.Equal(t, 1, eval[int](p, `hashes`))
	p.readyOffline()
	p.open(url)
	assert.Zero(t, eval[int](p, `hashes`))
	assert.Equal(t, []string{"only-if-cached"}, eval[[]string](p, `asked`), "nobody but the worker may answer")
	assert.Len(t, p.generate(), 43)
}

// A browser compiles nothing as it comes that is not said to be a program.
func TestFromAHostThatDoesNotKnowTheTypeOfTheProgramThePageWorks(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(hashes)
	url := host(t, startServer(t).url, func(r *http.Response, body []byte) []byte {
		if strings.HasSuffix(r.Request.URL.Path, ".wasm") {
			r.Header.Set("Content-Type", "application/octet-stream")
		}
		return body
	})
	p.open(url)
	assert.Len(t, p.generate(), 43)
	p.readyOffline()
	p.open(url)
	assert.Equal(t, 1, eval[int](p, `hashes`), "then it is read as on the first visit")
	assert.Len(t, p.generate(), 43)
}

func percentOf(t *testing.T, said string) (percent int) {
	t.Helper()
	_, err := fmt.Sscanf(said, "Loading: %d %%", &percent)
	require.NoError(t, err, said)
	return percent
}

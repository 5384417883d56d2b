package e2e

import (
	"fmt"
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

func percentOf(t *testing.T, said string) (percent int) {
	t.Helper()
	_, err := fmt.Sscanf(said, "Loading: %d %%", &percent)
	require.NoError(t, err, said)
	return percent
}

package e2e

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tryToLeak lets the trust page attack itself and waits for the end.
func (p *page) tryToLeak() {
	p.t.Helper()
	p.install() // one of the ways is a service worker
	p.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
	p.click("#leak")
	p.waitFor(`document.querySelector("#leak-status").textContent.startsWith("Blocked, as the browser reports: ")`)
}

func TestThePageAttacksItselfAndReportsOnlyWhatTheBrowserSaid(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url)
	p.readyOffline()
	p.visit(s.url + "trust")
	before := s.byPage()
	p.tryToLeak()

	assert.Equal(t, before, s.byPage())
	assert.Contains(t, p.text("#level"), "Full")
	ways := eval[map[string]string](p, `Object.fromEntries(Array.from(document.querySelectorAll(".attempts li"), (li) => [li.dataset.way, li.querySelector(".verdict").textContent]))`)
	require.Len(t, ways, 27, "every channel but navigation")
	for _, way := range []string{"fetch", "XMLHttpRequest", "beacon", "WebSocket", "EventSource", "image", "CSS image", "SVG image", "font", "media", "frame"} {
		assert.Contains(t, ways[way], "Blocked", way)
	}
	assert.Equal(t, "Removed by this page", ways["WebRTC"], "which proves nothing")
	console := strings.Join(p.console(), "\n")
	for way, permission := range map[string]string{"form": "allow-forms", "link in a new window": "allow-popups"} {
		assert.Equal(t, "Not observed from inside the page: no browser tells a page whether it opens; where a sandbox refuses it, the console says so", ways[way])
		assert.Contains(t, console, permission)
	}
	const colour = `getComputedStyle(document.querySelector(".attempts [data-way='%s'] .verdict")).color`
	blockedColour := eval[string](p, fmt.Sprintf(colour, "fetch"))
	for _, way := range []string{"WebRTC", "form"} {
		assert.NotEqual(t, blockedColour, eval[string](p, fmt.Sprintf(colour, way)), "%s does not look blocked", way)
	}
	p.waitFor(`document.querySelector("#requests").textContent === String(1 + // the page itself
		performance.getEntriesByType("resource").filter((e) => e.name.startsWith(location.origin + "/")).length)`)
	assert.Equal(t, s.url+"trust", eval[string](p, `location.href`), "the attack leaves the page where it was")
}

func TestWithoutTheHostsHeadersThePageSaysThatProtectionIsReduced(t *testing.T) {
	t.Parallel()
	url := behindBareHost(t, startServer(t))
	p := newPage(t)
	p.visit(url + "trust")
	p.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
	assert.Contains(t, p.text("#level"), "Reduced")
}

func TestTheTrustPageNamesTheBuild(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.visit(s.url + "trust")
	sums := sha256.Sum256([]byte(fetch(t, s.url+"SHA256SUMS")))
	p.waitFor(`document.querySelector("#build").textContent === "` + hex.EncodeToString(sums[:]) + `"`)
	assert.Contains(t, eval[string](p, `document.title`), "Why nothing leaves")
	requests, err := strconv.Atoi(p.text("#requests"))
	require.NoError(t, err)
	assert.Positive(t, requests)
	var names []string
	require.NoError(t, json.Unmarshal([]byte(eval[string](p, `JSON.stringify(performance.getEntriesByType("resource").map((e) => e.name))`)), &names))
	for _, name := range names {
		assert.True(t, strings.HasPrefix(name, s.url), name)
	}
}

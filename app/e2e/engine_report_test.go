package e2e

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// ways are those that the page tries when it attacks itself.
var ways = []string{
	"fetch", "XMLHttpRequest", "beacon", "WebSocket", "EventSource", "image", "CSS image", "SVG image", "font",
	"media", "frame", "object", "script", "style sheet", "prefetch", "preload", "preconnect", "icon", "manifest",
	"ping", "link in a new window", "new window", "form", "worker", "worker of its own code", "speculation rules",
	"WebRTC",
}

// What becomes of a way, as the page says it.
const (
	wayBlocked = "Blocked"
	wayRefused = "Refused without a report"
	wayOpen    = "Not blocked"
	wayUnknown = "Not in this browser"
	wayRemoved = "Removed by this page"
	wayUnseen  = "Not observed from inside the page"
)

// fates are all of them, as the sentence that sums up counts them.
var fates = map[string]string{
	wayBlocked: `^Blocked, as the browser reports: (\d+) of 27 ways\.`,
	wayRefused: wayRefused + `: (\d+)\.`,
	wayOpen:    wayOpen + `: (\d+)\.`,
	wayUnknown: wayUnknown + `: (\d+)\.`,
	wayRemoved: wayRemoved + `: (\d+)\.`,
	wayUnseen:  wayUnseen + `: (\d+)\. That means neither open nor closed`,
}

// ofItself has the trust page that is open attack itself, and returns what it reports of
// each way, once the sentence counts what the list shows.
func (e engine) ofItself(t *testing.T) map[string]string {
	t.Helper()
	e.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
	e.press("#leak")
	e.waitFor(`document.querySelector("#leak-status").textContent.startsWith("Blocked, as the browser reports: ") || document.querySelector(".boot-notice")`)
	require.Empty(t, e.text(`document.querySelector(".boot-notice")?.textContent ?? ""`))
	report := map[string]string{}
	require.NoError(t, json.Unmarshal([]byte(e.text(`JSON.stringify(Object.fromEntries(Array.from(document.querySelectorAll(".attempts li"), (li) => [li.dataset.way, li.querySelector(".verdict").textContent])))`)), &report))
	require.ElementsMatch(t, ways, slices.Collect(maps.Keys(report)))

	sentence, sum := e.text(`document.querySelector("#leak-status").textContent`), 0
	for fate, pattern := range fates {
		listed, counted := 0, 0
		for _, became := range report {
			if strings.HasPrefix(became, fate) {
				listed++
			}
		}
		if found := regexp.MustCompile(pattern).FindStringSubmatch(sentence); found != nil {
			counted, _ = strconv.Atoi(found[1])
		}
		assert.Equal(t, listed, counted, "%s, in: %s", fate, sentence)
		sum += counted
	}
	assert.Equal(t, len(ways), sum, "the report adds up: %s", sentence)
	t.Log(sentence)
	return report
}

// toSink serves a site whose attack on itself goes to the sink, and not to where nobody
// is: the addresses in its script are others, and so is the script's hash in the pages.
func toSink(t *testing.T, s *sink, change func(*http.Response, []byte) []byte) func(*http.Response, []byte) []byte {
	t.Helper()
	addresses, err := json.Marshal(s.urls)
	require.NoError(t, err)
	script, err := os.ReadFile("../../web/leak.js")
	require.NoError(t, err)
	const address = "`${origin}/${encodeURIComponent(name)}`"
	require.Equal(t, 1, strings.Count(string(script), address))
	script = []byte(strings.Replace(string(script), address, "("+string(addresses)+")[name]", 1))
	hash := sha256.Sum256(script)
	tag := regexp.MustCompile(`integrity="[^"]*"( src="/assets/leak\.)`)
	return func(r *http.Response, body []byte) []byte {
		if strings.HasPrefix(r.Request.URL.Path, "/assets/leak.") {
			body = script
		}
		return tag.ReplaceAll(change(r, body), fmt.Appendf(nil, `integrity="sha256-%s"$1`, base64.StdEncoding.EncodeToString(hash[:])))
	}
}

// bare are the ways on which an engine opens a connection that no page can forbid, and
// sends nothing through it.
var bare = map[string][]string{
	"Chromium":  nil,
	"Firefox":   {"preconnect"},
	"WebKitGTK": {"preconnect", "link in a new window"},
}

func TestInEveryEngineThePageAttacksItselfItsReportAgreesWithWhatArrivesAndItLivesOn(t *testing.T) {
	t.Parallel()
	started := maps.Clone(engines)
	started["Chromium"] = func(t *testing.T) engine { return chromium(newOrdinaryPage(t)) }
	for name, start := range started {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			e, server := start(t), startServer(t).url
			attacked := func(change func(*http.Response, []byte) []byte) (report map[string]string, s *sink, arrived, asked []string) {
				s = startSinkFor(t, ways)
				url := host(t, server, toSink(t, s, change)) + "trust"
				e.visit(url)
				report = e.ofItself(t)
				assert.Equal(t, "leak", e.text(`document.activeElement.id`), "the focus stays on the button")
				assert.Equal(t, url, e.text(`location.href`), "the page is where it was")
				time.Sleep(settle)
				for _, way := range ways {
					t.Logf("%-22s %v %s", way, slices.Contains(s.arrived(), way), report[way])
				}
				return report, s, s.arrived(), s.asked()
			}

			report, s, arrived, asked := attacked(noWorker)
			assert.Empty(t, asked, "no request leaves the page: %v", s.requests())
			assert.Subset(t, bare[name], arrived, "nor a connection, but where no page can forbid it")
			for _, way := range arrived {
				assert.Contains(t, report[way], wayUnseen, "%s: the page does not know", way)
			}
			assert.Zero(t, countFate(report, wayOpen))
			assert.GreaterOrEqual(t, countFate(report, wayBlocked), 17)
			for _, way := range []string{"fetch", "XMLHttpRequest", "EventSource", "image", "font", "media", "script", "style sheet"} {
				assert.Contains(t, report[way], wayBlocked, way)
			}
			e.press(`nav a[href="/"]`) // go-app's own way to another page
			assert.Len(t, e.generate(), 43, "the program lives on")

			report, _, arrived, asked = attacked(noPolicy)
			for _, way := range ways {
				switch fate := report[way]; {
				case strings.HasPrefix(fate, wayOpen):
					assert.Contains(t, arrived, way, fate)
				case !strings.HasPrefix(fate, wayUnseen):
					assert.NotContains(t, asked, way, fate)
				}
			}
			assert.GreaterOrEqual(t, countFate(report, wayOpen), 8, "the page tells what is open")
			assert.GreaterOrEqual(t, len(asked), 15, "the comparison can fail")

			if name == "Chromium" { // which opens a connection for a frame before it asks the policy
				report, _, arrived, asked = attacked(noHeaders)
				assert.Empty(t, asked)
				assert.Subset(t, []string{"frame", "preconnect"}, arrived)
				assert.Contains(t, report["frame"], wayBlocked)
			}
		})
	}
}

func countFate(report map[string]string, fate string) (n int) {
	for _, became := range report {
		if strings.HasPrefix(became, fate) {
			n++
		}
	}
	return n
}

// asked returns the channels through which a request has come.
func (s *sink) asked() (names []string) {
	for _, name := range s.names {
		if slices.ContainsFunc(s.requests(), func(line string) bool {
			return strings.HasPrefix(line, name+" GET ") || strings.HasPrefix(line, name+" POST ")
		}) {
			names = append(names, name)
		}
	}
	return names
}

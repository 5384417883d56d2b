package e2e

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"os"
	"regexp"
	"slices"
	"strconv"
	"testing"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// settle is how long to wait for what the hostile script set off. The control
// below shows that it is long enough.
const settle = 1500 * time.Millisecond

// attack returns the hostile script as an expression that aims one channel at an
// address.
func attack(t testing.TB, channel, address string) string {
	t.Helper()
	script, err := os.ReadFile("testdata/hostile.js")
	require.NoError(t, err)
	return fmt.Sprintf("(%s)(%q, %q)", bytes.TrimSpace(script), channel, address)
}

// asPerson makes the browser take what a script does for the work of a person
// who has just clicked: an attacker waits for a click.
func asPerson(p *runtime.EvaluateParams) {
	yes := true
	p.UserGesture = &yes
}

// leaving are the channels that may replace the page, so each gets one of its own.
var leaving = []string{"target-blank", "navigation"}

// leak runs the hostile script over every channel, in pages at the address, once
// ready says that the page is as the test wants it.
func (p *page) leak(address string, ready func(*page), targets map[string]string) {
	p.t.Helper()
	p.open(address)
	ready(p)
	p.generate()
	for _, channel := range channels {
		if !slices.Contains(leaving, channel) && targets[channel] != "" {
			p.attempt(channel, targets[channel])
		}
	}
	p.askForManifest()
	time.Sleep(settle)
	for _, channel := range leaving {
		p.open(address)
		p.attempt(channel, targets[channel])
		time.Sleep(settle)
	}
}

func (p *page) attempt(channel, target string) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	attempts, err := chromedp.Run(ctx, chromedp.Evaluate[int](attack(p.t, channel, target), asPerson))
	require.NoError(p.t, err, channel)
	require.Positive(p.t, attempts, channel)
}

// askForManifest does what a browser with a window does by itself. It is not
// answered when the policy forbids the manifest.
func (p *page) askForManifest() {
	ctx, cancel := context.WithTimeout(p.ctx, settle)
	defer cancel()
	_, _ = chromedp.Call(ctx, cdppage.GetAppManifest, cdppage.GetAppManifestParams{})
}

// host stands between the browser and a server, and changes what it sends, as a
// host does that does not do what it should.
func host(t *testing.T, target string, change func(r *http.Response, body []byte) []byte) string {
	t.Helper()
	address, err := url.Parse(target)
	require.NoError(t, err)
	proxy := &httputil.ReverseProxy{
		Rewrite: func(r *httputil.ProxyRequest) {
			r.SetURL(address)
			r.Out.Header.Set("Accept-Encoding", "identity")
			r.Out.Header.Del("If-None-Match")
		},
		ModifyResponse: func(r *http.Response) error {
			body, err := io.ReadAll(r.Body)
			if err != nil {
				return err
			}
			body = change(r, body)
			r.Body = io.NopCloser(bytes.NewReader(body))
			r.ContentLength = int64(len(body))
			r.Header.Set("Content-Length", strconv.Itoa(len(body)))
			r.Header.Del("ETag")
			return nil
		},
	}
	s := httptest.NewServer(proxy)
	t.Cleanup(s.Close)
	return s.URL + "/"
}

// noWorker leaves the site without its service worker, which answers whatever a
// page asks for and so hides what the policy lets through.
func noWorker(r *http.Response, body []byte) []byte {
	if r.Request.URL.Path == "/sw.js" {
		r.StatusCode = http.StatusNotFound
	}
	return body
}

// noSandbox takes away the two headers that close what no other directive does.
func noSandbox(r *http.Response, body []byte) []byte {
	r.Header.Del("Connection-Allowlist")
	policy := r.Header.Get("Content-Security-Policy")
	r.Header.Set("Content-Security-Policy", regexp.MustCompile(`; sandbox [^;]*`).ReplaceAllString(policy, ""))
	return noWorker(r, body)
}

// noHeaders is a host that sends no header of ours.
func noHeaders(r *http.Response, body []byte) []byte {
	for name := range r.Header {
		if name != "Content-Type" {
			r.Header.Del(name)
		}
	}
	return noWorker(r, body)
}

// noPolicy takes away the policy in the page's head as well.
func noPolicy(r *http.Response, body []byte) []byte {
	inHead := regexp.MustCompile(`<meta content="[^"]*" http-equiv="Content-Security-Policy"/>`)
	return inHead.ReplaceAll(noHeaders(r, body), nil)
}

// leakFrom runs the hostile script in an ordinary browser, and returns the sink.
func leakFrom(t *testing.T, address string, ready func(*page)) *sink {
	t.Helper()
	s := startSink(t)
	newOrdinaryPage(t).leak(address, ready, s.urls)
	return s
}

// atOnce is for pages that are as the test wants them from the start.
func atOnce(*page) {}

// onlyByHeader are the channels that stay open where a host sends no sandbox and
// no Connection-Allowlist. For a frame and a form Chromium opens a connection
// before it asks the policy, and sends no request.
var onlyByHeader = []string{"iframe", "preconnect", "form", "window-open", "target-blank", "webrtc", "navigation"}

func TestNoneOfThe28ChannelsLeadsFromChromiumToAnotherOrigin(t *testing.T) {
	t.Parallel()
	s := leakFrom(t, startServer(t).url, (*page).readyOffline)
	assert.Empty(t, s.arrived(), "through %v", s.requests())
}

func TestThePolicyAloneClosesEveryChannelWithoutTheServiceWorker(t *testing.T) {
	t.Parallel()
	s := leakFrom(t, host(t, startServer(t).url, noWorker), atOnce)
	assert.Empty(t, s.arrived(), "through %v", s.requests())
}

func TestWithoutThePolicyTheSameScriptGetsThrough(t *testing.T) {
	t.Parallel()
	require.Len(t, channels, 28)
	s := leakFrom(t, host(t, startServer(t).url, noPolicy), atOnce)
	s.waitFor(len(channels) - 1) // Chromium without a window runs no speculation rules
	t.Logf("nothing came through %v", s.missing())
	assert.GreaterOrEqual(t, len(s.arrived()), 22, "the other tests can fail")
}

func TestSandboxAndConnectionAllowlistCloseWhatNoOtherHeaderDoes(t *testing.T) {
	t.Parallel()
	s := leakFrom(t, host(t, startServer(t).url, noSandbox), atOnce)
	s.waitFor(4)
	assert.GreaterOrEqual(t, len(s.arrived()), 4, "without them channels lead out")
	assert.Subset(t, onlyByHeader, s.arrived())
}

func TestOnAHostThatSendsNoHeadersThePolicyInTheHeadClosesTheRest(t *testing.T) {
	t.Parallel()
	s := leakFrom(t, host(t, startServer(t).url, noHeaders), atOnce)
	assert.NotEmpty(t, s.arrived(), "the promise is weaker there")
	assert.Subset(t, onlyByHeader, s.arrived())
}

package verify

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// onTrust changes the headers of one page.
func onTrust(t *testing.T, change func(h http.Header)) []Difference {
	t.Helper()
	return check(t, changed(smallServer(t), func(r *http.Request, a *httptest.ResponseRecorder) {
		if r.URL.Path == "/trust" {
			change(a.Header())
		}
	}))
}

func TestAListedHeaderMustArriveAsItIs(t *testing.T) {
	for got, change := range map[string]func(http.Header){
		`"on"`:       func(h http.Header) { h.Set("X-DNS-Prefetch-Control", "on") },
		`"OFF"`:      func(h http.Header) { h.Set("X-DNS-Prefetch-Control", "OFF") },
		`"off, off"`: func(h http.Header) { h.Add("X-DNS-Prefetch-Control", "off") },
		"none":       func(h http.Header) { h.Del("X-DNS-Prefetch-Control") },
	} {
		found := onTrust(t, change)
		require.Len(t, found, 1, got)
		assert.Equal(t, `/trust: header X-DNS-Prefetch-Control: expected "off", got `+got, found[0].String())
	}
}

func TestAHeaderThatNobodyListedIsADifference(t *testing.T) {
	for _, name := range []string{
		"Set-Cookie", "Link", "Nel", "Report-To", "Reporting-Endpoints", "Refresh", "Clear-Site-Data", "Content-Disposition",
		"Content-Security-Policy-Report-Only", "Access-Control-Allow-Origin", "Service-Worker-Allowed", "Sourcemap", "Accept-Ch",
	} {
		found := onTrust(t, func(h http.Header) { h.Set(name, "\x9b2Jvalue") })
		require.Len(t, found, 1, name)
		assert.Equal(t, "/trust: header "+name+`: expected none, got "\x9b2Jvalue"`, found[0].String(), "a host must not write to a terminal")
	}
}

func TestTwoHeadersOfOneValueAreTwoDifferences(t *testing.T) {
	assert.Len(t, onTrust(t, func(h http.Header) {
		h.Set("Nel", "x")
		h.Set("Refresh", "x")
	}), 2)
}

func TestWhatNetworksInFrontOfAHostAddIsAccepted(t *testing.T) {
	assert.Empty(t, onTrust(t, func(h http.Header) {
		for _, name := range harmless {
			switch name {
			case "Connection", "Content-Encoding", "Content-Length", "Transfer-Encoding": // net/http acts on these
			default:
				h.Set(name, "0")
			}
		}
	}))
}

func TestTheListOfHarmlessHeadersIsInTheFormThatArrives(t *testing.T) {
	for _, name := range harmless {
		assert.Equal(t, http.CanonicalHeaderKey(name), name)
	}
}

// A browser sends these back when it looks for a new version of the service worker,
// which it does without being asked: a host could tell visitors apart by them.
func TestATagOfTheServiceWorkerIsADifference(t *testing.T) {
	for _, name := range []string{"Etag", "Last-Modified"} {
		found := check(t, changed(smallServer(t), func(r *http.Request, a *httptest.ResponseRecorder) {
			if r.URL.Path == "/sw.js" {
				a.Header().Set(name, "visitor 1")
			}
		}))
		require.Len(t, found, 1, name)
		assert.Equal(t, "/sw.js: header "+name+`: expected none, got "visitor 1"`, found[0].String())
	}
}

func TestAMediaTypeMayBeSpelledOtherwise(t *testing.T) {
	for value, same := range map[string]bool{
		"text/html; charset=utf-8":      true,
		"text/html;charset=UTF-8":       true,
		`Text/HTML; Charset="utf-8"`:    true,
		"text/html":                     false,
		"text/plain; charset=utf-8":     false,
		"text/html; charset=iso-8859-1": false,
		"text/html; charset=utf-8; x=1": false,
		"text/html; charset=utf-8; =":   false,
		"":                              false,
	} {
		assert.Equal(t, same, len(onTrust(t, func(h http.Header) { h.Set("Content-Type", value) })) == 0, value)
	}
}

func TestAnEarlyHintIsADifference(t *testing.T) {
	h := smallServer(t)
	found := check(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/trust" {
			w.Header().Set("Link", "<https://elsewhere.test>; rel=preconnect")
			w.WriteHeader(http.StatusEarlyHints)
			w.Header().Del("Link")
		}
		h.ServeHTTP(w, r)
	}))
	require.Len(t, found, 1)
	assert.True(t, strings.HasPrefix(found[0].String(), "/trust: early header Link: expected none"), found[0])
}

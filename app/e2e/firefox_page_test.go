package e2e

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestInFirefoxThePageWorksAlsoWithTheServerGone(t *testing.T) {
	t.Parallel()
	f := newFirefox(t, nil)
	var url string
	t.Run("first visit", func(t *testing.T) { // the server stops when this part ends
		url = startServer(t).url
		f.open(url)
		assert.Len(t, f.generate(), 43) // 32 bytes in base64url: ⌈256/6⌉ characters
		f.readyOffline()
		require.Equal(t, "true", f.text(`String(navigator.serviceWorker.controller !== null)`))
	})
	for _, query := range []string{"", "?alg=HS512", "?utm_source=x"} {
		f.open(url + query)
		assert.NotEmpty(t, f.generate(), query)
	}
	f.visit(url + "no/such/page")
	f.waitFor(`document.querySelector("h1").textContent.includes("no page at this address")`)
	assert.Empty(t, f.messages())
}

// refused is what Firefox itself says when a page without storage registers a
// service worker.
const refused = "Storage access is restricted"

func TestInFirefoxThePageWorksWithStorageBlocked(t *testing.T) {
	t.Parallel()
	for name, preferences := range map[string]map[string]any{
		"cookies and site data blocked": {"network.cookie.cookieBehavior": 2},
		"private windows only":          {"browser.privatebrowsing.autostart": true},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFirefox(t, preferences)
			f.open(startServer(t).url)
			assert.Len(t, f.generate(), 43)
			assert.Empty(t, slices.DeleteFunc(f.messages(), func(m string) bool { return strings.Contains(m, refused) }))
		})
	}
}

// leak runs the hostile script over every channel, in pages at the address.
func (f *firefox) leak(address string, targets map[string]string) {
	f.t.Helper()
	f.open(address)
	f.generate()
	for _, channel := range channels {
		if slices.Contains(leaving, channel) {
			time.Sleep(settle)
			f.open(address)
		}
		_, err := f.try(attack(f.t, channel, targets[channel]))
		require.NoError(f.t, err, channel)
	}
	time.Sleep(settle)
}

// openInFirefox are the channels that no page can close in Firefox. Its preconnect
// opens a connection, and sends no request.
var openInFirefox = []string{"preconnect", "webrtc", "navigation"}

// loopback lets WebRTC reach this machine, where the sink is.
var loopback = map[string]any{"media.peerconnection.ice.loopback": true}

func TestInFirefoxOnlyWebRTCNavigationAndPreconnectLeadToAnotherOrigin(t *testing.T) {
	t.Parallel()
	s := startSink(t)
	f := newFirefox(t, loopback)
	f.leak(host(t, startServer(t).url, noWorker), s.urls)
	t.Logf("out lead %v", s.arrived())
	assert.Subset(t, openInFirefox, s.arrived(), "through %v", s.requests())
	for _, request := range s.requests() {
		assert.True(t, strings.HasPrefix(request, "navigation "), "the others send no request: %s", request)
	}
}

func TestWithoutThePolicyTheSameScriptGetsThroughInFirefoxToo(t *testing.T) {
	t.Parallel()
	s := startSink(t)
	f := newFirefox(t, loopback)
	f.leak(host(t, startServer(t).url, noPolicy), s.urls)
	t.Logf("nothing came through %v", s.missing())
	assert.GreaterOrEqual(t, len(s.arrived()), 20, "the other test can fail")
}

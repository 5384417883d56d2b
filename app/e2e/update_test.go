package e2e

import (
	"net/http"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"regexp"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// behind starts a proxy in front of the server. It passes everything on as it
// is, but for what change makes of a response's body.
func behind(t *testing.T, s *server, change func(path string, body []byte) []byte) string {
	t.Helper()
	return host(t, s.url, func(r *http.Response, body []byte) []byte { return change(r.Request.URL.Path, body) })
}

// behindBareHost starts a proxy that passes on the site as a host would that
// sends none of its headers but the type.
func behindBareHost(t *testing.T, s *server) string {
	t.Helper()
	target, err := url.Parse(s.url)
	require.NoError(t, err)
	proxy := httputil.NewSingleHostReverseProxy(target)
	proxy.ModifyResponse = func(r *http.Response) error {
		for name := range r.Header {
			if name != "Content-Type" && name != "Content-Encoding" && name != "Content-Length" {
				r.Header.Del(name)
			}
		}
		return nil
	}
	p := httptest.NewServer(proxy)
	t.Cleanup(p.Close)
	return p.URL + "/"
}

func TestANewVersionIsOfferedAndNeverForced(t *testing.T) {
	t.Parallel()
	var deployed atomic.Bool
	version := regexp.MustCompile(`"version": "[0-9a-f]+"`)
	url := behind(t, startServer(t), func(path string, body []byte) []byte {
		if path == "/sw.js" && deployed.Load() {
			require.Regexp(t, version, string(body))
			return version.ReplaceAll(body, []byte(`"version": "another"`))
		}
		return body
	})
	p := newPage(t)
	p.open(url)
	p.readyOffline()
	secret := p.generate()
	deployed.Store(true)
	p.exec(`navigator.serviceWorker.getRegistration().then((r) => r.update())`)
	p.waitFor(`document.querySelector("#update button") !== null`)
	p.exec(`new Promise((r) => setTimeout(r, 500))`) // time to take over, which it must not
	assert.True(t, eval[bool](p, `navigator.serviceWorker.getRegistration().then((r) => r.waiting !== null)`), "the new version waits")
	assert.Equal(t, secret, p.secret())
	assert.Equal(t, 2, eval[int](p, `caches.keys().then((names) => names.length)`))

	p.reloadByButton("#update button")
	p.readyOffline()
	assert.Equal(t, []string{"jwtsecret-another"}, eval[[]string](p, `caches.keys()`), "the old version's files are gone")
	assert.NotEqual(t, secret, p.generate())
}

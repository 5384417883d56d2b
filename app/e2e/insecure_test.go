package e2e

import (
	"net"
	"net/http/httptest"
	"net/http/httputil"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// An address of the local network is no secure context without HTTPS: it has no service
// worker and no crypto.subtle. The page works there, and says what does not protect it.
func TestWithoutHTTPSThePageWorksAndSaysWhatIsMissing(t *testing.T) {
	t.Parallel()
	url := onTheNetwork(t, startServer(t))
	p := newPage(t)
	p.visit(url)
	p.waitFor(`document.querySelector("#offline-state").textContent.includes("not HTTPS")`)
	require.False(t, eval[bool](p, `isSecureContext || Boolean(crypto.subtle)`))
	assert.Len(t, p.generate(), 43)
	p.visit(url + "trust")
	p.waitFor(`document.querySelector("#leak:not(:disabled)") !== null`)
	assert.Contains(t, p.text("#level"), "Reduced")
}

// onTheNetwork serves the site at an address of this device that is not the loopback's.
func onTheNetwork(t *testing.T, s *server) string {
	t.Helper()
	target, err := url.Parse(s.url)
	require.NoError(t, err)
	addresses, err := net.InterfaceAddrs()
	require.NoError(t, err)
	for _, a := range addresses {
		own, is := a.(*net.IPNet)
		if !is || own.IP.IsLoopback() || own.IP.To4() == nil {
			continue
		}
		p := httptest.NewUnstartedServer(httputil.NewSingleHostReverseProxy(target))
		require.NoError(t, p.Listener.Close())
		p.Listener, err = net.Listen("tcp4", own.IP.String()+":0")
		require.NoError(t, err)
		p.Start()
		t.Cleanup(p.Close)
		return p.URL + "/"
	}
	t.Skip("this device has no address but the loopback's")
	return ""
}

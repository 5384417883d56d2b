package hosts

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// hosts start a host that serves the build, and return its address without a
// slash at the end.
var hosts = map[string]func(t *testing.T, dist string) string{
	"server": ownServer,
	"nginx":  Nginx,
	"caddy":  Caddy,
}

// onEveryHost runs a test against each host that is installed.
func onEveryHost(t *testing.T, test func(t *testing.T, address string, site meta.Site)) {
	dist, err := filepath.Abs("../../../web/dist")
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(dist, meta.SiteFile)); err != nil {
		t.Skip("the site is not built: run make build first")
	}
	build, err := server.Load(os.DirFS(dist))
	require.NoError(t, err)
	for name, start := range hosts {
		t.Run(name, func(t *testing.T) { test(t, start(t, dist), build.Site()) })
	}
}

// ownServer serves with our own server, by which the others are measured.
func ownServer(t *testing.T, dist string) string {
	handler, err := server.Load(os.DirFS(dist))
	require.NoError(t, err)
	ts := httptest.NewServer(handler)
	t.Cleanup(ts.Close)
	return ts.URL
}

// ask sends one request, follows no redirect and decodes nothing.
func ask(t *testing.T, method, address string, header ...string) *http.Response {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), method, address, nil)
	require.NoError(t, err)
	request.Header.Set("Accept-Encoding", "identity")
	for i := 0; i < len(header); i += 2 {
		request.Header.Set(header[i], header[i+1])
	}
	transport := &http.Transport{DisableKeepAlives: true}
	response, err := transport.RoundTrip(request)
	require.NoError(t, err, fmt.Sprint(method, " ", address))
	t.Cleanup(func() { _ = response.Body.Close() })
	return response
}

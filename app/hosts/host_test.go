package hosts

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
	"jwtsecret/app/verify"
)

// hosts start a host that serves the build, and return its address without a
// slash at the end.
var hosts = map[string]func(t *testing.T, dist string) string{
	"server": startServer,
	"nginx":  startNginx,
	"caddy":  startCaddy,
}

// onEveryHost runs a test against each host that is installed.
func onEveryHost(t *testing.T, test func(t *testing.T, address string, site meta.Site)) {
	dist, err := filepath.Abs("../../web/dist")
	require.NoError(t, err)
	if _, err := os.Stat(filepath.Join(dist, meta.SiteFile)); err != nil {
		t.Skip("the site is not built: run make build first")
	}
	site, err := verify.Load(os.DirFS(dist))
	require.NoError(t, err)
	for name, start := range hosts {
		t.Run(name, func(t *testing.T) { test(t, start(t, dist), site) })
	}
}

// startServer serves with our own server, by which the others are measured.
func startServer(t *testing.T, dist string) string {
	handler, err := server.Load(os.DirFS(dist))
	require.NoError(t, err)
	ts := httptest.NewServer(handler)
	t.Cleanup(ts.Close)
	return ts.URL
}

// installed returns the path of a program, or skips the test.
func installed(t *testing.T, name, from string) string {
	t.Helper()
	program, err := exec.LookPath(name)
	if err != nil {
		// Debian puts programs of administrators where only they look.
		program, err = exec.LookPath("/usr/sbin/" + name)
	}
	if err != nil {
		t.Skipf("%s is not installed: install %s", name, from)
	}
	return program
}

// freeAddress returns a host and a port that nobody listens on.
func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	return listener.Addr().String()
}

// adapted reads a file of the folder deploy and changes in it what its first
// lines tell people to adapt.
func adapted(t *testing.T, dist, name string, changes ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, meta.DeployDir, name))
	require.NoError(t, err)
	for i := 0; i < len(changes); i += 2 {
		require.Equal(t, 1, strings.Count(string(text), changes[i]), changes[i])
	}
	return strings.NewReplacer(changes...).Replace(string(text))
}

// started runs a host until the test ends, and waits until it listens.
func started(t *testing.T, address string, host *exec.Cmd) string {
	t.Helper()
	var said strings.Builder
	host.Stdout, host.Stderr = &said, &said
	require.NoError(t, host.Start())
	ended := make(chan error, 1)
	go func() { ended <- host.Wait() }()
	t.Cleanup(func() {
		_ = host.Process.Kill()
		<-ended
		if t.Failed() {
			t.Log(said.String())
		}
	})
	for deadline := time.Now().Add(30 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		if conn, err := net.Dial("tcp", address); err == nil {
			assert.NoError(t, conn.Close())
			return "http://" + address
		}
		select {
		case err := <-ended:
			ended <- err
			require.FailNow(t, "the host ended", "%v\n%s", err, said.String())
		default:
			require.True(t, time.Now().Before(deadline), "the host does not listen")
		}
	}
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

// Package hosts runs, for tests, the hosts that the build writes configuration
// for: nginx and Caddy, each with that configuration. Its own tests hold them to
// what our own server does; the tests in a browser install the page from them.
//
// Nothing but tests imports it.
package hosts

import (
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// caddyAlone keeps Caddy from opening its port for administration.
const caddyAlone = "{\n\tadmin off\n}\n"

// Caddy serves the build in the folder dist with Caddy, as [Nginx] does.
func Caddy(t *testing.T, dist string) string {
	t.Helper()
	caddy, err := installed("caddy", "caddy")
	if err != nil {
		t.Skip(err)
	}
	folder, address := t.TempDir(), freeAddress(t)
	site := adapted(t, dist, "Caddyfile", "example.org {", "http://"+address+" {", "/srv/jwtsecret/site", filepath.Join(dist, meta.BuiltDir))
	conf := filepath.Join(folder, "Caddyfile")
	require.NoError(t, os.WriteFile(conf, []byte(caddyAlone+site), 0o600))
	host := exec.Command(caddy, "run", "--adapter", "caddyfile", "--config", conf)
	host.Env = append(os.Environ(), "HOME="+folder, "XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder)
	return started(t, address, host, os.Kill)
}

// installed returns the path of a program.
func installed(name, from string) (string, error) {
	program, err := exec.LookPath(name)
	if err != nil {
		// Debian puts programs of administrators where only they look.
		program, err = exec.LookPath("/usr/sbin/" + name)
	}
	if err != nil {
		return "", fmt.Errorf("%s is not installed: install %s", name, from)
	}
	return program, nil
}

// freeAddress returns a host and a port that nobody listens on.
func freeAddress(t testing.TB) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	return listener.Addr().String()
}

// adapted reads a file of the folder deploy and changes in it what its first
// lines tell people to adapt.
func adapted(t testing.TB, dist, name string, changes ...string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dist, meta.DeployDir, name))
	require.NoError(t, err)
	for i := 0; i < len(changes); i += 2 {
		require.Equal(t, 1, strings.Count(string(text), changes[i]), changes[i])
	}
	return strings.NewReplacer(changes...).Replace(string(text))
}

// started runs a host until the test ends, which this signal tells it, and waits until it
// listens.
func started(t testing.TB, address string, host *exec.Cmd, end os.Signal) string {
	t.Helper()
	var said strings.Builder
	host.Stdout, host.Stderr = &said, &said
	require.NoError(t, host.Start())
	ended := make(chan error, 1)
	go func() { ended <- host.Wait() }()
	t.Cleanup(func() {
		_ = host.Process.Signal(end)
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

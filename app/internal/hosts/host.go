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
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// nginxAround is what a server of one's own has around the part that the build
// writes: here, everything below one folder, and nothing in the background.
const nginxAround = `daemon off;
master_process off;
pid %[1]s/nginx.pid;
error_log stderr warn;
load_module %[2]s;
events {}
http {
	access_log off;
	client_body_temp_path %[1]s/body;
	proxy_temp_path %[1]s/proxy;
	fastcgi_temp_path %[1]s/fastcgi;
	uwsgi_temp_path %[1]s/uwsgi;
	scgi_temp_path %[1]s/scgi;
	server {
		listen %[3]s;
		%[4]s
	}
}
`

// Nginx serves the build in the folder dist with nginx until the test ends, and
// returns its address without a slash at the end. Where nginx or its module for
// brotli is not installed, it skips the test.
func Nginx(t *testing.T, dist string) string { return NginxAll(t, dist) }

// NginxAll serves several builds, each for a base of its own, on one origin.
func NginxAll(t *testing.T, dists ...string) string {
	nginx := installed(t, "nginx", "nginx, on Debian the package nginx-light")
	folder, address := t.TempDir(), freeAddress(t)
	part := ""
	for _, dist := range dists {
		part += adapted(t, dist, "nginx.conf", "/srv/jwtsecret/site", filepath.Join(dist, "site"))
	}
	conf := filepath.Join(folder, "nginx.conf")
	text := fmt.Sprintf(nginxAround, folder, brotliModule(t, nginx), address, part)
	require.NoError(t, os.WriteFile(conf, []byte(text), 0o600))
	return started(t, address, exec.Command(nginx, "-p", folder, "-e", "stderr", "-c", conf))
}

// brotliModule returns the path of the module that serves files compressed with
// brotli, or skips the test.
func brotliModule(t *testing.T, nginx string) string {
	t.Helper()
	built, err := exec.Command(nginx, "-V").CombinedOutput()
	require.NoError(t, err)
	if path := regexp.MustCompile(`--modules-path=(\S+)`).FindSubmatch(built); path != nil {
		module := filepath.Join(string(path[1]), "ngx_http_brotli_static_module.so")
		if _, err := os.Stat(module); err == nil {
			return module
		}
	}
	t.Skip("nginx has no brotli_static: install ngx_brotli, on Debian the package libnginx-mod-http-brotli-static")
	return ""
}

// caddyAlone keeps Caddy from opening its port for administration.
const caddyAlone = "{\n\tadmin off\n}\n"

// Caddy serves the build in the folder dist with Caddy, as [Nginx] does.
func Caddy(t *testing.T, dist string) string {
	caddy := installed(t, "caddy", "caddy")
	folder, address := t.TempDir(), freeAddress(t)
	site := adapted(t, dist, "Caddyfile", "example.org {", "http://"+address+" {", "/srv/jwtsecret/site", filepath.Join(dist, "site"))
	conf := filepath.Join(folder, "Caddyfile")
	require.NoError(t, os.WriteFile(conf, []byte(caddyAlone+site), 0o600))
	host := exec.Command(caddy, "run", "--adapter", "caddyfile", "--config", conf)
	host.Env = append(os.Environ(), "HOME="+folder, "XDG_CONFIG_HOME="+folder, "XDG_DATA_HOME="+folder)
	return started(t, address, host)
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

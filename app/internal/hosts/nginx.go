package hosts

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// nginxAround is what an administrator has around the part that the build writes: a process
// for each core, and files that go from the system's cache to the network; here, everything
// below one folder, and no log.
const nginxAround = `daemon off;
%[1]s
worker_processes auto;
pid %[2]s/nginx.pid;
error_log stderr warn;
load_module %[3]s;
events { worker_connections 1024; }
http {
	access_log off;
	sendfile on;
	tcp_nopush on;
	keepalive_requests 1000000000;
	open_file_cache max=1000;
	client_body_temp_path %[2]s/body;
	proxy_temp_path %[2]s/proxy;
	fastcgi_temp_path %[2]s/fastcgi;
	uwsgi_temp_path %[2]s/uwsgi;
	scgi_temp_path %[2]s/scgi;
	server {
		listen %[4]s;
		%[5]s
	}
}
`

// Nginx serves the build in the folder dist with nginx until the test ends, and returns its
// address without a slash at the end. Where nginx or its module for brotli is not installed,
// it skips the test.
func Nginx(t *testing.T, dist string) string { return NginxAll(t, dist) }

// NginxAll serves several builds, each for a base of its own, on one origin.
func NginxAll(t *testing.T, dists ...string) string {
	t.Helper()
	address, _, err := StartNginx(t, dists...)
	if err != nil {
		t.Skip(err)
	}
	return address
}

// StartNginx does as [NginxAll], and returns the id of its first process. The error says what is
// not installed.
func StartNginx(t testing.TB, dists ...string) (address string, process int, err error) {
	t.Helper()
	nginx, err := installed("nginx", "nginx, on Debian the package nginx-light")
	if err != nil {
		return "", 0, err
	}
	module, err := brotliModule(t, nginx)
	if err != nil {
		return "", 0, err
	}
	user, sites := "", ""
	if os.Geteuid() == 0 {
		user = "user root;" // another one may not read the build
	}
	for _, dist := range dists {
		sites += adapted(t, dist, "nginx.conf", "/srv/jwtsecret/site", filepath.Join(dist, meta.BuiltDir))
	}
	folder, at := t.TempDir(), freeAddress(t)
	conf := filepath.Join(folder, "nginx.conf")
	require.NoError(t, os.WriteFile(conf, fmt.Appendf(nil, nginxAround, user, folder, module, at, sites), 0o600))
	host := exec.Command(nginx, "-p", folder, "-e", "stderr", "-c", conf)
	return started(t, at, host, os.Interrupt), host.Process.Pid, nil // its workers end with it
}

// brotliModule returns the path of the module that serves files compressed with brotli.
func brotliModule(t testing.TB, nginx string) (string, error) {
	t.Helper()
	built, err := exec.Command(nginx, "-V").CombinedOutput()
	require.NoError(t, err)
	if path := regexp.MustCompile(`--modules-path=(\S+)`).FindSubmatch(built); path != nil {
		module := filepath.Join(string(path[1]), "ngx_http_brotli_static_module.so")
		if _, err := os.Stat(module); err == nil {
			return module, nil
		}
	}
	return "", errors.New("nginx has no brotli_static: install ngx_brotli, on Debian the package libnginx-mod-http-brotli-static")
}

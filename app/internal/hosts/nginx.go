package hosts

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
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
func Nginx(t *testing.T, dist string) string {
	nginx := installed(t, "nginx", "nginx, on Debian the package nginx-light")
	folder, address := t.TempDir(), freeAddress(t)
	part := adapted(t, dist, "nginx.conf", "/srv/jwtsecret/site", filepath.Join(dist, "site"))
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

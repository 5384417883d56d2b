package e2e

import (
	"bufio"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/report"
	"jwtsecret/app/meta"
)

// loaded is a server that is asked for more than it can answer.
type loaded struct {
	url       string // without a slash at the end
	processes func() []int
}

// servers asks our server and nginx for the same compressed files, as fast as they answer.
// wrk, which asks, runs on the same cores.
func servers(b *testing.B, part *report.Part) {
	wrk, err := exec.LookPath("wrk")
	if err != nil {
		part.Add(report.Row{Name: "requests a second", Unit: "/s", Peer: "nginx", Missing: "wrk is not installed"})
		return
	}
	ours := startQuiet(b)
	peer, name, missing := startNginx(b)
	for _, of := range []struct{ name, path string }{{"the start page", "/"}, {"the page's program", program(b, "app")}} {
		row := report.Row{Name: of.name, Value: asked(b, wrk, ours.url+of.path), Unit: "/s", Peer: name, Missing: missing}
		if missing == "" {
			row.PeerValue = asked(b, wrk, peer.url+of.path)
		}
		part.Add(row)
	}
	row := report.Row{Name: "resident memory after that, with all files", Value: resident(b, ours), Unit: "MB", Peer: name + ", without the files", Missing: missing}
	if missing == "" {
		row.PeerValue = resident(b, peer)
	}
	part.Add(row)
}

// asked returns the answers a second to requests for an address over 64 connections,
// within ten seconds.
func asked(b *testing.B, wrk, url string) float64 {
	b.Helper()
	said, err := exec.Command(wrk, "-t2", "-c64", "-d10s", "-H", "Accept-Encoding: gzip, deflate, br", url).CombinedOutput()
	require.NoError(b, err, string(said))
	require.NotContains(b, string(said), "Non-2xx")
	require.NotContains(b, string(said), "Socket errors")
	rate := regexp.MustCompile(`Requests/sec:\s+([0-9.]+)`).FindSubmatch(said)
	require.NotNil(b, rate, string(said))
	v, err := strconv.ParseFloat(string(rate[1]), 64)
	require.NoError(b, err)
	return v
}

// startQuiet runs our server without a log until the benchmark ends.
func startQuiet(b *testing.B) loaded {
	b.Helper()
	cmd := exec.Command(serverBinary, "-addr", "127.0.0.1:0")
	stdout, err := cmd.StdoutPipe()
	require.NoError(b, err)
	require.NoError(b, cmd.Start())
	b.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(b, err)
	url := regexp.MustCompile(`http://\S+/`).FindString(line)
	require.NotEmpty(b, url, line)
	return loaded{strings.TrimSuffix(url, "/"), func() []int { return []int{cmd.Process.Pid} }}
}

// nginxConf serves the build with a process for each core, as an administrator would have
// it: files go from the system's cache to the network, and nothing is logged.
const nginxConf = `daemon off;
%[1]s
worker_processes auto;
pid %[2]s/nginx.pid;
error_log stderr warn;
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
		listen %[3]s;
		%[4]s
	}
}
`

// startNginx serves the build with nginx until the benchmark ends, with the headers and
// compressed files of the build. It says what nginx sends, or why it is not here.
func startNginx(b *testing.B) (peer loaded, name, missing string) {
	b.Helper()
	nginx, err := exec.LookPath("nginx")
	if err != nil {
		nginx, err = exec.LookPath("/usr/sbin/nginx") // where Debian puts it, and only administrators look
	}
	if err != nil {
		return peer, "nginx", "it is not installed"
	}
	dist, err := filepath.Abs("../../web/dist")
	require.NoError(b, err)
	site, err := os.ReadFile(filepath.Join(dist, meta.DeployDir, "nginx.conf"))
	require.NoError(b, err)
	text := strings.ReplaceAll(string(site), "/srv/jwtsecret/site", filepath.Join(dist, meta.BuiltDir))
	around, name := "", "nginx with brotli_static"
	if module := brotliModule(nginx); module != "" {
		around = "load_module " + module + ";"
	} else {
		text, name = strings.ReplaceAll(text, "brotli_static on;", ""), "nginx with gzip_static alone"
	}
	if os.Geteuid() == 0 {
		around += " user root;" // another one may not read the build
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(b, err)
	address := listener.Addr().String()
	require.NoError(b, listener.Close())
	folder := b.TempDir()
	conf := filepath.Join(folder, "nginx.conf")
	require.NoError(b, os.WriteFile(conf, fmt.Appendf(nil, nginxConf, around, folder, address, text), 0o600))
	cmd := exec.Command(nginx, "-p", folder, "-e", "stderr", "-c", conf)
	cmd.Stderr = os.Stderr
	require.NoError(b, cmd.Start())
	b.Cleanup(func() {
		_ = cmd.Process.Signal(os.Interrupt) // its workers end with it
		_ = cmd.Wait()
	})
	require.Eventually(b, func() bool {
		conn, err := net.Dial("tcp", address)
		if err == nil {
			conn.Close()
		}
		return err == nil
	}, 10*time.Second, 20*time.Millisecond, "nginx listens")
	return loaded{"http://" + address, func() []int { return family(b, cmd.Process.Pid) }}, name, ""
}

// brotliModule returns the path of nginx's module for brotli, or nothing.
func brotliModule(nginx string) string {
	built, _ := exec.Command(nginx, "-V").CombinedOutput()
	path := regexp.MustCompile(`--modules-path=(\S+)`).FindSubmatch(built)
	if path == nil {
		return ""
	}
	module := filepath.Join(string(path[1]), "ngx_http_brotli_static_module.so")
	if _, err := os.Stat(module); err != nil {
		return ""
	}
	return module
}

// family returns a process and its children, where /proc lists them.
func family(b *testing.B, parent int) []int {
	b.Helper()
	all := []int{parent}
	text, _ := os.ReadFile(fmt.Sprintf("/proc/%d/task/%[1]d/children", parent))
	for _, id := range strings.Fields(string(text)) {
		n, err := strconv.Atoi(id)
		require.NoError(b, err)
		all = append(all, n)
	}
	return all
}

// resident returns the memory of a server in MB. What its processes share counts once, so it
// is the sum of their proportional set sizes. 0 where /proc does not tell.
func resident(b *testing.B, s loaded) (sum float64) {
	b.Helper()
	for _, id := range s.processes() {
		text, err := os.ReadFile(fmt.Sprintf("/proc/%d/smaps_rollup", id))
		if err != nil {
			return 0
		}
		size := regexp.MustCompile(`(?m)^Pss:\s+(\d+) kB$`).FindSubmatch(text)
		require.NotNil(b, size)
		kibibytes, err := strconv.ParseFloat(string(size[1]), 64)
		require.NoError(b, err)
		sum += kibibytes * 1024 / 1e6
	}
	return sum
}

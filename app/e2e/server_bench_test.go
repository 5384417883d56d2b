package e2e

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/hosts"
	"jwtsecret/app/internal/report"
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
	const name = "nginx with brotli_static"
	dist, err := filepath.Abs("../../web/dist")
	require.NoError(b, err)
	address, process, absent := hosts.StartNginx(b, dist)
	missing := ""
	if absent != nil {
		missing = absent.Error()
	}
	peer := loaded{address, func() []int { return family(b, process) }}
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

package e2e

import (
	"bufio"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// server is a running server binary and what it has been asked for.
type server struct {
	url string // with a trailing slash

	mu       sync.Mutex
	requests []string
}

// startServer runs the binary on a free port until the test ends. It must then
// stop by itself when asked to.
func startServer(t testing.TB, flags ...string) *server {
	t.Helper()
	return startBinary(t, serverBinary, flags...)
}

func startBinary(t testing.TB, binary string, flags ...string) *server {
	t.Helper()
	cmd := exec.Command(binary, append([]string{"-addr", "127.0.0.1:0", "-log"}, flags...)...)
	stdout, err := cmd.StdoutPipe()
	require.NoError(t, err)
	stderr, err := cmd.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())

	s := &server{}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	s.url = regexp.MustCompile(`http://\S+/`).FindString(line)
	require.NotEmpty(t, s.url, "the first line names the address: %q", line)

	done := make(chan struct{})
	go func() {
		defer close(done)
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			s.mu.Lock()
			s.requests = append(s.requests, lines.Text())
			s.mu.Unlock()
		}
	}()
	t.Cleanup(func() {
		require.NoError(t, cmd.Process.Signal(syscall.SIGTERM))
		<-done
		require.NoError(t, cmd.Wait(), "the server stops when asked to")
	})
	return s
}

// seen returns the access log so far, a line a request.
func (s *server) seen() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.requests...)
}

// byPage returns what pages have asked for, and not the browser's own check for a new
// version of the service worker, which it makes some time after it has loaded a
// page that the worker answered. The server writes down an answer a moment after the page
// has it, so this waits until nothing more is written.
func (s *server) byPage() []string {
	seen := s.seen()
	for before := -1; before != len(seen); {
		before = len(seen)
		time.Sleep(500 * time.Millisecond)
		seen = s.seen()
	}
	return slices.DeleteFunc(seen, func(line string) bool { return strings.Contains(line, `"GET /sw.js"`) })
}

// hearsNothing asserts that a page that is ready offline asks for nothing while act
// uses it, and does not have the browser check for a new service worker either.
func (s *server) hearsNothing(p *page, act func()) {
	p.t.Helper()
	const asked = "the page asks for its service worker"
	p.exec(`for (const [of, name] of [[ServiceWorkerRegistration, "update"], [ServiceWorkerContainer, "register"]]) {
		const call = of.prototype[name];
		of.prototype[name] = function (...given) {
			console.error("` + asked + `");
			return call.apply(this, given);
		};
	}`)
	before := s.byPage()
	act()
	time.Sleep(300 * time.Millisecond) // time for a request that should not be
	assert.Equal(p.t, before, s.byPage(), "no request reached the server")
	assert.NotContains(p.t, strings.Join(p.console(), "\n"), asked)
}

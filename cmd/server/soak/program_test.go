//go:build linux

package soak

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// program is the running server.
type program struct {
	*exec.Cmd
	addr string // host:port
	told chan state
}

// state is what the program says of itself.
type state struct {
	goroutines int
	heap       int // bytes that were allocated and not yet collected
}

// startProgram builds cmd/server as it is, with one file more that tells its state, and
// runs it on a free port.
func startProgram(t *testing.T) *program {
	t.Helper()
	folder := t.TempDir()
	main, err := filepath.Abs("..")
	require.NoError(t, err)
	tell, err := filepath.Abs("testdata/tell.go")
	require.NoError(t, err)
	overlay, err := json.Marshal(map[string]any{"Replace": map[string]string{filepath.Join(main, "tell.go"): tell}})
	require.NoError(t, err)
	list := filepath.Join(folder, "overlay.json")
	require.NoError(t, os.WriteFile(list, overlay, 0o644))
	binary := filepath.Join(folder, "server")
	build := exec.Command("go", "build", "-trimpath", "-overlay", list, "-o", binary, "..")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)

	p := &program{Cmd: exec.Command(binary, "-addr", "127.0.0.1:0"), told: make(chan state)}
	stdout, err := p.StdoutPipe()
	require.NoError(t, err)
	stderr, err := p.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, p.Start())
	t.Cleanup(func() { _ = p.Process.Kill() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err, "it ended before it was ready")
	p.addr = regexp.MustCompile(`127\.0\.0\.1:\d+`).FindString(line)
	require.NotEmpty(t, p.addr, line)
	go func() {
		defer close(p.told)
		for lines := bufio.NewScanner(stderr); lines.Scan(); {
			var s state
			if _, err := fmt.Sscanf(lines.Text(), "told %d %d", &s.goroutines, &s.heap); err != nil {
				t.Errorf("the server says: %s", lines.Text())
				continue
			}
			p.told <- s
		}
	}()
	return p
}

// tells asks the program for its state, after a collection of garbage if that is wished.
func (p *program) tells(t *testing.T, collected bool) state {
	t.Helper()
	signal := syscall.SIGUSR1
	if collected {
		signal = syscall.SIGUSR2
	}
	require.NoError(t, p.Process.Signal(signal))
	select {
	case s, running := <-p.told:
		require.True(t, running, "the server has ended")
		return s
	case <-time.After(time.Minute):
		require.Fail(t, "the server does not tell its state")
		return state{}
	}
}

var residentLine = regexp.MustCompile(`(?m)^VmRSS:\s+(\d+) kB$`)

// resident returns the program's resident memory, in bytes.
func (p *program) resident(t *testing.T) int {
	t.Helper()
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", p.Process.Pid))
	require.NoError(t, err)
	found := residentLine.FindSubmatch(text)
	require.NotNil(t, found, "%s", text)
	kilobytes, err := strconv.Atoi(string(found[1]))
	require.NoError(t, err)
	return kilobytes << 10
}

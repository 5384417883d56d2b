package hosts

import (
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

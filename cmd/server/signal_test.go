package main

import (
	"bufio"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestSignals(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a process cannot be sent SIGTERM on Windows")
	}
	binary := buildBinary(t, siteOf(t, map[string]string{"/404": content["/404"], bigPath: bigFile}))

	for name, first := range map[string]syscall.Signal{"SIGTERM": syscall.SIGTERM, "SIGINT": syscall.SIGINT} {
		t.Run(name+" lets a running request finish", func(t *testing.T) {
			command, addr := startBinary(t, binary)
			response := startDownload(t, addr)
			require.NoError(t, command.Process.Signal(first))
			waitUntilRefused(t, addr)
			body, err := io.ReadAll(response.Body)
			require.NoError(t, err)
			assert.True(t, bigFile == string(body), "%d bytes", len(body))
			assert.NoError(t, command.Wait()) // exit code 0
		})
	}
	t.Run("a second signal does not wait for it", func(t *testing.T) {
		command, addr := startBinary(t, binary)
		startDownload(t, addr)
		require.NoError(t, command.Process.Signal(syscall.SIGTERM))
		waitUntilRefused(t, addr)
		require.NoError(t, command.Process.Signal(syscall.SIGTERM))
		command.Wait()
		status := command.ProcessState.Sys().(syscall.WaitStatus)
		assert.True(t, status.Signaled() && status.Signal() == syscall.SIGTERM, "%v", command.ProcessState)
	})
}

// buildBinary builds this command as anybody does, with the files of site laid
// over the folder web, whatever a build left there.
func buildBinary(t *testing.T, site fstest.MapFS) string {
	t.Helper()
	folder := t.TempDir()
	web, err := filepath.Abs("../../web")
	require.NoError(t, err)
	overlay := map[string]string{}
	for name, file := range site {
		stored := filepath.Join(folder, strings.ReplaceAll(name, "/", "_"))
		require.NoError(t, os.WriteFile(stored, file.Data, 0o644))
		overlay[filepath.Join(web, filepath.FromSlash(name))] = stored
	}
	text, err := json.Marshal(map[string]any{"Replace": overlay})
	require.NoError(t, err)
	list := filepath.Join(folder, "overlay.json")
	require.NoError(t, os.WriteFile(list, text, 0o644))

	binary := filepath.Join(folder, "server")
	build := exec.Command("go", "build", "-overlay", list, "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return binary
}

// startBinary runs the built command on a free port and waits until it is ready.
func startBinary(t *testing.T, binary string) (command *exec.Cmd, addr string) {
	t.Helper()
	command = exec.Command(binary, "-addr", "127.0.0.1:0")
	command.Stderr = os.Stderr
	stdout, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() { command.Process.Kill() })
	line, err := bufio.NewReader(stdout).ReadString('\n')
	require.NoError(t, err)
	require.Regexp(t, readyLine, line)
	url := readyLine.FindStringSubmatch(line)[1]
	return command, strings.TrimSuffix(strings.TrimPrefix(url, "http://"), "/")
}

// startDownload asks for the big file and leaves its body unread.
func startDownload(t *testing.T, addr string) *http.Response {
	t.Helper()
	response, err := http.Get("http://" + addr + bigPath)
	require.NoError(t, err)
	t.Cleanup(func() { response.Body.Close() })
	require.Equal(t, http.StatusOK, response.StatusCode)
	return response
}

// waitUntilRefused returns once no new connection is accepted.
func waitUntilRefused(t *testing.T, addr string) {
	t.Helper()
	require.Eventually(t, func() bool {
		conn, err := net.Dial("tcp", addr)
		if err == nil {
			conn.Close()
		}
		return err != nil
	}, time.Minute, time.Millisecond)
}

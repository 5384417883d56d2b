package e2e

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// webkit is a running WebKitGTK with one tab, driven by WebDriver, the W3C's protocol:
// each command is a request, in JSON, to the driver that started the browser.
type webkit struct {
	t       *testing.T
	session string // the address of its commands
	version string
}

// newWebKit starts the driver and the browser until the test ends, on a screen of
// their own: this browser has no headless mode.
func newWebKit(t *testing.T) *webkit {
	t.Helper()
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		t.Skip("WebKitWebDriver is not installed: the page is not tested in WebKitGTK here")
	}
	display := startScreen(t)
	home, err := os.MkdirTemp("", "e2e-webkit-")
	require.NoError(t, err)
	t.Cleanup(func() { _ = os.RemoveAll(home) }) // the browser may still be writing; the folder is temporary
	w := &webkit{t: t}
	for end := time.Now().Add(patience); w.session == ""; {
		err = w.begin(driver, freeAddress(t), append(os.Environ(), "DISPLAY="+display, "GDK_BACKEND=x11", "HOME="+home))
		require.True(t, err == nil || time.Now().Before(end), "WebKitGTK does not start: %v", err)
	}
	t.Cleanup(func() { _ = w.send("DELETE", "", nil, nil) }) // before the driver ends: it closes the browser
	return w
}

// begin starts the driver, and the browser through it. The driver takes a number for its
// port and none that is free by its own choice, so another program may be there first:
// then it ends, or somebody else answers, and there is no session.
func (w *webkit) begin(driver, address string, environment []string) error {
	w.t.Helper()
	process := exec.Command(driver, "--port="+address[strings.LastIndex(address, ":")+1:])
	process.Env = environment
	if os.Geteuid() == 0 { // WebKit's own sandbox refuses to run as root
		process.Env = append(process.Env, "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS=1")
	}
	ended := start(w.t, process)
	var begun struct {
		SessionID    string
		Capabilities struct{ BrowserVersion string }
	}
	for begin := time.Now(); ; {
		err := (&webkit{session: "http://" + address + "/session"}).send("POST", "", map[string]any{"capabilities": map[string]any{}}, &begun)
		if err == nil && begun.SessionID != "" {
			w.session = "http://" + address + "/session/" + begun.SessionID
			w.version = begun.Capabilities.BrowserVersion
			return nil
		}
		if time.Since(begin) > patience {
			return fmt.Errorf("the driver gives no session: %w", err)
		}
		select {
		case <-ended:
			return fmt.Errorf("the driver has ended: %w", err)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func TestADriverWhosePortAnotherProgramHasIsNotWaitedFor(t *testing.T) {
	t.Parallel()
	driver, err := exec.LookPath("WebKitWebDriver")
	if err != nil {
		t.Skip("WebKitWebDriver is not installed")
	}
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	go func() { _ = http.Serve(taken, http.NotFoundHandler()) }()
	w := &webkit{t: t}
	begin := time.Now()
	require.Error(t, w.begin(driver, taken.Addr().String(), os.Environ()))
	require.Empty(t, w.session)
	require.Less(t, time.Since(begin), patience/2)
}

// startScreen starts an X server that draws nowhere, and returns its name.
func startScreen(t *testing.T) string {
	t.Helper()
	path, err := exec.LookPath("Xvfb")
	if err != nil {
		t.Skip("Xvfb is not installed: the page is not tested in WebKitGTK here")
	}
	number, theirs, err := os.Pipe()
	require.NoError(t, err)
	defer number.Close()
	screen := exec.Command(path, "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	screen.ExtraFiles = []*os.File{theirs} // the first is descriptor 3
	start(t, screen)
	_ = theirs.Close()
	line, err := bufio.NewReader(number).ReadString('\n')
	require.NoError(t, err, "Xvfb says which screen it is")
	return ":" + strings.TrimSpace(line)
}

// start starts a process that ends with the test, or before: then the channel is closed.
func start(t *testing.T, process *exec.Cmd) (ended chan struct{}) {
	t.Helper()
	require.NoError(t, process.Start())
	ended = make(chan struct{})
	go func() {
		_ = process.Wait()
		close(ended)
	}()
	t.Cleanup(func() {
		_ = process.Process.Kill()
		<-ended
	})
	return ended
}

// freeAddress returns an address at which nobody listens at this moment.
func freeAddress(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer l.Close()
	return l.Addr().String()
}

// send sends one command and decodes the value of its answer into result, unless that
// is nil.
func (w *webkit) send(method, path string, params, result any) error {
	body, err := json.Marshal(params)
	if err != nil {
		return err
	}
	request, err := http.NewRequest(method, w.session+path, bytes.NewReader(body))
	if err != nil {
		return err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	content, err := io.ReadAll(response.Body)
	if err != nil {
		return err
	}
	var answer struct{ Value json.RawMessage }
	if err := json.Unmarshal(content, &answer); err != nil {
		return err
	}
	if response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s %s: %s", method, path, answer.Value)
	}
	if result == nil {
		return nil
	}
	return json.Unmarshal(answer.Value, result)
}

func (w *webkit) visit(url string) {
	w.t.Helper()
	require.NoError(w.t, w.send("POST", "/url", map[string]any{"url": url}, nil))
}

// try evaluates an expression and decodes its value into result.
func (w *webkit) try(expression string, result any) error {
	return w.send("POST", "/execute/sync", map[string]any{"script": "return " + expression, "args": []any{}}, result)
}

// text evaluates an expression that is a string.
func (w *webkit) text(expression string) (s string) {
	w.t.Helper()
	require.NoError(w.t, w.try(expression, &s))
	return s
}

func (w *webkit) waitFor(expression string) {
	w.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		var is bool
		err := w.try("!!("+expression+")", &is)
		if err == nil && is {
			return
		}
		require.True(w.t, time.Now().Before(end), "waited in vain for %s (%v)", expression, err)
	}
}

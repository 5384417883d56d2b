package e2e

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// quiet are preferences that keep Firefox from contacting its maker, and from
// changing its behaviour because it is being driven.
var quiet = map[string]any{
	"app.normandy.enabled":                          false,
	"app.update.disabledForTesting":                 true,
	"browser.aboutwelcome.enabled":                  false,
	"browser.newtabpage.enabled":                    false,
	"browser.safebrowsing.downloads.remote.enabled": false,
	"browser.safebrowsing.malware.enabled":          false,
	"browser.safebrowsing.phishing.enabled":         false,
	"browser.shell.checkDefaultBrowser":             false,
	"datareporting.healthreport.uploadEnabled":      false,
	"datareporting.policy.dataSubmissionEnabled":    false,
	"datareporting.usage.uploadEnabled":             false,
	"dom.push.connection.enabled":                   false,
	"extensions.systemAddon.update.enabled":         false,
	"extensions.update.enabled":                     false,
	"network.captive-portal-service.enabled":        false,
	"network.connectivity-service.enabled":          false,
	"remote.prefs.recommended":                      false,
	"services.settings.server":                      "data:,",
	"toolkit.telemetry.server":                      "",
	"toolkit.telemetry.unified":                     false,
}

// firefox is a running Firefox with one tab.
type firefox struct {
	*bidi
	t       *testing.T
	profile string // its folder
	process *exec.Cmd
	tab     string
}

// newFirefox starts Firefox with a new profile and further preferences, until the
// test ends.
func newFirefox(t *testing.T, preferences map[string]any) *firefox {
	t.Helper()
	path, err := exec.LookPath("firefox-esr")
	if err != nil {
		t.Skip("firefox-esr is not installed: the page is not tested in Firefox here")
	}
	profile, err := os.MkdirTemp("", "e2e-firefox-")
	require.NoError(t, err)
	writePreferences(t, profile, preferences)
	process := exec.Command(path, "--headless", "--no-remote", "--profile", profile,
		"--remote-debugging-port", "0", "--remote-allow-origins", bidiOrigin)
	process.Env = append(os.Environ(), "HOME="+profile) // it writes beside the profile too
	stderr, err := process.StderrPipe()
	require.NoError(t, err)
	require.NoError(t, process.Start())
	f := &firefox{t: t, profile: profile, process: process}
	t.Cleanup(func() {
		_ = process.Process.Kill()
		_ = process.Wait()
		_ = os.RemoveAll(profile)
	})
	f.bidi, err = dialBidi(announced(t, stderr))
	require.NoError(t, err)
	f.findTab()
	return f
}

func writePreferences(t *testing.T, profile string, more map[string]any) {
	t.Helper()
	all := maps.Clone(quiet)
	maps.Copy(all, more)
	var lines strings.Builder
	for name, value := range all {
		text, err := json.Marshal(value)
		require.NoError(t, err)
		fmt.Fprintf(&lines, "user_pref(%q, %s);\n", name, text)
	}
	require.NoError(t, os.WriteFile(filepath.Join(profile, "user.js"), []byte(lines.String()), 0o600))
}

// announced reads the address that Firefox prints, and keeps reading, so that
// Firefox never waits for a reader.
func announced(t *testing.T, stderr io.Reader) string {
	t.Helper()
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		if _, address, ok := strings.Cut(lines.Text(), "listening on "); ok {
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return address
		}
	}
	require.Fail(t, "Firefox did not say where it listens")
	return ""
}

func (f *firefox) findTab() {
	f.t.Helper()
	var tree struct{ Contexts []struct{ Context string } }
	f.command("browsingContext.getTree", map[string]any{}, &tree)
	require.NotEmpty(f.t, tree.Contexts)
	f.tab = tree.Contexts[0].Context
}

func (f *firefox) command(method string, params map[string]any, result any) {
	f.t.Helper()
	require.NoError(f.t, f.send(method, params, result))
}

// before runs a script in every page before any of its own.
func (f *firefox) before(script string) {
	f.t.Helper()
	f.command("script.addPreloadScript", map[string]any{"functionDeclaration": "() => {" + script + "}"}, nil)
}

// visit loads an address.
func (f *firefox) visit(url string) {
	f.t.Helper()
	f.command("browsingContext.navigate", map[string]any{"context": f.tab, "url": url, "wait": "complete"}, nil)
}

// open loads an address and waits until Generate can be clicked.
func (f *firefox) open(url string) {
	f.t.Helper()
	f.visit(url)
	f.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
}

// answer is the outcome of a script: a value, or an exception.
type answer struct {
	Result           struct{ Value string }
	ExceptionDetails struct{ Text string }
}

// try evaluates an expression, as if a person had just clicked, and returns its
// value as JSON; a promise is awaited.
func (f *firefox) try(expression string) (string, error) {
	var a answer
	err := f.send("script.evaluate", map[string]any{
		"expression":     "Promise.resolve(" + expression + ").then((v) => JSON.stringify(v ?? null))",
		"target":         map[string]any{"context": f.tab},
		"awaitPromise":   true,
		"userActivation": true,
	}, &a)
	if err == nil && a.ExceptionDetails.Text != "" {
		err = fmt.Errorf("%s", a.ExceptionDetails.Text)
	}
	return a.Result.Value, err
}

// exec evaluates an expression for its effect.
func (f *firefox) exec(expression string) {
	f.t.Helper()
	_, err := f.try(expression)
	require.NoError(f.t, err)
}

// text evaluates an expression that is a string.
func (f *firefox) text(expression string) (s string) {
	f.t.Helper()
	value, err := f.try(expression)
	require.NoError(f.t, err)
	require.NoError(f.t, json.Unmarshal([]byte(value), &s))
	return s
}

func (f *firefox) waitFor(expression string) {
	f.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		value, err := f.try("!!(" + expression + ")")
		if err == nil && value == "true" {
			return
		}
		require.True(f.t, time.Now().Before(end), "waited in vain for %s (%v)\n%s", expression, err, strings.Join(f.messages(), "\n"))
	}
}

// generate clicks the button and returns the secret on the screen, once the buttons
// below it are there too, which are drawn a little later.
func (f *firefox) generate() string {
	f.t.Helper()
	f.exec(`document.querySelector("#generate").click()`)
	f.waitFor(`document.querySelector("#secret-0").textContent !== "" && document.querySelector("#copy:not(:disabled)") !== null`)
	return f.text(`document.querySelector("#secret-0").textContent`)
}

// readyOffline waits until the page says that it needs no network any more.
func (f *firefox) readyOffline() {
	f.t.Helper()
	f.waitFor(`document.querySelector("#offline-state").textContent.startsWith("Ready offline")`)
}

// quit closes the browser as a person does, and waits until it has written what
// it keeps.
func (f *firefox) quit() {
	f.t.Helper()
	_ = f.send("browser.close", map[string]any{}, nil) // the connection may end before the answer
	_ = f.process.Wait()
}

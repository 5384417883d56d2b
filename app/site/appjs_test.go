package site

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThePagesScriptLoadsOneProgramAndNothingElse(t *testing.T) {
	wasm := newAsset("app.wasm", []byte("program"))
	text, err := appScript(wasm)
	require.NoError(t, err)
	script := string(text)

	assert.Contains(t, script, `startProgram("`+wasm.Path+`", "`+wasm.integrity()+`", 7)`)
	assert.NotContains(t, script, "fetch(")
	start, err := os.ReadFile(filepath.Join(root, "web", "load.js"))
	require.NoError(t, err)
	assert.Contains(t, string(start), "await loadProgram(path, integrity, size)")
	assert.Contains(t, string(start), "jwtsecret.watch(new Go())")
	assert.Contains(t, string(start), "jwtsecret.fail(err)")
	assert.Equal(t, 1, strings.Count(script, "\ngoappInitWebAssembly();"))
	for _, gone := range []string{
		"serviceWorker", "ServiceWorker", "Notification", "userAgent", "fetchWithProgress",
		"goappCanLoadWebAssembly", "{progress}", "loaderIcon", "console.", "setInterval",
	} {
		assert.NotContains(t, script, gone)
	}
}

// Functions that the program calls by name, and that the edits must leave.
func TestThePagesScriptKeepsWhatTheProgramCalls(t *testing.T) {
	script, err := appScript(newAsset("app.wasm", nil))
	require.NoError(t, err)
	for _, name := range []string{"goappGetenv", "goappIsAppInstallable", "goappIsAppInstalled", "goappShowInstallPrompt"} {
		assert.Contains(t, string(script), "function "+name+"(")
	}
}

func TestAnEditReplacesOnePassage(t *testing.T) {
	cases := []struct {
		name string
		edit edit
		want string
	}{
		{"one text", edit{first: "b", with: "X"}, "aXcd"},
		{"from one text to another", edit{first: "b", last: "c", with: "X"}, "aXd"},
		{"nothing in its place", edit{first: "a", last: "d"}, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, err := c.edit.apply("abcd")
			require.NoError(t, err)
			assert.Equal(t, c.want, got)
		})
	}
}

func TestAnEditThatDoesNotFitExactlyOnceIsRefused(t *testing.T) {
	cases := map[string]edit{
		"absent":       {first: "x"},
		"twice":        {first: "a"},
		"end absent":   {first: "b", last: "x"},
		"end twice":    {first: "b", last: "a"},
		"end in front": {first: "c", last: "b"},
	}
	for name, e := range cases {
		t.Run(name, func(t *testing.T) {
			_, err := e.apply("abca")
			assert.ErrorIs(t, err, ErrPatch)
		})
	}
}

// checkSyntax asks node, where there is one, whether it could run a script.
func checkSyntax(t *testing.T, script string) {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed, so the script's syntax is not checked here")
	}
	name := filepath.Join(t.TempDir(), "script.js")
	require.NoError(t, os.WriteFile(name, []byte(script), 0o600))
	said, err := exec.Command(node, "--check", name).CombinedOutput()
	assert.NoError(t, err, string(said))
}

func TestEveryBuiltScriptParses(t *testing.T) {
	scripts := 0
	for _, f := range builtSite(t).Files {
		if strings.HasSuffix(f.Name, ".js") {
			checkSyntax(t, builtFile(t, f.Name))
			scripts++
		}
	}
	assert.Equal(t, 7, scripts, "boot, leak, start, page, guide and two workers")
}

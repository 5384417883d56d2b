package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// keptSettings are the settings of Go that a build takes over from the user:
// where modules come from and where caches are. None of them changes a byte of
// the result. Every other one (GOFLAGS, GOEXPERIMENT, GOWASM…) could, so the
// build does without.
var keptSettings = []string{
	"GOAUTH", "GOCACHE", "GOINSECURE", "GOMODCACHE", "GONOPROXY", "GONOSUMDB",
	"GOPRIVATE", "GOPROXY", "GOSUMDB", "GOTMPDIR", "GOVCS",
}

// goTool runs the go command for the page's target, with the toolchain that
// go.mod names.
type goTool struct {
	root    string   // the module's folder
	version string   // of the toolchain, as go.mod names it
	goroot  string   // the toolchain's own folder
	env     []string // the whole environment of a command
}

func newGoTool(root string) (goTool, error) {
	version, err := toolchain(root)
	if err != nil {
		return goTool{}, err
	}
	asked := goTool{root: root, env: append(os.Environ(), "GOTOOLCHAIN="+version, "GOROOT=")}
	out, err := asked.run(append([]string{"env", "-json", "GOROOT"}, keptSettings...)...)
	if err != nil {
		return goTool{}, err
	}
	settings := map[string]string{}
	if err := json.Unmarshal(out, &settings); err != nil {
		return goTool{}, err
	}
	return goTool{root: root, version: version, goroot: settings["GOROOT"], env: pageEnv(os.Environ(), version, settings)}, nil
}

// pageEnv returns base with every variable of Go replaced by what a build of
// the page needs.
func pageEnv(base []string, version string, settings map[string]string) []string {
	var env []string
	for _, v := range base {
		if !strings.HasPrefix(v, "GO") && !strings.HasPrefix(v, "CGO_") {
			env = append(env, v)
		}
	}
	for _, name := range keptSettings {
		env = append(env, name+"="+settings[name])
	}
	env = append(env,
		"CGO_ENABLED=0", "GOARCH=wasm", "GOENV=off", "GOOS=js", "GOTOOLCHAIN="+version, "GOWORK=off")
	slices.Sort(env)
	return env
}

// toolchain returns the version of Go that the toolchain line of go.mod names.
func toolchain(root string) (string, error) {
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	for line := range strings.Lines(string(mod)) {
		if version, ok := strings.CutPrefix(line, "toolchain "); ok {
			return strings.TrimSpace(version), nil
		}
	}
	return "", ErrToolchain
}

// run runs the go command in the module's folder and returns what it printed.
// When the command fails, the error holds what the compiler said.
func (g goTool) run(args ...string) ([]byte, error) {
	var out, said bytes.Buffer
	cmd := exec.Command("go", args...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = g.root, g.env, &out, &said
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("go %s: %w\n%s", args[0], err, said.Bytes())
	}
	return out.Bytes(), nil
}

package snippet_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

// The library is the one that go.mod names, so nothing is fetched.
func TestGoSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "go-golang-jwt")
	goCommand := snippettest.Need(t, "go")
	folder := t.TempDir()
	version := snippettest.Output(t, goCommand, "list", "-m", "-f", "{{.Version}}", "github.com/golang-jwt/jwt/v5")
	sums, err := os.ReadFile("../../../go.sum")
	require.NoError(t, err)
	driver, err := os.ReadFile("testdata/go.go.txt")
	require.NoError(t, err)

	imports, entries := "", ""
	for _, v := range variants(t, s) {
		write(t, filepath.Join(folder, v.name), ".go", []variant{v})
		imports += fmt.Sprintf("\t%s \"snippets/%s\"\n", v.name, v.name)
		entries += fmt.Sprintf("\t%q: func() (tokens, error) { return %s.NewTokens() },\n", v.name, v.name)
	}
	for name, text := range map[string]string{
		"go.mod":  "module snippets\n\ngo 1.26\n\nrequire github.com/golang-jwt/jwt/v5 " + version + "\n",
		"go.sum":  string(sums),
		"main.go": string(driver),
		"load.go": "package main\n\nimport (\n" + imports + ")\n\nvar load = map[string]func() (tokens, error){\n" + entries + "}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	build := exec.Command(goCommand, "build", "-o", "snippets", ".")
	build.Dir = folder
	build.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	checkSnippet(t, s, program{
		command: []string{filepath.Join(folder, "snippets")},
		with:    "Go " + strings.TrimPrefix(runtime.Version(), "go") + ", golang-jwt " + strings.TrimPrefix(version, "v"),
		checked: snippet.Run,
	})
}

func TestRustSnippetRuns(t *testing.T) {
	t.Parallel()
	s := find(t, "rust-jsonwebtoken")
	cargo := snippettest.Cargo(t)
	library, _ := filepath.Glob(snippettest.Crates + "/jsonwebtoken-*")
	encodings, _ := filepath.Glob(snippettest.Crates + "/data-encoding-*")
	if len(library) == 0 || len(encodings) == 0 {
		t.Skip("needs Debian's librust-jsonwebtoken-dev and librust-data-encoding-dev")
	}
	folder := t.TempDir()
	all := variants(t, s)
	write(t, folder, ".rs", all)
	driver, err := os.ReadFile("testdata/rust.rs.txt")
	require.NoError(t, err)

	modules, arms := "", ""
	for _, v := range all {
		modules += "mod " + v.name + ";\n"
		arms += fmt.Sprintf("        %q => answer!(%s, action, text),\n", v.name, v.name)
	}
	for name, text := range map[string]string{
		"Cargo.toml": "[package]\nname = \"snippets\"\nversion = \"0.0.0\"\nedition = \"2021\"\n" +
			"[[bin]]\nname = \"snippets\"\npath = \"main.rs\"\n" +
			"[dependencies]\njsonwebtoken = { version = \"*\", default-features = false }\nserde_json = \"*\"\ndata-encoding = \"*\"\n",
		"config.toml": snippettest.CargoConfig,
		"main.rs": string(driver) + modules + "\nfn answer(name: &str, action: &str, text: &str) -> Result<String, Box<dyn Error>> {\n" +
			"    match name {\n" + arms + "        _ => Err(\"no such snippet\".into()),\n    }\n}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	// The libraries take long to compile: what make clean removes keeps them.
	target, err := filepath.Abs("../../../build/snippet-rust")
	require.NoError(t, err)
	build := exec.Command(cargo, "--config", "config.toml", "build", "--offline", "--quiet", "--target-dir", target)
	build.Dir = folder
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	checkSnippet(t, s, program{
		command: []string{filepath.Join(target, "debug", "snippets")},
		with:    "Rust " + strings.Fields(snippettest.Output(t, "rustc", "--version"))[1] + ", jsonwebtoken " + filepath.Base(library[0])[len("jsonwebtoken-"):],
		checked: snippet.Run,
	})
}

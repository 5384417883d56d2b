package pair_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	_ "github.com/MicahParks/keyfunc/v3" // go.mod names the version that the snippet is built with
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

// prepareGo builds with the libraries that go.mod names, so nothing is fetched.
func prepareGo(t *testing.T, folder string, all []source) program {
	t.Helper()
	goCommand := snippettest.Need(t, "go")
	modules := map[string]string{}
	required := ""
	for _, path := range []string{"github.com/golang-jwt/jwt/v5", "github.com/MicahParks/keyfunc/v3", "github.com/MicahParks/jwkset", "golang.org/x/time"} {
		modules[path] = snippettest.Output(t, goCommand, "list", "-m", "-f", "{{.Version}}", path)
		required += "\t" + path + " " + modules[path] + "\n"
	}
	sums, err := os.ReadFile("../../../../go.sum")
	require.NoError(t, err)
	driver, err := os.ReadFile("testdata/go.go.txt")
	require.NoError(t, err)

	imports := ""
	entries := map[string]string{}
	for _, s := range all {
		write(t, filepath.Join(folder, s.name), ".go", []source{s})
		imports += fmt.Sprintf("\t%s \"snippets/%s\"\n", s.name, s.name)
		if strings.HasSuffix(s.name, "_sign") {
			entries["sign"] += fmt.Sprintf("\t%q: func() (signer, error) { return %s.NewSigner() },\n", s.name, s.name)
		} else {
			entries["verify"] += fmt.Sprintf("\t%q: func() (verifier, error) { return %s.NewVerifier(context.Background()) },\n", s.name, s.name)
		}
	}
	for name, text := range map[string]string{
		"go.mod":  "module snippets\n\ngo 1.26\n\nrequire (\n" + required + ")\n",
		"go.sum":  string(sums),
		"main.go": string(driver),
		"load.go": "package main\n\nimport (\n\t\"context\"\n" + imports + ")\n\n" +
			"var signers = map[string]func() (signer, error){\n" + entries["sign"] + "}\n\n" +
			"var verifiers = map[string]func() (verifier, error){\n" + entries["verify"] + "}\n",
	} {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	build := exec.Command(goCommand, "build", "-o", "snippets", ".")
	build.Dir = folder
	build.Env = append(os.Environ(), "GOPROXY=off", "GOFLAGS=-mod=mod")
	out, err := build.CombinedOutput()
	require.NoError(t, err, string(out))
	return program{
		command: []string{filepath.Join(folder, "snippets")},
		with: "Go " + strings.TrimPrefix(runtime.Version(), "go") +
			", golang-jwt " + modules["github.com/golang-jwt/jwt/v5"][1:] + ", keyfunc " + modules["github.com/MicahParks/keyfunc/v3"][1:],
		checked: snippet.Run,
	}
}

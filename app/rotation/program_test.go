package rotation_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/rotation"
)

// program returns the path of a program, or skips the test.
func program(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip(name + " is not installed: what it reads is not checked here")
	}
	return path
}

// python returns an interpreter that has PyJWT, or skips the test.
func python(t testing.TB) string {
	t.Helper()
	const path = "/usr/bin/python3" // where Debian's python3-jwt is found
	if exec.Command(path, "-c", "import jwt").Run() != nil {
		t.Skip(path + " with the package jwt (Debian: python3-jwt) is not installed: the code for Python is not run here")
	}
	return path
}

// josePackage is fetched from the npm registry for the tests alone.
const josePackage = "jose@6.2.17"

// jose returns a folder in which the package is installed.
func jose(t testing.TB) (dir string) {
	t.Helper()
	return npm.Install(t, josePackage)
}

// build compiles a program of testdata with a plan's code for Go laid over it.
func build(t testing.TB, name, code string) (path string) {
	t.Helper()
	tool := program(t, "go")
	dir := t.TempDir()
	folder, err := filepath.Abs(filepath.Join("testdata", name))
	require.NoError(t, err)
	write(t, dir, "keys.go", []byte(code))
	args := []string{"build", "-o", filepath.Join(dir, name)}
	if code != "" {
		overlay := `{"Replace": {"` + filepath.Join(folder, "keys.go") + `": "` + filepath.Join(dir, "keys.go") + `"}}`
		args = append(args, "-overlay", write(t, dir, "overlay.json", []byte(overlay)))
	}
	out, err := exec.Command(tool, append(args, "./testdata/"+name)...).CombinedOutput()
	require.NoError(t, err, string(out))
	return filepath.Join(dir, name)
}

func write(t testing.TB, dir, name string, content []byte) (path string) {
	t.Helper()
	path = filepath.Join(dir, name)
	require.NoError(t, os.WriteFile(path, content, 0o600))
	return path
}

// under returns a command that runs in the environment of a file, as bash reads
// it, and in nothing else of a secret.
func under(t testing.TB, env []byte, command ...string) *exec.Cmd {
	t.Helper()
	file := write(t, t.TempDir(), ".env", env)
	script := []string{"-c", `set -a; . "$0" || exit; exec "$@"`, file}
	return exec.Command(program(t, "bash"), append(script, command...)...)
}

func env(t testing.TB, p *rotation.Plan, s rotation.Stage) []byte {
	t.Helper()
	environment, err := p.Environment(s)
	require.NoError(t, err)
	require.False(t, environment.JSON)
	require.Equal(t, ".env", environment.Extension)
	return environment.Text
}

// run returns what the command prints.
func run(t testing.TB, command *exec.Cmd) []byte {
	t.Helper()
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	require.NoError(t, err, stderr.String())
	return out
}

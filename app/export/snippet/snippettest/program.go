// Package snippettest starts the programs that run snippets in tests, and keeps the
// record of what they ran. Nothing but tests imports it.
package snippettest

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Answers asks a running program, which answers each line of standard input with one
// line: see the files in snippet's folder testdata.
type Answers struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Scanner
}

// Start starts a program until the test ends, with these variables besides our own.
func Start(t *testing.T, environment []string, command ...string) *Answers {
	t.Helper()
	program := exec.Command(command[0], command[1:]...)
	program.Env = append(os.Environ(), environment...)
	program.Stderr = os.Stderr
	in, err := program.StdinPipe()
	require.NoError(t, err)
	out, err := program.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, program.Start())
	t.Cleanup(func() {
		_ = in.Close()
		assert.NoError(t, program.Wait(), command[0])
	})
	return &Answers{t, in, bufio.NewScanner(out)}
}

// Ask returns what the snippet of this name answered to "sign" or "verify" with a text,
// or the error that it answered with.
func (a *Answers) Ask(name, action, text string) (string, error) {
	a.t.Helper()
	_, err := fmt.Fprintf(a.in, "%s\t%s\t%s\n", name, action, base64.StdEncoding.EncodeToString([]byte(text)))
	require.NoError(a.t, err)
	require.True(a.t, a.out.Scan(), "the program ended: %v", a.out.Err())
	word, encoded, _ := strings.Cut(a.out.Text(), "\t")
	result, err := base64.StdEncoding.DecodeString(encoded)
	require.NoError(a.t, err, a.out.Text())
	if word != "ok" {
		return "", fmt.Errorf("%s", result)
	}
	return string(result), nil
}

// Need returns the program's path, or skips the test.
func Need(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip("needs the program " + name + ": what it reads is not checked here")
	}
	return path
}

// Output returns what a command prints, without the line end.
func Output(t *testing.T, command ...string) string {
	t.Helper()
	out, err := exec.Command(command[0], command[1:]...).CombinedOutput()
	require.NoError(t, err, "%s: %s", command[0], out)
	return strings.TrimSpace(string(out))
}

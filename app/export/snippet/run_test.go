package snippet_test

import (
	"bufio"
	"encoding/base64"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// program runs the snippets that were written for it. It answers each line of
// standard input with one line: see the files in testdata.
type program struct {
	command []string
	with    string // versions, for the record
	alone   bool   // one process can load one snippet only
	checked string // snippet.Run or snippet.StandIn
}

// answers asks a running program.
type answers struct {
	t   *testing.T
	in  io.Writer
	out *bufio.Scanner
}

func (p program) start(t *testing.T, environment []string) *answers {
	t.Helper()
	command := exec.Command(p.command[0], p.command[1:]...)
	command.Env = append(os.Environ(), environment...)
	command.Stderr = os.Stderr
	in, err := command.StdinPipe()
	require.NoError(t, err)
	out, err := command.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, command.Start())
	t.Cleanup(func() {
		_ = in.Close()
		assert.NoError(t, command.Wait(), p.command[0])
	})
	return &answers{t, in, bufio.NewScanner(out)}
}

// ask returns what the snippet answered, or the error that it answered with.
func (a *answers) ask(v variant, action, text string) (string, error) {
	a.t.Helper()
	_, err := fmt.Fprintf(a.in, "%s\t%s\t%s\n", v.name, action, base64.StdEncoding.EncodeToString([]byte(text)))
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

// each calls test with every variant and a process that can load it, in an
// environment in which value gives each variable its text.
func (p program) each(t *testing.T, all []variant, value func(variant) string, test func(v variant, text string, a *answers)) {
	t.Helper()
	texts := map[string]string{}
	var environment []string
	for _, v := range all {
		if texts[v.name] = value(v); texts[v.name] != "" {
			environment = append(environment, v.name+"="+texts[v.name])
		}
	}
	var running *answers
	for _, v := range all {
		if running == nil || p.alone {
			running = p.start(t, environment)
		}
		test(v, texts[v.name], running)
	}
}

// write writes every variant into the folder, under its variable's name.
func write(t *testing.T, folder, suffix string, all []variant) {
	t.Helper()
	require.NoError(t, os.MkdirAll(folder, 0o700))
	for _, v := range all {
		require.NoError(t, os.WriteFile(filepath.Join(folder, v.name+suffix), []byte(v.code), 0o600))
	}
}

// need returns the program's path, or skips the test.
func need(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skip("needs the program " + name + ": what it reads is not checked here")
	}
	return path
}

// output returns what a command prints, without the line end.
func output(t *testing.T, command ...string) string {
	t.Helper()
	out, err := exec.Command(command[0], command[1:]...).CombinedOutput()
	require.NoError(t, err, "%s: %s", command[0], out)
	return strings.TrimSpace(string(out))
}

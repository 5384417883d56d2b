package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"
)

// The examples of the README are run line by line, as somebody pastes them into a shell,
// in one folder. Those that do not say so exit with 0.
func TestTheExamplesOfTheREADMERun(t *testing.T) {
	lines := readmeLines(t)
	require.Greater(t, len(lines), 10)
	script := ""
	for _, line := range lines {
		want := "0"
		if strings.HasSuffix(line, "# exits with 1") {
			want = "1"
		}
		script += "code " + want + " '" + strings.ReplaceAll(line, "'", "''") + "'\n"
		if _, says, found := strings.Cut(line, "# says: "); found {
			script += "stdout '" + says + "'\n"
		}
	}
	folder := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(folder, "readme.txtar"), []byte(script), 0o600))
	testscript.Run(t, testscript.Params{Dir: folder, Cmds: map[string]func(*testscript.TestScript, bool, []string){"code": code}})
}

// readmeLines returns the lines of the examples that are commands.
func readmeLines(t *testing.T) (lines []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	require.NoError(t, err)
	_, section, found := strings.Cut(string(text), "\n## In a terminal\n")
	require.True(t, found)
	_, block, found := strings.Cut(section, "```sh\n")
	require.True(t, found)
	block, _, _ = strings.Cut(block, "\n```")
	for line := range strings.SplitSeq(block, "\n") {
		if line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

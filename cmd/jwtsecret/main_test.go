package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"jwtsecret": func() {
		os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, clock()))
	}})
}

// clock stands still at the moment that a script sets.
func clock() func() time.Time {
	at, err := time.Parse(time.RFC3339, os.Getenv("NOW"))
	if err != nil {
		return time.Now
	}
	return func() time.Time { return at }
}

// The scripts are the commands as people type them. What they write is in the scripts,
// too: UPDATE_SCRIPTS=1 go test ./cmd/jwtsecret writes it there anew, to be read.
func TestTheScriptsDoWhatTheySay(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                filepath.Join("testdata", "script"),
		UpdateScripts:      os.Getenv("UPDATE_SCRIPTS") != "",
		RequireUniqueNames: true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("TZ", "UTC")
			return nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"same": same, "code": code},
	})
}

// same compares what the last command wrote, its random parts replaced by words, with a
// file: same stdout want.
func same(ts *testscript.TestScript, _ bool, args []string) {
	got := run64.ReplaceAllStringFunc(ts.ReadFile(args[0]), func(text string) string {
		if name := sizes[len(text)]; name != "" && strings.Trim(text, "-") != "" {
			return name
		}
		return text
	})
	if got != ts.ReadFile(args[1]) {
		ts.Fatalf("%s is\n%s\nand not\n%s", args[0], got, ts.ReadFile(args[1]))
	}
}

// run64 matches what is made of the characters of base64, and base64url.
var run64 = regexp.MustCompile(`[A-Za-z0-9_+/-]+=?`)

// sizes are those of random texts; nothing else in the scripts has them.
var sizes = map[int]string{22: "<key id>", 43: "<32 bytes>", 44: "<32 bytes, padded>", 64: "<32 bytes, hex>", 86: "<64 bytes>"}

// code runs a line in a shell, and wants this exit code of it: code 1 'echo x | jwtsecret audit'.
func code(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec("sh", "-c", args[1])
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("the exit code is %s and not %s", got, args[0])
	}
}

// The page of help is the page of a terminal of 80 characters, and says which exit codes
// there are.
func TestEveryCommandHasAPageOfHelp(t *testing.T) {
	for name := range commands {
		if name == "help" || name == "version" {
			continue
		}
		page, err := pages.ReadFile("help/" + name + ".txt")
		require.NoError(t, err, name)
		assert.True(t, strings.HasPrefix(string(page), "jwtsecret "+name), name)
		assert.Contains(t, string(page), "\nExamples:\n", name)
		assert.Contains(t, string(page), "\nExit codes: 0, ", name)
		for line := range strings.SplitSeq(string(page), "\n") {
			assert.LessOrEqual(t, len(line), width, line)
		}
	}
}

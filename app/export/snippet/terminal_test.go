package snippet_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/secret"
)

var terminalFormats = []secret.Format{secret.Base64URL, secret.Base64, secret.HexLower}

func TestTerminalsAreOneLine(t *testing.T) {
	for _, f := range terminalFormats {
		commands, err := snippet.Terminals(96, f)
		require.NoError(t, err)
		for _, c := range commands {
			assert.NotContains(t, c.Command, "\n", c.ID)
			assert.Contains(t, c.Command, "96", c.ID)
			assert.NotContains(t, c.Command, "32", c.ID)
		}
	}
}

func TestTerminalsRefuseWhatTheyCannotMake(t *testing.T) {
	for _, size := range []int{secret.MinSize - 1, secret.MaxSize + 1} {
		_, err := snippet.Terminals(size, secret.Base64URL)
		assert.ErrorIs(t, err, secret.ErrSize)
	}
	for _, f := range []secret.Format{secret.HexUpper, secret.Alphanumeric, secret.Raw, secret.JWK} {
		_, err := snippet.Terminals(32, f)
		assert.ErrorIs(t, err, secret.ErrFormat)
	}
}

// versions has how each program tells its version.
var versions = map[string]string{
	"openssl":    `openssl version | cut -d ' ' -f 1-2`,
	"node":       `echo "Node.js $(node -p process.versions.node)"`,
	"python":     `python3 --version`,
	"go":         `echo "Go $(go env GOVERSION | cut -c 3-)"`,
	"powershell": `pwsh --version`,
	"ruby":       `ruby -e 'puts "Ruby #{RUBY_VERSION}"'`,
	"php":        `php -r 'echo "PHP ", PHP_VERSION;'`,
	"java":       `echo "Java $(java --version | head -n 1 | cut -d ' ' -f 2)"`,
}

// programs has the program that a command starts, where it is not its id.
var programs = map[string]string{"python": "python3", "powershell": "pwsh", "java": "jshell"}

func TestTerminalsPrintAFreshSecretOnOneLine(t *testing.T) {
	t.Parallel()
	commands, err := snippet.Terminals(32, secret.Base64URL)
	require.NoError(t, err)
	for i, c := range commands {
		t.Run(c.ID, func(t *testing.T) {
			program := c.ID
			if other, ok := programs[c.ID]; ok {
				program = other
			}
			snippettest.Need(t, program)
			made := map[string]bool{}
			for _, f := range terminalFormats {
				commands, err := snippet.Terminals(100, f)
				require.NoError(t, err)
				made[runTerminal(t, commands[i], f)] = true
			}
			assert.Len(t, made, len(terminalFormats), "the same bytes twice")
			records.Keep(t, "terminal-"+c.ID, snippet.Run, snippettest.Output(t, "sh", "-c", versions[c.ID]))
		})
	}
}

// quickJava makes jshell and the JVM that it starts begin sooner.
const quickJava = "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"

// runTerminal returns the bytes that the command made: 100, which in base64 are
// more than one line of openssl's.
func runTerminal(t *testing.T, c snippet.Terminal, f secret.Format) string {
	t.Helper()
	shell := []string{"sh", "-c"}
	if c.Language == snippet.PowerShell {
		shell = []string{"pwsh", "-NoProfile", "-Command"}
	}
	command := exec.Command(shell[0], append(shell[1:], c.Command)...)
	command.Env = append(os.Environ(), quickJava)
	out, err := command.Output()
	require.NoError(t, err, c.Command)
	key, err := secret.Decode(f, []byte(strings.TrimSuffix(string(out), "\n")))
	require.NoError(t, err, "%s: not one line of %v", c.ID, f)
	assert.Len(t, key, 100, c.ID)
	return string(key)
}

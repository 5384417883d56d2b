package snippettest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// ParsedWith is what parses, for the record.
const ParsedWith = "tree-sitter 0.27.1"

// Grammar is that of a language which nothing here compiles.
type Grammar string

// The grammars, as the places where their packages have them.
const (
	CSharp Grammar = "tree-sitter-c-sharp/tree-sitter-c_sharp.wasm"
	Elixir Grammar = "tree-sitter-elixir/tree-sitter-elixir.wasm"
	Kotlin Grammar = "@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm"
)

// Parse says what is wrong with files, or nothing. The script is that of snippet's folder
// testdata. Without node and npm the test is skipped.
func Parse(t *testing.T, script string, g Grammar, files []string) (wrong string) {
	t.Helper()
	node := Need(t, "node")
	dir := npm.Install(t, "web-tree-sitter@0.27.1", "tree-sitter-c-sharp@0.23.5", "tree-sitter-elixir@0.3.5", "@tree-sitter-grammars/tree-sitter-kotlin@1.1.0")
	text, err := os.ReadFile(script)
	require.NoError(t, err)
	script = filepath.Join(dir, "parse.mjs") // beside node_modules, where it finds them
	require.NoError(t, os.WriteFile(script, text, 0o600))
	list := ""
	for _, file := range files {
		list += filepath.Join(dir, "node_modules", string(g)) + "\t" + file + "\n"
	}
	parse := exec.Command(node, script)
	parse.Stdin = strings.NewReader(list)
	out, err := parse.CombinedOutput()
	require.NoError(t, err, string(out))
	return string(out)
}

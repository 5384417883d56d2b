package snippet_test

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/internal/npm"
)

// grammars are those of the languages that nothing here compiles.
var grammars = map[string]string{
	"csharp-identitymodel": "tree-sitter-c-sharp/tree-sitter-c_sharp.wasm",
	"elixir-joken":         "tree-sitter-elixir/tree-sitter-elixir.wasm",
	"kotlin-java-jwt":      "@tree-sitter-grammars/tree-sitter-kotlin/tree-sitter-kotlin.wasm",
}

func TestSnippetsThatNothingRunsParse(t *testing.T) {
	t.Parallel()
	node := snippettest.Need(t, "node")
	dir := npm.Install(t, treeSitter, treeSitterCSharp, treeSitterElixir, treeSitterKotlin)
	script := copyInto(t, dir, "parse.mjs")
	for id, grammar := range grammars {
		s := find(t, id)
		list := ""
		for _, v := range variants(t, s) {
			folder := filepath.Join(dir, id)
			write(t, folder, "", []variant{v})
			list += filepath.Join(dir, "node_modules", grammar) + "\t" + filepath.Join(folder, v.name) + "\n"
		}
		parse := exec.Command(node, script)
		parse.Stdin = strings.NewReader(list)
		wrong, err := parse.CombinedOutput()
		require.NoError(t, err, string(wrong))
		if assert.Empty(t, string(wrong)) {
			records.Keep(t, id, snippet.Parsed, treeSitterVersion)
		}
	}
}

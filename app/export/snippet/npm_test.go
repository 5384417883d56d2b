package snippet_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// What the tests fetch from the npm registry, each of one version.
const (
	jsonwebtoken = "jsonwebtoken@9.0.3"
	jose         = "jose@6.2.17"

	treeSitter        = "web-tree-sitter@0.27.1"
	treeSitterCSharp  = "tree-sitter-c-sharp@0.23.5"
	treeSitterElixir  = "tree-sitter-elixir@0.3.5"
	treeSitterKotlin  = "@tree-sitter-grammars/tree-sitter-kotlin@1.1.0"
	treeSitterVersion = "tree-sitter 0.27.1"
)

// needLibraries returns a folder that has jsonwebtoken and jose, or skips the test.
func needLibraries(t *testing.T) (dir string) {
	t.Helper()
	return npm.Install(t, jsonwebtoken, jose)
}

// copyInto puts a script of testdata beside node_modules, where it finds them.
func copyInto(t *testing.T, dir, name string) string {
	t.Helper()
	script, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	path := filepath.Join(dir, name)
	require.NoError(t, os.WriteFile(path, script, 0o600))
	return path
}

package snippet_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/internal/npm"
)

// needLibraries returns a folder that has jsonwebtoken and jose, or skips the test.
func needLibraries(t *testing.T) (dir string) {
	t.Helper()
	return npm.Install(t, snippettest.Jsonwebtoken, snippettest.Jose)
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

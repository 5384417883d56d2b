package npm_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

func TestAPackageIsFetchedOnceAndEachTestHasAFolderOfItsOwn(t *testing.T) {
	one, another := npm.Install(t, "is-number@7.0.0"), npm.Install(t, "is-number@7.0.0")
	assert.NotEqual(t, one, another)
	kept := func(dir string) string {
		path, err := filepath.EvalSymlinks(filepath.Join(dir, "node_modules", "is-number"))
		require.NoError(t, err)
		return path
	}
	assert.Equal(t, kept(one), kept(another))
	text, err := os.ReadFile(filepath.Join(one, "node_modules", "is-number", "package.json"))
	require.NoError(t, err)
	assert.Contains(t, string(text), `"version": "7.0.0"`)
}

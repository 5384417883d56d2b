package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

func deployed(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(built, meta.DeployDir, name))
	require.NoError(t, err)
	return string(text)
}

// block returns the part of a configuration from the line that begins with
// match to the line that closes it.
func block(t *testing.T, text, match string) string {
	t.Helper()
	_, after, found := strings.Cut(text, "\n"+match+" {\n")
	require.True(t, found, "%s is missing", match)
	indent := match[:len(match)-len(strings.TrimLeft(match, "\t"))]
	inside, _, found := strings.Cut(after, "\n"+indent+"}\n")
	require.True(t, found, match)
	return inside
}

// place says where a host's configuration serves a file.
func place(f meta.File, fixed, asset, missing string) string {
	switch {
	case f.Path == meta.NotFound.Path:
		return missing
	case strings.HasPrefix(f.Path, meta.AssetPrefix):
		return asset
	default:
		return fixed + f.Path
	}
}

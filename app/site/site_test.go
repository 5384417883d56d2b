package site

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnOriginIsASchemeAndAHost(t *testing.T) {
	for _, good := range []string{"", "https://example.org", "https://example.org:8443", "http://127.0.0.1:8080", "http://[::1]:8080"} {
		assert.NoError(t, checkOrigin(good), good)
	}
	for _, bad := range []string{
		"example.org", "https://", "https://example.org/", "https://example.org/app", "https://example.org?a",
		"https://u:p@example.org", "ftp://example.org", "https://example.org;script-src", "//example.org", "HTTPS://example.org",
	} {
		assert.ErrorIs(t, checkOrigin(bad), ErrOrigin, bad)
	}
}

func TestABadOriginStopsTheBuildAtOnce(t *testing.T) {
	_, err := Build(Options{Root: t.TempDir(), Out: t.TempDir(), Origin: "example.org"})
	assert.ErrorIs(t, err, ErrOrigin)
}

// All but the program, twice over: the whole build twice takes minutes and is
// a target of the Makefile.
func TestTheSameSourcesGiveTheSameFiles(t *testing.T) {
	one, version, err := assemble(Options{Root: root}, noPrograms)
	require.NoError(t, err)
	two, again, err := assemble(Options{Root: root}, noPrograms)
	require.NoError(t, err)
	assert.Equal(t, version, again)
	assert.Equal(t, one, two)
	first, err := deployFiles(one)
	require.NoError(t, err)
	second, err := deployFiles(two)
	require.NoError(t, err)
	assert.Equal(t, first, second)
}

func TestAKnownOriginGivesAnotherVersion(t *testing.T) {
	_, anywhere, err := assemble(Options{Root: root}, noPrograms)
	require.NoError(t, err)
	_, somewhere, err := assemble(Options{Root: root, Origin: "https://example.org"}, noPrograms)
	require.NoError(t, err)
	assert.NotEqual(t, anywhere, somewhere)
}

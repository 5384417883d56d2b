package site

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestThePagesEnvironmentKeepsNoSettingThatChangesTheProgram(t *testing.T) {
	base := []string{
		"PATH=/bin", "GOFLAGS=-race", "GOEXPERIMENT=x", "GOWASM=y", "GOFIPS140=latest", "GOROOT=/other",
		"GOOS=plan9", "CGO_CFLAGS=-O0", "GODEBUG=z", "GOPROXY=ignored",
	}
	env := pageEnv(base, "go1.2.3", map[string]string{"GOPROXY": "off", "GOCACHE": "/cache"})

	assert.Subset(t, env, []string{
		"PATH=/bin", "GOPROXY=off", "GOCACHE=/cache", "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0",
		"GOENV=off", "GOWORK=off", "GOTOOLCHAIN=go1.2.3",
	})
	// PATH, the settings taken over, and the six that are fixed.
	assert.Len(t, env, 1+len(keptSettings)+6)
}

func TestTheToolchainIsTheOneOfGoMod(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, writeFile(filepath.Join(dir, "go.mod"), []byte("module m\n\ngo 1.2\n\ntoolchain go1.2.3\n")))
	version, err := toolchain(dir)
	require.NoError(t, err)
	assert.Equal(t, "go1.2.3", version)
}

func TestAGoModWithoutToolchainIsRefused(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, writeFile(filepath.Join(dir, "go.mod"), []byte("module m\n\ngo 1.2\n")))
	_, err := toolchain(dir)
	assert.ErrorIs(t, err, ErrToolchain)
}

func TestAFailingCommandTellsWhatItSaid(t *testing.T) {
	tool, err := newGoTool(root)
	require.NoError(t, err)
	_, err = tool.run("list", "./no-such-folder")
	assert.ErrorContains(t, err, "no-such-folder")
}

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The licences of MIT and BSD ask to come along with every copy, and a program is one.
func TestTheLicencesOfAllThatItIsMadeOfComeAlong(t *testing.T) {
	page, err := pages.ReadFile("help/licences.txt")
	require.NoError(t, err)
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{.Dir}}{{end}}", ".").Output()
	require.NoError(t, err)
	files := map[string]bool{filepath.Join("..", "..", "app", "strength", "general.LICENSE"): true}
	for folder := range strings.FieldsSeq(string(out)) { // ours is one of the modules
		files[filepath.Join(folder, "LICENSE")] = true
	}
	assert.Greater(t, len(files), 2)
	for file := range files {
		text, err := os.ReadFile(file)
		require.NoError(t, err)
		assert.Contains(t, string(page), string(text), file)
	}
	assert.Contains(t, string(page), "The Go Authors")
}

package site

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

func TestTheScriptOfTheWorkersHoldsEverythingButTheirProgram(t *testing.T) {
	script := builtFile(t, "worker.js")
	name := builtProgram(t, "worker")
	program := newFile("/"+name, name, []byte(builtFile(t, name)))
	assert.Contains(t, script, `{"integrity":"`+program.integrity()+`","path":"`+program.Path+`"}`)
	assert.Equal(t, 1, strings.Count(script, "fetch("))
	assert.NotContains(t, script, "importScripts")
	assert.Contains(t, script, "globalThis.Go = class", "the toolchain's script is in it")
	assert.NotContains(t, script, programMark)
}

// A person who comes to make a secret pays nothing for what audits one.
func TestNoPageAsksForTheWorkersByItself(t *testing.T) {
	name := builtProgram(t, "worker")
	builtPages(t, func(t *testing.T, doc *html.Node) {
		for _, n := range elements(doc) {
			for _, a := range n.Attr {
				assert.NotContains(t, []string{"/" + name, meta.JobWorkerPath}, a.Val)
			}
		}
	})
}

func TestAWorkerWithoutAProgramsMarkIsRefused(t *testing.T) {
	dir := t.TempDir()
	for _, script := range []string{"", programMark + programMark} {
		require.NoError(t, writeFile(filepath.Join(dir, "web", "worker.js"), []byte(script)))
		_, err := jobScript(dir, someAssets(t))
		assert.ErrorIs(t, err, ErrPatch)
	}
}

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

func TestTheScriptOfTheAuditorHoldsEverythingButItsProgram(t *testing.T) {
	script := builtFile(t, "worker.js")
	name := builtProgram(t, "auditor")
	file := newFile("/"+name, name, []byte(builtFile(t, name)))
	assert.Contains(t, script, `{"auditor":{"path":"`+file.Path+`","integrity":"`+file.integrity()+`"}}`)
	assert.Equal(t, 1, strings.Count(script, "fetch("))
	assert.NotContains(t, script, "importScripts")
	assert.Contains(t, script, "globalThis.Go = class", "the toolchain's script is in it")
	assert.NotContains(t, script, assetsMark)
	assert.NotContains(t, script, `"lists":{`, "no list is packed unless somebody asks for it")
}

// A person who comes to make a secret pays nothing for what audits one.
func TestNoPageAsksForTheAuditorByItself(t *testing.T) {
	auditor := "/" + builtProgram(t, "auditor")
	builtPages(t, func(t *testing.T, doc *html.Node) {
		for _, n := range elements(doc) {
			for _, a := range n.Attr {
				assert.NotContains(t, []string{auditor, meta.AuditorPath}, a.Val)
			}
		}
	})
}

func TestAnAuditorWithoutTheMarkOfItsAssetsIsRefused(t *testing.T) {
	dir := t.TempDir()
	for _, script := range []string{"", assetsMark + assetsMark} {
		require.NoError(t, writeFile(filepath.Join(dir, "web", "worker.js"), []byte(script)))
		_, err := auditorScript(dir, someAssets(t))
		assert.ErrorIs(t, err, ErrPatch)
	}
}

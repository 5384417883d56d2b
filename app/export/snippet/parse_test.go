package snippet_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
)

func TestSnippetsThatNothingRunsParse(t *testing.T) {
	t.Parallel()
	for id, grammar := range map[string]snippettest.Grammar{
		"csharp-identitymodel": snippettest.CSharp,
		"elixir-joken":         snippettest.Elixir,
		"kotlin-java-jwt":      snippettest.Kotlin,
	} {
		folder := t.TempDir()
		all := variants(t, find(t, id))
		write(t, folder, "", all)
		var files []string
		for _, v := range all {
			files = append(files, filepath.Join(folder, v.name))
		}
		if assert.Empty(t, snippettest.Parse(t, "testdata/parse.mjs", grammar, files)) {
			records.Keep(t, id, snippet.Parsed, snippettest.ParsedWith)
		}
	}
}

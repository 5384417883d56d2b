package pair_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/pair"
	"jwtsecret/app/export/snippet/snippettest"
)

func TestSnippetsThatNothingRunsParse(t *testing.T) {
	t.Parallel()
	const id = "csharp-identitymodel"
	folder := t.TempDir()
	var files []string
	each(t, func(_, algorithm, _ string, s pair.Snippet) {
		if s.ID == id {
			write(t, folder, ".cs", []source{{algorithm + "_sign", s.Sign}, {algorithm + "_verify", s.Verify}})
			files = append(files, filepath.Join(folder, algorithm+"_sign.cs"), filepath.Join(folder, algorithm+"_verify.cs"))
		}
	})
	require.NotEmpty(t, files)
	if assert.Empty(t, snippettest.Parse(t, "../testdata/parse.mjs", snippettest.CSharp, files)) {
		records.Keep(t, id, snippet.Parsed, snippettest.ParsedWith)
	}
}

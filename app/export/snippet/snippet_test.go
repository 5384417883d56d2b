package snippet_test

import (
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// formats has one format of secrets for each way in which a snippet reads them.
var formats = map[token.Encoding]secret.Format{
	token.UTF8:      secret.Alphanumeric,
	token.Hex:       secret.HexLower,
	token.Base64:    secret.Base64,
	token.Base64URL: secret.Base64URL,
}

// variant is one text of a snippet.
type variant struct {
	algorithm secret.Algorithm
	encoding  token.Encoding
	name      string // of the environment variable, another one for each text
	code      string
}

// variants returns all texts of a snippet but for the variable's name.
func variants(t *testing.T, s snippet.Snippet) []variant {
	t.Helper()
	var all []variant
	for _, a := range secret.Algorithms() {
		for _, e := range []token.Encoding{token.UTF8, token.Hex, token.Base64, token.Base64URL} {
			name := fmt.Sprintf("SECRET_%v_%d", a, e)
			code, err := s.Code(name, a, e)
			require.NoError(t, err)
			all = append(all, variant{a, e, name, code})
		}
	}
	return all
}

func find(t *testing.T, id string) snippet.Snippet {
	t.Helper()
	for _, s := range snippet.All() {
		if s.ID == id {
			return s
		}
	}
	t.Fatal("there is no snippet " + id)
	return snippet.Snippet{}
}

func TestEachSnippetIsAFileOfItsOwn(t *testing.T) {
	sources, err := fs.ReadDir(os.DirFS("code"), ".")
	require.NoError(t, err)
	assert.Len(t, snippet.All(), len(sources))

	ids := map[string]bool{}
	for _, s := range snippet.All() {
		assert.False(t, ids[s.ID], s.ID)
		ids[s.ID] = true
		assert.NotEmpty(t, s.Name)
		assert.NotEmpty(t, s.File)
		assert.NotEmpty(t, s.Needs)
	}
}

func TestSnippetsNameTheVariableTheAlgorithmAndItsLeastSize(t *testing.T) {
	least := map[secret.Algorithm]string{secret.HS256: "32 bytes", secret.HS384: "48 bytes", secret.HS512: "64 bytes"} // RFC 7518 §3.2
	for _, s := range snippet.All() {
		for _, v := range variants(t, s) {
			assert.GreaterOrEqual(t, strings.Count(v.code, v.name), 2, "%s: read and named in the error", s.ID)
			assert.Contains(t, v.code, "less than the "+least[v.algorithm]+" that "+v.algorithm.String()+" needs", s.ID)
			assert.NotContains(t, v.code, "JWT_SECRET", s.ID)
			assert.NotContains(t, v.code, "@ ", s.ID)
			for _, a := range secret.Algorithms() {
				if a != v.algorithm {
					others := fmt.Sprintf(`\b%d\b|%d`, a.MinSize(), a.UsableBits())
					assert.NotRegexp(t, others, strings.ReplaceAll(v.code, v.name, ""), s.ID)
				}
			}
		}
	}
}

func TestSnippetsAreShort(t *testing.T) {
	for _, s := range snippet.All() {
		for _, v := range variants(t, s) {
			assert.LessOrEqual(t, strings.Count(v.code, "\n"), 40, "%s %s", s.ID, v.name)
			assert.True(t, strings.HasSuffix(v.code, "\n"), s.ID)
			for line := range strings.Lines(v.code) {
				assert.Equal(t, strings.TrimRight(line, " \t\n")+"\n", line, s.ID)
			}
		}
	}
}

func TestGoSnippetsAreFormatted(t *testing.T) {
	for _, v := range variants(t, find(t, "go-golang-jwt")) {
		formatted, err := format.Source([]byte(v.code))
		require.NoError(t, err)
		assert.Equal(t, string(formatted), v.code)
	}
}

func TestEncodingFollowsFromTheFormat(t *testing.T) {
	for encoding, format := range formats {
		got, ok := snippet.Encoding(format)
		assert.True(t, ok)
		assert.Equal(t, encoding, got)
	}
	got, ok := snippet.Encoding(secret.HexUpper)
	assert.True(t, ok)
	assert.Equal(t, token.Hex, got)
	for _, format := range []secret.Format{secret.Raw, secret.JWK} {
		_, ok := snippet.Encoding(format)
		assert.False(t, ok, format.String())
	}
}

func TestCodeRefusesWhatItCannotWrite(t *testing.T) {
	s := snippet.All()[0]
	_, err := s.Code("A'; exit(); '", secret.HS256, token.UTF8)
	assert.ErrorIs(t, err, export.ErrNameSpace)
	_, err = s.Code("KEY", 0, token.UTF8)
	assert.ErrorIs(t, err, secret.ErrAlgorithm)
}

package pair_test

import (
	"fmt"
	"go/format"
	"io/fs"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/pair"
)

// each calls test with both texts of every snippet.
func each(t *testing.T, test func(name, algorithm, text string, s pair.Snippet)) {
	t.Helper()
	for _, a := range algorithms {
		require.NotEmpty(t, pair.Snippets(a), a)
		for _, s := range pair.Snippets(a) {
			test(s.ID+" sign "+a, a, s.Sign, s)
			test(s.ID+" verify "+a, a, s.Verify, s)
		}
	}
}

func TestEachLibraryHasTwoFiles(t *testing.T) {
	ids := map[string]bool{}
	each(t, func(_, _, _ string, s pair.Snippet) { ids[s.ID] = true })
	sources, err := fs.ReadDir(os.DirFS("code"), ".")
	require.NoError(t, err)
	assert.Len(t, sources, 2*len(ids))
	for _, source := range sources {
		id, rest, _ := strings.Cut(source.Name(), ".")
		assert.True(t, ids[id], source.Name())
		assert.Regexp(t, `^(sign|verify)\.`, rest)
	}
}

func TestEveryAlgorithmHasFiveLanguages(t *testing.T) {
	for _, a := range algorithms {
		languages, ids := map[string]bool{}, map[string]bool{}
		for _, s := range pair.Snippets(a) {
			languages[s.Highlight] = true
			assert.False(t, ids[s.ID], s.ID)
			ids[s.ID] = true
		}
		assert.GreaterOrEqual(t, len(languages), 5, a)
	}
}

func TestOfOtherAlgorithmsThereIsNothing(t *testing.T) {
	for _, a := range []string{"", "none", "HS256", "ES256K", "ECDH-ES", "RSA-OAEP-256", "es256"} {
		assert.Empty(t, pair.Snippets(a), a)
	}
}

func TestSnippetsPinTheAlgorithmAndNoOther(t *testing.T) {
	each(t, func(name, algorithm, text string, _ pair.Snippet) {
		assert.Contains(t, text, algorithm, name)
		for _, other := range append(algorithms, "HS256", "none") {
			if other != algorithm {
				assert.NotRegexp(t, `\b`+other+`\b`, text, name)
			}
		}
	})
}

func TestSnippetsNameTheIssuerAndTheAudience(t *testing.T) {
	each(t, func(name, _, text string, s pair.Snippet) {
		assert.Contains(t, text, "https://issuer.example", name)
		assert.Contains(t, text, "https://api.example", name)
		assert.NotContains(t, text, "@ ", name)
		assert.Contains(t, s.Verify, "https://issuer.example/.well-known/jwks.json", name)
		assert.NotContains(t, s.Verify, "JWT_PRIVATE", name)
		assert.Regexp(t, "JWT_PRIVATE_JWK|JWT_PRIVATE_KEY_FILE", s.Sign, name)
	})
}

func TestSnippetsAreShort(t *testing.T) {
	each(t, func(name, _, text string, _ pair.Snippet) {
		assert.LessOrEqual(t, strings.Count(text, "\n"), 45, name)
		assert.True(t, strings.HasSuffix(text, "\n"), name)
		for line := range strings.Lines(text) {
			assert.Equal(t, strings.TrimRight(line, " \t\n")+"\n", line, name)
			assert.LessOrEqual(t, len(line), 125, name)
		}
	})
}

func TestGoSnippetsAreFormatted(t *testing.T) {
	each(t, func(name, _, text string, s pair.Snippet) {
		if s.Highlight == string(snippet.Go) {
			formatted, err := format.Source([]byte(text))
			require.NoError(t, err, name)
			assert.Equal(t, string(formatted), text, name)
		}
	})
}

func TestHighlightKnowsTheLanguages(t *testing.T) {
	each(t, func(name, _, text string, s pair.Snippet) {
		classes := map[string]bool{}
		for _, span := range snippet.Highlight(snippet.Language(s.Highlight), text) {
			classes[span.Class] = true
		}
		assert.True(t, classes[snippet.String] && classes[snippet.Keyword] && classes[snippet.Comment], name)
	})
}

func TestNeedsSaysWhatTheTestsDid(t *testing.T) {
	said := map[string]string{
		snippet.Run:     "On %s our tests ran it as shown, but for the issuer's address, with %s.",
		snippet.StandIn: "On %s our tests ran it with stand-ins of ours for the library (%s), not with the library itself.",
		snippet.Parsed:  "On %s a parser of the language read it in our tests (%s); they did not run it.",
	}
	each(t, func(name, _, _ string, s pair.Snippet) {
		if r := pair.Records()[s.ID]; r.Checked != "" {
			assert.Contains(t, s.Needs, fmt.Sprintf(said[r.Checked], r.Date, r.With), name)
		}
	})
}

func ExampleSnippets() {
	for _, s := range pair.Snippets("EdDSA") {
		if s.ID == "node-jose" {
			fmt.Print(s.Verify)
		}
	}
	// Output:
	// import { createRemoteJWKSet, jwtVerify } from 'jose'
	//
	// // Fetched when first needed, then kept; fetched again for an unknown kid, but not often.
	// const keys = createRemoteJWKSet(new URL('https://issuer.example/.well-known/jwks.json'))
	//
	// // Rejects unless the signature is right, by this algorithm, and the token is meant for us and has not expired.
	// export async function verify(token) {
	//   const { payload } = await jwtVerify(token, keys, {
	//     algorithms: ['EdDSA'],
	//     issuer: 'https://issuer.example',
	//     audience: 'https://api.example',
	//     requiredClaims: ['exp'],
	//   })
	//   return payload
	// }
}

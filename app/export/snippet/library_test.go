package snippet_test

import (
	"errors"
	"net/url"
	"os/exec"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/export/snippet/snippettest"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestLibraryReadingsNameTheirSource(t *testing.T) {
	for _, r := range snippet.LibraryReadings() {
		source, err := url.Parse(r.Source)
		require.NoError(t, err)
		assert.Equal(t, "https", source.Scheme, r.Library)
		for _, text := range []string{r.Library, r.For, r.Version, r.Call} {
			assert.NotEmpty(t, text, r.Library)
		}
		assert.NotEqual(t, token.Hex, r.Encoding, r.Library)
		assert.False(t, r.BytesOnly && r.Encoding != 0, r.Library)
	}
}

func TestLibrariesThatDecodeBase64SayWhichCharactersTheyTake(t *testing.T) {
	taken := map[string]snippet.Alphabet{}
	for _, r := range snippet.LibraryReadings() {
		if r.Encoding == token.Base64 || r.Base64 != snippet.NoBase64 {
			taken[r.Library+" "+r.Version] = r.Base64
		}
		assert.False(t, r.BytesOnly && r.Base64 != snippet.NoBase64, r.Library)
	}
	assert.Equal(t, map[string]snippet.Alphabet{
		"jjwt 0.12":          snippet.Standard,   // Base64.ctoi throws at - and _
		"jsonwebtoken 8":     snippet.Standard,   // the crate base64's engine STANDARD
		"PostgREST 12":       snippet.BothPadded, // replaceUrlChars, then a decoder that wants padding
		"Kong 3.4":           snippet.Both,       // gsub makes + and / of - and _, and pads
		"Kong 3.9":           snippet.URLSafe,    // since 3.5: decode_base64url of ngx.base64, and pads
		"Apache APISIX 2.11": snippet.Standard,   // ngx.decode_base64
	}, taken)
}

func TestASnippetOfALibraryThatDecodesStandardBase64NamesTheCall(t *testing.T) {
	calls := map[string]string{}
	for _, s := range snippet.All() {
		if call := s.StrictBase64(); call != "" {
			calls[s.ID] = call
			for _, v := range variants(t, s) {
				assert.NotContains(t, v.code, call, "our own code fits every format")
			}
		}
	}
	assert.Equal(t, map[string]string{
		"java-jjwt":         "Keys.hmacShaKeyFor(Decoders.BASE64.decode(text))",
		"rust-jsonwebtoken": "EncodingKey::from_base64_secret(text)",
	}, calls)
}

// readers hand the text of a secret to a library, just as it stands. Each prints
// the token that it makes, or "refused" if the library takes no text.
var readers = map[string]func(t *testing.T, text string) *exec.Cmd{
	"Node.js jsonwebtoken": nodeReader("jsonwebtoken"),
	"JavaScript jose":      nodeReader("jose"),
	"Python PyJWT": func(t *testing.T, text string) *exec.Cmd {
		python, _ := snippettest.Python(t, "jwt", "PyJWT")
		return exec.Command(python, "-c", "import jwt, sys; print(jwt.encode({}, sys.argv[1]))", text)
	},
	"Python Authlib": func(t *testing.T, text string) *exec.Cmd {
		python, _ := snippettest.Python(t, "authlib", "Authlib")
		return exec.Command(python, "-c", "import sys; from authlib.jose import JsonWebToken\n"+
			"print(JsonWebToken(['HS256']).encode({'alg': 'HS256'}, {}, sys.argv[1]).decode())", text)
	},
	"Ruby jwt": func(t *testing.T, text string) *exec.Cmd {
		return exec.Command(snippettest.Need(t, "ruby"), "-rjwt", "-e", "puts JWT.encode({}, ARGV[0], 'HS256')", text)
	},
	"Perl Crypt::JWT": func(t *testing.T, text string) *exec.Cmd {
		return exec.Command(snippettest.Need(t, "perl"), "-MCrypt::JWT=encode_jwt", "-e", "print encode_jwt(payload => {}, key => $ARGV[0], alg => 'HS256')", text)
	},
}

func nodeReader(library string) func(*testing.T, string) *exec.Cmd {
	return func(t *testing.T, text string) *exec.Cmd {
		script := copyInto(t, needLibraries(t), "reading.mjs")
		return exec.Command(snippettest.Need(t, "node"), script, library, text)
	}
}

func TestLibrariesReadATextAsTheTableSays(t *testing.T) {
	t.Parallel()
	// These 44 characters are UTF-8, base64 and base64url, of different lengths.
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 33, Format: secret.HexLower, Count: 1})
	require.NoError(t, err)
	text := secrets[0].Text()[:44]
	checked := 0
	for _, r := range snippet.LibraryReadings() {
		reader, ok := readers[r.For+" "+r.Library]
		if !ok {
			continue
		}
		checked++
		t.Run(r.For+" "+r.Library, func(t *testing.T) {
			command := reader(t, string(text))
			out := snippettest.Output(t, command.Args...)
			if r.BytesOnly {
				assert.Equal(t, "refused", out)
				return
			}
			made, err := token.Parse([]byte(out))
			require.NoError(t, err)
			reading, found := token.Match(made, token.Readings(text))
			require.True(t, found)
			assert.Equal(t, r.Encoding, reading.Encoding)
		})
	}
	assert.Len(t, readers, checked)
}

func TestGolangJWTTakesBytesOnly(t *testing.T) {
	_, err := jwt.New(jwt.SigningMethodHS256).SignedString("a text")
	assert.True(t, errors.Is(err, jwt.ErrInvalidKeyType))
	for _, r := range snippet.LibraryReadings() {
		if r.Library == "golang-jwt" {
			assert.True(t, r.BytesOnly)
		}
	}
}

package paste_test

import (
	"encoding/base64"
	"encoding/json"
	"os/exec"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func mustSign(t *testing.T, key []byte) []byte {
	t.Helper()
	text, err := token.Sign(secret.HS256, key, []byte(`{"sub":"1"}`))
	require.NoError(t, err)
	return text
}

// match returns the match, and in words how the key comes from the text.
func match(t *testing.T, text string, key []byte) (m paste.Match, how string, ok bool) {
	t.Helper()
	parsed, err := token.Parse(mustSign(t, key))
	require.NoError(t, err)
	p := paste.Read([]byte(text))
	m, tried, ok := p.Match(parsed)
	assert.Positive(t, tried)
	how = p.Candidates[m.Candidate].How + ", "
	if m.Mistake != "" {
		return m, how + m.Mistake, ok
	}
	return m, how + "read as " + m.Encoding.String(), ok
}

const pem = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----"

func TestWhatSignedIsNamed(t *testing.T) {
	for name, c := range map[string]struct {
		text, key, how string
		mistake        bool
	}{
		"the text":                    {"hunter2", "hunter2", "the text as it stands, read as UTF-8", false},
		"its base64":                  {"aHVudGVyMg==", "hunter2", "the text as it stands, read as base64", false},
		"the value in quotes":         {`JWT_SECRET="hunter2"`, "hunter2", "the value of JWT_SECRET, without quotes, read as UTF-8", false},
		"the quotes too":              {`JWT_SECRET="hunter2"`, `"hunter2"`, "the value of JWT_SECRET, with its quotes, read as UTF-8", false},
		"the whole line":              {"JWT_SECRET=hunter2", "JWT_SECRET=hunter2", "the text as it stands, read as UTF-8", false},
		"the member k":                {`{"kty":"oct","k":"aHVudGVyMg"}`, "hunter2", "the member k of the JWK, read as base64url", false},
		"the text of the JWK":         {`{"kty":"oct","k":"aHVudGVyMg"}`, `{"kty":"oct","k":"aHVudGVyMg"}`, "the text as it stands, read as UTF-8", false},
		"k, not decoded":              {`{"kty":"oct","k":"aHVudGVyMg"}`, "aHVudGVyMg", "the member k of the JWK, but read as UTF-8", true},
		"a line end that was pasted":  {"hunter2\n", "hunter2\n", "the text as it stands, read as UTF-8", false},
		"a line end that was not":     {"hunter2", "hunter2\n", "the text as it stands, plus a line end: a file often ends in one, and what reads it does not always cut it off", true},
		"the cut at a dollar sign":    {"hunter$2", "hunter", "the text as it stands, cut at the first dollar sign", true},
		"an expanded variable":        {"hun$ter+2", "hun+2", "the text as it stands, with what follows each dollar sign taken for a variable that is not set", true},
		"the other case":              {"ABCD", "abcd", "the text as it stands, in lower case", true},
		"base64 once more":            {"hunter2", "aHVudGVyMg==", "the text as it stands, encoded in base64 once more", true},
		"Latin-1":                     {"pässwort", "p\xe4sswort", "the text, in Latin-1, a byte for each character, read as UTF-8", false},
		"decomposed":                  {"pässwort", "pa\u0308sswort", "the text, in the decomposed form of Unicode (NFD), read as UTF-8", false},
		"a public key":                {pem, pem, "the text as it stands, read as UTF-8", false},
		"a public key and a line end": {pem, pem + "\n", "the text, with one line end behind it, read as UTF-8", false},
		"the empty secret":            {"hunter2", "", "the text as it stands, nothing at all: the empty secret", true},
		"a value behind a prefix":     {"base64:aHVudGVyMg==", "hunter2", "the text, base64 after the prefix base64:, read as base64", false},
		"the prefix too":              {"base64:aHVudGVyMg==", "base64:aHVudGVyMg==", "the text as it stands, read as UTF-8", false},
		"hex of base64":               {"NjE2Mg==", "ab", "the text, decoded from base64, read as hex", false},
	} {
		t.Run(name, func(t *testing.T) {
			m, how, ok := match(t, c.text, []byte(c.key))
			require.True(t, ok)
			assert.Equal(t, c.how, how)
			assert.Equal(t, c.mistake, m.Mistake != "")
			assert.Equal(t, c.key, string(m.Key))
		})
	}
	_, _, ok := match(t, "hunter2", []byte("hunter3"))
	assert.False(t, ok)
}

// Node.js is the judge of what it decodes.
func TestALenientDecoderIsThatOfNode(t *testing.T) {
	node, err := exec.LookPath("node")
	if err != nil {
		t.Skip("node is not installed")
	}
	texts := []string{
		"a sentence is no base64!", "my-super_secret-key", "ab=cd", "a.b.c.d", "super secret, indeed", "pässwörd", "x", "===", "a-b+c/d_e", "7b1fxyz", "7b1", "no",
		"with\nlines in it", "JWT_SECRET=abc", "aaaa====bbbb", strings.Repeat("a b", 9),
	}
	in, err := json.Marshal(texts)
	require.NoError(t, err)
	out, err := exec.Command(node, "-e", "console.log(JSON.stringify(JSON.parse(process.argv[1]).map(t=>['base64','hex'].map(e=>Buffer.from(t,e).toString('base64')))))", string(in)).Output()
	require.NoError(t, err)
	var keys [][]string
	require.NoError(t, json.Unmarshal(out, &keys))
	require.Len(t, keys, len(texts))
	for i, text := range texts {
		for j, encoding := range []string{"base64", "hex"} {
			key, err := base64.StdEncoding.DecodeString(keys[i][j])
			require.NoError(t, err)
			if len(key) == 0 {
				continue
			}
			t.Run(encoding+" of "+text, func(t *testing.T) {
				_, how, ok := match(t, text, key)
				assert.True(t, ok, "%x", key)
				t.Log(how)
			})
		}
	}
}

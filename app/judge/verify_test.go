package judge

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

// verification is the sentence of [Verify] alone.
func verification(pasted, key []byte) string {
	sentence, _ := Verify(pasted, key)
	return sentence
}

func TestVerifySaysWhichReadingSignedAToken(t *testing.T) {
	key := strings.Repeat("00", 32)
	signed := func(a secret.Algorithm, key []byte) string {
		text, err := token.Sign(a, key, []byte(`{"exp":2026}`))
		require.NoError(t, err)
		return string(text)
	}
	for name, c := range map[string]struct{ token, secret, want string }{
		"hex":         {signed(secret.HS256, make([]byte, 32)), key, "Signed with this secret, read as hex: 32 bytes, HS256."},
		"text":        {signed(secret.HS512, []byte(key)), key, "Signed with this secret, read as UTF-8: 64 bytes, HS512."},
		"short":       {signed(secret.HS384, []byte("x")), "x", "read as UTF-8: 1 byte, HS384. That is less than the 48 bytes that RFC 7518"},
		"another":     {signed(secret.HS256, []byte("x")), "y", "None of the 12 keys that this text may stand for signed the token with HS256."},
		"any payload": {tokentest.HS256("eyJhbGciOiJIUzI1NiJ9.W10", "x"), "x", "Signed with this secret, read as UTF-8: 1 byte, HS256."}, // [], which is no object
		"nothing":     {tokentest.HS256("eyJhbGciOiJIUzI1NiJ9.", "x"), "x", "Signed with this secret, read as UTF-8: 1 byte, HS256."},
		"detached":    {"eyJhbGciOiJIUzI1NiJ9.." + strings.Repeat("A", 43), "x", "The payload is not in this token"},
		"RS256":       {"eyJhbGciOiJSUzI1NiJ9.e30.AA", "x", "enter one of them in the place of the secret"},
		"cut":         {"eyJhbGciOiJIUzI1NiJ9.e30", "x", "The signature of this token is missing"},
		"encrypted":   {"eyJhbGciOiJIUzI1NiIsImVuYyI6IkExMjhHQ00ifQ.a.b.c.d", "x", "encrypted (JWE), not signed"},
		"cut short":   {"eyJhbGciOiJIUzUxMiJ9.e30.AA", "x", "has 1 byte, and one by HS512 has 64"},
		"two parts":   {"a.b", "x", "The token cannot be read: it does not have three parts"},
		"five parts":  {"a.b.c.d.e", "x", "it has five parts"},
		"a space":     {"a. b.c", "x", "it contains white space or a line end"},
		"damaged":     {"eyJhbGciOiJIUzI1NiJ9.e30.A", "x", "The signature cannot be read: it has one character too many or lacks some"},
		"no token":    {"", "x", "Paste a token first."},
		"not base64!": {"a!.b.c", "x", "The header cannot be read: it has a character that is not in base64url"},
	} {
		t.Run(name, func(t *testing.T) {
			assert.Contains(t, verification([]byte(c.token), []byte(c.secret)), c.want)
		})
	}
}

// publicPEM is a public key, which is no secret whoever signs with it.
const publicPEM = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----"

func TestVerifyNeverSaysSomethingFalseOfARightSecret(t *testing.T) {
	for name, c := range map[string]struct{ secret, key, want string }{
		"a line of .env":             {`JWT_SECRET="hunter2"`, "hunter2", "Signed with the value of JWT_SECRET, without quotes, read as UTF-8: 7 bytes, HS256."},
		"the quotes too":             {`JWT_SECRET="hunter2"`, `"hunter2"`, "Signed with the value of JWT_SECRET, with its quotes, read as UTF-8: 9 bytes, HS256."},
		"the quotes, and what to do": {`JWT_SECRET="hunter2"`, `"hunter2"`, "Most services would sign with the value of JWT_SECRET, without quotes instead."},
		"a JWK":                      {`{"kty":"oct","k":"aHVudGVyMg"}`, "hunter2", "Signed with the member k of the JWK, read as base64url: 7 bytes"},
		"a JWK taken as text":        {`{"kty":"oct","k":"aHVudGVyMg"}`, `{"kty":"oct","k":"aHVudGVyMg"}`, "Signed with the text as it stands, read as UTF-8"},
		"k taken as text":            {`{"kty":"oct","k":"aHVudGVyMg"}`, "aHVudGVyMg", "Signed with the member k of the JWK, but read as UTF-8. The key has 10 bytes"},
		"a line end in the file":     {"hunter2", "hunter2\n", "Signed with this secret plus a line end: a file often ends in one"},
		"a line end that was pasted": {"hunter2\n", "hunter2\n", "Signed with the text as it stands, read as UTF-8: 8 bytes"},
		"a cut at a dollar sign":     {"hun$ter2", "hun", "Signed with this secret, cut at the first dollar sign. The key has 3 bytes"},
		"a lenient decoder":          {"my secret, in words", "\x9b\x2b\x1e\x72\xb7\xad\x8a\x7c\x28\xad\xdb", "decoded by a lenient base64 decoder"},
		"RS256 taken for HS256":      {publicPEM, publicPEM + "\n", "Signed with a public key (the text, with one line end behind it): 113 bytes, HS256. Everyone who has that key can sign such tokens"},
		"the empty secret":           {"hunter2", "", "Signed with the empty secret, not with this one"},
		"no secret in its place":     {"JWT_SECRET=", "hunter2", "The secret in this text is empty"},
		"an empty one, and it is":    {"JWT_SECRET=", "", "Signed with the empty secret"},
		"nothing that was tried":     {`JWT_SECRET="hunter2"`, "hunter3", "None of the "},
	} {
		t.Run(name, func(t *testing.T) {
			text, err := token.Sign(secret.HS256, []byte(c.key), []byte("{}"))
			require.NoError(t, err)
			for carrier, pasted := range map[string]string{"alone": string(text), "in a header": "Authorization: Bearer " + string(text), "in JSON": `{"access_token":"` + string(text) + `"}`} {
				assert.Contains(t, verification([]byte(pasted), []byte(c.secret)), c.want, carrier)
			}
		})
	}
}

func TestVerifyAnswersProgramsToo(t *testing.T) {
	signed := func(key string) string {
		text, err := token.Sign(secret.HS256, []byte(key), []byte("{}"))
		require.NoError(t, err)
		return string(text)
	}
	for name, c := range map[string]struct {
		token, secret string
		want          Signer
	}{
		"the secret":       {signed("hunter2"), "hunter2", SignedByIt},
		"in its wrapping":  {signed("hunter2"), `JWT_SECRET="hunter2"`, SignedByIt},
		"another":          {signed("hunter2"), "hunter3", NotSigned},
		"RS256":            {"eyJhbGciOiJSUzI1NiJ9.e30.AA", "hunter2", NotSigned},
		"the empty secret": {signed(""), "hunter2", ByMistake},
		"a line end":       {signed("hunter2\n"), "hunter2", ByMistake},
		"with its quotes":  {signed(`"hunter2"`), `JWT_SECRET="hunter2"`, ByMistake},
		"a public key":     {signed(publicPEM), publicPEM, ByMistake},
		"no token":         {"a.b", "hunter2", Unread},
		"nothing":          {"", "hunter2", Unread},
		"a long secret":    {signed("hunter2"), strings.Repeat("x", 64<<10+1), Unread},
	} {
		t.Run(name, func(t *testing.T) {
			_, signer := Verify([]byte(c.token), []byte(c.secret))
			assert.Equal(t, c.want, signer)
		})
	}
}

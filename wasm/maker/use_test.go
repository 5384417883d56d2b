package main

import (
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// held makes a secret for the question.
func held(t *testing.T, r secret.Request) *job.Held {
	t.Helper()
	r.Count = 1
	secrets, err := secret.Generate(r)
	require.NoError(t, err)
	return &job.Held{Request: r, Text: secrets[0].Text()}
}

// forUse asks about a base64url secret for HS384, for an .env file.
func forUse(t *testing.T) job.Use {
	t.Helper()
	r := secret.Request{Algorithm: secret.HS384, Size: 48, Format: secret.Base64URL}
	return job.Use{Form: r, Name: "JWT_SECRET", Target: "dotenv", Library: "node-jose", Claims: `{"sub":"you"}`, Held: held(t, r)}
}

// used returns the only answer, its text and its tokens.
func used(t *testing.T, u job.Use) (*job.Used, string, []string) {
	t.Helper()
	request, err := job.Encode(job.Request{Use: &u})
	require.NoError(t, err)
	events := ask(t, request)
	require.Len(t, events, 1)
	require.NotNil(t, events[0].Used, events[0].Failed)
	text, tokens, ok := events[0].Used.Split()
	require.True(t, ok)
	var signed []string
	for _, s := range tokens {
		signed = append(signed, string(s))
	}
	return events[0].Used, string(text), signed
}

func joined(spans []job.Span) string {
	var code strings.Builder
	for _, s := range spans {
		code.WriteString(s.Text)
	}
	return code.String()
}

func TestTheSecretIsWrittenForEveryTargetAsItWouldBeAnywhere(t *testing.T) {
	u := forUse(t)
	key, err := secret.Decode(secret.Base64URL, u.Held.Text)
	require.NoError(t, err)
	u.Held.KeyID = "kept"
	for _, target := range export.Targets() {
		u.Target = target.ID
		answer, text, _ := used(t, u)
		entry := export.Entry{Name: "JWT_SECRET", Value: u.Held.Text, Key: key, Algorithm: secret.HS384, Size: 48, KeyID: "kept"}
		want, err := target.Write(entry)
		require.NoError(t, err)
		assert.Equal(t, string(want), text, target.ID)
		assert.Equal(t, job.Written{
			ID: target.ID, KeyID: "kept", FileName: target.FileName(entry), Advice: target.Advice, Size: len(want),
		}, *answer.Target)
	}
}

func TestAKeyIDIsDrawnOnceAndKept(t *testing.T) {
	u := forUse(t)
	u.Target = "jwk"
	answer, text, _ := used(t, u)
	require.NotEmpty(t, answer.Target.KeyID)
	assert.Contains(t, text, `"kid":"`+answer.Target.KeyID+`"`)

	u.Held.KeyID = answer.Target.KeyID
	_, again, _ := used(t, u)
	assert.Equal(t, text, again)

	u.Held.KeyID = ""
	answer, _, _ = used(t, u)
	assert.NotContains(t, text, answer.Target.KeyID, "another secret gets another one")

	u.Form.Format = secret.JWK
	u.Held = held(t, u.Form)
	answer, _, _ = used(t, u)
	assert.Contains(t, string(u.Held.Text), `"kid":"`+answer.Target.KeyID+`"`, "a key keeps the one that it has")
}

func TestWhatCannotBeWrittenGetsASentenceAndNoText(t *testing.T) {
	for name, c := range map[string]struct {
		spoil func(u *job.Use)
		want  string
	}{
		"a name with a space": {func(u *job.Use) { u.Name = "JWT SECRET" }, "Correct the variable's name"},
		"no name":             {func(u *job.Use) { u.Name = "" }, "Correct the variable's name"},
		"a secret for a name": {func(u *job.Use) { u.Name = "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MA" }, "Correct the variable's name"},
		"a reserved name":     {func(u *job.Use) { u.Name, u.Target = "GITHUB_SECRET", "github" }, "keeps for itself"},
		"too long to type": {func(u *job.Use) {
			u.Target = "vault"
			u.Held = held(t, secret.Request{Algorithm: secret.HS256, Size: 1024, Format: secret.HexLower})
		}, "1023 bytes"},
	} {
		u := forUse(t)
		c.spoil(&u)
		answer, text, _ := used(t, u)
		assert.Contains(t, answer.Target.Problem, c.want, name)
		assert.Empty(t, text, name)
		assert.Empty(t, answer.Target.FileName, name)
	}
}

func TestASampleOfEachReadingIsSignedWithThatKey(t *testing.T) {
	u := forUse(t)
	u.Held = held(t, secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.HexLower})
	answer, _, tokens := used(t, u)
	require.Len(t, tokens, 3)
	// 64 hexadecimal digits: 64 bytes of text, 32 in hex, and 48 by 6 bits a digit
	want := []job.Sample{
		{Encoding: "UTF-8", Name: "UTF-8", KeySize: 64}, {Encoding: "hex", Name: "hex", KeySize: 32},
		{Encoding: "base64", Name: "base64 or base64url", KeySize: 48},
	}
	for i, key := range token.Readings(u.Held.Text)[:3] {
		parsed, err := jwt.Parse(tokens[i], func(*jwt.Token) (any, error) { return key.Key, nil }, jwt.WithValidMethods([]string{"HS256"}))
		require.NoError(t, err)
		assert.Equal(t, "you", parsed.Claims.(jwt.MapClaims)["sub"])
		want[i].Size = len(tokens[i])
	}
	assert.Equal(t, want, answer.Samples)
}

func TestClaimsThatAreNoneGetASentenceAndNoToken(t *testing.T) {
	for claims, want := range map[string]string{
		"": "one JSON object", "[]": "one JSON object", `{"a":1,"a":2}`: "no name twice",
		`{"a":"` + strings.Repeat("a", token.MaxSize) + `"}`: "65536 characters",
	} {
		u := forUse(t)
		u.Claims = claims
		answer, text, tokens := used(t, u)
		assert.Contains(t, answer.ClaimsProblem, want)
		assert.Empty(t, strings.Join(tokens, ""))
		assert.NotEmpty(t, answer.Samples, "their sizes are still known")
		assert.NotEmpty(t, text)
	}
}

func TestWithoutASecretThereIsWhatNeedsNone(t *testing.T) {
	u := forUse(t)
	u.Held = nil
	answer, text, tokens := used(t, u)
	assert.Nil(t, answer.Target)
	assert.Empty(t, answer.Samples)
	assert.Empty(t, text)
	assert.Empty(t, tokens)
	assert.NotEmpty(t, answer.Snippet.Spans)
	assert.NotEmpty(t, answer.Commands)
	assert.Len(t, answer.Libraries, len(snippet.LibraryReadings()))
}

func TestTheCodeIsThatOfTheFormAndIsMarked(t *testing.T) {
	u := forUse(t)
	u.Name, u.Form = "SIGNING_KEY", secret.Request{Algorithm: secret.HS512, Format: secret.HexUpper}
	for _, s := range snippet.All() {
		u.Library = s.ID
		answer, _, _ := used(t, u)
		want, err := s.Code("SIGNING_KEY", secret.HS512, token.Hex)
		require.NoError(t, err)
		assert.Equal(t, want, joined(answer.Snippet.Spans), s.ID)
		assert.Greater(t, len(answer.Snippet.Spans), 5, s.ID)
		assert.Equal(t, []string{s.File, s.Needs}, []string{answer.Snippet.File, answer.Snippet.Needs})
		assert.Contains(t, strings.ToLower(answer.Snippet.Record), "our tests", s.ID)
	}
}

func TestAFormThatNoCodeFitsGetsASentence(t *testing.T) {
	u := forUse(t)
	u.Form.Format = secret.JWK
	answer, _, _ := used(t, u)
	assert.Contains(t, answer.Snippet.Problem, "No variable carries this format")
	assert.Empty(t, answer.Snippet.Spans)
	assert.Contains(t, answer.CommandsProblem, "base64url, base64 and hex")
	assert.Empty(t, answer.Commands)

	u = forUse(t)
	u.Name, u.Form.Size = "1", 0
	answer, _, _ = used(t, u)
	assert.Contains(t, answer.Snippet.Problem, "Correct the variable's name")
	assert.Contains(t, answer.CommandsProblem, "1 to 1,024 bytes")
	assert.Equal(t, 1024, secret.MaxSize)
}

func TestCommandsMakeTheSizeAndFormatOfTheForm(t *testing.T) {
	u := forUse(t)
	u.Form.Size, u.Form.Format = 96, secret.HexUpper
	answer, _, _ := used(t, u)
	want, err := snippet.Terminals(96, secret.HexLower)
	require.NoError(t, err)
	require.Len(t, answer.Commands, len(want))
	for i, c := range answer.Commands {
		assert.Equal(t, []string{want[i].ID, want[i].Name, want[i].Command}, []string{c.ID, c.Name, joined(c.Spans)})
	}
}

func TestVerifySaysWhichReadingSignedAToken(t *testing.T) {
	key := []byte(strings.Repeat("00", 32))
	signed := func(a secret.Algorithm, key []byte) string {
		text, err := token.Sign(a, key, []byte(`{"exp":`+time.Now().Format("2006")+`}`))
		require.NoError(t, err)
		return string(text)
	}
	for _, c := range []struct{ token, secret, want string }{
		{signed(secret.HS256, make([]byte, 32)), string(key), "Signed with this secret, read as hex: 32 bytes, HS256."},
		{" " + signed(secret.HS512, key) + "\n", string(key), "Signed with this secret, read as UTF-8: 64 bytes, HS512."},
		{signed(secret.HS384, []byte("x")), "x", "read as UTF-8: 1 byte, HS384. That is less than the 48 bytes that RFC 7518"},
		{signed(secret.HS256, []byte("x")), "y", "No reading of this secret signed the token with HS256."},
		{"eyJhbGciOiJSUzI1NiJ9.e30.AA", "x", "no secret can have signed it"}, // alg RS256
		{"a.b", "x", "not a token that can be read"},
		{" \n", "x", "Paste a token first."},
		{"a.b.c", "", "Paste the token's secret"},
	} {
		request, err := job.Encode(job.Request{Verify: &job.Verify{Token: []byte(c.token), Secret: []byte(c.secret)}})
		require.NoError(t, err)
		events := ask(t, request)
		require.Len(t, events, 1)
		assert.Contains(t, events[0].Verified, c.want)
	}
}

func TestASecretThatIsNoneGetsASentence(t *testing.T) {
	for name, spoil := range map[string]func(h *job.Held){
		"too short": func(h *job.Held) { h.Text = h.Text[1:] },
		"no rule":   func(h *job.Held) { h.Request.Size = 1 },
		"none":      func(h *job.Held) { h.Request.Count = 0 },
	} {
		u := forUse(t)
		spoil(u.Held)
		request, err := job.Encode(job.Request{Use: &u})
		require.NoError(t, err)
		events := ask(t, request)
		require.Len(t, events, 1, name)
		assert.NotEmpty(t, events[0].Failed, name)
	}
}

package judge

import (
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/token/tokentest"
)

const hs256 = `{"alg":"HS256"}`

// encode writes one part of a token.
func encode(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

// The signatures are made by no code of ours.
func TestATokenOfAnyPayloadIsShownAndItsSecretGuessed(t *testing.T) {
	const unencoded = `{"alg":"HS256","b64":false,"crit":["b64"]}`
	deep := strings.Repeat(`["]",`, 5000) + "0" + strings.Repeat("]", 5000)
	inner := tokentest.HS256(encode(hs256)+"."+encode("{}"), "inner")
	for name, c := range map[string]struct{ input, title, shown, code string }{
		"an array":          {encode(hs256) + "." + encode("[]"), "Payload", "[]", "payload-not-an-object"},
		"an array of two":   {encode(hs256) + "." + encode(`["a","b"]`), "Payload", "[\n  \"a\",\n  \"b\"\n]", "payload-not-an-object"},
		"a sentence":        {encode(hs256) + "." + encode("<b>Signed</b>\n\tas it is."), "Payload", "<b>Signed</b>\n\tas it is.", "payload-not-json"},
		"one that deceives": {encode(hs256) + "." + encode("safe\u202eefas\u200b\r"), "Payload", `safe\u202eefas\u200b\r`, "payload-not-json"},
		"claims twice":      {encode(hs256) + "." + encode(`{"a":1,"a":2}`), "Payload", "{\n  \"a\": 1,\n  \"a\": 2\n}", "payload-name-twice"},
		"deep":              {encode(hs256) + "." + encode(deep), "Payload", deep, "payload-not-an-object"},
		"deep claims":       {encode(hs256) + "." + encode(`{"a":`+deep+"}"), "Payload", `{"a":` + deep + "}", "payload-too-deep"},
		"Latin-1":           {encode(hs256) + "." + encode("caf\xe9"), "Payload, in hexadecimal", "63 61 66 e9", "payload-not-text"},
		"bytes in ASCII":    {encode(hs256) + "." + encode("\x01abc"), "Payload, in hexadecimal", "01 61 62 63", "payload-not-json"},
		"a token":           {encode(hs256) + "." + encode(inner), "Payload", inner, "payload-is-a-token"},
		"unencoded":         {encode(unencoded) + `.{"sub":"a b"}`, "Payload", "{\n  \"sub\": \"a b\"\n}", "payload-unencoded"},
		"detached":          {encode(hs256) + ".", "Payload, empty", "", "payload-detached"},
	} {
		t.Run(name, func(t *testing.T) {
			text := tokentest.HS256(c.input, "secret")
			report := auditOf(t, text).Token
			require.NotNil(t, report)
			assert.Equal(t, c.title, report.PayloadTitle)
			assert.Equal(t, c.shown, string(report.Payload))
			assert.Empty(t, report.NoSecret)
			require.NotEmpty(t, report.Findings)
			assert.Equal(t, c.code, report.Findings[len(report.Findings)-1].Code)
			hit := last(t, ask(t, job.Request{Attack: &job.Attack{Token: []byte(text), Shares: 1}}, nil)).Hit
			require.NotNil(t, hit)
			assert.Equal(t, "secret", string(hit.Secret))
		})
	}
}

func TestATokenThatNoSecretFitsIsShownWithTheReason(t *testing.T) {
	whole := tokentest.HS256(encode(`{"alg":"HS512"}`)+"."+encode(`{"exp":1}`), "secret")
	cut, _, _ := strings.Cut(whole, "."+whole[strings.LastIndexByte(whole, '.')+1:])
	for name, c := range map[string]struct{ text, title, code, says string }{
		"HS512, 32 bytes":   {whole, "Payload", "signature-size", "has 32 bytes, and one by HS512 has 64"},
		"without signature": {cut, "Payload", "signature-missing", "signature of this token is missing"},
		"encrypted":         {encode(`{"alg":"dir","enc":"A128GCM"}`) + "..AAAA.AAAA.AAAA", "Payload, encrypted", "encrypted", "encrypted (JWE), not signed"},
		"its names as ours": {encode(`{"alg":"HS256","enc":"A128GCM"}`) + ".a.b.c.d", "Payload, encrypted", "encrypted", "encrypted (JWE), not signed"},
	} {
		t.Run(name, func(t *testing.T) {
			report := auditOf(t, c.text).Token
			require.NotNil(t, report)
			assert.Contains(t, string(report.Header), `"alg": "`)
			assert.Equal(t, c.title, report.PayloadTitle)
			assert.Contains(t, report.NoSecret, c.says)
			assert.NotContains(t, report.NoSecret, "shared secret", "what is not known is not said")
			assert.Equal(t, c.code, report.Findings[0].Code)
			assert.Equal(t, report.NoSecret, last(t, ask(t, job.Request{Attack: &job.Attack{Token: []byte(c.text), Shares: 1}}, nil)).Failed)
		})
	}
}

// What the header holds cannot deceive either.
func TestInvisibleCharactersOfTheHeaderAreShown(t *testing.T) {
	report := auditOf(t, encode("{\"alg\":\"HS256\",\"kid\":\"a\u202eb\u00a0c\"}")+".e30."+encode("x")).Token
	require.NotNil(t, report)
	assert.Contains(t, string(report.Header), `"a\u202eb\u00a0c"`)
}

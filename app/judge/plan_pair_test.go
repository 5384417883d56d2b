package judge

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// jwkOf returns a key for ES256 as go-jose writes it, private or public.
func jwkOf(t *testing.T, id string) (private, public []byte) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	k := gojose.JSONWebKey{Key: key, KeyID: id, Algorithm: "ES256", Use: "sig"}
	private, err = json.Marshal(k)
	require.NoError(t, err)
	public, err = json.Marshal(k.Public())
	require.NoError(t, err)
	return private, public
}

func setOf(keys ...[]byte) []byte {
	var texts []string
	for _, k := range keys {
		texts = append(texts, string(k))
	}
	return []byte(`{"keys":[` + strings.Join(texts, ",") + `]}`)
}

// pairAsked is in order, but for what the test changes.
func pairAsked(t *testing.T, change func(*job.Plan)) job.Plan {
	t.Helper()
	_, old := jwkOf(t, "old")
	_, fresh := jwkOf(t, "fresh")
	p := planAsked(func(p *job.Plan) { p.What, p.Published, p.Public, p.Cache = "pair", setOf(old), fresh, 3600 })
	change(&p)
	return p
}

func TestAPlanForAPairHasAKeySetForEachChangeOfIt(t *testing.T) {
	report := Planned(pairAsked(t, func(*job.Plan) {}), planStart)
	require.Empty(t, report.Problems)
	assert.Equal(t, "The plan is ready: 3 deployments, 8 steps.", report.Sentence)
	assert.Equal(t, []string{"tokens for 8 hours", "clock skew 2 minutes", "deployments of 1 hour", "key sets cached for 1 hour", "again after 90 days"}, report.MadeFor)
	require.Len(t, report.Deployments, 2, "the set stays as it is while signers change")
	for i, want := range []string{"old fresh", "fresh"} {
		var set gojose.JSONWebKeySet
		require.Len(t, report.Deployments[i].Files, 1)
		require.NoError(t, json.Unmarshal(report.Deployments[i].Files[0].Text, &set))
		var ids []string
		for _, k := range set.Keys {
			ids = append(ids, k.KeyID)
		}
		assert.Equal(t, want, strings.Join(ids, " "))
	}
	assert.Equal(t, []job.Fact{{Name: "Key id of the new key (ES256)", Text: "fresh"}, {Name: "Key id of the old key", Text: "old"}}, report.KeyIDs)
	assert.Empty(t, report.Codes)
	assert.Contains(t, report.Caption, "11 hours and 2 minutes after the first") // 1 + 1 + 1 hours, 8 hours and 2 minutes
}

func TestAPlanFromASecretToAPairHasCodeAndNoSecret(t *testing.T) {
	report := Planned(pairAsked(t, func(p *job.Plan) { p.What, p.Published = "shared", nil }), planStart)
	require.Empty(t, report.Problems)
	require.Len(t, report.Deployments, 3)
	assert.Len(t, report.Codes, 3)
	env := string(report.Deployments[1].Files[0].Text)
	assert.Contains(t, env, "JWT_SECRET_JWKS=jwks.json\n")
	assert.Contains(t, env, "JWT_SECRET_UNTIL=2027-03-01T19:02:00Z\n") // 9:00, two deployments of an hour, 8 hours and 2 minutes
	for _, d := range report.Deployments {
		for _, f := range d.Files {
			assert.NotContains(t, string(f.Text), previousText)
			assert.NotContains(t, string(f.Text), freshText)
		}
	}
	assert.Equal(t, "jwks.json", report.Deployments[0].Files[1].Name)
	assert.Len(t, report.Deployments[1].Files, 1, "the key set serves every deployment")
	assert.NotContains(t, strings.Join(report.MadeFor, ", "), "cached", "its key set is a file")

	report = Planned(pairAsked(t, func(p *job.Plan) { p.What, p.Kind, p.Lifetime, p.Skew = "shared", "leak", -1, -1 }), planStart)
	require.Empty(t, report.Problems)
	require.Len(t, report.Deployments, 1)
	assert.Len(t, report.Deployments[0].Files, 2)
	assert.Empty(t, report.Picture)
	assert.NotContains(t, report.CodeHint, "mixed time", "there is none")
	assert.Contains(t, report.Steps[2].Title, "leaked secret")
}

func TestTheSharedSecretIsNotCalledAKey(t *testing.T) {
	report := Planned(pairAsked(t, func(p *job.Plan) { p.What, p.Published, p.PreviousKeyID = "shared", nil, []byte("s1") }), planStart)
	assert.Equal(t, job.Fact{Name: "Key id of the shared secret", Text: "s1"}, report.KeyIDs[1])
	assert.Contains(t, report.Caption, "light where it is only accepted", "no secret is published")
}

func TestWhatIsWrongWithTheKeysIsSaidBesideThem(t *testing.T) {
	private, public := jwkOf(t, "fresh")
	modulus := make([]byte, 128)
	for i := range modulus {
		modulus[i] = 0xC5
	}
	short := []byte(`{"kty":"RSA","alg":"RS256","kid":"short","e":"AQAB","n":"` + base64.RawURLEncoding.EncodeToString(modulus) + `"}`)
	unsaid := []byte(`{"kty":"RSA","kid":"long","e":"AQAB","n":"` + base64.RawURLEncoding.EncodeToString([]byte(strings.Repeat(string(modulus), 2))) + `"}`)
	for name, c := range map[string]struct {
		change  func(*job.Plan)
		field   string
		mention string
	}{
		"private":           {func(p *job.Plan) { p.Public = private }, "public", "This is a private key"},
		"published private": {func(p *job.Plan) { p.Published = setOf(private) }, "published", "This set holds a private key or a secret"},
		"none":              {func(p *job.Plan) { p.Public = nil }, "public", "Paste the new public key"},
		"no set":            {func(p *job.Plan) { p.Published = public }, "published", "Paste the key set"},
		"several":           {func(p *job.Plan) { p.Public = setOf(public, short) }, "public", "several keys"},
		"short RSA":         {func(p *job.Plan) { p.Public = short }, "public", "2048"},
		"for encryption": {func(p *job.Plan) { // RFC 8037 A.6
			p.Public = []byte(`{"kty":"OKP","crv":"X25519","kid":"Bob","x":"3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08"}`)
		}, "public", "not for signatures"},
		"no algorithm": {func(p *job.Plan) { p.Public = unsaid }, "public", "“alg”"},
		"one id twice": {func(p *job.Plan) { p.KeyID, p.PreviousKeyID = []byte("old"), nil }, "keyid", "another key"},
		"weak today":   {func(p *job.Plan) { p.Published, p.PreviousKeyID = setOf(short), nil }, "published", "choose “The private key leaked”"},
		"weak beside": {func(p *job.Plan) {
			p.Kind, p.Published, p.PreviousKeyID = "leak", setOf(short, p.Published[len(`{"keys":[`):len(p.Published)-len(`]}`)]), []byte("old")
		}, "published", "leave it out here"},
		"published already": {func(p *job.Plan) { p.Published = setOf(p.Public); p.PreviousKeyID = nil }, "public", "in the published set already"},
		"two that sign": {func(p *job.Plan) {
			_, more := jwkOf(t, "more")
			p.Published = setOf(public, more)
			p.KeyID = []byte("x")
		}, "previouskeyid", "several"},
		"cache": {func(p *job.Plan) { p.Cache = -1 }, "cache", "30 days"},
	} {
		t.Run(name, func(t *testing.T) {
			report := Planned(pairAsked(t, c.change), planStart)
			require.Len(t, report.Problems, 1)
			assert.Equal(t, c.field, report.Problems[0].Field)
			assert.Contains(t, report.Problems[0].Sentence, c.mention)
			assert.Empty(t, report.Deployments)
		})
	}
}

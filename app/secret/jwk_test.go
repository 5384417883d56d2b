package secret_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

func TestJWKIsTheRandomBytesInTheStatedOrder(t *testing.T) {
	random := &recorder{source: secrettest.Predictable()}
	secrettest.ReplaceRandomness(t, random)
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS384, Size: 48, Format: secret.JWK, Count: 2})
	require.NoError(t, err)
	require.Len(t, random.reads, 1+4, "the sample, then for each secret the key and the key id")
	for i := range secrets {
		key, id := random.reads[1+2*i], random.reads[2+2*i]
		require.Len(t, key, 48)
		require.Len(t, id, 16)
		kid := base64.RawURLEncoding.EncodeToString(id)
		assert.Equal(t, `{"kty":"oct","k":"`+base64.RawURLEncoding.EncodeToString(key)+
			`","alg":"HS384","use":"sig","kid":"`+kid+`"}`, string(secrets[i].Text()))
		assert.Equal(t, kid, secrets[i].KeyID())
	}
}

func TestJWKIsJSONForEveryAlgorithm(t *testing.T) {
	for _, a := range secret.Algorithms() {
		secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: 64, Format: secret.JWK, Count: 1})
		require.NoError(t, err)
		var members map[string]string
		require.NoError(t, json.Unmarshal(secrets[0].Text(), &members))
		assert.Len(t, members, 5)
		assert.Equal(t, "oct", members["kty"])
		assert.Equal(t, a.String(), members["alg"])
		assert.Equal(t, "sig", members["use"])
		assert.Equal(t, secrets[0].KeyID(), members["kid"])
		k, err := base64.RawURLEncoding.DecodeString(members["k"])
		require.NoError(t, err)
		assert.Len(t, k, 64)
	}
}

func TestAnyKeyIDIsOneInJSON(t *testing.T) {
	for name, id := range map[string]string{
		"plain": "2026-01:main/eu+1=_.", "quotes": `a"b`, "backslash": `\u0041\`, "a line": "a\nb\r\t", "control": "\x00\x1f\x7f",
		"letters": "Schlüssel 鍵 🔑 \u2028", "markup": "</script>&", "another member": `x","k":"AAAA`,
	} {
		t.Run(name, func(t *testing.T) {
			text := secret.AppendJWK([]byte("before "), secret.HS512, []byte{0xfb, 0xff}, id)
			rest, found := bytes.CutPrefix(text, []byte("before "))
			require.True(t, found)
			var members map[string]string
			require.NoError(t, json.Unmarshal(rest, &members))
			assert.Equal(t, map[string]string{"kty": "oct", "k": "-_8", "alg": "HS512", "use": "sig", "kid": id}, members)
			assert.LessOrEqual(t, len(rest), 80+3+6*len(id))
		})
	}
}

func TestAKeyWithoutAnIDHasNone(t *testing.T) {
	assert.Equal(t, `{"kty":"oct","k":"dg","alg":"HS384","use":"sig"}`, string(secret.AppendJWK(nil, secret.HS384, []byte("v"), "")))
}

func TestAKeyIDThatIsNoTextBecomesOne(t *testing.T) {
	text := secret.AppendJWK(nil, secret.HS256, []byte("v"), "a\xffb")
	assert.Contains(t, string(text), "\"kid\":\"a\ufffdb\"")
}

func TestJWKBelowTheMinimumSaysSoInItsKeyID(t *testing.T) {
	small, enough := generate(t, secret.JWK, 31, 1), generate(t, secret.JWK, 32, 1)
	assert.Regexp(t, `^test-only-[A-Za-z0-9_-]{22}$`, small[0].KeyID())
	assert.Contains(t, string(small[0].Text()), `"kid":"`+small[0].KeyID()+`"`)
	assert.Regexp(t, `^[A-Za-z0-9_-]{22}$`, enough[0].KeyID())
}

func TestKeyIDsAreRandom(t *testing.T) {
	random := &recorder{source: secrettest.Predictable()}
	secrettest.ReplaceRandomness(t, random)
	for i := range 2 {
		id := secret.NewKeyID()
		assert.Equal(t, base64.RawURLEncoding.EncodeToString(random.reads[i]), id)
		assert.Len(t, random.reads[i], 16)
	}
}

func TestOnlyJWKHasAKeyID(t *testing.T) {
	for _, f := range secret.Formats() {
		s := generate(t, f, 32, 1)
		assert.Equal(t, f == secret.JWK, s[0].KeyID() != "", f.String())
	}
}

func TestAChosenKeyIDIsThatOfOneKey(t *testing.T) {
	r := secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.JWK, Count: 1, KeyID: "2026-11:main/eu+1=_."}
	secrets, err := secret.Generate(r)
	require.NoError(t, err)
	assert.Equal(t, r.KeyID, secrets[0].KeyID())
	assert.Contains(t, string(secrets[0].Text()), `"kid":"2026-11:main/eu+1=_."}`)
	r.Count = 2
	assert.ErrorIs(t, r.Validate(), secret.ErrKeyID, "two keys of a set would share it")
	r.Count, r.Size, r.TestOnly = 1, 31, true
	secrets, err = secret.Generate(r)
	require.NoError(t, err)
	assert.Equal(t, "test-only-"+r.KeyID, secrets[0].KeyID())
}

func TestAKeyIDIsShortPlainAndNoPath(t *testing.T) {
	for _, good := range []string{"a", "3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21", "https://example.org/keys/1", "ab+/cd==", strings.Repeat("k", 64), secret.NewKeyID() + "x"} {
		assert.True(t, secret.IsKeyID(good), good)
	}
	for _, bad := range []string{"", " ", "a b", "a\nb", "schlüssel", `a"b`, "a'b", "a;b", "a|b", "$(id)", "../../etc/passwd", "a/../b", "/dev/null", "./key", strings.Repeat("k", 65), "a\x00"} {
		assert.False(t, secret.IsKeyID(bad), bad)
		r := secret.Request{Algorithm: secret.HS256, Size: 32, Format: secret.JWK, Count: 1, KeyID: bad}
		if bad != "" {
			assert.ErrorIs(t, r.Validate(), secret.ErrKeyID, bad)
		}
	}
}

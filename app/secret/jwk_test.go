package secret_test

import (
	"encoding/base64"
	"encoding/json"
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
	require.Len(t, random.reads, 4, "for each secret the key, then the key id")
	for i := range secrets {
		key, id := random.reads[2*i], random.reads[2*i+1]
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

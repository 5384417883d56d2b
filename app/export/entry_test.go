package export_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

func TestJWKIsReadBack(t *testing.T) {
	for _, f := range secret.Formats() {
		secrets := generate(t, f, 32, 1)
		entry, err := export.NewEntry("JWT_SECRET", &secrets[0])
		require.NoError(t, err)
		key, err := secret.Decode(f, secrets[0].Text())
		require.NoError(t, err)
		target := targetByID(t, "jwk")
		text, err := target.Write(entry)
		require.NoError(t, err)
		read, err := secret.Decode(secret.JWK, text)
		require.NoError(t, err)
		assert.Equal(t, key, read, f.String())
		var members map[string]string
		require.NoError(t, json.Unmarshal(text, &members))
		delete(members, "k")
		assert.Equal(t, map[string]string{"kty": "oct", "alg": "HS256", "use": "sig", "kid": entry.KeyID}, members)
		if f == secret.JWK {
			assert.Equal(t, string(secrets[0].Text())+"\n", string(text), "as it was generated")
		}
	}
}

func TestKeyIDsAreRandomAndNotOfTheKey(t *testing.T) {
	secrets := generate(t, secret.Base64URL, 32, 1)
	one, err := export.NewEntry("A", &secrets[0])
	require.NoError(t, err)
	two, err := export.NewEntry("A", &secrets[0])
	require.NoError(t, err)
	assert.Regexp(t, "^[A-Za-z0-9_-]{22}$", one.KeyID) // 16 bytes: ⌈128 / 6⌉ characters
	assert.NotEqual(t, one.KeyID, two.KeyID)
}

func TestJWKSHoldsEveryKey(t *testing.T) {
	secrets := generate(t, secret.Base64, 32, 3)
	var entries []export.Entry
	for i := range secrets {
		entry, err := export.NewEntry("KEY_"+string(rune('A'+i)), &secrets[i])
		require.NoError(t, err)
		entries = append(entries, entry)
	}
	target := targetByID(t, "jwks")
	text, err := target.Write(entries...)
	require.NoError(t, err)
	var set struct{ Keys []json.RawMessage }
	require.NoError(t, json.Unmarshal(text, &set))
	require.Len(t, set.Keys, 3)
	for i, key := range set.Keys {
		read, err := secret.Decode(secret.JWK, key)
		require.NoError(t, err)
		assert.Equal(t, entries[i].Key, read)
	}
}

func TestJWKNeedsAKeyAndItsAlgorithm(t *testing.T) {
	target := targetByID(t, "jwk")
	_, err := target.Write(export.Entry{Name: "A", Value: []byte("v"), Algorithm: secret.HS256})
	assert.ErrorIs(t, err, export.ErrNoSecret)
	_, err = target.Write(export.Entry{Name: "A", Value: []byte("v"), Key: []byte("v")})
	assert.ErrorIs(t, err, secret.ErrAlgorithm)
	text, err := target.Write(export.Entry{Name: "A", Value: []byte("v"), Key: []byte("v"), Algorithm: secret.HS384})
	require.NoError(t, err)
	assert.Equal(t, `{"kty":"oct","k":"dg","alg":"HS384","use":"sig"}`+"\n", string(text), "no kid is better than an empty one")
}

func TestEntryRefusesWipedSecretsAndIsWiped(t *testing.T) {
	secrets := generate(t, secret.Base64, 32, 1)
	_, err := export.NewEntry("A B", &secrets[0])
	assert.ErrorIs(t, err, export.ErrNameSpace)
	entry, err := export.NewEntry("A", &secrets[0])
	require.NoError(t, err)
	key := entry.Key
	entry.Wipe()
	assert.Equal(t, make([]byte, 32), key)
	assert.NotContains(t, secrets[0].Text(), byte(0), "the secret is not the entry's")
	secrets[0].Wipe()
	_, err = export.NewEntry("A", &secrets[0])
	assert.ErrorIs(t, err, export.ErrNoSecret)
	for _, target := range export.Targets() {
		_, err := target.Write(entry)
		assert.ErrorIs(t, err, export.ErrNoSecret, target.ID)
		_, err = target.Write()
		assert.ErrorIs(t, err, export.ErrNoSecret, target.ID)
	}
}

package keypair_test

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// parse reads a text that holds one key and no problem.
func parse(t testing.TB, text string) *keypair.Key {
	t.Helper()
	p, err := keypair.Parse([]byte(text), nil)
	require.NoError(t, err)
	require.Empty(t, p.Problems)
	require.Len(t, p.Keys, 1)
	return p.Keys[0]
}

func TestThumbprintsAreThoseOfTheStandards(t *testing.T) {
	assert.Equal(t, rfc7638Thumbprint, parse(t, rfc7638Key).Thumbprint())
	assert.Equal(t, rfc8037Thumbprint, parse(t, rfc8037Key).Thumbprint())
	for algorithm, want := range map[keypair.Algorithm]string{"ML-DSA-44": rfc9964Thumbprint44, "ML-DSA-65": rfc9964Thumbprint65} {
		k, err := keypair.Generate(keypair.Kind{Algorithm: algorithm}, bytes.NewReader(make([]byte, 32)))
		require.NoError(t, err)
		assert.Equal(t, want, k.Thumbprint())
	}
}

func TestTokensOfTheStandardsAreVerifiedAndSignedAlike(t *testing.T) {
	for _, c := range []struct {
		name, key, token string
		algorithm        keypair.Algorithm
		deterministic    bool // signing anew gives the same
	}{
		{"RFC 7515 A.2", rfc7515A2Key, rfc7515A2Token, "RS256", true},
		{"RFC 7515 A.3", rfc7515A3Key, rfc7515A3Token, "ES256", false},
		{"RFC 7515 A.4", rfc7515A4Key, rfc7515A4Token, "ES512", false},
		{"RFC 8037 A.4", rfc8037Key, rfc8037Token, "EdDSA", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			k := parse(t, c.key)
			input, encoded := cutLast(c.token)
			signature, err := base64.RawURLEncoding.DecodeString(encoded)
			require.NoError(t, err)
			assert.NoError(t, k.Public().Verify(c.algorithm, input, signature))
			own, err := k.Sign(c.algorithm, input)
			require.NoError(t, err)
			assert.NoError(t, k.Verify(c.algorithm, input, own))
			if c.deterministic {
				assert.Equal(t, signature, own)
			}
			signature[0] ^= 1
			assert.ErrorIs(t, k.Verify(c.algorithm, input, signature), keypair.ErrSignature)
		})
	}
}

// cutLast parts a token from its signature.
func cutLast(token string) (input []byte, signature string) {
	i := strings.LastIndexByte(token, '.')
	return []byte(token[:i]), token[i+1:]
}

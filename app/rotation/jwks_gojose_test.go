package rotation_test

import (
	"encoding/json"
	"testing"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestGoJoseSignsAndVerifiesWithTheKeySet(t *testing.T) {
	for _, a := range secret.Algorithms() {
		p, keys := randomPlan(t, a, token.Base64URL)
		ids := []string{p.KeyID(), p.PreviousKeyID()}
		var set gojose.JSONWebKeySet
		require.NoError(t, json.Unmarshal(jwks(t, p, rotation.Switch), &set))
		for i, id := range ids {
			found := set.Key(id)
			require.Len(t, found, 1)
			assert.Equal(t, keys[i], found[0].Key)
			assert.Equal(t, a.String(), found[0].Algorithm)
			assert.Equal(t, "sig", found[0].Use)

			signed, err := gojose.ParseSignedCompact(sign(t, a, keys[i], id, nil), []gojose.SignatureAlgorithm{gojose.SignatureAlgorithm(a.String())})
			require.NoError(t, err)
			_, err = signed.Verify(set) // it picks the key by "kid"
			assert.NoError(t, err)
			_, err = signed.Verify(set.Key(ids[1-i])[0])
			assert.ErrorIs(t, err, gojose.ErrCryptoFailure)
		}
		signer, err := gojose.NewSigner(gojose.SigningKey{Algorithm: gojose.SignatureAlgorithm(a.String()), Key: set.Keys[0]}, nil)
		require.NoError(t, err)
		theirs, err := signer.Sign([]byte(`{"exp":9999999999}`))
		require.NoError(t, err)
		compact, err := theirs.CompactSerialize()
		require.NoError(t, err)
		parsed, err := token.Parse([]byte(compact))
		require.NoError(t, err)
		assert.NoError(t, parsed.Verify(a, keys[0]))
	}
}

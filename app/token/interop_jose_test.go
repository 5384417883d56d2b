package token_test

import (
	"crypto/rand"
	"encoding/json"
	mathrand "math/rand/v2"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

func TestTokensAndThoseOfGoJOSEVerifyInEachOther(t *testing.T) {
	random := mathrand.New(mathrand.NewPCG(3, 4))
	for i := range 1000 {
		a := secret.Algorithms()[i%3]
		algorithm := jose.SignatureAlgorithm(a.String())
		key := make([]byte, a.MinSize()+random.IntN(200))
		_, _ = rand.Read(key)
		payload, err := json.Marshal(tokentest.Claims(random, 4))
		require.NoError(t, err)

		ours, err := token.Sign(a, key, payload)
		require.NoError(t, err)
		parsed, err := jose.ParseSignedCompact(string(ours), []jose.SignatureAlgorithm{algorithm})
		require.NoError(t, err, "%s", payload)
		read, err := parsed.Verify(key)
		require.NoError(t, err, "%s", payload)
		assert.Equal(t, payload, read)

		signer, err := jose.NewSigner(jose.SigningKey{Algorithm: algorithm, Key: key}, nil)
		require.NoError(t, err)
		signed, err := signer.Sign(payload)
		require.NoError(t, err)
		theirs, err := signed.CompactSerialize()
		require.NoError(t, err)
		parsedHere, err := token.Parse([]byte(theirs))
		require.NoError(t, err, "%s", payload)
		assert.NoError(t, parsedHere.Verify(a, key))
		key[0]++
		assert.ErrorIs(t, parsedHere.Verify(a, key), token.ErrSignature)
	}
}

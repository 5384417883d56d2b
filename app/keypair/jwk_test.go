package keypair_test

import (
	"encoding/json"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

func TestEveryMemberStandsInOneOrderWithWhatIsSecretLast(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	k.ID = `a"b`
	assert.Regexp(t, `^\{"kty":"EC","use":"sig","key_ops":\["sign"\],"alg":"ES256","kid":"a\\"b","crv":"P-256","x":"[\w-]{43}","y":"[\w-]{43}","d":"[\w-]{43}"\}$`, string(k.JWK()))
}

func TestEveryKeyIsReadByGoJose(t *testing.T) {
	for _, kind := range kinds(false) {
		if kind.Algorithm.Family() == keypair.AKP || kind.Curve == "X25519" {
			continue // go-jose v4.1 knows neither
		}
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			var read jose.JSONWebKey
			require.NoError(t, json.Unmarshal(k.JWK(), &read))
			if kind.Algorithm.Family() != keypair.Oct { // of which go-jose calls none valid
				assert.True(t, read.Valid())
				assert.False(t, read.IsPublic())
			}
			assert.Equal(t, string(k.Algorithm), read.Algorithm)
			assert.Equal(t, k.Use, read.Use)
			assert.Equal(t, k.ID, read.KeyID)
		})
	}
}

func TestASetIsReadByGoJose(t *testing.T) {
	one, two := generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "EdDSA"})
	var read jose.JSONWebKeySet
	require.NoError(t, json.Unmarshal(keypair.Set(one.Public(), two.Public()), &read))
	require.Len(t, read.Keys, 2)
	assert.Equal(t, one.ID, read.Keys[0].KeyID)
	assert.True(t, read.Keys[1].IsPublic())
	assert.JSONEq(t, `{"keys":[]}`, string(keypair.Set()))
}

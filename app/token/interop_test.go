package token_test

import (
	"crypto/rand"
	"encoding/json"
	mathrand "math/rand/v2"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

var methods = map[secret.Algorithm]jwt.SigningMethod{
	secret.HS256: jwt.SigningMethodHS256,
	secret.HS384: jwt.SigningMethodHS384,
	secret.HS512: jwt.SigningMethodHS512,
}

func TestTokensAndThoseOfGolangJWTVerifyInEachOther(t *testing.T) {
	random := mathrand.New(mathrand.NewPCG(1, 2))
	for i := range 1000 {
		a := secret.Algorithms()[i%3]
		key := make([]byte, 1+random.IntN(200)) // below and beyond the block of each hash
		_, _ = rand.Read(key)
		claims := tokentest.Claims(random, 4)

		theirs, err := jwt.NewWithClaims(methods[a], jwt.MapClaims(claims)).SignedString(key)
		require.NoError(t, err)
		parsed := parse(t, theirs)
		require.NoError(t, parsed.Verify(a, key))
		var read map[string]any
		require.NoError(t, json.Unmarshal(parsed.Payload(), &read))
		assert.Equal(t, claims, read)

		payload, err := json.Marshal(claims)
		require.NoError(t, err)
		ours, err := token.Sign(a, key, payload)
		require.NoError(t, err)
		verified, err := jwt.NewParser(jwt.WithValidMethods([]string{a.String()}), jwt.WithoutClaimsValidation()).
			Parse(string(ours), func(*jwt.Token) (any, error) { return key, nil })
		require.NoError(t, err)
		assert.Equal(t, jwt.MapClaims(claims), verified.Claims)
	}
}

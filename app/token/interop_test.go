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
)

var methods = map[secret.Algorithm]jwt.SigningMethod{
	secret.HS256: jwt.SigningMethodHS256,
	secret.HS384: jwt.SigningMethodHS384,
	secret.HS512: jwt.SigningMethodHS512,
}

// randomClaims makes up claims whose names and values are any text that JSON can
// hold, nested up to four deep.
func randomClaims(random *mathrand.Rand, depth int) map[string]any {
	claims := map[string]any{}
	for range random.IntN(6) {
		claims[randomText(random)] = randomValue(random, depth)
	}
	return claims
}

func randomValue(random *mathrand.Rand, depth int) any {
	switch kind := random.IntN(7); {
	case kind == 0:
		return nil
	case kind == 1:
		return random.IntN(2) == 0
	case kind == 2:
		return float64(random.IntN(1 << 40))
	case kind == 3:
		return random.NormFloat64()
	case kind == 4 && depth > 0:
		return randomClaims(random, depth-1)
	case kind == 5 && depth > 0:
		return []any{randomValue(random, depth-1), randomValue(random, depth-1)}
	default:
		return randomText(random)
	}
}

func randomText(random *mathrand.Rand) string {
	text := make([]rune, random.IntN(12))
	for i := range text {
		text[i] = []rune("abz019 \"\\\n\x00.<>&é€😀")[random.IntN(18)]
	}
	return string(text)
}

func TestTokensAndThoseOfGolangJWTVerifyInEachOther(t *testing.T) {
	random := mathrand.New(mathrand.NewPCG(1, 2))
	for i := range 1000 {
		a := secret.Algorithms()[i%3]
		key := make([]byte, 1+random.IntN(200)) // below and beyond the block of each hash
		_, _ = rand.Read(key)
		claims := randomClaims(random, 4)

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

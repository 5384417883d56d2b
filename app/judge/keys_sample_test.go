package judge

import (
	"crypto/rand"
	"encoding/base64"
	"math/big"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

func TestTheSampleTokenIsOfTheKeyAndLivesForAnHour(t *testing.T) {
	for _, a := range []string{"RS256", "PS384", "ES512", "EdDSA"} {
		r := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: a}, KeyID: "billing-2026"})
		sample, err := jwt.NewParser(jwt.WithValidMethods([]string{a}), jwt.WithExpirationRequired()).
			Parse(string(r.Token), func(*jwt.Token) (any, error) { return goPublic(named(t, r)["public.pem"].Text), nil })
		require.NoError(t, err, a)
		assert.Equal(t, map[string]any{"alg": a, "kid": "billing-2026", "typ": "JWT"}, sample.Header)
		issued, err := sample.Claims.GetIssuedAt()
		require.NoError(t, err)
		expires, err := sample.Claims.GetExpirationTime()
		require.NoError(t, err)
		assert.Equal(t, time.Hour, expires.Sub(issued.Time))
		assert.WithinDuration(t, time.Now(), issued.Time, time.Minute)
		assert.Contains(t, r.Signed, "an hour")
	}
}

// tinyRSA is a private key of 512 bits as a JWK (RFC 7518 §6.3), which Go's library neither
// makes nor uses.
func tinyRSA(t *testing.T) []byte {
	t.Helper()
	e, one := big.NewInt(65537), big.NewInt(1)
	for {
		p, err := rand.Prime(rand.Reader, 256)
		require.NoError(t, err)
		q, err := rand.Prime(rand.Reader, 256)
		require.NoError(t, err)
		less := func(n *big.Int) *big.Int { return new(big.Int).Sub(n, one) }
		d := new(big.Int).ModInverse(e, new(big.Int).Mul(less(p), less(q)))
		if d == nil { // the exponent divides what it must not
			continue
		}
		text := `{"kty":"RSA"`
		for name, n := range map[string]*big.Int{
			"n": new(big.Int).Mul(p, q), "e": e, "d": d, "p": p, "q": q,
			"dp": new(big.Int).Mod(d, less(p)), "dq": new(big.Int).Mod(d, less(q)), "qi": new(big.Int).ModInverse(q, p),
		} {
			text += `,"` + name + `":"` + base64.RawURLEncoding.EncodeToString(n.Bytes()) + `"`
		}
		return []byte(text + "}")
	}
}

func TestAWeakKeySignsNoSample(t *testing.T) {
	r := aboutKeys(t, job.Keys{Text: tinyRSA(t)})
	assert.Empty(t, r.Token)
	assert.Contains(t, r.Signed, "refuses to use it")
	assert.NotEmpty(t, r.Keys[0].Findings)
}

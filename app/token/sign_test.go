package token_test

import (
	"bytes"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func rfcKey(t *testing.T) []byte {
	t.Helper()
	key, err := secret.Decode(secret.Base64URL, []byte(rfc7515Key))
	require.NoError(t, err)
	return key
}

func TestSigningAsInRFC7515GivesItsToken(t *testing.T) {
	parsed := parse(t, rfc7515Token)
	signed, err := token.SignWithHeader(secret.HS256, rfcKey(t), parsed.Header(), parsed.Payload())
	require.NoError(t, err)
	assert.Equal(t, rfc7515Token, string(signed))
}

func TestTokenVerifiesWithItsKeyAndAlgorithmOnly(t *testing.T) {
	key := rfcKey(t)
	for _, a := range secret.Algorithms() {
		signed, err := token.Sign(a, key, []byte(`{"sub":"someone"}`))
		require.NoError(t, err)
		parsed := parse(t, string(signed))
		for _, b := range secret.Algorithms() {
			if a == b {
				assert.NoError(t, parsed.Verify(b, key), "%v", a)
			} else {
				assert.ErrorIs(t, parsed.Verify(b, key), token.ErrAlgorithm, "%v as %v", a, b)
			}
		}
		other := bytes.Clone(key)
		other[0] ^= 1
		assert.ErrorIs(t, parsed.Verify(a, other), token.ErrSignature)
		assert.ErrorIs(t, parsed.Verify(0, key), secret.ErrAlgorithm)
	}
}

func TestEveryChangedBitOfTheSignatureIsRefused(t *testing.T) {
	key := rfcKey(t)
	for bit := range 256 {
		parsed := parse(t, rfc7515Token)
		parsed.Signature()[bit/8] ^= 1 << (bit % 8)
		assert.ErrorIs(t, parsed.Verify(secret.HS256, key), token.ErrSignature)
	}
}

func TestShortOrMissingSignatureIsRefused(t *testing.T) {
	input := string(parse(t, rfc7515Token).SigningInput())
	for _, signature := range []string{"", "dA", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjQ"} {
		assert.ErrorIs(t, parse(t, input+"."+signature).Verify(secret.HS256, rfcKey(t)), token.ErrSignature)
	}
}

func TestTokenWithCritIsRefusedEvenWithTheRightSignature(t *testing.T) {
	_, err := token.SignWithHeader(secret.HS256, rfcKey(t), []byte(`{"alg":"HS256","crit":["exp"]}`), []byte("{}"))
	assert.ErrorIs(t, err, token.ErrCritical)
	assert.ErrorIs(t, parse(t, compact(`{"alg":"HS256","crit":["exp"]}`, "{}")).Verify(secret.HS256, rfcKey(t)), token.ErrCritical)
}

func TestOnlyWhatCanBeReadAgainIsSigned(t *testing.T) {
	key := rfcKey(t)
	sign := func(a secret.Algorithm, header, payload string) error {
		return second(token.SignWithHeader(a, key, []byte(header), []byte(payload)))
	}
	assert.ErrorIs(t, sign(0, `{"alg":"HS256"}`, "{}"), secret.ErrAlgorithm)
	assert.ErrorIs(t, sign(secret.HS256, `{"alg":"none"}`, "{}"), token.ErrAlgorithm)
	assert.ErrorIs(t, sign(secret.HS256, "{}", "{}"), token.ErrAlgorithm)
	assert.ErrorIs(t, sign(secret.HS256, "", "{}"), token.ErrJSON)
	assert.ErrorIs(t, sign(secret.HS256, `{"alg":"HS256"}`, `{"a":1,"a":2}`), token.ErrDuplicate)
	large := `{"a":"` + string(bytes.Repeat([]byte{'x'}, token.MaxSize*3/4)) + `"}`
	assert.ErrorIs(t, sign(secret.HS256, `{"alg":"HS256"}`, large), token.ErrSize)
}

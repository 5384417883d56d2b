package token_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/token"
)

// seeds are where the search begins: tokens that are read, and the edges at
// which others are refused.
var seeds = []string{
	"", ".", "..", "...", "e30.e30.", "e30.e30.AA", "e30.e30.AB", "e30.e31.", "e30=.e30.", "e30.e30.e30.e30.e30",
	rfc7515Token,
	compact(`{"alg":"none","kid":"../../dev/null","crit":["b64"]}`, `{"exp":1e999,"user":{"password":"x","card":"4111111111111111"}}`),
	compact(`{"alg":null,"kid":7,"jwk":{}}`, `{"exp":null,"iat":99999999999999,"a":["a@b.de",[[{}]]]}`),
	compact(`{"alg":"\ud800"}`, "{\"\\u0000\":\"\xff\"}"),
	"eyJhbGciOiJIUzI1NiJ9.e30", "eyJhbGciOiJIUzI1NiJ9..AA", encode(unencodedHeader) + ".a b.AA", encode(`{"enc":"A128GCM"}`) + ".a.b.c.d",
	compact(goodHeader, rfc7515Token),
}

// Whatever is read has one spelling only, and nothing that is read upsets what
// looks at it.
func FuzzParse(f *testing.F) {
	require.NotEmpty(f, seeds)
	for _, seed := range seeds {
		f.Add([]byte(seed), []byte("secret"))
	}
	f.Fuzz(func(t *testing.T, text, secretText []byte) {
		read, anyErr := token.ParseAny(text)
		if anyErr != nil {
			assert.Nil(t, read)
			assert.NotEmpty(t, token.Sentence(anyErr))
		} else {
			checkAny(t, read, text, secretText)
		}
		parsed, err := token.Parse(text)
		if err != nil {
			assert.Nil(t, parsed)
			assert.ErrorAs(t, err, new(*token.ParseError))
			return
		}
		assert.Equal(t, read, parsed)
		e := base64.RawURLEncoding.EncodeToString
		assert.Equal(t, string(text), e(parsed.Header())+"."+e(parsed.Payload())+"."+e(parsed.Signature()))
		for _, finding := range token.Inspect(parsed, time.Unix(1_800_000_000, 0)) {
			assert.NotEmpty(t, finding.Sentence(), finding.Code)
		}
		token.Match(parsed, token.Readings(secretText))
	})
}

// checkAny asks everything of a token that may be none with claims.
func checkAny(t *testing.T, read *token.Token, text, secretText []byte) {
	for _, finding := range token.Inspect(read, time.Unix(now, 0)) {
		assert.NotEmpty(t, finding.Sentence(), finding.Code)
	}
	_, signed := token.Match(read, token.Readings(secretText))
	assert.False(t, signed && read.NoSecret() != "")
	if !errors.Is(read.NotClaims(), token.ErrEncrypted) {
		assert.True(t, bytes.HasPrefix(text, read.SigningInput()))
	}
}

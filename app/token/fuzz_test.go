package token_test

import (
	"encoding/base64"
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
}

// Whatever is read has one spelling only, and nothing that is read upsets what
// looks at it.
func FuzzParse(f *testing.F) {
	require.NotEmpty(f, seeds)
	for _, seed := range seeds {
		f.Add([]byte(seed), []byte("secret"))
	}
	f.Fuzz(func(t *testing.T, text, secretText []byte) {
		parsed, err := token.Parse(text)
		if err != nil {
			assert.Nil(t, parsed)
			assert.ErrorAs(t, err, new(*token.ParseError))
			return
		}
		e := base64.RawURLEncoding.EncodeToString
		assert.Equal(t, string(text), e(parsed.Header())+"."+e(parsed.Payload())+"."+e(parsed.Signature()))
		for _, finding := range token.Inspect(parsed, time.Unix(1_800_000_000, 0)) {
			assert.NotEmpty(t, finding.Sentence(), finding.Code)
		}
		token.Match(parsed, secretText)
	})
}

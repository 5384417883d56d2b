package keypair_test

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

func TestAPublicKeyIsAddedToASet(t *testing.T) {
	old, fresh := generate(t, keypair.Kind{Algorithm: "RS256", Bits: 2048}), generate(t, keypair.Kind{Algorithm: "ES256"})
	merged, err := keypair.Merge(keypair.Set(old.Public()), fresh) // a private key: its public part is meant
	require.NoError(t, err)
	assert.Equal(t, string(keypair.Set(old.Public(), fresh.Public())), string(merged))
	var read jose.JSONWebKeySet
	require.NoError(t, json.Unmarshal(merged, &read))
	assert.Len(t, read.Keys, 2)
	several, err := keypair.Merge(nil, old, fresh)
	require.NoError(t, err)
	assert.Equal(t, string(merged), string(several))
	_, err = keypair.Merge(keypair.Set(old.Public()), fresh, fresh)
	assert.ErrorContains(t, err, "The same key twice")
	alone, err := keypair.Merge(nil, fresh)
	require.NoError(t, err)
	assert.Equal(t, string(keypair.Set(fresh.Public())), string(alone))
}

func TestWhatIsNotKnownOfASetStays(t *testing.T) {
	published := `{"issuer":"x","keys":[{"kty":"new","kid":"1","thing":[1,{"d":2,"e":{"kty":3}}]},{"kty":"OKP","crv":"Ed448","x":"AAAA"}]}`
	fresh := generate(t, keypair.Kind{Algorithm: "ES256"})
	merged, err := keypair.Merge([]byte(published), fresh)
	require.NoError(t, err)
	assert.JSONEq(t, strings.Replace(published, `"AAAA"}`, `"AAAA"},`+string(fresh.Public().JWK()), 1), string(merged))
}

func TestASetIsNotMergedWithWhatMustNotBePublished(t *testing.T) {
	old, fresh := generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "ES256"})
	nameless, twin := fresh.Public(), fresh.Public()
	nameless.ID, twin.ID = "", old.ID
	set := string(keypair.Set(old.Public()))
	short := keypair.Set(publicRSA(t, product(prime(t, 512), prime(t, 512)), 65537, "short"))
	for name, c := range map[string]struct {
		published string
		fresh     *keypair.Key
		want      []string
	}{
		"a private key in the set":     {string(keypair.Set(old)), fresh, []string{"0 set-private"}},
		"a secret in the set":          {`{"keys":[{"kty":"oct","k":"AAAA","kid":"1"}]}`, fresh, []string{"0 set-private"}},
		"a private member of no known": {`{"keys":[{"kty":"new","kid":"1"},{"kty":"new","priv":"AAAA"}]}`, fresh, []string{"1 set-private"}},
		"a seed of a draft":            {`{"keys":[{"kty":"AKP","kid":"1","alg":"ML-DSA-44","seed":"AAAA"}]}`, fresh, []string{"0 set-private"}},
		"a symmetric key":              {set, generate(t, keypair.Kind{Algorithm: "dir"}), []string{"1 set-private"}},
		"the kid of another":           {set, twin, []string{"1 kid-twice"}},
		"the key that is there":        {set, old, []string{"1 key-twice"}},
		"no kid":                       {set, nameless, []string{"1 kid-missing"}},
		"a short key in the set":       {string(short), fresh, []string{"0 rsa-short"}},
		"a short key":                  {set, publicRSA(t, product(prime(t, 512), prime(t, 512)), 65537, "short"), []string{"1 rsa-short"}},
		"an exponent of 1":             {set, publicRSA(t, product(prime(t, 1024), prime(t, 1024)), 1, "one"), []string{"1 rsa-one"}},
		"the kid of a key not known":   {`{"keys":[{"kty":"new","kid":"` + fresh.ID + `"}]}`, fresh, []string{"1 kid-twice"}},
		"a point off its curve":        {`{"keys":[{"kty":"EC","kid":"1","crv":"P-256","x":"AQ","y":"AQ"}]}`, fresh, []string{"0 point"}}, // 1 ≠ 1 - 3 + b, because b is not 3
		"a private member beside":      {`{"keys":[],"d":"AAAA"}`, fresh, []string{"-1 set-private"}},
		"a private key beside":         {`{"keys":[],"backup":[{"keys":[` + string(old.JWK()) + `]}]}`, fresh, []string{"-1 set-private"}},
		"a private key in a key":       {`{"keys":[{"kty":"new","keys":[` + string(old.JWK()) + `]}]}`, fresh, []string{"0 set-private"}},
		"a private PEM in a key":       {`{"keys":[{"kty":"new","pem":["-----BEGIN PRIVATE KEY-----"]}]}`, fresh, []string{"0 set-private"}},
		"no UTF-8":                     {"{\"keys\":[],\"name\":\"\xff\"}", fresh, []string{"-1 json"}},
		"no JSON":                      {"hello", fresh, []string{"-1 json"}},
		"a member twice":               {`{"keys":[],"keys":[]}`, fresh, []string{"-1 duplicate-member"}},
		"a member of a key twice":      {`{"keys":[{"kty":"EC","kty":"RSA"}]}`, fresh, []string{"0 duplicate-member"}},
		"a JWK alone":                  {string(old.Public().JWK()), fresh, []string{"-1 no-set"}},
		"a set of something else":      {`{"keys":{}}`, fresh, []string{"-1 no-set"}},
		"too much":                     {`{"keys":[]` + strings.Repeat(" ", 1<<20) + `}`, fresh, []string{"-1 large"}},
	} {
		t.Run(name, func(t *testing.T) {
			merged, err := keypair.Merge([]byte(c.published), c.fresh)
			assert.Nil(t, merged)
			var refused *keypair.MergeError
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, c.want, codes(refused.Problems))
			assert.Contains(t, err.Error(), refused.Problems[0].Title)
		})
	}
}

func TestASmallExponentOfAPublishedKeyIsNoReasonToRefuse(t *testing.T) {
	old := publicRSA(t, new(big.Int).Mul(prime(t, 1024), prime(t, 1024)), 3, "three")
	_, err := keypair.Merge(keypair.Set(old), generate(t, keypair.Kind{Algorithm: "ES256"}))
	assert.NoError(t, err)
}

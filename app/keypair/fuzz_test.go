package keypair_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// privateMembers are all that must never be published (RFC 7518 §6, RFC 8037 §2, RFC 9964,
// of which the drafts had two more).
var privateMembers = []string{"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv", "priv_exp", "seed"}

// requirePublic fails where a JWK holds a private member.
func requirePublic(t testing.TB, jwk []byte) {
	t.Helper()
	var members map[string]any
	require.NoError(t, json.Unmarshal(jwk, &members))
	for _, name := range privateMembers {
		require.NotContains(t, members, name)
	}
}

func TestNoPublicJWKHoldsAPrivateMember(t *testing.T) {
	for _, kind := range kinds(false) {
		k := generate(t, kind)
		if public := k.Public(); public != nil {
			requirePublic(t, public.JWK())
			requirePublic(t, public.Public().JWK())
		}
	}
}

func FuzzNothingReadPanicsOrPublishesWhatIsPrivate(f *testing.F) {
	seeds := 0
	for _, c := range broken(f) {
		if len(c.text) < 1<<16 {
			f.Add([]byte(c.text))
			seeds++
		}
	}
	for _, kind := range kinds(false) {
		k := generate(f, kind)
		f.Add(k.JWK())
		f.Add(keypair.Set(k))
		for _, write := range []func() ([]byte, error){k.PKCS8, k.SPKI, k.PKCS1, k.SEC1} {
			if text, err := write(); err == nil {
				f.Add(text)
			}
		}
		seeds++
	}
	require.Greater(f, seeds, 50)
	fresh := generate(f, keypair.Kind{Algorithm: "ES256"})
	f.Fuzz(func(t *testing.T, text []byte) {
		requireMergedIsPublic(t, text, fresh)
		p, err := keypair.Parse(text, nil)
		if err != nil {
			return
		}
		for _, k := range p.Keys {
			k.Thumbprint()
			k.Signs()
			public := k.Public()
			if public == nil {
				continue
			}
			requirePublic(t, public.JWK())
			again, err := keypair.Parse(k.JWK(), nil)
			require.NoError(t, err)
			require.Len(t, again.Keys, 1)
			assert.Equal(t, k.Thumbprint(), again.Keys[0].Thumbprint())
			if _, err := public.SPKI(); err != nil {
				assert.ErrorIs(t, err, keypair.ErrForm)
			}
		}
		for _, problem := range append(p.Problems, keypair.Check(p.Keys)...) {
			assert.NotEmpty(t, problem.Sentence)
			assert.Less(t, problem.Key, len(p.Keys))
		}
	})
}

// requireMergedIsPublic fails where a merged set holds a private member.
func requireMergedIsPublic(t *testing.T, published []byte, fresh *keypair.Key) {
	merged, err := keypair.Merge(published, fresh)
	if err != nil {
		return
	}
	var set struct{ Keys []json.RawMessage }
	require.NoError(t, json.Unmarshal(merged, &set))
	require.NotEmpty(t, set.Keys)
	for _, key := range set.Keys {
		requirePublic(t, key)
	}
}

package export_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/secret"
)

// entry has a pointer for the member that is left out when it is false.
type entry struct {
	Alg      string  `json:"alg"`
	Format   string  `json:"format"`
	Bytes    int     `json:"bytes"`
	Bits     float64 `json:"bits"`
	Secret   string  `json:"secret"`
	TestOnly *bool   `json:"testOnly"`
}

func TestJSONListsEverySecret(t *testing.T) {
	yes := true
	for _, f := range textFormats(t) {
		if f == secret.JWK {
			continue // a set of keys, tested below
		}
		for _, size := range []int{31, 32} {
			for _, count := range []int{1, 3} {
				secrets := generate(t, f, size, count)
				text, err := export.JSON(secrets)
				require.NoError(t, err)
				var entries []entry
				require.NoError(t, json.Unmarshal(text, &entries), f.String())
				require.Len(t, entries, count)
				for i := range secrets {
					want := entry{Alg: "HS256", Format: f.String(), Bytes: size, Bits: secrets[i].Bits(), Secret: string(secrets[i].Text())}
					if size < 32 {
						want.TestOnly = &yes
					}
					assert.Equal(t, want, entries[i])
				}
			}
		}
	}
}

func TestJSONHasTheDocumentedMembersOnly(t *testing.T) {
	secrets := generate(t, secret.HexLower, 32, 1)
	text, err := export.JSON(secrets)
	require.NoError(t, err)
	assert.Equal(t, "[\n"+
		`  {"alg":"HS256","format":"hex","bytes":32,"bits":256,"secret":"`+string(secrets[0].Text())+"\"}\n"+
		"]\n", string(text))
}

func TestJSONOfJWKIsAKeySet(t *testing.T) {
	for _, count := range []int{1, 3} {
		secrets := generate(t, secret.JWK, 16, count)
		text, err := export.JSON(secrets)
		require.NoError(t, err)
		var set struct{ Keys []map[string]string }
		require.NoError(t, json.Unmarshal(text, &set))
		require.Len(t, set.Keys, count)
		for i, key := range set.Keys {
			var want map[string]string
			require.NoError(t, json.Unmarshal(secrets[i].Text(), &want))
			assert.Equal(t, want, key)
			assert.Regexp(t, "^test-only-", key["kid"])
		}
	}
}

func TestKeysAndOtherFormatsAreNotMixed(t *testing.T) {
	key, text := generate(t, secret.JWK, 32, 1), generate(t, secret.Base64, 32, 1)
	for _, mixed := range [][]secret.Secret{append(key, text...), append(text, key...)} {
		_, err := export.JSON(mixed)
		assert.ErrorIs(t, err, export.ErrMixed)
	}
}

package attack

import (
	"iter"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

// A machine for texts is given the stems, and what it makes of them is told by the
// candidates: they must be the same, at the same places.
func TestTheStemsOfASourceAreItsCandidates(t *testing.T) {
	for share := range 3 {
		for _, source := range Sources(signedWith(t, secret.HS256, nil), listOf("x", " y "), share, 3) {
			next, stop := iter.Pull2(source.Candidates)
			compared := 0
			for place, stem := range source.stems() {
				made := 0
				for candidate := range stem.all {
					at, want, ok := next()
					require.True(t, ok)
					require.Equal(t, string(want), string(candidate), source.Name)
					require.Equal(t, at, place+made, source.Name)
					made++
				}
				require.Equal(t, stem.count(), made)
				if compared += made; compared > 20_000 {
					break
				}
			}
			if compared <= 20_000 {
				_, _, more := next()
				assert.False(t, more, source.Name)
			}
			stop()
		}
	}
}

// Longer ones would not fit into the tables of the module.
func TestTheAffixesFitIntoAModule(t *testing.T) {
	for _, affix := range slices.Concat(affixes.Suffixes, affixes.Prefixes) {
		assert.LessOrEqual(t, len(affix), kernel.LongestAffix)
	}
}

// The secret is what derives from a word of any length, so long that its forms do not fit
// into a block of the hash, or into a record: first, in the middle and last.
func TestWhatDerivesFromAWordIsFoundAtItsPlace(t *testing.T) {
	long := slices.Repeat([]byte("long"), 64)
	words := [][]byte{[]byte("tiger"), long[:48], long[:49], long[:50], long[:64], long[:65], long[:113], long[:114], long[:129], long[:255], long}
	var all [][]byte
	for _, word := range words {
		for form := range strength.Forms(word) {
			all = append(all, slices.Clone(form))
		}
	}
	vectors := ways(t)["by module"]
	for _, a := range []secret.Algorithm{secret.HS256, secret.HS512} {
		for i := 0; i < len(all); i += 997 {
			attack := open(t, a, all[i])
			vectors(attack)
			first := slices.IndexFunc(all, func(c []byte) bool { _, hit := attack.Try(c); return hit })
			at, hit := attack.Search([]Source{source("one", texts("no")), derived("many", slices.Values(words), 0, 1)}, always)
			require.NotNil(t, hit, "%s: %q", a, all[i])
			require.Equal(t, string(all[first]), string(hit.Secret))
			require.Equal(t, Progress{2 + first, 2 + first, 1 + len(all), "many"}, at)
		}
	}
}

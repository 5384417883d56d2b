package attack

import (
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// mixed returns candidates of all kinds: of one to three keys, some longer than a
// block of either hash, none so short that two of them share a key by chance.
func mixed(t *testing.T, n int) [][]byte {
	t.Helper()
	all := make([][]byte, n)
	for i := range all {
		b := random(t, 12+randomInt(t, 139))
		switch randomInt(t, 4) {
		case 0:
			all[i] = b
		case 1:
			all[i] = fmt.Appendf(nil, "word number %d!", i)
		case 2:
			all[i] = hex.AppendEncode(nil, b)
		default:
			all[i] = base64.URLEncoding.AppendEncode(nil, b)
		}
	}
	return all
}

// The candidates are those of a few batches, and the secret is at every place of
// a vector and around the ends of batches.
func TestASearchInVectorsFindsWhatTheOtherFinds(t *testing.T) {
	vectors := machine(t)
	for _, algorithm := range secret.Algorithms() {
		candidates := mixed(t, 3*kernel.Batch)
		ends := 0 // the candidates of the first batch
		for keys := 0; keys <= kernel.Batch-mostKeys; ends++ {
			keys += len(slices.CompactFunc(token.Readings(candidates[ends]), func(a, b token.Reading) bool { return string(a.Key) == string(b.Key) }))
		}
		for _, place := range []int{0, 1, 2, 3, 4, 5, 6, 7, ends - 2, ends - 1, ends, ends + 1, len(candidates) - 1} {
			readings := token.Readings(candidates[place])
			signed := signedWith(t, algorithm, readings[randomInt(t, len(readings))].Key)
			search := func(machine kernel.Machine) (Progress, *Hit) {
				attack, err := New(signed)
				require.NoError(t, err)
				if machine != nil {
					require.NoError(t, attack.Vectorise(machine))
				}
				return attack.Search([]Source{source("few", texts("x", "y")), source("many", slices.Values(candidates))}, always)
			}
			at, hit := search(vectors)
			require.NotNil(t, hit, "%s, place %d", algorithm, place)
			assert.Equal(t, candidates[place], hit.Secret)
			assert.Equal(t, Progress{3 + place, 3 + place, 2 + len(candidates), "many"}, at)
			slowAt, slowHit := search(nil)
			assert.Equal(t, slowAt, at)
			assert.Equal(t, slowHit, hit)
		}
	}
}

func TestAMachineThatCannotLeavesTheSearchAsItWas(t *testing.T) {
	broken := errors.New("no vectors")
	attack := open(t, secret.HS256, []byte("tiger"))
	err := attack.Vectorise(func([]byte) (func([]byte) bool, error) { return nil, broken })
	assert.ErrorIs(t, err, broken)
	_, hit := attack.Search([]Source{source("one", texts("lion", "tiger"))}, always)
	require.NotNil(t, hit)
	assert.Equal(t, "tiger", string(hit.Secret))
}

// A machine compares one word of the signature, and may be wrong.
func TestAHintOfTheMachineIsVerified(t *testing.T) {
	attack := open(t, secret.HS512, []byte("tiger"))
	asked := 0
	require.NoError(t, attack.Vectorise(func([]byte) (func([]byte) bool, error) {
		return func([]byte) bool { asked++; return true }, nil
	}))
	at, hit := attack.Search([]Source{source("numbers", numbers(5000))}, always)
	assert.Nil(t, hit)
	assert.Equal(t, 5000, at.Tried)
	assert.Greater(t, asked, 5)
}

func TestASearchAllocatesNothingPerCandidate(t *testing.T) {
	attack := open(t, secret.HS256, []byte("other"))
	candidate := []byte("password1234")
	search := func(n int) float64 {
		same := func(yield func([]byte) bool) {
			for range n {
				if !yield(candidate) {
					return
				}
			}
		}
		return testing.AllocsPerRun(3, func() { attack.Search([]Source{source("one", same)}, always) })
	}
	search(3000) // makes room once
	assert.Equal(t, search(1), search(3000))
}

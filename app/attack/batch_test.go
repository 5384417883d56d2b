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

// ways are all ways to try keys, as what they do to an attack: the one that it finds on this
// computer, that of every computer, and a module, as in a browser.
func ways(t testing.TB) map[string]func(*Attack) {
	t.Helper()
	vectors := machine(t)
	return map[string]func(*Attack){
		"as it is":   func(*Attack) {},
		"one by one": func(a *Attack) { a.together(nil) },
		"by module":  func(a *Attack) { require.NoError(t, a.Vectorise(vectors)) },
	}
}

// The candidates are those of a few batches, and the secret is at every place of
// a vector of four or sixteen keys and around the ends of batches.
func TestASearchFindsTheSameInEveryWay(t *testing.T) {
	ways := ways(t)
	for _, algorithm := range secret.Algorithms() {
		candidates := mixed(t, 3*batchKeys)
		ends := 0 // the candidates of the first batch
		for keys := 0; keys <= batchKeys-mostKeys; ends++ {
			keys += len(slices.CompactFunc(token.Readings(candidates[ends]), func(a, b token.Reading) bool { return string(a.Key) == string(b.Key) }))
		}
		for _, place := range []int{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, ends - 2, ends - 1, ends, ends + 1, len(candidates) - 1} {
			readings := token.Readings(candidates[place])
			right := readings[randomInt(t, len(readings))]
			first := slices.IndexFunc(readings, func(r token.Reading) bool { return string(r.Key) == string(right.Key) })
			signed, encoding := signedWith(t, algorithm, right.Key), readings[first].Encoding
			for way, prepare := range ways {
				attack, err := New(signed)
				require.NoError(t, err)
				prepare(attack)
				at, hit := attack.Search([]Source{source("few", texts("x", "y")), source("many", slices.Values(candidates))}, always)
				require.NotNil(t, hit, "%s, place %d, %s", algorithm, place, way)
				want := Progress{3 + place, 3 + place, 2 + len(candidates), "many"}
				assert.Equal(t, want, at)
				assert.Equal(t, Hit{candidates[place], encoding, want}, *hit)
			}
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
	asked := 0
	wrong := func([]byte) bool { asked++; return true }
	for name, prepare := range map[string]func(*Attack){
		"of this processor": func(a *Attack) { a.together(wrong) },
		"for modules": func(a *Attack) {
			require.NoError(t, a.Vectorise(func([]byte) (func([]byte) bool, error) { return wrong, nil }))
		},
	} {
		attack := open(t, secret.HS512, []byte("tiger"))
		prepare(attack)
		asked = 0
		at, hit := attack.Search([]Source{source("numbers", numbers(5000))}, always)
		assert.Nil(t, hit, name)
		assert.Equal(t, 5000, at.Tried, name)
		assert.Greater(t, asked, 1, name)
	}
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

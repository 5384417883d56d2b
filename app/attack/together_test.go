package attack

import (
	"context"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

func withCores(t *testing.T, n int) {
	t.Helper()
	before := runtime.GOMAXPROCS(n)
	t.Cleanup(func() { runtime.GOMAXPROCS(before) })
}

// shared are the numbers from 0, n of them.
func shared(n int) func(share, shares int) []Source {
	return func(share, shares int) []Source {
		return []Source{{Name: "numbers", Candidates: Share(numbers(n), share, shares), Size: func() int { return n }}}
	}
}

// Two of the words make the same key, and different cores have them.
func TestTheCoresTogetherFindTheLikeliestSecretWhicheverIsFaster(t *testing.T) {
	withCores(t, 3)
	signed := signedWith(t, secret.HS256, []byte("tiger"))
	for slow := range 3 {
		sources := func(share, shares int) []Source {
			if share == slow {
				time.Sleep(20 * time.Millisecond) // the others are at the end by then
			}
			return []Source{{Name: "words", Candidates: Share(texts("lion", "cat", "dog", "tiger", "dGlnZXI=", "bird", "cow"), share, shares), Size: func() int { return 7 }}}
		}
		at, hit, err := Together(t.Context(), signed, sources, func(Progress) {})
		require.NoError(t, err)
		require.NotNil(t, hit, "core %d is slow", slow)
		assert.Equal(t, "tiger", string(hit.Secret))
		assert.Equal(t, 4, hit.Place)
		assert.Equal(t, 7, at.Total)
	}
}

// A core that comes late goes on after another's hit, past many ticks, until it is as far.
func TestACoreThatMayFindSomethingLikelierGoesOn(t *testing.T) {
	withCores(t, 2)
	words := slices.Concat(slices.Repeat([]string{"lion"}, 4*tickEvery), []string{"tiger", "dGlnZXI="})
	found := make(chan struct{})
	sources := func(share, shares int) []Source {
		mine := Share(texts(words...), share, shares)
		return []Source{{Name: "words", Candidates: func(yield func(int, []byte) bool) {
			if share == 0 && shares > 1 { // as wasm there is one core, whatever is asked for
				<-found
				time.Sleep(20 * time.Millisecond) // so that the hit is noted
			} else {
				defer close(found)
			}
			mine(yield)
		}, Size: func() int { return len(words) }}}
	}
	_, hit, err := Together(t.Context(), signedWith(t, secret.HS256, []byte("tiger")), sources, func(Progress) {})
	require.NoError(t, err)
	require.NotNil(t, hit)
	assert.Equal(t, "tiger", string(hit.Secret))
}

func TestTheCoresTogetherTryEverythingOnce(t *testing.T) {
	withCores(t, 3)
	const n = 10 * tickEvery
	ticks, last := 0, 0
	at, hit, err := Together(t.Context(), signedWith(t, secret.HS256, []byte("tiger")), shared(n), func(p Progress) {
		ticks++
		assert.Greater(t, p.Tried, last)
		assert.Equal(t, "numbers", p.Source)
		last = p.Tried
	})
	require.NoError(t, err)
	assert.Nil(t, hit)
	assert.Equal(t, n, at.Tried)
	assert.Equal(t, n, at.Total)
	cores := runtime.GOMAXPROCS(0) // as wasm there is one, whatever is asked for
	assert.Equal(t, cores*(n/cores/tickEvery), ticks)
}

func TestTheCoresTogetherStopWhenTheContextEnds(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	at, hit, err := Together(ctx, signedWith(t, secret.HS256, []byte("tiger")), shared(1<<30), func(Progress) { stop() })
	assert.ErrorIs(t, err, context.Canceled)
	assert.Nil(t, hit)
	assert.Positive(t, at.Tried)
	assert.Less(t, at.Tried, 1<<20)
}

func TestACoreThatCanFindNothingLikelierStops(t *testing.T) {
	withCores(t, 2)
	at, hit, err := Together(t.Context(), signedWith(t, secret.HS256, []byte("20001")), shared(1<<30), func(Progress) {})
	require.NoError(t, err)
	require.NotNil(t, hit)
	assert.Equal(t, 20_002, hit.Place)
	assert.Less(t, at.Tried, 1<<22)
}

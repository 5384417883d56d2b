package judge

import (
	"context"
	"errors"
	"runtime"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// shelf is a word list that several may read at once. What is past broken is gone.
type shelf struct {
	text   string
	broken int
}

func (s shelf) Size() int { return len(s.text) }

func (s shelf) Slice(from, to int) ([]byte, error) {
	if s.broken > 0 && from >= s.broken {
		return nil, errors.New("gone")
	}
	return []byte(s.text[from:min(to, len(s.text))]), nil
}

// together attacks on three cores, and returns what it said, the end last.
func together(ctx context.Context, r job.Attack, own WordList) (said []job.Event) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(3))
	end := Together(ctx, r, Lists{Own: own, Packed: noLists}, func(e job.Event) { said = append(said, e) })
	return append(said, end)
}

func TestAllCoresTogetherFindWhatOneAuditorFinds(t *testing.T) {
	for key, own := range map[string]WordList{"": nil, "your-256-bit-secret": nil, "Sunshine1": nil, nobodys: shelf{text: strings.Repeat("no\n", 1000) + nobodys + "\n"}} {
		request := job.Attack{Token: []byte(signed(t, secret.HS256, key)), Shares: 1, WithFile: own != nil}
		want := last(t, ask(t, job.Request{Attack: &request}, own)).Hit
		require.NotNil(t, want)
		said := together(t.Context(), request, own)
		hit := said[len(said)-1].Hit
		require.NotNil(t, hit)
		assert.Equal(t, string(want.Secret), string(hit.Secret))
		want.Secret, hit.Secret = nil, nil
		assert.Equal(t, want, hit)
		final := said[len(said)-2].Progress
		require.NotNil(t, final)
		assert.Equal(t, hit.Place, final.Place, "how far it came is said at the end")
		assert.Positive(t, final.Tried)
	}
}

func TestAllCoresTogetherTryEachCandidateOnce(t *testing.T) {
	request := job.Attack{Token: []byte(signed(t, secret.HS256, "no digit")), Short: &guess.Short{Alphabet: 0, Longest: 3}}
	said := together(t.Context(), request, nil)
	missed := said[len(said)-1].Missed
	require.NotNil(t, missed)
	assert.Equal(t, 10+100+1000, missed.Tried)
	assert.Equal(t, missed.Tried, missed.Total)
}

func TestWhatIsWrongWithAnAttackOfAllCoresIsSaid(t *testing.T) {
	request := job.Attack{Token: []byte(signed(t, secret.HS256, nobodys)), WithFile: true}
	for want, said := range map[string][]job.Event{
		listMissing: together(t.Context(), request, nil),
		listBroken:  together(t.Context(), request, shelf{text: strings.Repeat("x", 2*sliceSize), broken: sliceSize}),
		"This token is not signed with HS256, HS384 or HS512, so no secret can have signed it.": together(t.Context(), job.Attack{Token: []byte("eyJhbGciOiJSUzI1NiJ9.e30.AA")}, nil),
	} {
		assert.Equal(t, want, said[len(said)-1].Failed)
		for _, e := range said {
			assert.True(t, e.Progress == nil || e.Progress.Tried < 1_000_000, "a list that breaks off ends the attack, before all that is derived from words")
		}
	}
}

func TestAnAttackOfAllCoresEndsWithItsContext(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	stop()
	said := together(ctx, job.Attack{Token: []byte(signed(t, secret.HS256, nobodys))}, nil)
	missed := said[len(said)-1].Missed
	require.NotNil(t, missed)
	assert.Positive(t, missed.Tried)
	assert.Less(t, missed.Tried, 100_000)
}

func TestWhatIsOddAboutAListIsSaidOnceByAllCores(t *testing.T) {
	request := job.Attack{Token: []byte(signed(t, secret.HS256, "Sunshine1")), WithFile: true}
	var lists []job.List
	for _, e := range together(t.Context(), request, shelf{}) {
		if e.List != nil && len(e.List.Remarks) > 0 {
			lists = append(lists, *e.List)
		}
	}
	require.NotEmpty(t, lists)
	assert.Contains(t, lists[0].Remarks[0], "0 bytes")
}

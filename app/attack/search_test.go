package attack

import (
	"iter"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func texts(all ...string) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		buffer := make([]byte, 0, 64)
		for _, text := range all {
			if buffer = append(buffer[:0], text...); !yield(buffer) {
				clear(buffer) // a hit must not depend on it
				return
			}
		}
	}
}

func numbers(n int) func(func([]byte) bool) {
	return func(yield func([]byte) bool) {
		for i := range n {
			if !yield([]byte(strconv.Itoa(i))) {
				return
			}
		}
	}
}

// source is the whole of some candidates.
func source(name string, all iter.Seq[[]byte]) Source {
	return Source{Name: name, Candidates: Share(all, 0, 1), Size: func() int { return count(all) }}
}

// listOf is a word list of these lines.
func listOf(lines ...string) *List {
	return &List{Name: "your word list", Chunks: texts(strings.Join(lines, "\n"))}
}

func always(Progress) bool { return true }

func TestASearchEndsAtTheSecretAndSaysWhereItWas(t *testing.T) {
	attack := open(t, secret.HS256, []byte("tiger"))
	at, hit := attack.Search([]Source{
		source("first", texts("lion", "cat")),
		source("second", texts("dog", "dGlnZXI=", "bird")), // base64 of tiger
		source("third", texts("tiger")),
	}, always)
	require.NotNil(t, hit)
	assert.Equal(t, Hit{[]byte("dGlnZXI="), token.Base64, Progress{4, 4, 6, "second"}}, *hit)
	assert.Equal(t, hit.Progress, at)
}

func TestASearchWithoutAHitSaysHowManyItTried(t *testing.T) {
	at, hit := open(t, secret.HS512, []byte("tiger")).Search([]Source{source("one", texts("a", "b")), source("two", texts("c"))}, always)
	assert.Nil(t, hit)
	assert.Equal(t, Progress{3, 3, 3, "two"}, at)
}

func TestASearchTicksAndStopsWhenToldTo(t *testing.T) {
	attack := open(t, secret.HS384, []byte("tiger"))
	var ticks []int
	at, hit := attack.Search([]Source{source("numbers", numbers(1<<20))}, func(p Progress) bool {
		ticks = append(ticks, p.Tried)
		return len(ticks) < 3
	})
	assert.Nil(t, hit)
	assert.Equal(t, []int{tickEvery, 2 * tickEvery, 3 * tickEvery}, ticks)
	assert.Equal(t, 3*tickEvery, at.Tried)
}

func TestSharesDivideTheCandidatesWithoutRest(t *testing.T) {
	for shares := 1; shares <= 8; shares++ {
		var all []int
		for share := range shares {
			for place, c := range Share(numbers(100), share, shares) {
				n, err := strconv.Atoi(string(c))
				require.NoError(t, err)
				assert.Equal(t, n+1, place)
				assert.Equal(t, share, n%shares)
				all = append(all, n)
			}
		}
		slices.Sort(all)
		assert.Len(t, all, 100)
		assert.Len(t, slices.Compact(all), 100)
	}
}

// Each of two workers tries its share; one of them finds the secret first.
func TestWhatEveryoneTriesFindsTheUsualSecrets(t *testing.T) {
	for key, source := range map[string]string{
		"your-256-bit-secret":     "defaults of libraries",
		"[object Object]":         "defaults of libraries",
		"secret\r\n":              "defaults as they are pasted by mistake",
		`"secret"`:                "defaults as they are pasted by mistake",
		"acme\n":                  "names in the token",
		"dragon":                  "common words",
		"acme-jwt-secret":         "names in the token",
		"my own":                  "your word list",
		"your-256-bit-secret2024": "forms derived from common words",
	} {
		t.Run(source+" "+key, func(t *testing.T) {
			text, err := token.Sign(secret.HS256, []byte(key), []byte(`{"n":1,"iss":"https://login.Acme.example/"}`))
			require.NoError(t, err)
			parsed, err := token.Parse(text)
			require.NoError(t, err)
			var first *Hit // by its place
			for share := range 2 {
				attack, err := New(parsed)
				require.NoError(t, err)
				within := func(p Progress) bool { return p.Tried < 100_000 }
				if _, hit := attack.Search(Sources(parsed, listOf("x", "my own", "y"), share, 2), within); hit != nil && (first == nil || hit.Place < first.Place) {
					first = hit
				}
			}
			require.NotNil(t, first)
			assert.Equal(t, key, string(first.Secret))
			assert.Equal(t, source, first.Source)
		})
	}
}

// Without a share, since others find the empty key as well: "0000" in hexadecimal
// is one of zeros, and HMAC adds zeros to every key (RFC 2104 §2).
func TestTheEmptyKeyIsFoundAndIsEmpty(t *testing.T) {
	for _, a := range secret.Algorithms() {
		signed := signedWith(t, a, nil)
		for way, prepare := range ways(t) {
			attack, err := New(signed)
			require.NoError(t, err)
			prepare(attack)
			_, hit := attack.Search(Sources(signed, nil, 0, 1), always)
			require.NotNil(t, hit, way)
			assert.Empty(t, hit.Secret)
			assert.Equal(t, token.UTF8, hit.Encoding)
			assert.Equal(t, "defaults of libraries", hit.Source)
		}
	}
}

func TestNamesAreTheTextsOfTheClaimsAndTheirWordsInOneOrder(t *testing.T) {
	var all []string
	for name := range names([]byte(`{"iss":"Big-Shop","sub":7,"x":["list"],"a":"b","app":"dog","aud":"shop"}`)) {
		all = append(all, string(name))
	}
	assert.Equal(t, []string{"dog", "shop", "big", "Big-Shop"}, all)
}

// placed is every candidate of a share, in the order of its place among those of all.
func placed(sources []Source, most int) map[int]string {
	all, before := map[int]string{}, 0
	for _, source := range sources {
		for place, candidate := range source.Candidates {
			if before+place > most {
				return all
			}
			all[before+place] = source.Name + " " + string(candidate)
		}
		before += source.Size()
	}
	return all
}

func TestACandidateHasItsPlaceHoweverManyShareTheWork(t *testing.T) {
	const most = 130_000 // some of the forms derived from common words as well
	signed := signedWith(t, secret.HS256, nil)
	alone := placed(Sources(signed, listOf("x", " y ", "z"), 0, 1), most)
	require.Len(t, alone, most)
	together := map[int]string{}
	for share := range 3 {
		part := placed(Sources(signed, listOf("x", " y ", "z"), share, 3), most)
		assert.Greater(t, len(part), most/4)
		maps.Copy(together, part)
	}
	assert.True(t, maps.Equal(alone, together))
}

func TestASearchKnowsHowManyThereAreOnceTheListWasRead(t *testing.T) {
	attack := open(t, secret.HS256, []byte("to be found nowhere"))
	totals := map[string]int{}
	list := &List{Name: "your word list", Chunks: texts(strings.Repeat("no\n", 2*tickEvery))}
	sources := []Source{source("first", numbers(2*tickEvery)), list.Source(0, 1), source("last", numbers(2*tickEvery))}
	at, hit := attack.Search(sources, func(p Progress) bool {
		totals[p.Source] = p.Total
		return true
	})
	assert.Nil(t, hit)
	assert.Equal(t, map[string]int{"first": 0, "your word list": 0, "last": 6 * tickEvery}, totals)
	assert.Equal(t, Progress{6 * tickEvery, 6 * tickEvery, 6 * tickEvery, "last"}, at)
}

func TestTheSizeOfEverySourceIsWhatItHolds(t *testing.T) {
	for _, source := range Sources(signedWith(t, secret.HS256, nil), listOf("x", "y"), 0, 1)[:5] { // not the millions
		last := 0
		for place := range source.Candidates {
			last = place
		}
		assert.Equal(t, last, source.Size(), source.Name)
	}
}

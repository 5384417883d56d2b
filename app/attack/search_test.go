package attack

import (
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/attack/kernel"
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

func always(Progress) bool { return true }

func TestASearchEndsAtTheSecretAndSaysWhereItWas(t *testing.T) {
	attack := open(t, secret.HS256, []byte("tiger"))
	at, hit := attack.Search([]Source{
		{"first", texts("lion", "cat")},
		{"second", texts("dog", "dGlnZXI=", "bird")}, // base64 of tiger
		{"third", texts("tiger")},
	}, always)
	require.NotNil(t, hit)
	assert.Equal(t, Hit{[]byte("dGlnZXI="), token.Base64, Progress{4, "second"}}, *hit)
	assert.Equal(t, hit.Progress, at)
}

func TestASearchWithoutAHitSaysHowManyItTried(t *testing.T) {
	at, hit := open(t, secret.HS512, []byte("tiger")).Search([]Source{{"one", texts("a", "b")}, {"two", texts("c")}}, always)
	assert.Nil(t, hit)
	assert.Equal(t, Progress{3, "two"}, at)
}

func TestASearchTicksAndStopsWhenToldTo(t *testing.T) {
	attack := open(t, secret.HS384, []byte("tiger"))
	var ticks []int
	at, hit := attack.Search([]Source{{"numbers", numbers(1 << 20)}}, func(p Progress) bool {
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
			for c := range Share(numbers(100), share, shares) {
				n, err := strconv.Atoi(string(c))
				require.NoError(t, err)
				assert.Equal(t, share, n%shares)
				all = append(all, n)
			}
		}
		slices.Sort(all)
		assert.Len(t, all, 100)
		assert.Len(t, slices.Compact(all), 100)
	}
}

// Each of two workers tries its share; one of them finds the secret.
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
			found := 0
			for share := range 2 {
				attack, err := New(parsed)
				require.NoError(t, err)
				within := func(p Progress) bool { return p.Tried < 100_000 }
				if _, hit := attack.Search(Sources(parsed, texts("x", "my own", "y"), share, 2), within); hit != nil {
					found++
					assert.Equal(t, key, string(hit.Secret))
					assert.Equal(t, source, hit.Source)
				}
			}
			assert.Equal(t, 1, found)
		})
	}
}

// Without a share, since others find the empty key as well: "0000" in hexadecimal
// is one of zeros, and HMAC adds zeros to every key (RFC 2104 §2).
func TestTheEmptyKeyIsFoundAndIsEmpty(t *testing.T) {
	for _, a := range secret.Algorithms() {
		signed := signedWith(t, a, nil)
		for _, machine := range []kernel.Machine{nil, machine(t)} {
			attack, err := New(signed)
			require.NoError(t, err)
			if machine != nil {
				require.NoError(t, attack.Vectorise(machine))
			}
			_, hit := attack.Search(Sources(signed, nil, 0, 1), always)
			require.NotNil(t, hit)
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

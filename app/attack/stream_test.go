package attack

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

// attempt is a key that a search should try.
type attempt struct {
	place    int
	text     string
	encoding token.Encoding
	key      []byte // a block of the hash
}

// attempts are those of the candidates, by the definitions of the encodings and of
// HMAC, and without regard to time or memory.
func attempts(a secret.Algorithm, candidates [][]byte) (all []attempt) {
	for i, candidate := range candidates {
		text := string(candidate)
		add := func(e token.Encoding, key []byte) {
			hash := hashes[a]()
			if len(key) > hash.BlockSize() { // RFC 2104 §2
				hash.Write(key)
				key = hash.Sum(nil)
			}
			all = append(all, attempt{i + 1, text, e, append(bytes.Clone(key), make([]byte, hash.BlockSize()-len(key))...)})
		}
		add(token.UTF8, candidate)
		if key, err := hex.DecodeString(text); err == nil && len(key) > 0 {
			add(token.Hex, key)
		}
		if strings.ContainsAny(text, "\r\n") { // the standard library passes over them
			continue
		}
		unpadded := text
		if len(text)%4 == 0 {
			unpadded = strings.TrimSuffix(strings.TrimSuffix(text, "="), "=")
		}
		if key, err := base64.RawStdEncoding.DecodeString(unpadded); err == nil && len(key) > 0 {
			add(token.Base64, key)
		} else if key, err := base64.RawURLEncoding.DecodeString(unpadded); err == nil && len(key) > 0 {
			add(token.Base64URL, key)
		}
	}
	return all
}

// sample is what people use and derive, what the encodings make of random bytes, and
// texts at random of the characters that the encodings have and lack.
func sample(t *testing.T) (all [][]byte) {
	words := [][]byte{[]byte("tiger"), []byte("pass-word"), []byte("deadbeef"), []byte("a"), []byte("naïve")}
	for _, word := range words {
		for form := range strength.Forms(word) {
			all = append(all, bytes.Clone(form))
		}
	}
	const characters = "aF09zZ+/-_=. \n\r\xff"
	for size := range 40 {
		for range 40 {
			text := make([]byte, size)
			for i := range text {
				text[i] = characters[randomInt(t, len(characters))]
				if randomInt(t, 3) > 0 { // else few would be in any encoding
					text[i] = characters[randomInt(t, 6)]
				}
			}
			all = append(all, text)
		}
	}
	return append(all, mixed(t, 1000)...)
}

// The keys are what a processor with vectors is given. Around the same candidates, another run has to
// leave nothing of the first one in the memory that they share.
func TestTheKeysOfASearchAreThoseOfASlowOne(t *testing.T) {
	candidates := sample(t)
	for _, a := range secret.Algorithms() {
		attack := open(t, a, []byte("nobody has this"))
		var keys []byte
		attack.together(func(batch []byte) bool { keys = append(keys, batch...); return false })
		for range 2 {
			keys = keys[:0]
			attack.Search([]Source{source("sample", slices.Values(candidates))}, always)
			want := attempts(a, candidates)
			for _, w := range want {
				require.True(t, bytes.HasPrefix(keys, w.key), "%s: %q as %s, number %d", a, w.text, w.encoding, w.place)
				keys = keys[len(w.key):]
			}
			assert.Empty(t, keys)
			assert.Greater(t, len(want), len(candidates)*4/3)
			slices.Reverse(candidates)
		}
	}
}

// The first attempt with a key is the one that hits, in every way.
func TestTheHitsOfASearchAreThoseOfASlowOne(t *testing.T) {
	candidates := sample(t)
	ways := ways(t)
	for _, a := range secret.Algorithms() {
		all := attempts(a, candidates)
		for range 40 {
			right := all[randomInt(t, len(all))]
			first := slices.IndexFunc(all, func(one attempt) bool { return bytes.Equal(one.key, right.key) })
			want := all[first]
			for way, prepare := range ways {
				attack := open(t, a, right.key)
				prepare(attack)
				_, hit := attack.Search([]Source{source("sample", slices.Values(candidates))}, always)
				require.NotNil(t, hit, way)
				assert.Equal(t, fmt.Sprintf("%d %q %s", want.place, want.text, want.encoding), fmt.Sprintf("%d %q %s", hit.Place, hit.Secret, hit.Encoding), a)
			}
		}
	}
}

package secret_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

// keys are where the search for a key that does not survive its encoding
// starts: every length of the last group of base64, and the extreme bytes.
var keys = []string{
	"\x00", "\xff", "\x00\x00", "\xff\xff", "\xfb\xef\xbe", "foob", "fooba",
	"an even thirty-two bytes long key", "\r\n\t \"\\{}",
}

// texts are where the search for a text that upsets Decode starts.
var texts = []string{
	"", "=", "Zg==", "Zg=", "Zm9v\n", "666f", "66G", rfc7515Key, "{", `{"kty":"oct"}`,
	`{"kty":"oct","k":"Zm9v"}`, `{"kty":"oct","k":{"k":[]}}`, `{"kty":"oct","k":"\ud800"}`, "\x00\xff",
}

// A fuzz target without seeds starts from nothing and finds nothing.
func addSeeds(f *testing.F, seeds []string) {
	require.NotEmpty(f, seeds)
	for _, seed := range seeds {
		for _, format := range secret.Formats() {
			f.Add(uint8(format), []byte(seed))
		}
	}
}

func FuzzEncodedKeyDecodesToItself(f *testing.F) {
	addSeeds(f, keys)
	f.Fuzz(func(t *testing.T, format uint8, key []byte) {
		form := secret.Format(int(format) % len(secret.Formats()))
		if len(key) < secret.MinSize || len(key) > secret.MaxSize || form == secret.Alphanumeric {
			t.Skip("no secret is made of exactly these bytes")
		}
		text := secretOf(t, form, key)
		decoded, err := secret.Decode(form, text)
		require.NoError(t, err)
		assert.Equal(t, key, decoded)
	})
}

// secretOf returns the secret that is made of a key, or ends the test if no working
// generator gives the key.
func secretOf(t *testing.T, f secret.Format, key []byte) []byte {
	secrettest.ReplaceRandomness(t, afterSample(append(bytes.Clone(key), "the random kid.."...)))
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: len(key), Format: f, Count: 1, TestOnly: true})
	if errors.Is(err, secret.ErrGenerator) {
		t.Skip("no working generator gives this key")
	}
	require.NoError(t, err)
	return secrets[0].Text()
}

// What Decode accepts as base64 or hexadecimal is the only text of its bytes,
// but for the case of hexadecimal digits.
func FuzzDecode(f *testing.F) {
	addSeeds(f, texts)
	f.Fuzz(func(t *testing.T, format uint8, text []byte) {
		form := secret.Format(format)
		key, err := secret.Decode(form, text)
		if err != nil {
			assert.Nil(t, key)
			assert.Contains(t, []error{secret.ErrEncoding, secret.ErrFormat}, err)
			return
		}
		if len(key) < secret.MinSize || len(key) > secret.MaxSize || form == secret.Alphanumeric || form == secret.JWK {
			return
		}
		again := secretOf(t, form, key)
		if form == secret.HexLower || form == secret.HexUpper {
			text, again = bytes.ToLower(text), bytes.ToLower(again)
		}
		assert.Equal(t, text, again)
	})
}

package token_test

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

func TestTextHasTheReadingsThatItsCharactersAllow(t *testing.T) {
	type readings map[token.Encoding]string
	for text, want := range map[string]readings{
		"":         {},
		"correct!": {token.UTF8: "correct!"},
		"é":        {token.UTF8: "\xc3\xa9"},
		"666F":     {token.UTF8: "666F", token.Hex: "fo", token.Base64: "\xeb\xae\x85", token.Base64URL: "\xeb\xae\x85"}, // 666F: 58 58 58 5 in six bits each
		"Zm8=":     {token.UTF8: "Zm8=", token.Base64: "fo", token.Base64URL: "fo"},
		"Zm8":      {token.UTF8: "Zm8", token.Base64: "fo", token.Base64URL: "fo"},
		"Zm9":      {token.UTF8: "Zm9", token.Base64: "fo", token.Base64URL: "fo"}, // the two bits after "fo" are 01
		"Zm8==":    {token.UTF8: "Zm8=="},
		"Zm9v=":    {token.UTF8: "Zm9v="},
		"+/+/":     {token.UTF8: "+/+/", token.Base64: "\xfb\xff\xbf"},
		"-_-_":     {token.UTF8: "-_-_", token.Base64URL: "\xfb\xff\xbf"},
		"Zm9vY":    {token.UTF8: "Zm9vY"},
		"Zm9v\n":   {token.UTF8: "Zm9v\n"},
		"=":        {token.UTF8: "="},
		"====":     {token.UTF8: "===="},
	} {
		t.Run(text, func(t *testing.T) {
			got := readings{}
			for _, r := range token.Readings([]byte(text)) {
				got[r.Encoding] = string(r.Key)
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestMatchFindsTheReadingThatSigned(t *testing.T) {
	key := rfcKey(t)
	signed := parse(t, rfc7515Token)
	for text, want := range map[string]token.Encoding{
		string(key):                            token.UTF8,
		hex.EncodeToString(key):                token.Hex,
		rfc7515Key:                             token.Base64URL,
		base64.StdEncoding.EncodeToString(key): token.Base64,
	} {
		t.Run(want.String(), func(t *testing.T) {
			r, ok := token.Match(signed, token.Readings([]byte(text)))
			require.True(t, ok)
			assert.Equal(t, want, r.Encoding)
			assert.Equal(t, key, r.Key)
		})
	}
	_, ok := token.Match(signed, token.Readings([]byte("another secret")))
	assert.False(t, ok)
	_, ok = token.Match(signed, token.Readings(nil))
	assert.False(t, ok)
}

// An empty key is a key: HMAC pads it with zeros. But an empty text is no secret,
// and a tag of the wrong algorithm is no match.
func TestMatchUsesTheAlgorithmOfTheHeader(t *testing.T) {
	for _, a := range secret.Algorithms() {
		text, err := token.Sign(a, []byte("secret"), []byte("{}"))
		require.NoError(t, err)
		_, ok := token.Match(parse(t, string(text)), token.Readings([]byte("secret")))
		assert.True(t, ok, "%v", a)
	}
	_, ok := token.Match(parse(t, compact(`{"alg":"RS256"}`, "{}")), token.Readings([]byte("secret")))
	assert.False(t, ok)
}

func ExampleReadings() {
	for _, r := range token.Readings([]byte("c2VjcmV0")) {
		fmt.Println(r.Encoding, len(r.Key), "bytes")
	}
	// Output:
	// UTF-8 8 bytes
	// base64 6 bytes
	// base64url 6 bytes
}

func TestASecretInTheFormatOfAnEncodingIsReadSo(t *testing.T) {
	for e, size := range map[token.Encoding]int{token.UTF8: 43, token.Hex: 32, token.Base64: 32, token.Base64URL: 32} { // 43 characters of base64url
		made, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Format: e.Format(), Count: 1})
		require.NoError(t, err)
		for _, r := range token.Readings(made[0].Text()) {
			assert.True(t, r.Encoding != e || len(r.Key) == size, e)
		}
	}
}

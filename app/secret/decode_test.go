package secret_test

import (
	"bytes"
	"encoding/hex"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// rfc7515Key is the key of RFC 7515 appendix A.1.
const rfc7515Key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"

func TestDecodeReadsPublishedVectors(t *testing.T) {
	cases := []struct {
		format     secret.Format
		text, want string
	}{
		// RFC 4648 §10.
		{secret.Base64, "", ""},
		{secret.Base64, "Zg==", "f"},
		{secret.Base64, "Zm8=", "fo"},
		{secret.Base64, "Zm9vYmFy", "foobar"},
		{secret.Base64URL, "Zg", "f"},
		{secret.Base64URL, "Zm9vYg", "foob"},
		{secret.HexUpper, "666F6F626172", "foobar"},
		{secret.HexLower, "666f6f626172", "foobar"},
		{secret.HexLower, "666F6f", "foo"},
		// The texts that are keys themselves.
		{secret.Alphanumeric, "foo+bar", "foo+bar"},
		{secret.Raw, "\x00\xff\n", "\x00\xff\n"},
		// RFC 7517 §3 allows any order, white space and other members.
		{secret.JWK, `{"k":"Zm9v","kty":"oct"}`, "foo"},
		{secret.JWK, " {\n\"kty\" : \"oct\", \"x\" : [{}], \"k\" : \"Zm9v\" } ", "foo"},
		{secret.JWK, `{"kty":"oct","k":"\u005am9v"}`, "foo"},
		{secret.JWK, `{"kty":"oct","K":"YmFy","k":"Zm9v"}`, "foo"},
		{secret.JWK, `{"kty":"oct","k":"Zm9v","K":"YmFy"}`, "foo"},
	}
	for _, c := range cases {
		got, err := secret.Decode(c.format, []byte(c.text))
		require.NoError(t, err, "%v %q", c.format, c.text)
		assert.Equal(t, c.want, string(got), "%v %q", c.format, c.text)
	}
}

func TestDecodeReadsTheKeyOfRFC7515(t *testing.T) {
	key, err := secret.Decode(secret.Base64URL, []byte(rfc7515Key))
	require.NoError(t, err)
	assert.Len(t, key, 64)
	fromJWK, err := secret.Decode(secret.JWK, []byte(`{"kty":"oct","k":"`+rfc7515Key+`"}`))
	require.NoError(t, err)
	assert.Equal(t, key, fromJWK)
	assert.Equal(t, "0323354b", hex.EncodeToString(key[:4]), "the appendix writes 3, 35, 53, 75")
}

func TestDecodeRefusesWhatIsNotInTheFormat(t *testing.T) {
	cases := map[secret.Format][]string{
		secret.Base64URL: {"Z", "Zg==", "Zh", "Zm9v\n", "Zm\r9v", " Zm9v", "Zm+v", "Zm/v", "Zm9vé"},
		secret.Base64:    {"Z", "Zg", "Zg=", "Zh==", "Zm9v\n", "Zm-v", "Zm_v", "Zm9v "},
		secret.HexLower:  {"6", "666", "6g", "66 66", "0x66", "66\n"},
		secret.HexUpper:  {"6", "666", "6G", "66:66"},
		secret.JWK: {
			"", "null", "[]", `"oct"`, "Zm9v", "{}", `{"kty":"oct"}`, `{"k":"Zm9v"}`, `{"kty":"oct","K":"Zm9v"}`,
			`{"kty":"RSA","k":"Zm9v"}`, `{"kty":null,"k":"Zm9v"}`, `{"kty":"oct","k":null}`, `{"kty":"oct","k":3}`,
			`{"kty":"oct","k":"Zm9v=="}`, `{"kty":"oct","k":"Zm9v\n"}`, `{"kty":"oct","k":"Zm9v"}{}`,
			`{"kty":"oct","k":"Zm9v"`, `{"keys":[{"kty":"oct","k":"Zm9v"}]}`,
		},
	}
	for f, texts := range cases {
		for _, text := range texts {
			key, err := secret.Decode(f, []byte(text))
			assert.Equal(t, secret.ErrEncoding, err, "%v %q: exactly this error, so that it quotes nothing", f, text)
			assert.Nil(t, key, "%v %q", f, text)
		}
	}
	_, err := secret.Decode(secret.Format(7), []byte("Zm9v"))
	assert.Equal(t, secret.ErrFormat, err)
}

func TestDecodeReturnsNewMemory(t *testing.T) {
	for _, f := range secret.Formats() {
		s := generate(t, f, 32, 1)
		before := bytes.Clone(s[0].Text())
		key, err := secret.Decode(f, s[0].Text())
		require.NoError(t, err)
		clear(key)
		assert.Equal(t, before, s[0].Text(), f.String())
	}
}

func ExampleDecode() {
	key, err := secret.Decode(secret.Base64URL, []byte(rfc7515Key))
	fmt.Println(len(key), "bytes", err)
	_, err = secret.Decode(secret.HexLower, []byte(rfc7515Key))
	fmt.Println(err)
	// Output:
	// 64 bytes <nil>
	// the text is not in this format
}

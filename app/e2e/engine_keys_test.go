package e2e

import (
	"crypto"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// makesKeyPairs has the browser make key pairs, which the standard library, go-jose and
// golang-jwt then use.
func makesKeyPairs(t *testing.T, s smoke) {
	for algorithm, query := range map[string]string{"ES256": "?alg=ES256", "EdDSA": "?alg=EdDSA", "RS256": "?alg=RS256&bits=2048"} {
		t.Run(algorithm, func(t *testing.T) {
			s.open(meta.KeysPath + query)
			s.press("#generate")
			s.waitForText("#status", "Ready: ")
			assert.Contains(t, s.file("private.pem"), masked)
			assert.NotContains(t, s.text(`document.documentElement.outerHTML`), "BEGIN PRIVATE KEY-----\n")
			s.press("#mask")
			s.waitForText(`pre[aria-label="private.pem"] code`, "-----BEGIN PRIVATE KEY-----")

			private, err := x509.ParsePKCS8PrivateKey(der(t, s.file("private.pem")))
			require.NoError(t, err)
			public, err := x509.ParsePKIXPublicKey(der(t, s.file("public.pem")))
			require.NoError(t, err)
			same := public.(interface{ Equal(crypto.PublicKey) bool })
			assert.True(t, same.Equal(private.(crypto.Signer).Public()))
			var set jose.JSONWebKeySet
			require.NoError(t, json.Unmarshal([]byte(s.file("jwks.json")), &set))
			require.Len(t, set.Keys, 1)
			assert.True(t, set.Keys[0].IsPublic() && same.Equal(set.Keys[0].Key))

			verify := func(token string) error {
				_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return public, nil }, jwt.WithValidMethods([]string{algorithm}))
				return err
			}
			assert.NoError(t, verify(s.file("token.txt")), "the sample token, signed by the browser")
			token, err := jwt.New(jwt.GetSigningMethod(algorithm)).SignedString(private)
			require.NoError(t, err)
			assert.NoError(t, verify(token))
		})
	}
}

// file returns what the page shows of a file of the key pair.
func (s smoke) file(name string) string { return s.shows(`pre[aria-label="` + name + `"] code`) }

// computesInTheGuide signs in a box of the chapter, and again here.
func computesInTheGuide(t *testing.T, s smoke) {
	s.open(aChapter)
	const claims, key = `{"sub":"bob"}`, "correct horse"
	s.fill(`[data-box=sign] [name=claims]`, claims)
	s.fill(`[data-box=sign] [name=secret]`, key)
	input := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"HS256","typ":"JWT"}`)) + "." + base64.RawURLEncoding.EncodeToString([]byte(claims))
	mac := hmac.New(sha256.New, []byte(key))
	mac.Write([]byte(input))
	s.waitForText(`[data-box=sign] [data-place=tag]`, hex.EncodeToString(mac.Sum(nil)))
	assert.Equal(t, input+"."+base64.RawURLEncoding.EncodeToString(mac.Sum(nil)), s.shows(`[data-box=sign] [data-place="token-made"]`))
}

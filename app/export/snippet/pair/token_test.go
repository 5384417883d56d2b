package pair_test

import (
	"crypto/x509"
	"encoding/base64"
	"encoding/json"
	"encoding/pem"
	"maps"
	"strings"
	"testing"
	"time"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const claims = `{"sub":"ann","admin":true}`

// token signs claims by an algorithm, with a key and a header of ours. What is nil is
// taken out.
func (i issuer) token(t *testing.T, algorithm string, key any, header, change map[string]any) string {
	t.Helper()
	now := time.Now()
	all := jwt.MapClaims{
		"sub": "ann", "admin": true, "iss": i.url, "aud": audience,
		"iat": now.Unix(), "exp": now.Add(time.Hour).Unix(),
	}
	maps.Copy(all, change)
	maps.DeleteFunc(all, func(_ string, value any) bool { return value == nil })
	token := jwt.NewWithClaims(jwt.GetSigningMethod(algorithm), all)
	token.Header["kid"] = keyID
	maps.Copy(token.Header, header)
	signed, err := token.SignedString(key)
	require.NoError(t, err)
	return signed
}

// good returns tokens of our own that every verifier has to accept.
func (i issuer) good(t *testing.T) map[string]string {
	t.Helper()
	return map[string]string{
		"the key that signs": i.token(t, i.algorithm, i.key, nil, nil),
		"the key to come":    i.token(t, i.algorithm, i.next, map[string]any{"kid": nextID}, nil),
	}
}

// bad returns tokens that every verifier has to refuse, by what is wrong with them.
func (i issuer) bad(t *testing.T) map[string]string {
	t.Helper()
	ours := func(header, change map[string]any) string { return i.token(t, i.algorithm, i.key, header, change) }
	strange := func(header map[string]any) string { return i.token(t, i.algorithm, i.stranger, header, nil) }
	parts := strings.Split(ours(nil, nil), ".")
	changed := base64.RawURLEncoding.EncodeToString([]byte(strings.Replace(i.payload(t, parts[1]), "ann", "eve", 1)))
	bad := map[string]string{
		"alg none":                    i.token(t, "none", jwt.UnsafeAllowNoneSignatureType, nil, nil),
		"no signature":                parts[0] + "." + parts[1] + ".",
		"a changed payload":           parts[0] + "." + changed + "." + parts[2],
		"another key":                 strange(nil),
		"the other published key":     i.token(t, i.algorithm, i.next, nil, nil),
		"an unknown kid":              ours(map[string]any{"kid": "unknown"}, nil),
		"a key that it brings itself": strange(map[string]any{"jwk": i.jwk(i.stranger.Public(), keyID)}),
		"a date of expiry passed":     ours(nil, map[string]any{"exp": time.Now().Add(-time.Hour).Unix()}),
		"no date of expiry":           ours(nil, map[string]any{"exp": nil}),
		"another audience":            ours(nil, map[string]any{"aud": "https://other.example"}),
		"no audience":                 ours(nil, map[string]any{"aud": nil}),
		"another issuer":              ours(nil, map[string]any{"iss": "https://other.example"}),
		"no issuer":                   ours(nil, map[string]any{"iss": nil}),
	}
	for what, secret := range publicTexts(t, i.jwk(i.key.Public(), keyID)) {
		bad["HS256 and "+what+" as the secret"] = i.token(t, "HS256", secret, nil, nil)
	}
	plain := map[string]any{"kid": plainID}
	for what, secret := range publicTexts(t, i.jwk(i.next.Public(), plainID)) {
		bad["HS256 and "+what+" of a key without alg as the secret"] = i.token(t, "HS256", secret, plain, nil)
	}
	for _, other := range i.others() {
		bad["alg "+other] = i.token(t, other, i.key, nil, nil)
		bad["alg "+other+" of a key without alg"] = i.token(t, other, i.next, plain, nil)
		bad["alg "+other+" of a key published for it"] = i.token(t, other, i.next, map[string]any{"kid": "for-" + other}, nil)
	}
	return bad
}

// publicTexts are the forms of the public key that a confused program may take for a
// secret.
func publicTexts(t *testing.T, key jose.JSONWebKey) map[string][]byte {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(key.Key)
	require.NoError(t, err)
	jwk, err := json.Marshal(key)
	require.NoError(t, err)
	text := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der})
	return map[string][]byte{"the PEM": text, "the PEM without a line end": text[:len(text)-1], "the DER": der, "the JWK": jwk}
}

func (i issuer) payload(t *testing.T, part string) string {
	t.Helper()
	text, err := base64.RawURLEncoding.DecodeString(part)
	require.NoError(t, err)
	return string(text)
}

// checkSigned checks a token that a snippet signed, by another library than any of them
// use.
func (i issuer) checkSigned(t *testing.T, signed string) {
	t.Helper()
	parsed, err := jose.ParseSignedCompact(signed, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(i.algorithm)})
	require.NoError(t, err, i.algorithm)
	payload, err := parsed.Verify(i.key.Public())
	require.NoError(t, err, i.algorithm)
	assert.Equal(t, keyID, parsed.Signatures[0].Header.KeyID, i.algorithm)
	checkClaims(t, payload)

	var read struct {
		Iss, Aud string
		Iat, Exp int64
	}
	require.NoError(t, json.Unmarshal(payload, &read), i.algorithm)
	assert.Equal(t, i.url, read.Iss)
	assert.Equal(t, audience, read.Aud)
	assert.WithinDuration(t, time.Now(), time.Unix(read.Iat, 0), time.Minute)
	assert.EqualValues(t, 15*60, read.Exp-read.Iat)
}

func checkClaims(t *testing.T, payload []byte) {
	t.Helper()
	var read struct {
		Sub   string
		Admin bool
	}
	require.NoError(t, json.Unmarshal(payload, &read))
	assert.Equal(t, "ann", read.Sub)
	assert.True(t, read.Admin)
}

// checkSilent checks that a message has no eight characters of the private key's texts in
// a row.
func (i issuer) checkSilent(t *testing.T, message string) {
	t.Helper()
	jwk, err := json.Marshal(i.jwk(i.key, keyID))
	require.NoError(t, err)
	der, err := x509.MarshalPKCS8PrivateKey(i.key)
	require.NoError(t, err)
	_, private, found := strings.Cut(string(jwk), `"d":"`)
	require.True(t, found)
	for _, text := range []string{strings.TrimRight(private, `"}`), base64.StdEncoding.EncodeToString(der)} {
		for at := 0; at+8 <= len(text); at++ {
			require.False(t, strings.Contains(message, text[at:at+8]), "the error has a part of the private key")
		}
	}
}

package judge

import (
	"crypto/ecdsa"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// RFC 7515 appendix A.3 and RFC 8037 appendix A.1 and A.4: a key and a token.
const (
	rfc7515A3Key   = `{"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","d":"jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI"}`
	rfc7515A3Token = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q"
	rfc8037Key     = `{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}`
	rfc8037Token   = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"

	// RFC 7515 appendix A.2, the public part of its key.
	rfc7515A2Key   = `{"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"}`
	rfc7515A2Token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw"

	// RFC 7515 appendix A.4.
	rfc7515A4Key   = `{"kty":"EC","crv":"P-521","x":"AekpBQ8ST8a8VcfVOTNl353vSrDCLLJXmPk06wTjxrrjcBpXp5EOnYG_NjFZ6OvLFV1jSfS9tsz4qUxcWceqwQGk","y":"ADSmRA43Z1DSNx_RvcLI87cdL07l6jQyyBXMoxVg_l2Th-x3S1WDhjDly79ajL4Kkd0AZMaZmh9ubmf63e3kyMj2"}`
	rfc7515A4Token = "eyJhbGciOiJFUzUxMiJ9.UGF5bG9hZA.AdwMgeerwtHoh-l192l60hp9wAHZFVJbLfD_UxMi70cwnZOYaRI1bKPWROc-mZZqwqT2SI-KGDKB34XO0aw_7XdtAG8GaSwFKdCAPZgoXD2YBJZCPEX3xKpRwcdOO8KpEHwJjyqOgzDO7iKvU8vcnwNrmxYbSW9ERBXukOXolLzeO_Jn"
)

func TestTheTokensOfTheStandardsAreVerified(t *testing.T) {
	for name, c := range map[string]struct{ token, key, want string }{
		"RFC 7515 A.2": {rfc7515A2Token, rfc7515A2Key, "Fits this public key: RS256, 2048 bits."},
		"RFC 7515 A.3": {rfc7515A3Token, rfc7515A3Key, "Fits this private key: ES256, P-256."},
		"RFC 7515 A.4": {rfc7515A4Token, rfc7515A4Key, "Fits this public key: ES512, P-521."},
		"RFC 8037 A.4": {rfc8037Token, rfc8037Key, "Fits this private key: EdDSA, Ed25519."},
	} {
		t.Run(name, func(t *testing.T) {
			r := onBench(t, job.Bench{Token: []byte(c.token), Secret: []byte(c.key)})
			assert.Equal(t, []string{fits, "Signature fits", c.want, ""}, []string{state(r), word(r), r.Sentence, r.SecretProblem})
			broken := onBench(t, job.Bench{Token: []byte(strings.Replace(c.token, ".", ".AAAA", 1)), Secret: []byte(c.key)})
			assert.Equal(t, []string{fails, "Signature does not fit"}, []string{state(broken), word(broken)})
			sentence, signer := Verify([]byte(c.token), []byte(c.key))
			assert.Equal(t, c.want, sentence)
			assert.Equal(t, SignedByIt, signer)
		})
	}
}

// by signs with a key of the tests, by golang-jwt.
func by(t *testing.T, alg, pair, kid string) string {
	t.Helper()
	made := jwt.NewWithClaims(jwt.GetSigningMethod(alg), jwt.MapClaims{"sub": "1"})
	if kid != "" {
		made.Header["kid"] = kid
	}
	text, err := made.SignedString(goKey(pair, pairFor(pair).private))
	require.NoError(t, err)
	return text
}

// publicSet is a key set of public keys, written by go-jose.
func publicSet(t *testing.T, keys ...gojose.JSONWebKey) string {
	t.Helper()
	text, err := json.Marshal(gojose.JSONWebKeySet{Keys: keys})
	require.NoError(t, err)
	return string(text)
}

func webKey(pair, kid, alg, use string) gojose.JSONWebKey {
	return gojose.JSONWebKey{Key: goPublic(pairFor(pair).public), KeyID: kid, Algorithm: alg, Use: use}
}

// withSignature is the same token with another signature.
func withSignature(token string, signature []byte) string {
	return token[:strings.LastIndex(token, ".")+1] + base64.RawURLEncoding.EncodeToString(signature)
}

func TestWhatKeysHaveToDoWithATokenIsSaid(t *testing.T) {
	set := publicSet(t, webKey("RSA", "r", "", ""), webKey("P-256", "abc", "ES256", "sig"))
	other := newPair("P-256")
	digest := sha256.Sum256([]byte(encode(`{"alg":"ES256"}`) + "." + encode(`{}`)))
	der, err := ecdsa.SignASN1(rand.Reader, goKey("P-256", pairFor("P-256").private).(*ecdsa.PrivateKey), digest[:])
	require.NoError(t, err)
	inDER := encode(`{"alg":"ES256"}`) + "." + encode(`{}`) + "." + base64.RawURLEncoding.EncodeToString(der)
	rs := by(t, "RS256", "RSA", "")
	psOverRS, err := jwt.SigningMethodPS256.Sign(rs[:strings.LastIndex(rs, ".")], goKey("RSA", pairFor("RSA").private))
	require.NoError(t, err)
	asPS := withSignature(rs, psOverRS)
	for name, c := range map[string]struct {
		token, key            string
		state, word, sentence string
		problem               string
	}{
		"by kid":                 {by(t, "ES256", "P-256", "abc"), set, fits, "Signature fits", "Fits key 2 of the set, kid abc: ES256, P-256.", ""},
		"no kid":                 {by(t, "ES256", "P-256", ""), set, fits, "Signature fits", "Fits key 2 of the set, kid abc: ES256, P-256.", ""},
		"another kid":            {by(t, "RS256", "RSA", "abc"), set, fits, "Signature fits", "Fits key 1 of the set, kid r: RS256, 2048 bits. The kid in the header is another one", ""},
		"an unknown kid":         {by(t, "ES384", "P-384", "zzz"), set, fails, "Key does not fit", "ES384 takes an EC key on P-384, and none of the keys is one. None of the keys has the kid that stands in the header.", ""},
		"another key":            {by(t, "ES256", "P-256", "x"), string(other.public), fails, "Signature does not fit", "Does not fit this public key: ES256, P-256.", ""},
		"another kty":            {by(t, "ES256", "P-256", ""), string(pairFor("RSA").public), fails, "Key does not fit", "ES256 takes an EC key on P-256, and this public key is an RSA key of 2048 bits, for RS256, RS384, RS512, PS256, PS384, PS512.", ""},
		"another curve":          {by(t, "ES256", "P-256", ""), string(pairFor("P-384").public), fails, "Key does not fit", "this public key is an EC key on P-384, for ES384.", ""},
		"the alg of the key":     {by(t, "RS256", "RSA", ""), publicSet(t, webKey("RSA", "", "PS256", "")), fails, "Refused by its key", "The alg of the key says PS256: libraries that heed it refuse the token (RFC 7517, section 4.4).", ""},
		"for encryption":         {by(t, "RS256", "RSA", ""), publicSet(t, webKey("RSA", "", "", "enc")), fails, "Refused by its key", "The use of the key is not sig", ""},
		"short":                  {by(t, "RS256", "RSA-1024", ""), string(pairFor("RSA-1024").public), fits, "Signature fits", "Fits this public key: RS256, 1024 bits.", "RSA under 2048 bits: "},
		"in DER":                 {inDER, string(pairFor("P-256").public), fails, "Signature in DER", "A token has R and S side by side, 64 bytes (RFC 7518, section 3.4)", ""},
		"by another algorithm":   {asPS, string(pairFor("RSA").public), fails, "Another algorithm", "by PS256, and the header says RS256", ""},
		"a private key":          {by(t, "EdDSA", "Ed25519", ""), string(pairFor("Ed25519").private), fits, "Signature fits", "Fits this private key: EdDSA, Ed25519.", ""},
		"in a line of .env":      {by(t, "EdDSA", "Ed25519", ""), `KEY="` + strings.ReplaceAll(string(pairFor("Ed25519").public), "\n", `\n`) + `"`, fits, "Signature fits", "Fits this public key", ""},
		"of another length":      {withSignature(rs, make([]byte, 253)), string(pairFor("RSA").public), fails, "Signature does not fit", "The signature has 253 bytes, and one by this key has 256.", ""},
		"detached":               {strings.Split(rs, ".")[0] + ".." + strings.Split(rs, ".")[2], string(pairFor("RSA").public), open, "Not checked", "it is detached", ""},
		"without its signature":  {strings.Join(strings.Split(rs, ".")[:2], "."), string(pairFor("RSA").public), fails, "Not signed", "The signature of this token is missing", ""},
		"HS256 and a public key": {benchToken(plain, `{}`, "k"), string(pairFor("RSA").public), fails, "Signature does not fit", "This is a public key, and HS256 signs with a secret that both sides share.", ""},
		"the alg confusion":      {benchToken(plain, `{}`, string(pairFor("RSA").public)), string(pairFor("RSA").public), fails, "Signed with a public key", "it is the confusion of RS256 with HS256", ""},
		"an encrypted PEM":       {rs, "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIB\n-----END ENCRYPTED PRIVATE KEY-----", open, "Not checked", "", "An encrypted PEM: "},
		"a cut PEM":              {rs, string(pairFor("RSA").public)[:100], open, "Not checked", "", "The PEM has no end: "},
		"no key":                 {rs, "hunter2", open, "Not checked", "enter one of them in the place of the secret", ""},
		"nothing":                {rs, "", open, "Not checked", "Enter the public key", ""},
		"Ed448":                  {encode(`{"alg":"Ed448"}`) + rs[strings.Index(rs, "."):], string(pairFor("RSA").public), open, "Not checked", "but not here", ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := onBench(t, job.Bench{Token: []byte(c.token), Secret: []byte(c.key)})
			assert.Equal(t, []string{c.state, c.word}, []string{state(r), word(r)}, r.Sentence)
			assert.Contains(t, r.Sentence, c.sentence)
			assert.Contains(t, r.SecretProblem, c.problem)
			assert.Equal(t, c.problem == "", r.SecretProblem == "", r.SecretProblem)
			assert.False(t, r.Signs)
		})
	}
}

func TestAPrivateKeySignsByEachAlgorithmThatItFits(t *testing.T) {
	for pair, algorithms := range map[string]string{
		"RSA": "RS256 RS384 RS512 PS256 PS384 PS512", "P-256": "ES256", "P-384": "ES384", "P-521": "ES512", "Ed25519": "EdDSA",
	} {
		for _, alg := range strings.Fields(algorithms) {
			r := onBench(t, job.Bench{Parts: true, Claims: []byte(`{"sub":"1"}`), Header: []byte(plain), Secret: pairFor(pair).private, Do: []string{"algorithm"}, Algorithm: alg})
			assert.Equal(t, []string{fits, "Signed"}, []string{state(r), word(r)}, r.Sentence)
			assert.Equal(t, alg, r.Algorithm)
			golangJWT{}.verify(t, string(r.Token), pairFor(pair).public)
		}
	}
}

func TestTheHeaderNamesTheKeyThatSigns(t *testing.T) {
	private, err := json.Marshal(gojose.JSONWebKeySet{Keys: []gojose.JSONWebKey{
		{Key: goKey("P-256", pairFor("P-256").private), KeyID: "e"}, {Key: goKey("RSA", pairFor("RSA").private), KeyID: "r"},
	}})
	require.NoError(t, err)
	ask := func(header, alg string, do ...string) job.BenchReport {
		return onBench(t, job.Bench{Parts: true, Header: []byte(header), Claims: []byte(`{}`), Secret: private, Do: do, Algorithm: alg})
	}
	assert.JSONEq(t, `{"alg":"ES256","typ":"JWT","kid":"e"}`, string(ask("", "").Header), "where nothing is written yet")
	assert.JSONEq(t, `{"alg":"ES256","kid":"e"}`, string(ask(`{"alg":"ES256"}`, "", "key").Header))
	assert.JSONEq(t, `{"alg":"RS256","kid":"r"}`, string(ask(`{"alg":"ES256","kid":"e"}`, "RS256", "algorithm").Header), "another key")
	mine := ask(`{"alg":"ES256","kid":"mine"}`, "", "sign")
	assert.Contains(t, string(mine.Header)+mine.Sentence, "The kid in the header is another one")
	assert.NotContains(t, string(mine.Header), `"e"`, "who writes another one means it")
	typed := ask(`{"alg":"ES256"}`, "")
	assert.False(t, typed.Reads, "what was typed stays as it was typed")
	assert.Equal(t, "Signed", word(typed))
}

func TestASignatureThatFitsIsKept(t *testing.T) {
	for _, c := range [][2]string{{"ES256", "P-256"}, {"PS256", "RSA"}} { // which are others each time
		token := by(t, c[0], c[1], "")
		seen := onBench(t, job.Bench{Token: []byte(token)})
		again := onBench(t, job.Bench{Parts: true, Token: []byte(token), Header: seen.Header, Claims: seen.Claims, Secret: pairFor(c[1]).private})
		assert.Equal(t, token, string(again.Token))
		assert.Equal(t, "Signed", word(again))
	}
}

func TestWhatCannotSignSaysWhy(t *testing.T) {
	for name, c := range map[string]struct{ alg, key, want string }{
		"a public key":       {"RS256", string(pairFor("RSA").public), "A public key verifies and cannot sign"},
		"another kty":        {"RS256", string(pairFor("P-256").private), "RS256 takes an RSA key, and this private key is an EC key on P-256, for ES256. Choose what fits under “Sign with”."},
		"no secret to share": {"HS256", string(pairFor("P-256").private), "This is a private key, and HS256 signs with a secret that both sides share. Choose ES256 under “Sign with”"},
		"a secret":           {"ES256", "hunter2", "enter one of them in the place of the secret"},
		"nothing":            {"ES256", "", "Enter the private key"},
	} {
		t.Run(name, func(t *testing.T) {
			r := onBench(t, job.Bench{Parts: true, Header: []byte(`{"alg":"` + c.alg + `"}`), Claims: []byte(`{}`), Secret: []byte(c.key)})
			assert.Equal(t, []string{fails, "Not signed"}, []string{state(r), word(r)})
			assert.Contains(t, r.Sentence, c.want)
		})
	}
}

func TestAPrivateKeyCanSignATokenThatAnotherSigned(t *testing.T) {
	token := by(t, "ES256", "P-256", "")
	other := newPair("P-256")
	r := onBench(t, job.Bench{Token: []byte(token), Secret: other.private})
	assert.Equal(t, "Signature does not fit", word(r))
	assert.True(t, r.Sign)
	assert.False(t, onBench(t, job.Bench{Token: []byte(token), Secret: other.public}).Sign)
	made := onBench(t, job.Bench{Token: []byte(token), Header: r.Header, Claims: r.Claims, Secret: other.private, Do: []string{"sign"}})
	golangJWT{}.verify(t, string(made.Token), other.public)
}

func TestTheAuditOfAKeyLeadsToWhereItIsAtHome(t *testing.T) {
	remarks := func(text string) string {
		for _, e := range ask(t, job.Request{Audit: &job.Audit{Text: []byte(text)}}, nil) {
			if e.Secret != nil {
				return strings.Join(e.Secret.Remarks, " ")
			}
		}
		require.Fail(t, "no report")
		return ""
	}
	for _, text := range [][]byte{pairFor("P-256").private, pairFor("P-256").public} {
		assert.Contains(t, remarks(string(text)), "This is a key of a pair, for ES256, and no secret to share. The page Keys")
	}
	assert.NotContains(t, remarks("hunter2"), "page Keys")
	assert.NotContains(t, remarks(`{"kty":"oct","k":"aHVudGVyMg"}`), "page Keys")
}

// A token of 8 KiB is verified while it is typed: by a key of a pair, beside a secret.
func BenchmarkLiveVerification(b *testing.B) {
	for alg, pair := range map[string]string{"HS256": "", "ES256": "P-256", "RS256": "RSA", "EdDSA": "Ed25519"} {
		key, public := []byte("a secret of 32 bytes or somewhat more"), []byte("a secret of 32 bytes or somewhat more")
		if pair != "" {
			key, public = pairFor(pair).private, pairFor(pair).public
		}
		text, err := jwt.NewWithClaims(jwt.GetSigningMethod(alg), jwt.MapClaims{"long": strings.Repeat("8 KiB ", 1000)}).SignedString(goKey(pair, key))
		require.NoError(b, err)
		b.Run(alg, func(b *testing.B) {
			for b.Loop() {
				one := bench{request: job.Bench{Token: []byte(text), Secret: public}}
				require.Equal(b, fits, one.run().Badges[0].Code)
			}
		})
	}
}

func TestAKeyEncryptedAsJWELeadsToWhereItIsOpened(t *testing.T) {
	encrypter, err := gojose.NewEncrypter(gojose.A256GCM, gojose.Recipient{Algorithm: gojose.PBES2_HS512_A256KW, Key: []byte("passphrase"), PBES2Count: 1000},
		(&gojose.EncrypterOptions{}).WithContentType("jwk+json"))
	require.NoError(t, err)
	made, err := encrypter.Encrypt([]byte(rfc8037Key))
	require.NoError(t, err)
	text, err := made.CompactSerialize()
	require.NoError(t, err)
	r := onBench(t, job.Bench{Token: []byte(rfc8037Token), Secret: []byte(text)})
	assert.Equal(t, []string{open, "Not checked"}, []string{state(r), word(r)})
	assert.Equal(t, "This key is encrypted. Open it with its passphrase on the page Keys, and paste what you get there.", r.SecretProblem)
}

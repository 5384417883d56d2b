package token_test

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/token"
)

// now is the moment of every inspection here, in seconds since 1970.
const now = 1_800_000_000

const (
	goodHeader  = `{"alg":"HS256","typ":"JWT"}`
	goodPayload = `{"sub":"1","iat":1799999000,"exp":1800003600}`
)

func inspect(t *testing.T, header, payload string) []token.Finding {
	t.Helper()
	return token.Inspect(parse(t, compact(header, payload)), time.Unix(now, 0))
}

func TestPlainTokenHasNoFinding(t *testing.T) {
	assert.Empty(t, inspect(t, goodHeader, goodPayload))
}

func TestAlgorithmIsJudged(t *testing.T) {
	want := map[string]token.Code{
		`{}`: token.AlgMissing, `{"alg":null}`: token.AlgMissing, `{"alg":5}`: token.AlgMissing,
		`{"alg":"none"}`: token.AlgNone, `{"alg":"NoNe"}`: token.AlgNone, `{"alg":" none"}`: token.AlgNone,
		`{"alg":""}`: token.AlgUnknown, `{"alg":"hs256"}`: token.AlgUnknown, `{"alg":"HS1"}`: token.AlgUnknown,
		`{"alg":"HS2560"}`: token.AlgUnknown, `{"alg":"dir"}`: token.AlgUnknown, `{"alg":"RSA-OAEP"}`: token.AlgUnknown,
		`{"alg":"HS384"}`: token.SignatureSize, `{"alg":"HS512"}`: token.SignatureSize,
	}
	for _, good := range strings.Fields("RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 ES256K EdDSA Ed25519 Ed448 ML-DSA-44 ML-DSA-65 ML-DSA-87") {
		want[`{"alg":"`+good+`"}`] = ""
	}
	for header, code := range want {
		t.Run(header, func(t *testing.T) {
			found := inspect(t, header, goodPayload)
			if code == "" {
				assert.Empty(t, found)
			} else if assert.Len(t, found, 1) {
				assert.Equal(t, code, found[0].Code)
			}
		})
	}
}

func TestEmptySignatureIsFoundUnlessTheHeaderSaysSo(t *testing.T) {
	unsigned := func(header string) []token.Finding {
		return token.Inspect(parse(t, encode(header)+"."+encode(goodPayload)+"."), time.Unix(now, 0))
	}
	assert.Equal(t, []token.Finding{{Code: token.NotSigned, Part: token.Signature}}, unsigned(goodHeader))
	assert.Equal(t, []token.Finding{{Code: token.AlgNone, Part: token.Header, Name: "alg"}}, unsigned(`{"alg":"none"}`))
}

func TestHeaderThatChoosesItsKeyIsFound(t *testing.T) {
	for member, code := range map[string]token.Code{
		`"jwk":{"kty":"oct"}`: token.KeyInHeader, `"x5c":["MII"]`: token.KeyInHeader,
		`"jku":"https://example.com/keys"`: token.KeyAddress, `"x5u":"https://example.com/cert"`: token.KeyAddress,
		`"crit":["b64"]`: token.Critical,
		`"kid":7`:        token.KeyIDNotText, `"kid":null`: token.KeyIDNotText,
	} {
		name := member[1 : strings.Index(member[1:], `"`)+1]
		t.Run(member, func(t *testing.T) {
			assert.Equal(t, []token.Finding{{Code: code, Part: token.Header, Name: name}},
				inspect(t, `{"alg":"HS256",`+member+`}`, goodPayload))
		})
	}
}

func TestKeyIDsAreJudged(t *testing.T) {
	for id, code := range map[string]token.Code{
		// Ids in common use: a UUID, an RFC 7638 thumbprint, base64 that begins with
		// a slash, a date, a DID, an Azure key's address, chance dashes.
		"3f2504e0-4f89-41d3-9a0c-0305e82c3301":          "",
		"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs":   "",
		"/0a+b/cdEfGhIjKlMnOpQrStUvWxYz0123456789ABCD=": "",
		"2011-04-29":            "",
		"did:example:123#key-1": "",
		"https://vault.azure.net/keys/signing/0123456789ab": "",
		"a--b--":           "",
		"orders and users": "",

		"../../../../dev/null":                token.KeyIDPath,
		"/dev/null":                           token.KeyIDPath,
		"/etc/passwd":                         token.KeyIDPath,
		"/proc/sys/kernel/randomize_va_space": token.KeyIDPath,
		`..\\..\\windows\\win.ini`:            token.KeyIDPath,
		`C:\\keys\\a`:                         token.KeyIDPath,
		"%2e%2e/key":                          token.KeyIDPath,
		"keys/public.pem":                     token.KeyIDPath,
		"css/site.css":                        token.KeyIDPath,
		"file:///etc/hostname":                token.KeyIDPath,
		`a\u0000b`:                            token.KeyIDPath,
		"x' UNION SELECT 'key'":               token.KeyIDSQL,
		"1 or 1=1":                            token.KeyIDSQL,
		"0 UNION ALL SELECT 0x61":             token.KeyIDSQL,
		"1; drop table keys":                  token.KeyIDSQL,
		`\"\" OR true`:                        token.KeyIDSQL,
		"|curl example.com":                   token.KeyIDCommand,
		"key.pem;sleep 5":                     token.KeyIDCommand,
		"$(id)":                               token.KeyIDCommand,
	} {
		t.Run(id, func(t *testing.T) {
			found := inspect(t, `{"alg":"HS256","kid":"`+id+`"}`, goodPayload)
			if code == "" {
				assert.Empty(t, found)
			} else {
				assert.Equal(t, []token.Finding{{Code: code, Part: token.Header, Name: "kid"}}, found)
			}
		})
	}
}

func TestDatesAreJudged(t *testing.T) {
	type findings map[string]token.Code
	for payload, want := range map[string]findings{
		`{}`:                                  {"exp": token.ExpMissing},
		`{"exp":null}`:                        {"exp": token.DateNotNumber},
		`{"exp":"1800003600"}`:                {"exp": token.DateNotNumber},
		`{"exp":1800003600.5}`:                {},
		`{"exp":1e999}`:                       {"exp": token.DateNotNumber},
		`{"exp":1800003600000}`:               {"exp": token.DateMillis},
		`{"exp":1802592000}`:                  {},                     // now + 30 days
		`{"exp":1802592001}`:                  {"exp": token.ExpFar},  // and a second
		`{"iat":1799998000,"exp":1802592000}`: {"exp": token.ExpFar},  // 30 days count from iat
		`{"exp":1800000000}`:                  {"exp": token.Expired}, // on or after: RFC 7519 §4.1.4
		`{"exp":1800000001}`:                  {},
		`{"exp":1800000600,"nbf":1800000600}`: {"exp": token.NeverValid, "nbf": token.NotYetValid},
		`{"exp":1700000000,"iat":1700000001}`: {"exp": token.Expired}, // iat decides nothing: RFC 7519 §4.1.6
		`{"exp":1800003600,"iat":1800003600}`: {"iat": token.IssuedInFuture},
		`{"exp":1805270400,"iat":1805184000}`: {"exp": token.ExpFar, "iat": token.IssuedInFuture},  // it is valid now, for 61 days
		`{"exp":1805270400,"nbf":1805184000}`: {"nbf": token.NotYetValid},                          // for a day, two months from now
		`{"exp":1805184000,"nbf":1805270400}`: {"exp": token.NeverValid, "nbf": token.NotYetValid}, // and so not for long
		`{"exp":1800003600,"nbf":0,"iat":1}`:  {"exp": token.ExpFar},                               // since it was issued
		`{"exp":1800003600,"nbf":0}`:          {},                                                  // nbf is no date of issue
		`{"exp":1800003600,"nbf":1800000060}`: {},
		`{"exp":1800003600,"nbf":1800000061}`: {"nbf": token.NotYetValid},
		`{"exp":1800003600,"iat":1800000061}`: {"iat": token.IssuedInFuture},
		`{"exp":1800003600,"iat":true}`:       {"iat": token.DateNotNumber},
	} {
		t.Run(payload, func(t *testing.T) {
			got := findings{}
			for _, f := range inspect(t, goodHeader, payload) {
				assert.Equal(t, token.Payload, f.Part)
				got[f.Name] = f.Code
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestClaimsThatEveryoneCanReadAreJudged(t *testing.T) {
	for claim, want := range map[string]token.Code{
		`"password":"x"`: token.ClaimSecret, `"userPassword":"x"`: token.ClaimSecret, `"API-Key":"x"`: token.ClaimSecret,
		`"client_secret":"x"`: token.ClaimSecret, `"pin":1234`: token.ClaimSecret,
		`"note":"-----BEGIN RSA PRIVATE KEY-----"`:                                  token.ClaimSecret,
		`"hash":"$2b$12$abcdefghijk"`:                                               token.ClaimSecret,
		`"aws":"AKIAIOSFODNN7EXAMPLE"`:                                              token.ClaimSecret,
		`"note":"` + strings.Repeat("x", 1000) + `-----BEGIN RSA PRIVATE KEY-----"`: token.ClaimSecret,
		`"long":"sk_live_` + strings.Repeat("x", 1000) + `"`:                        token.ClaimSecret,
		`"text":"` + strings.Repeat("x", 400) + `@example.com"`:                     "",
		`"password":""`: "", `"password":true`: "", `"passwordChangedAt":17`: "", `"secretary":"Ann"`: "",
		// The numbers that payment services publish for tests.
		`"card":"4111 1111 1111 1111"`: token.ClaimCard, `"card":4111111111111111`: token.ClaimCard,
		`"card":"5555-5555-5555-4444"`: token.ClaimCard, `"card":"378282246310005"`: token.ClaimCard,
		`"card":"6011111111111117"`: token.ClaimCard, `"card":"2223003122003222"`: token.ClaimCard,
		`"card":"4111111111111112"`: "", `"id":"1234567890123452"`: "",
		`"email":"someone@example.com"`: token.ClaimEmail, `"handle":"@someone"`: "", `"ratio":"3@4"`: "",
	} {
		name := claim[1 : strings.Index(claim[1:], `"`)+1]
		t.Run(claim, func(t *testing.T) {
			found := inspect(t, goodHeader, `{"exp":1800003600,`+claim+`}`)
			if want == "" {
				assert.Empty(t, found)
			} else {
				assert.Equal(t, []token.Finding{{Code: want, Part: token.Payload, Name: name}}, found)
			}
		})
	}
}

func TestFindingsHaveAFixedOrderAndSayWhereNotWhat(t *testing.T) {
	const header = `{"kid":"/etc/passwd","jku":"https://evil.example","alg":"NONE","crit":["a"]}`
	const payload = `{"z":{"list":[1,{"password":"hunter2"}]},"a":"me@example.com","iat":1900000000}`
	want := []token.Finding{
		{Code: token.AlgNone, Part: token.Header, Name: "alg"},
		{Code: token.KeyAddress, Part: token.Header, Name: "jku"},
		{Code: token.KeyIDPath, Part: token.Header, Name: "kid"},
		{Code: token.Critical, Part: token.Header, Name: "crit"},
		{Code: token.ExpMissing, Part: token.Payload, Name: "exp"},
		{Code: token.IssuedInFuture, Part: token.Payload, Name: "iat"},
		{Code: token.ClaimEmail, Part: token.Payload, Name: "a"},
		{Code: token.ClaimSecret, Part: token.Payload, Name: "z.list.1.password"},
	}
	for range 20 { // maps come in another order each time
		found := inspect(t, header, payload)
		assert.Equal(t, want, found)
		for _, f := range found {
			assert.NotEmpty(t, f.Sentence())
			for _, value := range []string{"hunter2", "passwd", "evil", "me@"} {
				assert.NotContains(t, f.Sentence()+f.Name+string(f.Code), value)
			}
		}
	}
}

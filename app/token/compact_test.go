package token_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
	"jwtsecret/app/token/tokentest"
)

func parseAny(t testing.TB, text string) *token.Token {
	t.Helper()
	parsed, err := token.ParseAny([]byte(text))
	require.NoError(t, err)
	return parsed
}

const unencodedHeader = `{"alg":"HS256","b64":false,"crit":["b64"]}`

// otherPayloads are what no JSON Web Token has, with why not and what is found.
var otherPayloads = map[string]struct {
	payload string
	why     error
	code    token.Code
}{
	"nothing":     {"", token.ErrEmpty, token.Detached},
	"bytes":       {"\x00\xff\x80", token.ErrUTF8, token.PayloadBytes},
	"a sentence":  {"It is signed.", token.ErrJSON, token.PayloadText},
	"a string":    {`"hello"`, token.ErrObject, token.PayloadValue},
	"an array":    {`[{"password":"x"}]`, token.ErrObject, token.PayloadValue},
	"null":        {"null", token.ErrObject, token.PayloadValue},
	"names twice": {`{"a":1,"a":2}`, token.ErrDuplicate, token.PayloadTwice},
	"deep":        {`{"a":` + strings.Repeat("[", 16) + strings.Repeat("]", 16) + `}`, token.ErrDepth, token.PayloadDeep},
	"a token":     {rfc7515Token, token.ErrNested, token.Nested},
}

func TestTheSignatureOfAnyPayloadIsChecked(t *testing.T) {
	key := rfcKey(t)
	for name, c := range otherPayloads {
		t.Run(name, func(t *testing.T) {
			text := tokentest.HS256(encode(goodHeader)+"."+encode(c.payload), string(key))
			parsed := parseAny(t, text)
			assert.Equal(t, c.payload, string(parsed.Payload()))
			assert.ErrorIs(t, parsed.NotClaims(), c.why)
			assert.Empty(t, parsed.NoSecret())
			assert.NoError(t, parsed.Verify(secret.HS256, key))
			reading, ok := token.Match(parsed, token.Readings([]byte(rfc7515Key)))
			require.True(t, ok)
			assert.Equal(t, token.Base64URL, reading.Encoding)
			_, ok = token.Match(parsed, token.Readings([]byte("another secret")))
			assert.False(t, ok)

			found := token.Inspect(parsed, time.Unix(now, 0))
			assert.Equal(t, []token.Finding{{Code: c.code, Part: token.Payload}}, found)
			assert.Regexp(t, `RFC \d+ (§\d|appendix)`, found[0].Sentence(), "each says where it is written")

			_, err := token.Parse([]byte(text))
			assert.ErrorIs(t, err, c.why, "claims are read as strictly as ever")
		})
	}
}

func TestWhatIsAJSONWebTokenIsReadTheSame(t *testing.T) {
	assert.Equal(t, parse(t, rfc7515Token), parseAny(t, rfc7515Token))
	assert.NoError(t, parseAny(t, rfc7515Token).NotClaims())
}

// The example of RFC 7797 §4.2. Its payload has a dot and is therefore detached
// (§5.2); one without a dot may stand in the token.
func TestUnencodedPayloadsAreSignedAsTheyStand(t *testing.T) {
	key := rfcKey(t)
	const detached = "eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19..A5dxf2s96_n5FLueVuW1Z_vh161FwXZC4YLPff6dmDY"
	header, _, _ := strings.Cut(detached, ".")
	require.Equal(t, detached, strings.Replace(tokentest.HS256(header+".$.02", string(key)), "$.02", "", 1), "the RFC signs the payload as it is")
	assert.ErrorIs(t, parseAny(t, detached).Verify(secret.HS256, key), token.ErrCritical)

	for _, payload := range []string{"$02", `{"sub":"a b"}`, "two\r\nlines", "é", "e30"} {
		text := tokentest.HS256(header+"."+payload, string(key))
		parsed := parseAny(t, text)
		assert.Equal(t, payload, string(parsed.Payload()))
		assert.ErrorIs(t, parsed.NotClaims(), token.ErrUnencoded)
		assert.ErrorIs(t, parsed.Verify(secret.HS256, key), token.ErrCritical, "as strict as ever")
		_, ok := token.Match(parsed, token.Readings(key))
		assert.True(t, ok, payload)
		assert.Equal(t, []token.Code{token.Critical, token.Unencoded}, codes(token.Inspect(parsed, time.Unix(now, 0))))
	}
}

// go-jose writes such a payload in base64url into the compact form and has it
// signed as it is, so what it makes can be compared where the payload is detached.
func TestDetachedPayloadsOfGoJOSEMatchOnceTheyArePutBack(t *testing.T) {
	key := bytes.Repeat([]byte("k"), 32)
	for name, c := range map[string]struct {
		b64     bool
		written string
	}{"encoded": {true, encode("a payload")}, "unencoded": {false, "a payload"}} {
		t.Run(name, func(t *testing.T) {
			signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.HS256, Key: key}, (&jose.SignerOptions{}).WithBase64(c.b64))
			require.NoError(t, err)
			signed, err := signer.Sign([]byte("a payload"))
			require.NoError(t, err)
			detached, err := signed.DetachedCompactSerialize()
			require.NoError(t, err)

			found := token.Inspect(parseAny(t, detached), time.Unix(now, 0))
			_, ok := token.Match(parseAny(t, detached), token.Readings(key))
			assert.False(t, ok, "the empty payload is not what was signed")
			assert.Contains(t, codes(found), token.Detached)

			back := parseAny(t, strings.Replace(detached, "..", "."+c.written+".", 1))
			assert.Equal(t, "a payload", string(back.Payload()))
			_, ok = token.Match(back, token.Readings(key))
			assert.True(t, ok)
		})
	}
}

func codes(found []token.Finding) []token.Code {
	var all []token.Code
	for _, f := range found {
		all = append(all, f.Code)
	}
	return all
}

func TestTokenWithoutASignatureOrWithoutAnyIsRead(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		codes []token.Code
		says  string
	}{
		"two parts":       {encode(goodHeader) + "." + encode(goodPayload), []token.Code{token.SignatureGone}, "has two parts"},
		"two parts, none": {encode(`{"alg":"none"}`) + "." + encode(goodPayload), []token.Code{token.AlgNone}, "not signed with HS256"},
		"empty":           {encode(goodHeader) + "." + encode(goodPayload) + ".", []token.Code{token.NotSigned}, "is empty"},
		"HS512, 32 bytes": {compact(`{"alg":"HS512"}`, goodPayload), []token.Code{token.SignatureSize}, "has 32 bytes, and one by HS512 has 64"},
		"RS256":           {compact(`{"alg":"RS256"}`, goodPayload), nil, "not signed with HS256"},
		"encrypted": {encode(`{"alg":"dir","enc":"A256GCM"}`) + "..AAAA.BBBB.CCCC",
			[]token.Code{token.Encrypted}, "is encrypted"},
		"encrypted, with our algorithm": {encode(`{"alg":"HS256","enc":"A256GCM","kid":"/etc/passwd"}`) + ".a.b.c.d",
			[]token.Code{token.KeyIDPath, token.Encrypted}, "is encrypted"},
		"b64 without crit": {encode(`{"alg":"HS256","b64":false,"crit":["exp"]}`) + ".x." + encode(strings.Repeat("s", 32)),
			[]token.Code{token.Critical, token.UnencodedOnly, token.Unencoded}, ""},
		"b64 true": {compact(`{"alg":"HS256","b64":true,"crit":["b64"]}`, goodPayload), []token.Code{token.Critical}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			parsed := parseAny(t, c.text)
			assert.Equal(t, c.codes, codes(token.Inspect(parsed, time.Unix(now, 0))))
			if c.says == "" {
				assert.Empty(t, parsed.NoSecret())
				return
			}
			assert.Contains(t, parsed.NoSecret(), c.says)
			if name == "encrypted, with our algorithm" {
				_, err := parsed.Algorithm()
				assert.ErrorIs(t, err, secret.ErrAlgorithm, "it is not what signed it")
			}
			_, ok := token.Match(parsed, token.Readings([]byte("secret")))
			assert.False(t, ok)
			assert.Error(t, parsed.Verify(secret.HS256, []byte("secret")))
		})
	}
}

func TestWhatCannotBeReadIsSaidWithItsRemedy(t *testing.T) {
	good := encode(goodHeader)
	for text, says := range map[string]string{
		"":                         "The token cannot be read: it is empty. Paste the whole token again",
		strings.Repeat("a", 65537): "The token cannot be read: it is longer than 65536 bytes. Paste the token alone.",
		good + ".e30. AA":          "The token cannot be read: it contains white space or a line end. Paste it as one line",
		"secret":                   "The token cannot be read: it does not have three parts",
		"a.b":                      "The token cannot be read: it does not have three parts",
		encode(`{"enc":"A128GCM"}`) + ".a.b.c.d,": "The token cannot be read: it has a character that is not in base64url",
		good + ".e30.AA.AA":                       "The token cannot be read: it does not have three parts",
		good + ".e30.AA.AA.AA":                    "The token cannot be read: it has five parts",
		"!.e30.AA":                                "The header cannot be read: it has a character that is not in base64url",
		encode("{") + ".e30.AA":                   "The header cannot be read: it is not valid JSON. Paste the whole token again",
		good + ".e30=.AA":                         "The payload cannot be read: it is padded with =, which tokens leave out. If the token was issued so, then not by the rules",
		good + ".e31.AA":                          "The payload cannot be read: its last character is not the one that encoding would give",
		good + ".e30.+/AA":                        "The signature cannot be read: it has a character that is not in base64url: A-Z, a-z, 0-9, - and _. If the token was issued so",
		good + ".e30.AAAAA":                       "The signature cannot be read: it has one character too many or lacks some: no bytes have base64url of this length. Paste the whole token, from its first",
		encode(unencodedHeader) + ".a b.A A":      "The signature cannot be read: it contains white space",
		encode(unencodedHeader) + ".a b.AA\n":     "The signature cannot be read: it contains white space",
		encode(unencodedHeader) + ".$.02.AAAA":    "The token cannot be read: it does not have three parts",
	} {
		t.Run(says, func(t *testing.T) {
			parsed, err := token.ParseAny([]byte(text))
			assert.Nil(t, parsed)
			assert.Contains(t, token.Sentence(err), says)
		})
	}
}

func TestAnyTokenKeepsNoReferenceToTheText(t *testing.T) {
	for _, header := range []string{goodHeader, unencodedHeader} {
		text := []byte(tokentest.HS256(encode(header)+".aGVsbG8", string(rfcKey(t))))
		parsed := parseAny(t, string(text))
		again, err := token.ParseAny(text)
		require.NoError(t, err)
		clear(text)
		assert.Equal(t, parsed, again)
	}
}

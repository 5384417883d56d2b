package token_test

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// The token and key of RFC 7515 appendix A.1.
const (
	rfc7515Token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" +
		".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
		".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
	rfc7515Key = "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
)

func encode(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

// compact joins a header and a payload given as JSON with a signature of 32 bytes.
func compact(header, payload string) string {
	return encode(header) + "." + encode(payload) + "." + encode(strings.Repeat("s", 32))
}

func parse(t testing.TB, text string) *token.Token {
	t.Helper()
	parsed, err := token.Parse([]byte(text))
	require.NoError(t, err)
	return parsed
}

func TestTokenOfRFC7515IsReadAsTheRFCSaysIt(t *testing.T) {
	parsed := parse(t, rfc7515Token)
	assert.Equal(t, "{\"typ\":\"JWT\",\r\n \"alg\":\"HS256\"}", string(parsed.Header()))
	assert.Equal(t, "{\"iss\":\"joe\",\r\n \"exp\":1300819380,\r\n \"http://example.com/is_root\":true}", string(parsed.Payload()))
	assert.Equal(t, rfc7515Token[:strings.LastIndex(rfc7515Token, ".")], string(parsed.SigningInput()))
	assert.Equal(t, []byte{116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121}, parsed.Signature())
	a, err := parsed.Algorithm()
	require.NoError(t, err)
	assert.Equal(t, secret.HS256, a)
}

func TestTextThatIsNoTokenIsRefusedWithItsPartAndReason(t *testing.T) {
	good := `{"alg":"HS256"}`
	deep := func(levels int) string {
		return `{"a":` + strings.Repeat("[", levels-1) + strings.Repeat("]", levels-1) + `}`
	}
	require.NoError(t, second(token.Parse([]byte(compact(good, deep(16))))), "sixteen levels are allowed")
	cases := map[string]struct {
		text string
		part token.Part
		want error
	}{
		"nothing":                     {"", token.Whole, token.ErrEmpty},
		"65,537 bytes":                {strings.Repeat("a", 65537), token.Whole, token.ErrSize},
		"a line end":                  {compact(good, "{}") + "\n", token.Whole, token.ErrSpace},
		"a space":                     {"Bearer " + compact(good, "{}"), token.Whole, token.ErrSpace},
		"one part":                    {"secret", token.Whole, token.ErrParts},
		"two parts":                   {"e30.e30", token.Whole, token.ErrParts},
		"four parts":                  {"e30.e30.e30.e30", token.Whole, token.ErrParts},
		"five parts":                  {"e30.e30.e30.e30.e30", token.Whole, token.ErrEncrypted},
		"encrypted":                   {encode(`{"alg":"HS256","enc":"A128GCM"}`) + ".a.b.c.d", token.Whole, token.ErrEncrypted},
		"unencoded":                   {encode(unencodedHeader) + ".{}.AA", token.Payload, token.ErrUnencoded},
		"six parts":                   {"e30.e30.e30.e30.e30.e30", token.Whole, token.ErrParts},
		"empty header":                {".e30.", token.Header, token.ErrEmpty},
		"empty payload":               {"e30..", token.Payload, token.ErrEmpty},
		"padded header":               {"e30=.e30.", token.Header, token.ErrPadding},
		"stray bits in the payload":   {"e30.e31.", token.Payload, token.ErrStrayBits}, // 0 ends in 4 zero bits of the last byte, 1 does not
		"standard base64 in the sign": {"e30.e30.+/", token.Signature, token.ErrAlphabet},
		"a signature cut short":       {"e30.e30.AAAAA", token.Signature, token.ErrCut},
		"header in Latin-1":           {compact("{\"a\":\"\xe9\"}", "{}"), token.Header, token.ErrUTF8},
		"header that is no JSON":      {compact("alg=none", "{}"), token.Header, token.ErrJSON},
		"header after a byte mark":    {compact("\ufeff{}", "{}"), token.Header, token.ErrJSON},
		"two headers in one":          {compact("{}{}", "{}"), token.Header, token.ErrJSON},
		"a comma too many":            {compact(`{"alg":"HS256",}`, "{}"), token.Header, token.ErrJSON},
		"header that is an array":     {compact(`["HS256"]`, "{}"), token.Header, token.ErrObject},
		"payload that is a string":    {compact(good, `"hello"`), token.Payload, token.ErrObject},
		"payload that is null":        {compact(good, "null"), token.Payload, token.ErrObject},
		"alg twice":                   {compact(`{"alg":"HS256","alg":"none"}`, "{}"), token.Header, token.ErrDuplicate},
		"alg twice, once escaped":     {compact(`{"alg":"HS256","\u0061lg":"none"}`, "{}"), token.Header, token.ErrDuplicate},
		"a name twice inside":         {compact(`{"jwk":[{"k":"a","k":"b"}]}`, "{}"), token.Header, token.ErrDuplicate},
		"a claim twice":               {compact(good, `{"sub":"a","exp":1,"sub":"b"}`), token.Payload, token.ErrDuplicate},
		"seventeen levels":            {compact(good, deep(17)), token.Payload, token.ErrDepth},
		"twenty thousand levels":      {compact(good, deep(20_000)), token.Payload, token.ErrJSON}, // encoding/json stops at 10,000
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			parsed, err := token.Parse([]byte(c.text))
			assert.Nil(t, parsed)
			var wrong *token.ParseError
			require.ErrorAs(t, err, &wrong)
			assert.Equal(t, c.part, wrong.Part)
			assert.ErrorIs(t, err, c.want)
			assert.Equal(t, "the "+c.part.String()+" cannot be read: "+c.want.Error(), err.Error())
		})
	}
}

func second[T any](_ T, err error) error { return err }

func TestNamesThatDifferInCaseOrPlaceAreNotDuplicates(t *testing.T) {
	parse(t, compact(`{"alg":"HS256","Alg":"none"}`, `{"a":{"sub":1},"b":{"sub":1},"sub":"sub"}`))
}

func TestNumberBeyondFloat64IsStillJSON(t *testing.T) {
	parse(t, compact(`{"alg":"HS256"}`, `{"n":1e999}`))
}

func TestLongestTokenIsRead(t *testing.T) {
	shell := len(compact(`{"alg":"HS256"}`, `{"a":""}`))
	filler := (token.MaxSize - shell) / 4 * 3
	text := compact(`{"alg":"HS256"}`, `{"a":"`+strings.Repeat("x", filler)+`"}`)
	require.InDelta(t, token.MaxSize, len(text), 4)
	parse(t, text)
}

func TestTokenKeepsNoReferenceToTheText(t *testing.T) {
	text := []byte(rfc7515Token)
	parsed, err := token.Parse(text)
	require.NoError(t, err)
	clear(text)
	key, err := secret.Decode(secret.Base64URL, []byte(rfc7515Key))
	require.NoError(t, err)
	assert.NoError(t, parsed.Verify(secret.HS256, key))
}

func ExampleParse() {
	_, err := token.Parse([]byte("eyJhbGciOiJIUzI1NiJ9.e30="))
	fmt.Println(err)
	_, err = token.Parse([]byte("eyJhbGciOiJIUzI1NiJ9.e30=.c2ln"))
	fmt.Println(err)
	// Output:
	// the token cannot be read: it does not have three parts with a dot between them
	// the payload cannot be read: it is padded with =, which tokens leave out
}

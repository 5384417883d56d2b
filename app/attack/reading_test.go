package attack

import (
	"crypto/sha256"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// signedWith returns a token of the algorithm, made with the key.
func signedWith(t testing.TB, a secret.Algorithm, key []byte) *token.Token {
	t.Helper()
	text, err := token.Sign(a, key, []byte(`{"sub":"1234567890","name":"Jane","admin":true,"iat":1516239022}`))
	require.NoError(t, err)
	parsed, err := token.Parse(text)
	require.NoError(t, err)
	return parsed
}

func open(t testing.TB, a secret.Algorithm, key []byte) *Attack {
	t.Helper()
	attack, err := New(signedWith(t, a, key))
	require.NoError(t, err)
	return attack
}

func TestACandidateIsTriedInEveryReading(t *testing.T) {
	for _, c := range []struct {
		candidate string
		key       []byte
		want      token.Encoding
	}{
		{"secret", []byte("secret"), token.UTF8},
		{" secret ", []byte(" secret "), token.UTF8},
		{"\xff\x00", []byte("\xff\x00"), token.UTF8},
		{"c0ffee", []byte{0xc0, 0xff, 0xee}, token.Hex},
		{"C0FFee", []byte{0xc0, 0xff, 0xee}, token.Hex},
		{"c2VjcmV0", []byte("secret"), token.Base64},      // RFC 4648 §4
		{"c2VjcmV0cw==", []byte("secrets"), token.Base64}, // padded
		{"c2VjcmV0cw", []byte("secrets"), token.Base64},   // not padded
		{"-_8=", []byte{0xfb, 0xff}, token.Base64URL},
		{"+/8=", []byte{0xfb, 0xff}, token.Base64},
		{"secret", []byte{0xb1, 0xe7, 0x2b, 0x7a}, token.Base64}, // s=44 e=30 c=28 r=43 e=30 t=45: 101100 011110 011100 101011 011110 101101
	} {
		for _, a := range secret.Algorithms() {
			got, hit := open(t, a, c.key).Try([]byte(c.candidate))
			assert.True(t, hit, "%q for %s", c.candidate, a)
			assert.Equal(t, c.want, got, c.candidate)
		}
	}
}

// Package token has the same readings, with new memory for each.
func TestTheReadingsAreThoseOfThePackageToken(t *testing.T) {
	const characters = "aF09zZ+/-_=. \n\r"
	texts := [][]byte{nil}
	for size := 1; size <= 8; size++ {
		for range 2_000 {
			text := make([]byte, size)
			for i := range text {
				text[i] = characters[randomInt(t, len(characters))]
			}
			texts = append(texts, text)
		}
	}
	matched := map[token.Encoding]int{}
	for _, text := range texts {
		for _, r := range token.Readings(text) {
			want, ok := token.Match(signedWith(t, secret.HS256, r.Key), token.Readings(text))
			require.True(t, ok)
			got, hit := open(t, secret.HS256, r.Key).Try(text)
			require.True(t, hit, "%q as %s", text, r.Encoding)
			require.Equal(t, want.Encoding, got, "%q", text)
			matched[got]++
		}
	}
	assert.Len(t, matched, 4, "each reading came up")
}

func TestWhatIsNoReadingIsNotTried(t *testing.T) {
	for text, want := range map[string]int{
		"":         1, // the empty key
		"a.b":      1, // UTF-8 alone
		"abc":      2, // and base64
		"abcde":    1, // no bytes have base64 or hex of this length
		"abcd":     3, // and hex
		"ab-d":     2,
		"a+-d":     1,
		"ab\ncd\n": 1,
		"ab==":     2,
		"a===":     1,
		"=abc":     1,
	} {
		t.Run(text, func(t *testing.T) {
			a, keys := &Attack{}, 1
			for rest, can := possible([]byte(text)); can != 0; keys++ {
				_, _, can = a.read(rest, can)
			}
			assert.Equal(t, want, keys)
		})
	}
}

func TestATryAllocatesNothing(t *testing.T) {
	for _, a := range secret.Algorithms() {
		attack := open(t, a, []byte("other"))
		candidates := [][]byte{
			[]byte("password"), []byte("deadbeef"), []byte("cGFzc3dvcmQ="), []byte("pass-word_12"), random(t, 63), random(t, 64), random(t, 200),
		}
		for _, c := range candidates {
			attack.Try(c) // makes room once
		}
		for _, c := range candidates {
			assert.Zero(t, testing.AllocsPerRun(100, func() { attack.Try(c) }))
		}
	}
}

func TestATokenThatNoHMACSignedIsRefused(t *testing.T) {
	for text, want := range map[string]error{
		// {"alg":"none"}.{}. and {"alg":"RS256"}.{}.AA
		"eyJhbGciOiJub25lIn0.e30.":    secret.ErrAlgorithm,
		"eyJhbGciOiJSUzI1NiJ9.e30.AA": secret.ErrAlgorithm,
		// {"alg":"HS256"}, with a signature of one byte and with none
		"eyJhbGciOiJIUzI1NiJ9.e30.AA": ErrSignature,
		"eyJhbGciOiJIUzI1NiJ9.e30.":   ErrSignature,
	} {
		t.Run(text, func(t *testing.T) {
			parsed, err := token.Parse([]byte(text))
			require.NoError(t, err)
			_, err = New(parsed)
			assert.ErrorIs(t, err, want)
		})
	}
}

// RFC 7515 appendix A.1 shows a token and its key.
func TestTheTokenOfTheStandardFallsToItsKey(t *testing.T) {
	parsed, err := token.Parse([]byte("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" +
		".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
		".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
	require.NoError(t, err)
	attack, err := New(parsed)
	require.NoError(t, err)
	got, hit := attack.Try([]byte("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
	assert.True(t, hit)
	assert.Equal(t, token.Base64URL, got)
	sum := sha256.Sum256(nil)
	assert.False(t, attack.hmac.signed(sum[:]))
}

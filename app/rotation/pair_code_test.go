package rotation_test

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"go/format"
	"path/filepath"
	"strings"
	"testing"
	"time"

	gojose "github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// mixedRuntimes run the code of the mixed time: it lies with the key set in the folder in
// which the command runs.
func mixedRuntimes() []runtime {
	return []runtime{
		{"go", func(t *testing.T, code string) []string { return []string{build(t, "mixed", code)} }},
		{"node", func(t *testing.T, code string) []string {
			dir := jose(t)
			write(t, dir, "verify.mjs", []byte(code))
			return []string{program(t, "node"), write(t, dir, "mixed.mjs", testdata(t, "mixed.mjs"))}
		}},
		{"python", func(t *testing.T, code string) []string {
			path, dir := python(t), t.TempDir()
			write(t, dir, "verify.py", []byte(code))
			return []string{path, write(t, dir, "mixed.py", testdata(t, "mixed.py"))}
		}},
	}
}

// accepted asks the code about tokens in the environment of a stage, in which the secret
// stands until the last.
func accepted(t *testing.T, command []string, p *rotation.Pair, s rotation.Stage, secretText string, tokens []string) (all []bool) {
	t.Helper()
	env, err := p.Environment(s)
	require.NoError(t, err)
	if s != rotation.Finish {
		env = append(env, p.Name+"="+secretText+"\n"...)
	}
	set, err := p.JWKS(s)
	require.NoError(t, err)
	folder := t.TempDir()
	write(t, folder, rotation.SetFile, set)
	reader := under(t, env, command...)
	reader.Dir = folder
	question, err := json.Marshal(tokens)
	require.NoError(t, err)
	reader.Stdin = bytes.NewReader(question)
	require.NoError(t, json.Unmarshal(run(t, reader), &all))
	return all
}

// signers are key pairs of the kinds that all three libraries know.
func signers(t *testing.T) map[string]struct {
	method jwt.SigningMethod
	key    crypto.Signer
} {
	t.Helper()
	ec, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	_, ed, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	modulus, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	return map[string]struct {
		method jwt.SigningMethod
		key    crypto.Signer
	}{"ES256": {jwt.SigningMethodES256, ec}, "EdDSA": {jwt.SigningMethodEdDSA, ed}, "PS256": {jwt.SigningMethodPS256, modulus}}
}

func TestCodeOfTheMixedTime(t *testing.T) {
	t.Parallel()
	for _, r := range mixedRuntimes() {
		t.Run(r.language, func(t *testing.T) {
			t.Parallel()
			for algorithm, s := range signers(t) {
				acceptsEachInItsTime(t, r, algorithm, s.method, s.key, token.UTF8)
				if algorithm != "ES256" {
					continue
				}
				for _, reading := range []token.Encoding{token.Hex, token.Base64, token.Base64URL} {
					acceptsEachInItsTime(t, r, algorithm, s.method, s.key, reading)
				}
			}
		})
	}
}

func acceptsEachInItsTime(t *testing.T, r runtime, algorithm string, method jwt.SigningMethod, signer crypto.Signer, reading token.Encoding) {
	secretKey := make([]byte, 32)
	_, _ = rand.Read(secretKey)
	text := encoders[reading](secretKey)
	if reading == token.UTF8 {
		secretKey = []byte(text)
	}
	planFrom := func(begin time.Time) *rotation.Pair {
		asked := rotation.PairRequest{
			Shared: true, Algorithm: secret.HS256, Reading: reading, Name: "TOKEN_KEY", PreviousKeyID: "shared", KeyID: "new",
			New:   written(t, gojose.JSONWebKey{Key: signer.Public(), Algorithm: algorithm}),
			Start: begin, Now: begin, Lifetime: 8 * time.Hour, Rollout: time.Hour, Days: 90,
		}
		return pairPlan(t, asked)
	}
	now, past := planFrom(time.Now()), planFrom(time.Now().Add(-24*time.Hour))
	code, err := now.Code(r.language)
	require.NoError(t, err)
	command := r.prepare(t, code)
	by := func(method jwt.SigningMethod, key any, kid string, life time.Duration) string {
		unsigned := jwt.NewWithClaims(method, jwt.MapClaims{"exp": time.Now().Add(life).Unix()})
		if kid != "" {
			unsigned.Header["kid"] = kid
		}
		signed, err := unsigned.SignedString(key)
		require.NoError(t, err)
		return signed
	}
	public, err := x509.MarshalPKIXPublicKey(signer.Public())
	require.NoError(t, err)
	publicPEM := pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: public})
	endless, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"sub": "someone"}).SignedString(secretKey)
	require.NoError(t, err)
	odd := func(kid any) string {
		unsigned := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()})
		unsigned.Header["kid"] = kid
		signed, err := unsigned.SignedString(secretKey)
		require.NoError(t, err)
		return signed
	}
	cases := []struct {
		name   string
		token  string
		mixed  bool
		finish bool
	}{
		{"secret", by(jwt.SigningMethodHS256, secretKey, "shared", time.Hour), true, false},
		{"secret without kid", by(jwt.SigningMethodHS256, secretKey, "", time.Hour), true, false},
		{"pair", by(method, signer, "new", time.Hour), true, true},
		{"pair without kid", by(method, signer, "", time.Hour), false, false},
		{"pair with the secret's kid", by(method, signer, "shared", time.Hour), false, false},
		{"public key as the secret", by(jwt.SigningMethodHS256, publicPEM, "new", time.Hour), false, false},
		{"public key as the secret, without kid", by(jwt.SigningMethodHS256, publicPEM, "", time.Hour), false, false},
		{"secret with the pair's kid", by(jwt.SigningMethodHS256, secretKey, "new", time.Hour), false, false},
		{"another HMAC", by(jwt.SigningMethodHS512, secretKey, "shared", time.Hour), false, false},
		{"none", by(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, "new", time.Hour), false, false},
		{"none without kid", by(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, "", time.Hour), false, false},
		{"empty secret", by(jwt.SigningMethodHS256, []byte{}, "", time.Hour), false, false},
		{"list as kid", odd([]string{"shared"}), false, false}, // which is no key of a map in Go
		{"object as kid", odd(map[string]string{"shared": "shared"}), false, false},
		{"number as kid", odd(7), false, false},
		{"unknown kid", by(jwt.SigningMethodHS256, secretKey, "other", time.Hour), false, false},
		{"expired", by(method, signer, "new", -2*time.Minute), false, false},
		{"expired within the leeway", by(method, signer, "new", -20*time.Second), true, true},
		{"without exp", endless, false, false},
		{"no token", "something", false, false},
	}
	var tokens []string
	for _, c := range cases {
		tokens = append(tokens, c.token)
	}
	check := func(p *rotation.Pair, s rotation.Stage, want func(i int) bool) {
		for i, got := range accepted(t, command, p, s, text, tokens) {
			assert.Equal(t, want(i), got, "%s %s, %v, %s", algorithm, reading, s, cases[i].name)
		}
	}
	check(now, rotation.Prepare, func(i int) bool { return cases[i].mixed })
	check(now, rotation.Switch, func(i int) bool { return cases[i].mixed })
	check(past, rotation.Switch, func(i int) bool { return cases[i].finish }) // the secret's time is over
	check(now, rotation.Finish, func(i int) bool { return cases[i].finish })
}

// A secret whose text is padding alone has no bytes, and anybody could sign with it.
func TestCodeOfTheMixedTimeTakesNoEmptyKey(t *testing.T) {
	t.Parallel()
	signed, err := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}).SignedString([]byte{})
	require.NoError(t, err)
	question := written(t, []string{signed})
	for _, r := range mixedRuntimes() {
		for _, reading := range []token.Encoding{token.Base64, token.Base64URL} {
			asked := pairRequest(newPairs(t))
			shared(&asked)
			asked.Reading, asked.Name = reading, "TOKEN_KEY"
			p := pairPlan(t, asked)
			code, err := p.Code(r.language)
			require.NoError(t, err)
			set, err := p.JWKS(rotation.Prepare)
			require.NoError(t, err)
			folder := t.TempDir()
			reader := under(t, []byte("TOKEN_KEY==\nTOKEN_KEY_JWKS="+write(t, folder, rotation.SetFile, set)+"\n"), r.prepare(t, code)...)
			reader.Stdin = bytes.NewReader(question)
			out, _ := reader.Output() // it may refuse to start
			assert.NotContains(t, string(out), "true", r.language+" "+reading.String())
		}
	}
}

func TestCodeOfTheMixedTimeIsWrittenForThePlan(t *testing.T) {
	r := pairRequest(newPairs(t))
	shared(&r)
	r.Name, r.Algorithm = "TOKEN_KEY", secret.HS512
	for reading := range encoders {
		r.Reading = reading
		p := pairPlan(t, r)
		for _, l := range rotation.MixedLanguages() {
			code, err := p.Code(l.ID)
			require.NoError(t, err)
			assert.NotContains(t, code, "JWT_SECRET")
			assert.NotContains(t, code, "256")
			assert.NotContains(t, code, "@ ", "a mark")
			for line := range strings.Lines(code) {
				assert.LessOrEqual(t, len(line), 121, l.ID)
				assert.Equal(t, strings.TrimRight(line, " \t\n")+"\n", line, l.ID)
			}
			if l.ID == "go" {
				formatted, err := format.Source([]byte(code))
				require.NoError(t, err)
				assert.Equal(t, string(formatted), code)
			}
		}
	}
	_, err := pairPlan(t, pairRequest(newPairs(t))).Code("go")
	assert.ErrorIs(t, err, rotation.ErrLanguage, "between pairs no code changes")
	module := string(testdata(t, filepath.Join("..", "..", "..", "go.mod")))
	assert.Contains(t, module, "github.com/go-jose/go-jose/v4 v")
}

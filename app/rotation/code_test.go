package rotation_test

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"go/format"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

var methods = map[secret.Algorithm]jwt.SigningMethod{
	secret.HS256: jwt.SigningMethodHS256,
	secret.HS384: jwt.SigningMethodHS384,
	secret.HS512: jwt.SigningMethodHS512,
}

// sign returns a token that golang-jwt signed, an hour long unless the claims
// say otherwise, and without "kid" if that is empty.
func sign(t testing.TB, a secret.Algorithm, key []byte, kid string, claims jwt.MapClaims) string {
	t.Helper()
	if claims == nil {
		claims = jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()}
	}
	unsigned := jwt.NewWithClaims(methods[a], claims)
	if kid != "" {
		unsigned.Header["kid"] = kid
	}
	signed, err := unsigned.SignedString(key)
	require.NoError(t, err)
	return signed
}

var encoders = map[token.Encoding]func([]byte) string{
	token.UTF8:      base64.RawURLEncoding.EncodeToString,
	token.Hex:       hex.EncodeToString,
	token.Base64:    base64.StdEncoding.EncodeToString,
	token.Base64URL: base64.RawURLEncoding.EncodeToString,
}

// randomPlan returns a rolling plan from now on, and the keys that it is about,
// the new one first.
func randomPlan(t *testing.T, a secret.Algorithm, reading token.Encoding) (*rotation.Plan, [2][]byte) {
	t.Helper()
	return planFrom(t, time.Now(), a, reading)
}

func planFrom(t *testing.T, start time.Time, a secret.Algorithm, reading token.Encoding) (*rotation.Plan, [2][]byte) {
	t.Helper()
	var keys, texts [2][]byte
	for i := range keys {
		keys[i] = make([]byte, a.MinSize())
		_, _ = rand.Read(keys[i])
		texts[i] = []byte(encoders[reading](keys[i]))
		if reading == token.UTF8 {
			keys[i] = texts[i]
		}
	}
	return plan(t, func(r *rotation.Request) {
		r.Algorithm, r.Reading, r.Start, r.Now, r.Name = a, reading, start, start, "TOKEN_KEY"
		r.New, r.Previous = texts[0], texts[1]
	}), keys
}

func TestCode(t *testing.T) {
	t.Parallel()
	for _, r := range runtimes() {
		t.Run(r.language, func(t *testing.T) {
			t.Parallel()
			for _, c := range combinations {
				signsWithOneKeyAndAcceptsEachInItsTime(t, r, c.algorithm, c.reading)
			}
			for _, c := range texts {
				readsItsEncodingAlone(t, r, c.reading, c.good, c.bad)
			}
			p := plan(t, func(r *rotation.Request) { r.Previous = []byte("a-short-one") })
			code, err := p.Code(r.language)
			require.NoError(t, err)
			command := r.prepare(t, code)
			refusesAShortKeyUnlessItIsOnItsWayOut(t, command, p)
			servesBeforeARotation(t, command)
		})
	}
}

func signsWithOneKeyAndAcceptsEachInItsTime(t *testing.T, r runtime, a secret.Algorithm, reading token.Encoding) {
	now, keys := randomPlan(t, a, reading)
	// A day later the previous key's time is over: 2 hours to deploy, 8 of life.
	past, pastKeys := planFrom(t, time.Now().Add(-24*time.Hour), a, reading)
	code, err := now.Code(r.language)
	require.NoError(t, err)
	command := r.prepare(t, code)
	checkStage(t, command, now, keys, rotation.Prepare, 1, true)
	checkStage(t, command, now, keys, rotation.Switch, 0, true)
	checkStage(t, command, past, pastKeys, rotation.Switch, 0, false)
	checkStage(t, command, now, keys, rotation.Finish, 0, false)
}

// checkStage asks the code about tokens of every sort. The signer is the index of
// the key that has to sign.
func checkStage(t *testing.T, command []string, p *rotation.Plan, keys [2][]byte, s rotation.Stage, signer int, acceptsPrevious bool) {
	t.Helper()
	a, ids := p.Algorithm, []string{p.KeyID(), p.PreviousKeyID()}
	unsigned := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{"exp": time.Now().Add(time.Hour).Unix()})
	unsigned.Header["kid"] = ids[0]
	none, err := unsigned.SignedString(jwt.UnsafeAllowNoneSignatureType)
	require.NoError(t, err)
	stranger := make([]byte, a.MinSize())
	_, _ = rand.Read(stranger)
	other := secret.Algorithms()[(int(a))%3] // the one after a
	cases := []struct {
		name  string
		token string
		want  bool
	}{
		{"new", sign(t, a, keys[0], ids[0], nil), true},
		{"new without kid", sign(t, a, keys[0], "", nil), true},
		{"previous", sign(t, a, keys[1], ids[1], nil), acceptsPrevious},
		{"previous without kid", sign(t, a, keys[1], "", nil), acceptsPrevious},
		{"previous as if new", sign(t, a, keys[1], ids[0], nil), false},
		{"new as if previous", sign(t, a, keys[0], ids[1], nil), false},
		{"unknown kid", sign(t, a, keys[0], "unknown", nil), false},
		{"stranger's key", sign(t, a, stranger, ids[0], nil), false},
		{"stranger's key without kid", sign(t, a, stranger, "", nil), false},
		{"expired", sign(t, a, keys[0], ids[0], jwt.MapClaims{"exp": time.Now().Add(-2 * time.Minute).Unix()}), false},
		{"expired within the leeway", sign(t, a, keys[0], ids[0], jwt.MapClaims{"exp": time.Now().Add(-20 * time.Second).Unix()}), true},
		{"without exp", sign(t, a, keys[0], ids[0], jwt.MapClaims{"sub": "someone"}), false},
		{"another algorithm", sign(t, other, keys[0], ids[0], nil), false},
		{"no algorithm", none, false},
		{"no token", "something", false},
	}
	var tokens []string
	for _, c := range cases {
		tokens = append(tokens, c.token)
	}
	got := ask(t, command, env(t, p, s), tokens)
	for i, c := range cases {
		assert.Equal(t, c.want, got.Accepted[i], "%v %v, %v: %s", a, p.Reading, s, c.name)
	}
	signed, err := jwt.Parse(got.Signed, func(*jwt.Token) (any, error) { return keys[signer], nil }, jwt.WithValidMethods([]string{a.String()}))
	require.NoError(t, err)
	assert.Equal(t, ids[signer], signed.Header["kid"])
}

func refusesAShortKeyUnlessItIsOnItsWayOut(t *testing.T, command []string, p *rotation.Plan) {
	for _, s := range []rotation.Stage{rotation.Prepare, rotation.Switch} {
		file := env(t, p, s)
		assert.NotEmpty(t, ask(t, command, file, []string{}).Signed, s.String())
		refuses(t, command, strings.Replace(string(file), fresh, "s0short", 1), "s0short")
	}
	refuses(t, command, "JWT_SECRET=s0short\n", "s0short")
	refuses(t, command, "JWT_SECRET=\n", "s0short")
	refuses(t, command, "JWT_SECRET="+fresh+"\nJWT_SECRET_PREVIOUS="+previous+"\nJWT_SECRET_PREVIOUS_UNTIL=tomorrow\n", fresh)
}

// refuses asserts that the code does not start, and says so without the secret.
func refuses(t *testing.T, command []string, env, hidden string) {
	t.Helper()
	reader := under(t, []byte(env), command...)
	reader.Stdin = strings.NewReader(`{"Claims": {"exp": 1}, "Tokens": []}`)
	out, err := reader.CombinedOutput()
	assert.Error(t, err)
	assert.Contains(t, string(out), "JWT_SECRET")
	assert.NotContains(t, string(out), hidden)
}

// A service may have the code before its first rotation begins, and no key id.
func servesBeforeARotation(t *testing.T, command []string) {
	got := ask(t, command, []byte("JWT_SECRET="+previous+"\n"), []string{
		sign(t, secret.HS256, []byte(previous), "", nil), sign(t, secret.HS256, []byte(fresh), "", nil),
	})
	assert.Equal(t, []bool{true, false}, got.Accepted)
	signed, err := jwt.Parse(got.Signed, func(*jwt.Token) (any, error) { return []byte(previous), nil })
	require.NoError(t, err)
	assert.NotContains(t, signed.Header, "kid")
}

func TestCodeNamesThePlansVariableAlgorithmAndSize(t *testing.T) {
	for reading := range encoders {
		p, _ := planFrom(t, start, secret.HS512, reading)
		for _, l := range rotation.Languages() {
			code, err := p.Code(l.ID)
			require.NoError(t, err)
			assert.NotContains(t, code, "JWT_SECRET")
			assert.NotContains(t, code, "HS256")
			assert.NotContains(t, code, "@ ", "a mark")
			assert.Contains(t, code, "TOKEN_KEY_PREVIOUS_UNTIL")
			assert.Regexp(t, "(?i)min_?size = 64\\b", code)
			for line := range strings.Lines(code) {
				assert.LessOrEqual(t, len(line), 121, l.ID)
				assert.Equal(t, strings.TrimRight(line, " \t\n")+"\n", line, l.ID)
			}
			classes := map[string]bool{}
			for _, span := range snippet.Highlight(l.Highlight, code) {
				classes[span.Class] = true
			}
			assert.Len(t, classes, 4, "%s is not highlighted", l.ID)
		}
	}
	p := plan(t, nil)
	_, err := p.Code("cobol")
	assert.ErrorIs(t, err, rotation.ErrLanguage)
}

func TestCodeForGoIsFormatted(t *testing.T) {
	for _, a := range secret.Algorithms() {
		for reading := range encoders {
			p, _ := randomPlan(t, a, reading)
			code, err := p.Code("go")
			require.NoError(t, err)
			formatted, err := format.Source([]byte(code))
			require.NoError(t, err)
			assert.Equal(t, string(formatted), code)
		}
	}
}

// A page says with what the tests run the code.
func TestCodeIsRunWithWhatIsSaidOfIt(t *testing.T) {
	module, err := os.ReadFile(filepath.Join("..", "..", "go.mod"))
	require.NoError(t, err)
	for _, l := range rotation.Languages() {
		name, version, _ := strings.Cut(l.Ran, " ")
		switch l.ID {
		case "go":
			assert.Contains(t, string(module), name+"/jwt/v5 v"+version+"\n")
		case "node":
			assert.Equal(t, josePackage, name+"@"+version)
		case "python":
			assert.Equal(t, "the PyJWT of Debian", l.Ran, "see python")
		default:
			assert.Fail(t, "nobody runs "+l.ID)
		}
	}
}

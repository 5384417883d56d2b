package judge

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
	"jwtsecret/app/job"
)

// odd is a token to make, of testdata/tokens.json: a valid one that few people make.
type odd struct {
	Alg     string
	Key     string // as a person has it
	Reading string // how the library is given it, if not as text
	Inside  string // the secret in it, if it is not the text
	Pair    string // the kind of the pair that signs, instead of a secret: "RSA", or a curve
	Header  map[string]any
	Crit    bool
}

// pasted is what a person has: the secret, or the private key.
func (o odd) pasted() []byte {
	if o.Pair != "" {
		return pairFor(o.Pair).private
	}
	return []byte(o.Key)
}

// opens is what a library verifies with: the secret, or the public key.
func (o odd) opens(t *testing.T) []byte {
	if o.Pair != "" {
		return pairFor(o.Pair).public
	}
	return o.key(t)
}

// key returns the bytes that the library signs with.
func (o odd) key(t *testing.T) []byte {
	t.Helper()
	if o.Pair != "" {
		return o.pasted()
	}
	decode := map[string]func(string) ([]byte, error){
		"hex": hex.DecodeString, "base64": base64.StdEncoding.DecodeString, "base64url": base64.RawURLEncoding.DecodeString,
	}[o.Reading]
	if decode == nil {
		return []byte(cmp.Or(o.Inside, o.Key))
	}
	key, err := decode(o.Key)
	require.NoError(t, err)
	return key
}

func (o odd) header() map[string]any {
	header := map[string]any{"alg": o.Alg}
	for name, value := range o.Header {
		header[name] = value
	}
	if o.Crit {
		header["crit"], header["urn:example:odd"] = []string{"urn:example:odd"}, "known to both sides"
	}
	return header
}

// claimsOf are those of each token: of every kind of value.
var claimsOf = map[string]any{
	"sub": "1234567890", "name": "Jöhn 😀 <Doe> \u202e", "admin": true, "none": nil, "list": []any{1, "2", []any{}}, "iat": 1_799_999_000, "exp": 1_800_003_600,
}

// library signs tokens and verifies them.
type library interface {
	sign(t *testing.T, o odd) (token string)
	verify(t *testing.T, token string, key []byte)
}

type golangJWT struct{}

func (golangJWT) sign(t *testing.T, o odd) string {
	made := jwt.NewWithClaims(jwt.GetSigningMethod(o.Alg), jwt.MapClaims(claimsOf))
	for name, value := range o.header() {
		made.Header[name] = value
	}
	token, err := made.SignedString(goKey(o.Pair, o.key(t)))
	require.NoError(t, err)
	return token
}

func (golangJWT) verify(t *testing.T, token string, key []byte) {
	_, err := jwt.NewParser(jwt.WithoutClaimsValidation()).Parse(token, func(*jwt.Token) (any, error) { return goPublic(key), nil })
	assert.NoError(t, err)
}

// script is a library of another language, whose program answers each line with one.
type script struct {
	in  io.Writer
	out *bufio.Scanner
}

func start(t *testing.T, command ...string) library {
	t.Helper()
	run := exec.Command(command[0], command[1:]...)
	run.Stderr = os.Stderr
	in, err := run.StdinPipe()
	require.NoError(t, err)
	out, err := run.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, run.Start())
	t.Cleanup(func() {
		_ = in.Close()
		assert.NoError(t, run.Wait(), command[0])
	})
	return script{in, bufio.NewScanner(out)}
}

func (s script) ask(t *testing.T, question map[string]any) string {
	t.Helper()
	line, err := json.Marshal(question)
	require.NoError(t, err)
	_, err = s.in.Write(append(line, '\n'))
	require.NoError(t, err)
	require.True(t, s.out.Scan(), "the program has ended: it does not accept the token")
	var answer struct{ Token string }
	require.NoError(t, json.Unmarshal(s.out.Bytes(), &answer))
	return answer.Token
}

func (s script) sign(t *testing.T, o odd) string {
	return s.ask(t, map[string]any{"key": o.key(t), "header": o.header(), "claims": claimsOf})
}

func (s script) verify(t *testing.T, token string, key []byte) {
	s.ask(t, map[string]any{"key": key, "token": token})
}

func jose(t *testing.T) library {
	dir := npm.Install(t, "jose@6.2.17")
	source, err := os.ReadFile("testdata/tokens.mjs")
	require.NoError(t, err)
	path := filepath.Join(dir, "tokens.mjs")
	require.NoError(t, os.WriteFile(path, source, 0o600))
	return start(t, "node", path)
}

func pyJWT(t *testing.T) library {
	const python = "/usr/bin/python3" // where Debian's python3-jwt is found
	if exec.Command(python, "-c", "import jwt").Run() != nil {
		t.Skip(python + " with the package jwt (Debian: python3-jwt) is not installed: its tokens are not tried here")
	}
	return start(t, python, "testdata/tokens.py")
}

func TestTheOddTokensOfThreeLibrariesAreShownEditedSignedAndVerified(t *testing.T) {
	text, err := os.ReadFile("testdata/tokens.json")
	require.NoError(t, err)
	var all []odd
	require.NoError(t, json.Unmarshal(text, &all))
	require.GreaterOrEqual(t, 3*len(all), 40)
	for name, begin := range map[string]func(*testing.T) library{
		"golang-jwt": func(*testing.T) library { return golangJWT{} }, "jose": jose, "PyJWT": pyJWT,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			l := begin(t)
			for _, o := range all {
				t.Run(o.Alg+" "+o.Key+o.Pair, func(t *testing.T) { isAtHomeOnTheBench(t, l, o) })
			}
		})
	}
}

// isAtHomeOnTheBench holds the bench to show a token, to edit it and to sign it so that
// its library accepts it, and nothing else in it has changed.
func isAtHomeOnTheBench(t *testing.T, l library, o odd) {
	theirs := l.sign(t, o)
	seen := onBench(t, job.Bench{Token: []byte(theirs), Secret: o.pasted()})
	assert.Equal(t, fits, state(seen), seen.Sentence)
	assert.Equal(t, o.Alg, seen.Algorithm)
	header, claims := halves(t, theirs)
	assert.JSONEq(t, header, string(seen.Header))
	assert.JSONEq(t, claims, string(seen.Claims))
	assert.NotContains(t, string(seen.Header)+string(seen.Claims), "\u202e", "nothing turns the text around")

	same := onBench(t, job.Bench{Parts: true, Token: []byte(theirs), Header: seen.Header, Claims: seen.Claims, Secret: o.pasted()})
	assert.Equal(t, theirs, string(same.Token), "what was not edited keeps its bytes and its key")

	edited := bytes.Replace(seen.Claims, []byte(`"1234567890"`), []byte(`"9"`), 1)
	require.NotEqual(t, seen.Claims, edited)
	made := onBench(t, job.Bench{Parts: true, Token: []byte(theirs), Header: seen.Header, Claims: edited, Secret: o.pasted()})
	assert.Equal(t, fits, state(made), made.Sentence)
	l.verify(t, string(made.Token), o.opens(t))
	newHeader, newClaims := halves(t, string(made.Token))
	assert.Equal(t, header, newHeader)
	assert.JSONEq(t, strings.Replace(claims, `"1234567890"`, `"9"`, 1), newClaims)

	next := "HS384"
	switch o.Pair {
	case "":
	case "RSA":
		next = "PS384"
	default:
		return // it has one algorithm
	}
	other := onBench(t, job.Bench{Token: made.Token, Header: seen.Header, Claims: edited, Secret: o.pasted(), Algorithm: next, Do: []string{"algorithm", "900"}})
	assert.Equal(t, next, other.Algorithm)
	l.verify(t, string(other.Token), o.opens(t))
	newHeader, _ = halves(t, string(other.Token))
	assert.JSONEq(t, strings.Replace(header, `"`+o.Alg+`"`, `"`+next+`"`, 1), newHeader)
	assert.Equal(t, fits, onBench(t, job.Bench{Token: other.Token, Secret: o.pasted()}).Badges[0].Code)
}

// halves are the header and the claims of a token.
func halves(t *testing.T, token string) (header, claims string) {
	t.Helper()
	parts := strings.Split(token, ".")
	require.Len(t, parts, 3)
	h, err := base64.RawURLEncoding.DecodeString(parts[0])
	require.NoError(t, err)
	c, err := base64.RawURLEncoding.DecodeString(parts[1])
	require.NoError(t, err)
	return string(h), string(c)
}

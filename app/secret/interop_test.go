package secret_test

import (
	"bytes"
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

var methods = map[secret.Algorithm]jwt.SigningMethod{
	secret.HS256: jwt.SigningMethodHS256,
	secret.HS384: jwt.SigningMethodHS384,
	secret.HS512: jwt.SigningMethodHS512,
}

func sign(t *testing.T, a secret.Algorithm, key []byte) string {
	t.Helper()
	token, err := jwt.NewWithClaims(methods[a], jwt.MapClaims{"sub": "someone"}).SignedString(key)
	require.NoError(t, err)
	return token
}

func verify(token string, key []byte) error {
	_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return key, nil })
	return err
}

// Both keys that a library may take from a text must work: the bytes of the
// text itself, and the bytes that it stands for.
func TestTokenSignedWithASecretVerifiesWithThatSecretOnly(t *testing.T) {
	for _, a := range secret.Algorithms() {
		for _, f := range secret.Formats() {
			secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: f, Count: 1})
			require.NoError(t, err)
			text := secrets[0].Text()
			decoded, err := secret.Decode(f, text)
			require.NoError(t, err)
			for _, key := range [][]byte{text, decoded} {
				token := sign(t, a, key)
				assert.NoError(t, verify(token, key), "%v %v", a, f)
				other := bytes.Clone(key)
				other[len(other)/2] ^= 1
				assert.ErrorIs(t, verify(token, other), jwt.ErrTokenSignatureInvalid, "%v %v", a, f)
			}
		}
	}
}

func TestDecodedKeyVerifiesTheTokenOfRFC7515(t *testing.T) {
	const token = "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9" +
		".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ" +
		".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
	key, err := secret.Decode(secret.Base64URL, []byte(rfc7515Key))
	require.NoError(t, err)
	err = verify(token, key)
	assert.ErrorIs(t, err, jwt.ErrTokenExpired, "the token expired in 2011")
	assert.NotErrorIs(t, err, jwt.ErrTokenSignatureInvalid)
}

// readings are the ways in which libraries turn the text of a secret into a
// key. Base64 is read leniently, as many do: without padding, and with the bits
// of an unfinished last byte dropped.
var readings = map[string]func(text string) ([]byte, error){
	"UTF-8":     func(text string) ([]byte, error) { return []byte(text), nil },
	"hex":       hex.DecodeString,
	"base64":    func(text string) ([]byte, error) { return lenient(base64.RawStdEncoding, text) },
	"base64url": func(text string) ([]byte, error) { return lenient(base64.RawURLEncoding, text) },
}

func lenient(encoding *base64.Encoding, text string) ([]byte, error) {
	digits := []byte(text)
	digits = bytes.TrimRight(digits, "=")
	if len(digits)%4 == 1 {
		digits = digits[:len(digits)-1]
	}
	return encoding.AppendDecode(nil, digits)
}

func TestMinimumHoldsInEveryReading(t *testing.T) {
	read := map[string]int{}
	for _, a := range secret.Algorithms() {
		for _, f := range secret.Formats() {
			secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: a.MinSize(), Format: f, Count: 200})
			require.NoError(t, err)
			for i := range secrets {
				for name, reading := range readings {
					key, err := reading(string(secrets[i].Text()))
					if err != nil {
						continue // a library would refuse it
					}
					read[name]++
					assert.GreaterOrEqual(t, len(key), a.MinSize(), "%v %v read as %s", a, f, name)
				}
			}
		}
	}
	assert.Len(t, read, len(readings), "each reading was possible for some secret")
}

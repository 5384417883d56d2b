package strength_test

import (
	"encoding/base64"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
)

func TestWhiteSpaceAloneIsEmpty(t *testing.T) {
	for _, text := range []string{"", "\n", " ", "\r\n\t", `""`, "JWT_SECRET="} {
		t.Run(text, func(t *testing.T) {
			r := audit(text, secret.HS256)
			assert.Equal(t, strength.Unusable, r.Verdict)
			assert.Contains(t, r.Sentence(), "is empty")
		})
	}
}

// What is wrong with what stands around a secret is said, if an attacker tries it.
func TestEveryCandidateIsAskedForWhatIsKnown(t *testing.T) {
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	for name, text := range map[string]string{
		"a default in quotes":               `"secret"`,
		"a default with a line end":         "secret\n",
		"a default in .env":                 "JWT_SECRET=your-256-bit-secret",
		"a default in base64 in base64":     b64(b64("your-256-bit-secret")),
		"a default in hex in base64":        b64(hex.EncodeToString([]byte("your-256-bit-secret"))),
		"a line end in base64":              b64("your-256-bit-secret\n"),
		"a default behind a prefix":         "base64:" + b64("changemechangemechangeme"),
		"a default in a JWK":                `{"kty":"oct","k":"c2VjcmV0"}`,
		"a default with an invisible mark":  "sec\u200Bret",
		"a default in the set of a cluster": "kind: Secret\ndata:\n  JWT_SECRET: " + b64("secret\n"),
	} {
		t.Run(name, func(t *testing.T) {
			r := audit(text, secret.HS256)
			assert.Equal(t, strength.Unusable, r.Verdict, "%v", codes(r))
			assert.NotContains(t, r.Sentence(), "is empty")
		})
	}
}

func TestAGoodKeyInAWrappingHasNoDefect(t *testing.T) {
	for _, text := range []string{
		goodHex, goodHex + "\n", `"` + goodHex + `"`, "JWT_SECRET=" + goodHex, "export SECRET_KEY='" + goodHex + "' # production", "0x" + goodHex,
		base64.StdEncoding.EncodeToString([]byte(goodHex)), base64.StdEncoding.EncodeToString([]byte(goodHex + "\n")),
		"kind: Secret\ndata:\n  SECRET: " + base64.StdEncoding.EncodeToString([]byte(goodHex+"\n")), `{"jwt":{"secret":"` + goodHex + `"}}`, "kind: Secret\nstringData:\n  SECRET: " + goodHex,
	} {
		t.Run(text, func(t *testing.T) {
			r := audit(text, secret.HS256)
			assert.Equal(t, strength.NoDefectFound, r.Verdict, "%v", r.Findings)
			assert.Empty(t, r.Findings)
			assert.LessOrEqual(t, r.Bits(), 256.01)
			assert.NotEqual(t, strength.NoDefectFound, audit("0x"+goodHex, secret.HS384).Verdict, "its prefix is no key")
		})
	}
}

func TestNoDefectNeverStandsAboveADefect(t *testing.T) {
	for _, text := range []string{"django-insecure-tk;W?v9)Lq}x#2Jm8Ry(4Zc", `{"kty":"EC","d":"AyM1SysPpbyDfgZld3umj1qzKObwVMko"}`} {
		t.Run(text, func(t *testing.T) {
			r := audit(text, secret.HS256)
			assert.NotEmpty(t, r.Findings)
			assert.Equal(t, strength.DefectFound, r.Verdict)
		})
	}
}

func TestAPlaceholderIsSaidToStandForASecret(t *testing.T) {
	for _, text := range []string{"<jwt secret>", "JWT_SECRET=${JWT_SECRET}", "SECRET_KEY = os.environ['SECRET_KEY']"} {
		r := audit(text, secret.HS256)
		assert.Equal(t, []strength.Code{strength.Placeholder}, codes(r), text)
		assert.Contains(t, r.Sentence(), "This stands for a secret and is none")
	}
}

func TestAPublicKeyIsNoSecretAtAll(t *testing.T) {
	for _, text := range []string{
		`{"kty":"RSA","n":"AyM1SysPpbyDfgZld3umj1qzKObwVMko","e":"AQAB"}`, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 me@host",
		"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
	} {
		t.Run(text, func(t *testing.T) {
			r := audit(text, secret.HS256)
			assert.Equal(t, []strength.Code{strength.PublicKey}, codes(r), "and nothing else is said of it")
			assert.Equal(t, strength.Unusable, r.Verdict)
			assert.InDelta(t, 0, r.Bits(), 0)
			assert.Contains(t, r.Sentence(), "This is no secret")
		})
	}
}

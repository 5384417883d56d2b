package keypair_test

import (
	"encoding/json"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// silent returns a key of a kind that says nothing of itself, as if it came from PEM.
func silent(t *testing.T, kind keypair.Kind) *keypair.Key {
	k := generate(t, kind)
	k.Algorithm, k.Use, k.Ops = "", "", nil
	return k
}

func TestAKeyThatDoesNotSayItsAlgorithmIsGivenTheOneThatFits(t *testing.T) {
	rsa := keypair.Kind{Algorithm: "RS256", Bits: 2048}
	for _, c := range []struct {
		kind         keypair.Kind
		chosen, want keypair.Algorithm
		use          string
	}{
		{keypair.Kind{Algorithm: "ES256"}, "", "ES256", "sig"},
		{keypair.Kind{Algorithm: "ES384"}, "", "ES384", "sig"},
		{keypair.Kind{Algorithm: "ES512"}, "", "ES512", "sig"},
		{keypair.Kind{Algorithm: "EdDSA"}, "", "EdDSA", "sig"},
		{keypair.Kind{Algorithm: "EdDSA"}, "ES256", "EdDSA", "sig"},
		{keypair.Kind{Algorithm: "EdDSA"}, "Ed25519", "Ed25519", "sig"},
		{keypair.Kind{Algorithm: "ES384"}, "ES256", "ES384", "sig"},
		{keypair.Kind{Algorithm: "ES256"}, "ECDH-ES", "ECDH-ES", "enc"},
		{keypair.Kind{Algorithm: "ECDH-ES", Curve: "X25519"}, "", "", ""},
		{keypair.Kind{Algorithm: "ECDH-ES", Curve: "X25519"}, "ECDH-ES+A256KW", "ECDH-ES+A256KW", "enc"},
		{rsa, "", "", ""},
		{rsa, "ES256", "", ""},
		{rsa, "HS256", "", ""},
		{rsa, "RS1", "", ""},
		{rsa, "PS384", "PS384", "sig"},
		{rsa, "RSA-OAEP-256", "RSA-OAEP-256", "enc"},
		{keypair.Kind{Algorithm: "A256KW"}, "", "", ""},
		{keypair.Kind{Algorithm: "A256KW"}, "HS256", "HS256", "sig"},
		{keypair.Kind{Algorithm: "A256KW"}, "HS512", "", ""},
		{keypair.Kind{Algorithm: "A256KW"}, "A128KW", "", ""},
		{keypair.Kind{Algorithm: "A256KW"}, "dir", "A256GCM", "enc"}, // as Generate has it
	} {
		k := silent(t, c.kind)
		assert.Equal(t, c.want != "", k.Complete(c.chosen), c)
		assert.Equal(t, c.want, k.Algorithm, c)
		assert.Equal(t, c.use, k.Use, c)
		assert.Equal(t, c.want != "", k.Ops != nil, c)
		assert.Empty(t, keypair.Check([]*keypair.Key{k}), c)
		if c.want == "" || k.Public() == nil || k.Curve() == "X25519" { // which go-jose does not read
			continue
		}
		var read jose.JSONWebKey
		require.NoError(t, json.Unmarshal(k.Public().JWK(), &read))
		assert.Equal(t, []string{string(c.want), c.use}, []string{read.Algorithm, read.Use})
	}
}

func TestWhatAKeyThatDoesNotSayFits(t *testing.T) {
	k := silent(t, keypair.Kind{Algorithm: "ES256"})
	assert.Equal(t, []keypair.Algorithm{"ES256", "ECDH-ES", "ECDH-ES+A128KW", "ECDH-ES+A192KW", "ECDH-ES+A256KW"}, k.Fits())
	k.Use = "sig"
	assert.Equal(t, []keypair.Algorithm{"ES256"}, k.Fits())
	assert.Equal(t, []keypair.Algorithm{"dir", "A192KW", "A192GCMKW"}, silent(t, keypair.Kind{Algorithm: "A192KW"}).Fits(), "24 bytes are too few for HS256")
}

func TestWhatAKeySaysIsNeitherChangedNorContradicted(t *testing.T) {
	for name, c := range map[string]struct {
		alg    keypair.Algorithm
		use    string
		ops    []string
		chosen keypair.Algorithm
		want   string
	}{
		"nothing to add":                {"ES256", "sig", []string{"verify", "x"}, "ECDH-ES", `"use":"sig","key_ops":["verify","x"],"alg":"ES256"`},
		"the use of its alg":            {"ES256", "", nil, "ECDH-ES", `"use":"sig","key_ops":["verify"],"alg":"ES256"`},
		"an alg that is not known":      {"ES999", "", nil, "ES256", `"alg":"ES999"`},
		"an alg of another curve":       {"ES384", "", nil, "ES256", `"alg":"ES384"`},
		"encryption, and none chosen":   {"", "enc", nil, "", `"use":"enc"`},
		"encryption, signature chosen":  {"", "enc", nil, "ES256", `"use":"enc"`},
		"encryption, as chosen":         {"", "enc", nil, "ECDH-ES", `"use":"enc","key_ops":[],"alg":"ECDH-ES"`},
		"operations of an agreement":    {"", "", []string{"deriveBits"}, "ES256", `"key_ops":["deriveBits"]`},
		"WebCrypto's of an agreement":   {"", "", []string{}, "", `"key_ops":[]`},
		"operations of a signature":     {"", "", []string{"verify"}, "ECDH-ES", `"use":"sig","key_ops":["verify"],"alg":"ES256"`},
		"a use that is not known":       {"", "tls", nil, "", `"use":"tls"`},
		"operations of something other": {"", "sig", []string{"encrypt"}, "ES256", `"use":"sig","key_ops":["encrypt"]`},
	} {
		t.Run(name, func(t *testing.T) {
			k := generate(t, keypair.Kind{Algorithm: "ES256"}).Public()
			k.Algorithm, k.Use, k.Ops, k.ID = c.alg, c.use, c.ops, ""
			k.Complete(c.chosen)
			assert.Contains(t, string(k.JWK()), `{"kty":"EC",`+c.want+`,"crv":`)
		})
	}
}

// RSA1_5 and the further two of WebCrypto are read, and no keys are made for them.
func TestAKeyForEncryptionSignsNothing(t *testing.T) {
	for _, a := range []keypair.Algorithm{"RSA1_5", "RSA-OAEP-384", "RSA-OAEP-512"} {
		k := silent(t, keypair.Kind{Algorithm: "RS256", Bits: 2048})
		k.Algorithm = a
		assert.Empty(t, k.Signs(), a)
		assert.NotContains(t, keypair.Algorithms(), a)
	}
	k := silent(t, keypair.Kind{Algorithm: "RS256", Bits: 2048})
	k.Ops = []string{"decrypt", "unwrapKey"}
	assert.Empty(t, k.Signs())
}

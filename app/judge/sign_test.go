package judge

import (
	"crypto/ecdh"
	"crypto/rand"
	"crypto/x509"
	encodingpem "encoding/pem"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWhatAPrivateKeyDoesNotSignIsSaid(t *testing.T) {
	agreement, err := ecdh.X25519().GenerateKey(rand.Reader)
	require.NoError(t, err)
	der, err := x509.MarshalPKCS8PrivateKey(agreement)
	require.NoError(t, err)
	x25519 := encodingpem.EncodeToMemory(&encodingpem.Block{Type: "PRIVATE KEY", Bytes: der})
	const isEC = "this private key is an EC key on P-256, for ES256"

	for name, c := range map[string]struct {
		key             []byte
		algorithm, want string
	}{
		"no algorithm that there is":     {pairFor("P-256").private, "foo", "there is no such algorithm of signatures: " + isEC},
		"none":                           {pairFor("P-256").private, "none", "there is no such algorithm of signatures: " + isEC},
		"an algorithm of encryption":     {pairFor("P-256").private, "ecdh-es", "there is no such algorithm of signatures: " + isEC},
		"another algorithm":              {pairFor("P-256").private, "rs256", "RS256 takes an RSA key, and " + isEC + "."},
		"an algorithm of secrets":        {pairFor("P-256").private, "HS256", "HS256 takes an oct key, and " + isEC + "."},
		"a key that agrees on keys":      {x25519, "", "this private key is an OKP key on X25519, for no signature"},
		"such a key and an algorithm":    {x25519, "EdDSA", "EdDSA takes an OKP key on Ed25519, and this private key is an OKP key on X25519, for no signature."},
		"a public key, and no algorithm": {pairFor("P-256").public, "foo", "a public key verifies and cannot sign: give the private key"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := SignPair(c.key, []byte(`{}`), c.algorithm, "")
			assert.EqualError(t, err, c.want)
		})
	}
}

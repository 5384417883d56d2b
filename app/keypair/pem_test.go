package keypair_test

import (
	"crypto/ecdh"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/pem"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

func TestEveryPairIsReadByTheStandardLibrary(t *testing.T) {
	for _, kind := range kinds(false) {
		if family := kind.Algorithm.Family(); family == keypair.Oct || family == keypair.AKP {
			continue // crypto/x509 has no form for them
		}
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			private, err := x509.ParsePKCS8PrivateKey(der(t, "PRIVATE KEY", k.PKCS8))
			require.NoError(t, err)
			public, err := x509.ParsePKIXPublicKey(der(t, "PUBLIC KEY", k.SPKI))
			require.NoError(t, err)
			switch p := private.(type) {
			case *rsa.PrivateKey:
				assert.True(t, p.PublicKey.Equal(public))
				read, err := x509.ParsePKCS1PrivateKey(der(t, "RSA PRIVATE KEY", k.PKCS1))
				require.NoError(t, err)
				assert.True(t, p.Equal(read))
				readPublic, err := x509.ParsePKCS1PublicKey(der(t, "RSA PUBLIC KEY", k.Public().PKCS1))
				require.NoError(t, err)
				assert.True(t, p.PublicKey.Equal(readPublic))
			case *ecdsa.PrivateKey:
				assert.True(t, p.PublicKey.Equal(public))
				read, err := x509.ParseECPrivateKey(der(t, "EC PRIVATE KEY", k.SEC1))
				require.NoError(t, err)
				assert.True(t, p.Equal(read))
			case ed25519.PrivateKey:
				assert.Equal(t, p.Public(), public)
			case *ecdh.PrivateKey:
				assert.True(t, p.PublicKey().Equal(public))
			default:
				t.Fatalf("%T", p)
			}
			_, err = k.Public().PKCS8()
			assert.ErrorIs(t, err, keypair.ErrForm)
		})
	}
}

// der returns what is in PEM of a label.
func der(t testing.TB, label string, write func() ([]byte, error)) []byte {
	t.Helper()
	text, err := write()
	require.NoError(t, err)
	block, rest := pem.Decode(text)
	require.NotNil(t, block)
	assert.Equal(t, label, block.Type)
	assert.Empty(t, rest)
	return block.Bytes
}

func TestAKeyHasNoFormThatHasNoPlaceForIt(t *testing.T) {
	pair, symmetric := generate(t, keypair.Kind{Algorithm: "EdDSA"}), generate(t, keypair.Kind{Algorithm: "dir"})
	for _, write := range []func() ([]byte, error){pair.PKCS1, pair.SEC1, symmetric.PKCS8, symmetric.SPKI, symmetric.PKCS1, symmetric.SEC1} {
		_, err := write()
		assert.ErrorIs(t, err, keypair.ErrForm)
	}
}

func TestAKeyOfThePlatformIsReadForItsKind(t *testing.T) {
	p, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	require.NoError(t, err)
	text, err := x509.MarshalPKCS8PrivateKey(p)
	require.NoError(t, err)
	k, err := keypair.FromPKCS8(text, keypair.Kind{Algorithm: "ES384"})
	require.NoError(t, err)
	assert.Equal(t, text, der(t, "PRIVATE KEY", k.PKCS8))
	assert.Equal(t, k.Thumbprint(), k.ID)
	for _, other := range []keypair.Kind{{Algorithm: "ES256"}, {Algorithm: "RS256", Bits: 2048}, {Algorithm: "ECDH-ES"}, {Algorithm: "ML-DSA-44"}, {Algorithm: "none"}} {
		_, err := keypair.FromPKCS8(text, other)
		assert.ErrorIs(t, err, keypair.ErrKind, "%v", other)
	}
	k, err = keypair.FromPKCS8(text, keypair.Kind{Algorithm: "ECDH-ES", Curve: "P-384"})
	require.NoError(t, err)
	assert.Equal(t, "enc", k.Use)
}

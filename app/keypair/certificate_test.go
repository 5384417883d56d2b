package keypair_test

import (
	"bytes"
	"crypto/x509"
	"encoding/pem"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

var (
	from  = time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
	until = from.AddDate(1, 0, 0)
)

func TestACertificateIsSignedByItsOwnKeyAndReadBack(t *testing.T) {
	for _, kind := range kinds(false) {
		if kind.Algorithm.Use() == "enc" || kind.Algorithm.Family() == keypair.AKP {
			continue
		}
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			der, err := k.Certificate("issuer.example", from, until)
			require.NoError(t, err)
			c, err := x509.ParseCertificate(der)
			require.NoError(t, err)
			assert.NoError(t, c.CheckSignature(c.SignatureAlgorithm, c.RawTBSCertificate, c.Signature))
			assert.Equal(t, "CN=issuer.example", c.Subject.String())
			assert.Equal(t, from, c.NotBefore)
			assert.Equal(t, until, c.NotAfter)
			if suffix, isPSS := strings.CutPrefix(string(kind.Algorithm), "PS"); isPSS {
				assert.Equal(t, "SHA"+suffix+"-RSAPSS", c.SignatureAlgorithm.String())
			}

			text := pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})
			p, err := keypair.Parse(text, nil)
			require.NoError(t, err)
			assert.Equal(t, "certificate", p.Form)
			require.Len(t, p.Keys, 1)
			assert.Equal(t, k.Thumbprint(), p.Keys[0].Thumbprint())
			assert.Equal(t, [][]byte{der}, p.Keys[0].Chain)

			k.Chain = [][]byte{der}
			assert.Equal(t, k.Chain, parse(t, string(k.JWK())).Chain)
			requirePublic(t, k.Public().JWK())
		})
	}
}

func TestACertificateBehindItsKeyIsTheKeysChain(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	der, err := k.Certificate("x", from, until)
	require.NoError(t, err)
	private, err := k.PKCS8()
	require.NoError(t, err)
	own := parse(t, string(private)+string(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der})))
	assert.True(t, own.Private())
	assert.Equal(t, [][]byte{der}, own.Chain)
}

func TestACertificateOfAnotherKeyIsReported(t *testing.T) {
	k, other := generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "ES256"})
	der, err := other.Certificate("x", from, until)
	require.NoError(t, err)
	own, err := k.Certificate("x", from, until)
	require.NoError(t, err)
	private, err := k.PKCS8()
	require.NoError(t, err)
	secret, _ := pem.Decode(private)
	for _, chain := range [][][]byte{{der}, {der[:20]}, {secret.Bytes}, {own, secret.Bytes}} {
		k.Chain = chain
		p, err := keypair.Parse(k.JWK(), nil)
		require.NoError(t, err)
		require.Len(t, p.Problems, 1)
		assert.Equal(t, "x5c", p.Problems[0].Code)
		assert.NotContains(t, string(keypair.Set(p.Keys[0].Public())), "x5c", "what is no certificate may be secret")
	}
	k.Chain = [][]byte{own, der}
	assert.Equal(t, k.Chain, parse(t, string(k.JWK())).Chain)
}

func TestNoCertificateIsMadeOfWhatHasNone(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	for _, name := range []string{"", strings.Repeat("x", 65), "\xff"} {
		_, err := k.Certificate(name, from, until)
		assert.ErrorIs(t, err, keypair.ErrName)
	}
	_, err := k.Certificate(strings.Repeat("ü", 64), from, until)
	assert.NoError(t, err)
	_, err = k.Certificate("x", until, from)
	assert.ErrorIs(t, err, keypair.ErrDates)
	_, err = k.Public().Certificate("x", from, until)
	assert.ErrorIs(t, err, keypair.ErrPublic)
	for _, a := range []keypair.Algorithm{"ML-DSA-44", "ECDH-ES", "A256KW"} {
		_, err := generate(t, keypair.Kind{Algorithm: a}).Certificate("x", from, until)
		assert.ErrorIs(t, err, keypair.ErrForm)
	}
}

func TestTwoCertificatesOfAKeyHaveDifferentNumbers(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "EdDSA"})
	one, err := k.Certificate("x", from, until)
	require.NoError(t, err)
	two, err := k.Certificate("x", from, until)
	require.NoError(t, err)
	assert.False(t, bytes.Equal(one, two))
}

package keypair_test

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// RFC 4055 §1.2: a key whose PEM has the identifier id-RSASSA-PSS is for nothing else.
func TestAKeyForPSSAloneSignsByNothingElse(t *testing.T) {
	k, err := keypair.Generate(keypair.Kind{Algorithm: "RS256", Bits: 2048}, rand.Reader)
	require.NoError(t, err)
	rsaOID := []byte{6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1}
	pssOID := []byte{6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 10}
	for _, write := range []func() ([]byte, error){k.PKCS8, k.SPKI} {
		text, err := write()
		require.NoError(t, err)
		block, _ := pem.Decode(text)
		require.Equal(t, 1, bytes.Count(block.Bytes, rsaOID))
		block.Bytes = bytes.Replace(block.Bytes, rsaOID, pssOID, 1)
		read := parse(t, string(pem.EncodeToMemory(block)))
		want := []keypair.Algorithm{"PS256", "PS384", "PS512"}
		for _, key := range []*keypair.Key{read, read.Public()} {
			assert.Equal(t, want, key.Signs())
			assert.Equal(t, want, key.Fits())
			assert.ErrorIs(t, key.Verify("RS256", nil, nil), keypair.ErrFit)
		}
		assert.False(t, read.Complete("RS256"))
		if !read.Private() {
			continue
		}
		_, err = read.Sign("RS256", nil)
		assert.ErrorIs(t, err, keypair.ErrFit)
		signature, err := read.Sign("PS256", nil)
		require.NoError(t, err)
		assert.NoError(t, k.Verify("PS256", nil, signature))
		der, err := read.Certificate("a", time.Now(), time.Now().Add(time.Hour))
		require.NoError(t, err)
		c, err := x509.ParseCertificate(der)
		require.NoError(t, err)
		assert.Equal(t, x509.SHA256WithRSAPSS, c.SignatureAlgorithm)
	}
}

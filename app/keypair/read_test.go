package keypair_test

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/asn1"
	"encoding/json"
	"encoding/pem"
	"math/big"
	"strings"
	"testing"

	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// requireApart fails unless the parts of the key are found not to belong together.
func requireApart(t *testing.T, label string, structure any) {
	t.Helper()
	p := parsedPEM(t, label, structure)
	assert.Empty(t, p.Keys)
	require.Len(t, p.Problems, 1)
	assert.Equal(t, "apart", p.Problems[0].Code)
}

// parsedPEM reads a structure in PEM.
func parsedPEM(t *testing.T, label string, structure any) keypair.Parsed {
	t.Helper()
	der, err := asn1.Marshal(structure)
	require.NoError(t, err)
	p, err := keypair.Parse(pem.EncodeToMemory(&pem.Block{Type: label, Bytes: der}), nil)
	require.NoError(t, err)
	return p
}

// What speeds RSA up is in every PEM, and one wrong number of it gives the key away with
// the first signature (Boneh, DeMillo, Lipton 1997).
func TestAnRSAKeyWithAWrongNumberInItsPEMIsNotRead(t *testing.T) {
	type private struct {
		Version                     int
		N, E, D, P, Q, DP, DQ, QInv *big.Int
	}
	k, err := x509.ParsePKCS8PrivateKey(derOf(t, generate(t, keypair.Kind{Algorithm: "RS256", Bits: 2048})))
	require.NoError(t, err)
	r := k.(*rsa.PrivateKey)
	whole := func() private {
		return private{0, r.N, big.NewInt(int64(r.E)), r.D, r.Primes[0], r.Primes[1],
			new(big.Int).Set(r.Precomputed.Dp), new(big.Int).Set(r.Precomputed.Dq), new(big.Int).Set(r.Precomputed.Qinv)}
	}
	require.Len(t, parsedPEM(t, "RSA PRIVATE KEY", whole()).Keys, 1)
	for number := range 3 {
		broken := whole()
		wrong := []*big.Int{broken.DP, broken.DQ, broken.QInv}[number]
		wrong.Add(wrong, big.NewInt(2))
		requireApart(t, "RSA PRIVATE KEY", broken)
	}
}

// derOf returns the private key as PKCS#8.
func derOf(t testing.TB, k *keypair.Key) []byte {
	t.Helper()
	text, err := k.PKCS8()
	require.NoError(t, err)
	block, _ := pem.Decode(text)
	return block.Bytes
}

func TestACompressedPointMustBeThatOfThePrivateKey(t *testing.T) {
	type private struct {
		Version int
		Key     []byte
		Curve   asn1.ObjectIdentifier `asn1:"optional,explicit,tag:0"`
		Public  asn1.BitString        `asn1:"optional,explicit,tag:1"`
	}
	var keys []*ecdsa.PrivateKey
	for range 2 {
		k, err := x509.ParsePKCS8PrivateKey(derOf(t, generate(t, keypair.Kind{Algorithm: "ES256"})))
		require.NoError(t, err)
		keys = append(keys, k.(*ecdsa.PrivateKey))
	}
	with := func(public *ecdsa.PrivateKey) private {
		scalar, err := keys[0].Bytes()
		require.NoError(t, err)
		point, err := public.PublicKey.Bytes()
		require.NoError(t, err)
		point = append([]byte{2 + point[64]&1}, point[1:33]...) // SEC 1 §2.3.3
		return private{1, scalar, asn1.ObjectIdentifier{1, 2, 840, 10045, 3, 1, 7}, asn1.BitString{Bytes: point, BitLength: 8 * len(point)}}
	}
	require.Equal(t, elliptic.P256(), keys[0].Curve)
	assert.Len(t, parsedPEM(t, "EC PRIVATE KEY", with(keys[0])).Keys, 1)
	requireApart(t, "EC PRIVATE KEY", with(keys[1]))
}

// RFC 9881 §6 lets a private key hold its seed and what that expands to.
func TestWhatAnMLDSASeedExpandsToMustBeThat(t *testing.T) {
	type both struct{ Seed, Expanded []byte }
	type info struct {
		Version   int
		Algorithm pkix.AlgorithmIdentifier
		Key       []byte
	}
	with := func(seed, expanded byte) info {
		var first [32]byte
		first[0] = expanded
		_, private := mldsa44.NewKeyFromSeed(&first)
		long, err := private.MarshalBinary()
		require.NoError(t, err)
		key, err := asn1.Marshal(both{append([]byte{seed}, make([]byte, 31)...), long})
		require.NoError(t, err)
		return info{0, pkix.AlgorithmIdentifier{Algorithm: asn1.ObjectIdentifier{2, 16, 840, 1, 101, 3, 4, 3, 17}}, key}
	}
	assert.Len(t, parsedPEM(t, "PRIVATE KEY", with(1, 1)).Keys, 1)
	requireApart(t, "PRIVATE KEY", with(1, 2))
}

func TestANumberThatBeginsWithZerosIsNoted(t *testing.T) {
	k := parse(t, rfc7515A2Key).Public()
	n, err := decode(strings.Split(rfc7515A2Key, `"`)[7])
	require.NoError(t, err)
	p, err := keypair.Parse([]byte(`{"kty":"RSA","e":"AQAB","n":"`+encode(append([]byte{0}, n...))+`"}`), nil)
	require.NoError(t, err)
	require.Len(t, p.Keys, 1)
	require.Len(t, p.Problems, 1)
	assert.Equal(t, "long-member", p.Problems[0].Code)
	assert.True(t, bytes.Equal(k.JWK(), p.Keys[0].JWK()))
}

// So programs write numbers that take them from big integers with a sign, as Java's are.
func TestAZeroByteBeforeANumberOfACurveIsLeftOutAndSaid(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	var members map[string]any
	require.NoError(t, json.Unmarshal(k.JWK(), &members))
	for _, name := range []string{"x", "y", "d"} {
		value, err := decode(members[name].(string))
		require.NoError(t, err)
		members[name] = encode(append([]byte{0}, value...))
	}
	text, err := json.Marshal(members)
	require.NoError(t, err)
	p, err := keypair.Parse(text, nil)
	require.NoError(t, err)
	require.Len(t, p.Problems, 1)
	assert.Equal(t, "long-member", p.Problems[0].Code)
	assert.Equal(t, string(k.JWK()), string(p.Keys[0].JWK()))

	text, err = k.SEC1()
	require.NoError(t, err)
	block, _ := pem.Decode(text)
	var sec1 struct {
		Version int
		Key     []byte
		Curve   asn1.ObjectIdentifier `asn1:"optional,explicit,tag:0"`
	}
	_, err = asn1.Unmarshal(block.Bytes, &sec1)
	require.NoError(t, err)
	sec1.Key = append([]byte{0}, sec1.Key...)
	long, err := asn1.Marshal(sec1)
	require.NoError(t, err)
	_, err = x509.ParseECPrivateKey(long)
	require.NoError(t, err, "crypto/x509 reads it, too")
	read := parse(t, string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: long})))
	again, err := read.SEC1()
	require.NoError(t, err)
	assert.Equal(t, string(text), string(again))
}

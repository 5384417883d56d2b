package keypair_test

import (
	"crypto/rand"
	"os"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// identities is how many keys go there and back: a tenth of what KEYPAIR_KEYS=10000 asks
// for in make accept.
func identities(t testing.TB) int {
	if text := os.Getenv("KEYPAIR_KEYS"); text != "" {
		n, err := strconv.Atoi(text)
		require.NoError(t, err)
		return n
	}
	return 1000
}

// A key in so many has a number that begins with a zero byte or has its highest bit set,
// where forms differ: hence many, of those kinds that are made at once, and one of a
// hundred of RSA.
func TestManyKeysThereAndBackAreTheSame(t *testing.T) {
	native(t)
	quick := []keypair.Kind{
		{Algorithm: "ES256"}, {Algorithm: "ES384"}, {Algorithm: "ES512"}, {Algorithm: "EdDSA"}, {Algorithm: "ECDH-ES", Curve: "X25519"},
		{Algorithm: "ML-DSA-44"}, {Algorithm: "dir", Bits: 512},
	}
	for i := range identities(t) {
		kind := quick[i%len(quick)]
		if i%100 == 0 {
			kind = keypair.Kind{Algorithm: "PS256", Bits: 2048}
		}
		k, err := keypair.Generate(kind, rand.Reader)
		require.NoError(t, err)
		jwk := string(k.JWK())
		require.Equal(t, jwk, string(parse(t, jwk).JWK()))
		for _, write := range []func() ([]byte, error){k.PKCS8, k.PKCS1, k.SEC1} {
			text, err := write()
			if err != nil {
				continue
			}
			read := parse(t, string(text))
			read.Algorithm, read.ID, read.Use, read.Ops = k.Algorithm, k.ID, k.Use, k.Ops
			require.Equal(t, jwk, string(read.JWK()))
		}
		if text, err := k.SPKI(); err == nil {
			require.Equal(t, k.Thumbprint(), parse(t, string(text)).Thumbprint())
		}
	}
}

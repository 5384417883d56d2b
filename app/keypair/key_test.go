package keypair_test

import (
	"crypto/rand"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// kinds are all keys that are made, those of RSA in one size unless all are asked for.
func kinds(allSizes bool) []keypair.Kind {
	var all []keypair.Kind
	for _, a := range keypair.Algorithms() {
		sizes, curves := a.Sizes(), a.Curves()
		switch {
		case a.Family() == keypair.RSA && !allSizes:
			all = append(all, keypair.Kind{Algorithm: a, Bits: 2048})
		case sizes != nil:
			for _, bits := range sizes {
				all = append(all, keypair.Kind{Algorithm: a, Bits: bits})
			}
		case curves != nil:
			for _, curve := range curves {
				all = append(all, keypair.Kind{Algorithm: a, Curve: curve})
			}
		default:
			all = append(all, keypair.Kind{Algorithm: a})
		}
	}
	return all
}

// name is what a test calls a kind.
func name(k keypair.Kind) string {
	text := string(k.Algorithm) + k.Curve
	if k.Bits > 0 {
		text += "-" + strconv.Itoa(k.Bits)
	}
	return text
}

// made are RSA keys of 2048 bits in PKCS#8. To make one takes longer than what most tests do
// with it, and so they take these in turns: as many as there are algorithms, so that a test
// of all has another key for each.
var made = struct {
	sync.Mutex
	der  [8][]byte
	next int
}{}

// generate returns a key of a kind.
func generate(t testing.TB, k keypair.Kind) *keypair.Key {
	t.Helper()
	if k.Algorithm.Family() != keypair.RSA || k.Bits != 2048 {
		key, err := keypair.Generate(k, rand.Reader)
		require.NoError(t, err)
		return key
	}
	made.Lock()
	defer made.Unlock()
	der := &made.der[made.next%len(made.der)]
	made.next++
	if *der == nil {
		key, err := keypair.Generate(k, rand.Reader)
		require.NoError(t, err)
		*der = derOf(t, key)
	}
	key, err := keypair.FromPKCS8(*der, k)
	require.NoError(t, err)
	return key
}

// native skips what looks for large primes, or makes many keys, under WebAssembly, where Go
// takes minutes for it.
func native(t *testing.T) {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("takes too long under WebAssembly")
	}
}

func TestEveryKindHasItsSizeUseAndOperations(t *testing.T) {
	bits := map[keypair.Algorithm]int{ // RFC 7518 §3.4, §4.4 and §4.7
		"ES256": 256, "ES384": 384, "ES512": 521, "EdDSA": 256,
		"A128KW": 128, "A192KW": 192, "A256KW": 256, "A128GCMKW": 128, "A192GCMKW": 192, "A256GCMKW": 256,
	}
	for _, kind := range kinds(false) {
		t.Run(name(kind), func(t *testing.T) {
			k, err := keypair.Generate(kind, rand.Reader)
			require.NoError(t, err)
			if kind.Algorithm != "dir" {
				assert.Equal(t, kind.Algorithm, k.Algorithm)
			}
			assert.True(t, k.Private())
			assert.Equal(t, kind.Algorithm.Use(), k.Use)
			assert.NotEmpty(t, k.Ops)
			assert.NotEmpty(t, k.ID)
			if kind.Bits > 0 {
				assert.Equal(t, kind.Bits, k.Bits())
			} else if known, ok := bits[kind.Algorithm]; ok {
				assert.Equal(t, known, k.Bits())
			}
			if kind.Curve != "" {
				assert.Equal(t, kind.Curve, k.Curve())
			}
		})
	}
}

func TestAKeyForDirectEncryptionNamesItsContentEncryption(t *testing.T) {
	for bits, want := range map[int]keypair.Algorithm{ // RFC 7518 §5.2.3 to §5.3
		0: "A256GCM", 128: "A128GCM", 192: "A192GCM", 256: "A256GCM", 384: "A192CBC-HS384", 512: "A256CBC-HS512",
	} {
		k := generate(t, keypair.Kind{Algorithm: "dir", Bits: bits})
		assert.Equal(t, want, k.Algorithm)
		assert.Equal(t, []string{"encrypt", "decrypt"}, k.Ops)
	}
}

func TestTheDefaultOfRSAIsWorth128Bits(t *testing.T) {
	assert.Equal(t, []int{3072, 2048, 4096}, keypair.Algorithm("PS256").Sizes()) // NIST SP 800-57 part 1 rev. 5, table 2
}

func TestNoOtherKeyIsMade(t *testing.T) {
	for _, kind := range []keypair.Kind{
		{}, {Algorithm: "none"}, {Algorithm: "HS256"}, {Algorithm: "RS256", Bits: 1024}, {Algorithm: "RS256", Curve: "P-256"},
		{Algorithm: "ES256", Curve: "P-384"}, {Algorithm: "EdDSA", Bits: 256}, {Algorithm: "dir", Bits: 255}, {Algorithm: "A128KW", Bits: 256},
	} {
		_, err := keypair.Generate(kind, rand.Reader)
		assert.ErrorIs(t, err, keypair.ErrKind, "%v", kind)
	}
}

func TestThePublicPartKeepsTheIDAndHasTheOtherOperations(t *testing.T) {
	for algorithm, want := range map[keypair.Algorithm][]string{
		"ES256": {"verify"}, "RSA-OAEP-256": {"encrypt", "wrapKey"}, "ECDH-ES": {},
	} {
		kind := keypair.Kind{Algorithm: algorithm}
		if algorithm.Family() == keypair.RSA {
			kind.Bits = 2048
		}
		k := generate(t, kind)
		public := k.Public()
		assert.Equal(t, want, public.Ops)
		assert.Equal(t, k.ID, public.ID)
		assert.False(t, public.Private())
		assert.Nil(t, generate(t, keypair.Kind{Algorithm: "A256KW"}).Public())
	}
}

func TestTheIDOfAPairIsItsThumbprintAndThatOfASymmetricKeyIsChance(t *testing.T) {
	pair := generate(t, keypair.Kind{Algorithm: "ES256"})
	assert.Equal(t, pair.Thumbprint(), pair.ID)
	assert.Equal(t, pair.Public().Thumbprint(), pair.ID)
	symmetric := generate(t, keypair.Kind{Algorithm: "A256KW"})
	assert.NotEqual(t, symmetric.Thumbprint(), symmetric.ID)
	assert.Len(t, symmetric.ID, 22) // 16 bytes in base64url
}

func TestAWipedKeyIsOverwritten(t *testing.T) {
	for _, kind := range kinds(false) {
		k := generate(t, kind)
		before := string(k.JWK())
		k.Wipe()
		if k.Family() == keypair.RSA { // see TestAWipedRSAKeyHasNoNumbers, too
			requirePublic(t, k.JWK())
			continue
		}
		member := map[keypair.Family]string{keypair.EC: "d", keypair.OKP: "d", keypair.AKP: "priv", keypair.Oct: "k"}[k.Family()]
		_, value, found := strings.Cut(before, `"`+member+`":"`)
		require.True(t, found)
		assert.NotContains(t, string(k.JWK()), value[:20], name(kind))
	}
}

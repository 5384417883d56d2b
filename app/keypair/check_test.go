package keypair_test

import (
	"crypto/rand"
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// codes are those of the problems, with the index of the key.
func codes(problems []keypair.Problem) []string {
	all := []string{}
	for _, p := range problems {
		all = append(all, fmt.Sprint(p.Key, " ", p.Code))
	}
	return all
}

// publicRSA is a public key of a modulus and an exponent.
func publicRSA(t testing.TB, n *big.Int, e int64, id string) *keypair.Key {
	t.Helper()
	return parse(t, fmt.Sprintf(`{"kty":"RSA","kid":%q,"n":"%s","e":"%s"}`, id, encode(n.Bytes()), encode(big.NewInt(e).Bytes())))
}

// prime is one of so many bits.
func prime(t testing.TB, bits int) *big.Int {
	t.Helper()
	p, err := rand.Prime(rand.Reader, bits)
	require.NoError(t, err)
	return p
}

func product(p, q *big.Int) *big.Int { return new(big.Int).Mul(p, q) }

func TestAKeyThatWasMadeHereIsBlameless(t *testing.T) {
	var all []*keypair.Key
	for _, kind := range kinds(false) {
		k := generate(t, kind)
		all = append(all, k)
		assert.Empty(t, keypair.Check([]*keypair.Key{k}), name(kind))
		if public := k.Public(); public != nil {
			assert.Empty(t, keypair.Check([]*keypair.Key{public}), name(kind))
		}
	}
	assert.Empty(t, keypair.Check(all))
}

func TestAWeakRSAKeyIsNamed(t *testing.T) {
	native(t)
	p, q := prime(t, 1024), prime(t, 1024)
	good := product(p, q)
	near := new(big.Int).Add(p, big.NewInt(1_000_000))
	for !near.ProbablyPrime(20) {
		near.Add(near, big.NewInt(1))
	}
	for want, k := range map[string]*keypair.Key{
		"rsa-short":    publicRSA(t, product(prime(t, 512), prime(t, 512)), 65537, ""),
		"rsa-one":      publicRSA(t, good, 1, ""),
		"rsa-even":     publicRSA(t, good, 65538, ""),
		"rsa-exponent": publicRSA(t, good, 3, ""),
		"rsa-small":    publicRSA(t, product(big.NewInt(65521), prime(t, 2040)), 65537, ""), // the largest prime below 65536
		"rsa-close":    publicRSA(t, product(p, near), 65537, ""),
	} {
		assert.Equal(t, []string{"0 " + want}, codes(keypair.Check([]*keypair.Key{k})))
	}
	assert.Empty(t, keypair.Check([]*keypair.Key{publicRSA(t, good, 65537, "")}))
	assert.Empty(t, keypair.Check([]*keypair.Key{publicRSA(t, product(big.NewInt(65537), prime(t, 2040)), 65537, "")})) // the first beyond
}

func TestKeysThatShareAPrimeAreFoundAndTheSameKeyTwiceIsNot(t *testing.T) {
	native(t)
	p := prime(t, 1024)
	var keys []*keypair.Key
	for i, n := range []*big.Int{product(p, prime(t, 1024)), product(prime(t, 1024), prime(t, 1024)), product(prime(t, 1024), p)} {
		keys = append(keys, publicRSA(t, n, 65537, fmt.Sprint(i)))
	}
	assert.ElementsMatch(t, []string{"0 rsa-shared", "2 rsa-shared"}, codes(keypair.Check(keys)))
	assert.Empty(t, keypair.Check(keys[1:]))
	assert.Equal(t, []string{"1 key-twice"}, codes(keypair.Check([]*keypair.Key{keys[1], keys[1]})))
}

func TestAThousandRSAKeysAreComparedAtOnce(t *testing.T) {
	native(t)
	p := prime(t, 1024)
	var keys []*keypair.Key
	for i := range 1000 {
		n := new(big.Int).SetBit(new(big.Int).Lsh(prime(t, 64), 1984), 0, 1) // hardly a key, and as large as one
		n.Add(n, new(big.Int).Lsh(prime(t, 64), 1000))
		if i == 17 || i == 980 {
			n = product(p, prime(t, 1024))
		}
		keys = append(keys, publicRSA(t, n, 65537, fmt.Sprint(i)))
	}
	start := time.Now()
	var shared []string
	for _, code := range codes(keypair.Check(keys)) {
		if code == "17 rsa-shared" || code == "980 rsa-shared" {
			shared = append(shared, code)
		}
	}
	assert.Len(t, shared, 2)
	assert.Less(t, time.Since(start), 20*time.Second) // about a second alone; 500,000 pairs would be a minute
}

// parsed reads a text whose keys may have problems that are not looked at.
func parsed(t testing.TB, text string) []*keypair.Key {
	t.Helper()
	p, err := keypair.Parse([]byte(text), nil)
	require.NoError(t, err)
	require.Len(t, p.Keys, 1)
	return p.Keys
}

func TestWhatAKeySaysOfItselfMustAgree(t *testing.T) {
	with := func(jwk string, members string) string { return strings.Replace(jwk, "{", "{"+members+",", 1) }
	public := string(parse(t, rfc7515A3Key).Public().JWK())
	secret := `{"kty":"oct","k":"AAAAAAAAAAAAAAAAAAAAAA"}` // 16 bytes
	for text, want := range map[string][]string{
		with(rfc7515A3Key, `"alg":"ES256","use":"sig","key_ops":["sign"]`):    {},
		with(rfc7515A3Key, `"alg":"ES384"`):                                   {"0 alg-kty"},
		with(rfc7515A3Key, `"alg":"RS256"`):                                   {"0 alg-kty"},
		with(rfc7515A3Key, `"alg":"ECDH-ES"`):                                 {},
		with(rfc8037Key, `"alg":"ECDH-ES"`):                                   {"0 alg-kty"},
		with(rfc8037Key, `"alg":"Ed25519"`):                                   {},
		with(rfc7515A3Key, `"alg":"ES256","use":"enc"`):                       {"0 alg-use"},
		with(rfc7515A3Key, `"use":"signature"`):                               {"0 use-unknown"},
		with(rfc7515A3Key, `"use":"sig","key_ops":["sign","deriveKey"]`):      {"0 ops-use"},
		with(rfc7515A3Key, `"alg":"ECDH-ES","key_ops":["sign"]`):              {"0 ops-use"},
		with(public, `"key_ops":["sign"]`):                                    {"0 ops-public"},
		with(public, `"key_ops":["verify"]`):                                  {},
		with(public, `"alg":"ECDH-ES","key_ops":[]`):                          {},
		with(rfc7515A3Key, `"key_ops":["verify"]`):                            {"0 ops-private"},
		with(rfc7515A3Key, `"key_ops":["verify","sign"]`):                     {},
		with(rfc7515A3Key, `"alg":"something of our own"`):                    {},
		with(secret, `"alg":"HS256"`):                                         {"0 oct-short"},
		with(secret, `"alg":"A128KW"`):                                        {},
		with(secret, `"alg":"A256KW"`):                                        {"0 oct-size"},
		with(secret, `"alg":"A256CBC-HS512"`):                                 {"0 oct-size"},
		with(secret, `"alg":"ES256"`):                                         {"0 alg-kty"},
		with(secret, `"alg":"HS256","use":"sig","key_ops":["sign","verify"]`): {"0 oct-short"},
	} {
		assert.Equal(t, want, codes(keypair.Check(parsed(t, text))), text)
	}
}

func TestEveryKeyOfASetHasAnIDOfItsOwn(t *testing.T) {
	one, two, three := generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "ES256"})
	assert.Empty(t, keypair.Check([]*keypair.Key{one, two, three}))
	two.ID, three.ID = one.ID, ""
	assert.Equal(t, []string{"1 kid-twice", "2 kid-missing"}, codes(keypair.Check([]*keypair.Key{one, two, three})))
	assert.Equal(t, []string{"1 key-twice"}, codes(keypair.Check([]*keypair.Key{one, one.Public()})))
	assert.Empty(t, keypair.Check([]*keypair.Key{three}))
}

func TestEveryProblemIsASentence(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	k.Use = "x"
	for _, p := range keypair.Check([]*keypair.Key{k}) {
		assert.Regexp(t, `^[“A-Z].*\.$`, p.Sentence)
		assert.NotRegexp(t, `\.$`, p.Title)
		text, err := json.Marshal(p)
		require.NoError(t, err)
		assert.NotContains(t, string(text), k.ID)
	}
}

package keypair_test

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// rfc7517C is the JWE of RFC 7517 appendix C.9, whose passphrase stands in C.4.
func rfc7517C(t testing.TB) []byte {
	t.Helper()
	text, err := os.ReadFile("testdata/rfc7517-appendix-c.jwe")
	require.NoError(t, err)
	return text
}

var rfc7517CPassphrase = []byte("Thus from my lips, by yours, my sin is purged.")

func TestTheEncryptedKeyOfRFC7517IsOpened(t *testing.T) {
	p, err := keypair.Parse(rfc7517C(t), rfc7517CPassphrase)
	require.NoError(t, err)
	require.Empty(t, p.Problems)
	require.Len(t, p.Keys, 1)
	assert.Equal(t, "JWE", p.Form)
	assert.Equal(t, "juliet@capulet.lit", p.Keys[0].ID) // C.1
	assert.Equal(t, "enc", p.Keys[0].Use)
	assert.Equal(t, 2048, p.Keys[0].Bits())
	assert.True(t, p.Keys[0].Private())
}

func TestWhatIsEncryptedOpensWithItsPassphraseAlone(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "EdDSA"})
	text, err := keypair.Encrypt(k, []byte("correct horse"))
	require.NoError(t, err)
	p, err := keypair.Parse(text, []byte("correct horse"))
	require.NoError(t, err)
	require.Len(t, p.Keys, 1)
	assert.Equal(t, string(k.JWK()), string(p.Keys[0].JWK()))
	_, err = keypair.Parse(text, []byte("correct horsE"))
	assert.ErrorIs(t, err, keypair.ErrPassphrase)
	_, err = keypair.Parse(text, nil)
	assert.ErrorIs(t, err, keypair.ErrNeedPassphrase)
	again, err := keypair.Encrypt(k, []byte("correct horse"))
	require.NoError(t, err)
	assert.NotEqual(t, text, again)
}

func TestGoJoseOpensWhatIsEncryptedHere(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES384"})
	text, err := keypair.Encrypt(k, []byte("pass"))
	require.NoError(t, err)
	e, err := jose.ParseEncryptedCompact(string(text), []jose.KeyAlgorithm{jose.PBES2_HS512_A256KW}, []jose.ContentEncryption{jose.A256GCM})
	require.NoError(t, err)
	plain, err := e.Decrypt([]byte("pass"))
	require.NoError(t, err)
	assert.Equal(t, string(k.JWK()), string(plain))
	assert.Equal(t, "jwk+json", e.Header.ExtraHeaders["cty"])
	assert.EqualValues(t, 210_000, e.Header.ExtraHeaders["p2c"]) // OWASP for HMAC-SHA-512
}

func TestWhatGoJoseEncryptsIsOpenedHere(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES384"})
	for _, alg := range []jose.KeyAlgorithm{jose.PBES2_HS256_A128KW, jose.PBES2_HS384_A192KW, jose.PBES2_HS512_A256KW} {
		for _, enc := range []jose.ContentEncryption{jose.A128GCM, jose.A192GCM, jose.A256GCM, jose.A128CBC_HS256, jose.A192CBC_HS384, jose.A256CBC_HS512} {
			t.Run(string(alg)+" "+string(enc), func(t *testing.T) {
				e, err := jose.NewEncrypter(enc, jose.Recipient{Algorithm: alg, Key: "pass", PBES2Count: 1000}, nil)
				require.NoError(t, err)
				object, err := e.Encrypt(k.JWK())
				require.NoError(t, err)
				text, err := object.CompactSerialize()
				require.NoError(t, err)
				p, err := keypair.Parse([]byte(text), []byte("pass"))
				require.NoError(t, err)
				require.Len(t, p.Keys, 1)
				assert.Equal(t, k.Thumbprint(), p.Keys[0].Thumbprint())

				for part := range 5 {
					parts := strings.Split(text, ".")
					raw, err := decode(parts[part])
					require.NoError(t, err)
					raw[len(raw)-1] ^= 1
					parts[part] = encode(raw)
					p, err := keypair.Parse([]byte(strings.Join(parts, ".")), []byte("pass"))
					assert.Empty(t, p.Keys)
					assert.True(t, err != nil || len(p.Problems) == 1)
				}
			})
		}
	}
}

func TestNothingIsEncryptedWithoutAPassphraseNorWithoutAPrivateKey(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "EdDSA"})
	_, err := keypair.Encrypt(k, nil)
	assert.ErrorIs(t, err, keypair.ErrNeedPassphrase)
	_, err = keypair.Encrypt(k.Public(), []byte("pass"))
	assert.ErrorIs(t, err, keypair.ErrForm)
}

func TestAnEncryptedTextThatIsNotForUsIsNamedAtOnce(t *testing.T) {
	for header, want := range map[string]string{
		`{"alg":"RSA-OAEP","enc":"A256GCM"}`:                                                 "jwe-unknown",
		`{"alg":"PBES2-HS512+A256KW","enc":"XC20P","p2c":1000,"p2s":"AAAA"}`:                 "jwe-unknown",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":1000,"p2s":"AAAA","zip":"DEF"}`:   "jwe-unknown",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":1000,"p2s":"AAAA","crit":["x"]}`:  "jwe-unknown",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":2000001,"p2s":"AAAA"}`:            "jwe-count",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":-1,"p2s":"AAAA"}`:                 "jwe-count",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM","p2c":99999999999999999999,"p2s":"AA"}`: "jwe-count",
		`{"alg":"PBES2-HS512+A256KW","enc":"A256GCM"}`:                                       "jwe-count",
	} {
		start := time.Now()
		p, err := keypair.Parse([]byte(encode([]byte(header))+".AAAA.AAAA.AAAA.AAAA"), []byte("pass"))
		require.NoError(t, err)
		require.Len(t, p.Problems, 1)
		assert.Equal(t, want, p.Problems[0].Code)
		assert.Less(t, time.Since(start), 200*time.Millisecond)
	}
	for _, text := range []string{"....", "a.b.c.d.e", encode([]byte("{}{}")) + ".AAAA.AAAA.AAAA.AAAA", "e30.!.A.A.A"} {
		_, err := keypair.Parse([]byte(text), []byte("pass"))
		assert.ErrorIs(t, err, keypair.ErrNoKey)
	}
}

func TestAnEncryptedSetIsOpenedAndMayBePrivate(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES384"})
	e, err := jose.NewEncrypter(jose.A256GCM, jose.Recipient{Algorithm: jose.PBES2_HS256_A128KW, Key: "pass", PBES2Count: 1000}, nil)
	require.NoError(t, err)
	object, err := e.Encrypt(keypair.Set(k))
	require.NoError(t, err)
	text, err := object.CompactSerialize()
	require.NoError(t, err)
	p, err := keypair.Parse([]byte(text), []byte("pass"))
	require.NoError(t, err)
	assert.Empty(t, p.Problems)
	assert.Len(t, p.Keys, 1)
}

func TestAnErrorHoldsNoPassphrase(t *testing.T) {
	_, err := keypair.Parse(rfc7517C(t), []byte("a passphrase of mine"))
	require.ErrorIs(t, err, keypair.ErrPassphrase)
	text, _ := json.Marshal(err.Error())
	assert.NotContains(t, string(text), "mine")
}

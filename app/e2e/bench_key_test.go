package e2e

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"strings"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// es256 makes a key pair on P-256, and writes the private key as PEM.
func es256(t *testing.T) (key *ecdsa.PrivateKey, private string) {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	require.NoError(t, err)
	der, err := x509.MarshalPKCS8PrivateKey(key)
	require.NoError(t, err)
	return key, string(pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der}))
}

// verifiesWith holds the token on the bench to a public key, by golang-jwt.
func (p *page) verifiesWith(key *ecdsa.PrivateKey) *jwt.Token {
	p.t.Helper()
	made, err := jwt.NewParser(jwt.WithValidMethods([]string{"ES256"}), jwt.WithoutClaimsValidation()).
		Parse(p.value("#bench-token"), func(*jwt.Token) (any, error) { return &key.PublicKey, nil })
	require.NoError(p.t, err)
	return made
}

func TestAKeyPairVerifiesAndSignsOnTheBench(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	key, private := es256(t)
	another, _ := es256(t)
	set, err := json.Marshal(jose.JSONWebKeySet{Keys: []jose.JSONWebKey{{Key: &another.PublicKey, KeyID: "old"}, {Key: &key.PublicKey, KeyID: "new"}}})
	require.NoError(t, err)
	made := jwt.NewWithClaims(jwt.SigningMethodES256, jwt.MapClaims{"sub": "1", "long": strings.Repeat("8 KiB ", 1300)})
	made.Header["kid"] = "new"
	theirs, err := made.SignedString(key)
	require.NoError(t, err)

	p.replace("#bench-token", theirs)
	p.onBench("Not checked")
	assert.Contains(t, p.text("#bench-sentence"), "Enter the public key")
	assert.Equal(t, "ES256", p.value("#bench-algorithm"))
	p.replace("#bench-secret", string(set))
	p.onBench("Signature fits")
	assert.Equal(t, "Fits key 2 of the set, kid new: ES256, P-256.", p.text("#bench-sentence"))
	assert.False(t, eval[bool](p, `document.querySelector("#guess") !== null`), "there is no secret to guess")

	p.replace("#bench-claims", `{"sub":"2"}`)
	p.onBench("Not signed")
	assert.Contains(t, p.text("#bench-sentence"), "A public key verifies and cannot sign")
	p.replace("#bench-secret", private)
	p.onBench("Signed")
	assert.Equal(t, jwt.MapClaims{"sub": "2"}, p.verifiesWith(key).Claims)
	assert.Empty(t, p.complaints())
}

func TestAPrivateKeyTakesThePlaceOfASecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	key, _ := es256(t)
	private, err := json.Marshal(jose.JSONWebKey{Key: key, KeyID: "mine"})
	require.NoError(t, err)
	p.sample()
	p.replace("#bench-secret", string(private))
	p.waitFor(shown("#bench-sentence") + `.includes("Choose ES256 under")`)
	assert.Equal(t, []string{"Secret", "RSA", "Curves", "Post-quantum"}, eval[[]string](p, `[...document.querySelectorAll("#bench-algorithm optgroup")].map((e) => e.label)`))
	p.choose("#bench-algorithm", "ES256")
	p.onBench("Signed")
	assert.Equal(t, "mine", p.verifiesWith(key).Header["kid"])
	assert.NotContains(t, p.text("main"), eval[string](p, `JSON.parse(document.querySelector("#bench-secret").value).d`), "the private key stands in its field alone")
	assert.NotContains(t, strings.Join(p.console(), "\n"), string(private))
	assert.Empty(t, p.complaints())
}

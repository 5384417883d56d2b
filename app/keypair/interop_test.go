package keypair_test

import (
	"encoding/json"
	"testing"

	"github.com/go-jose/go-jose/v4"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// signer and verifier are libraries, each of which gets a key as it reads it.
type (
	signer   func(t testing.TB, k *keypair.Key) (tokens []string)
	verifier func(t testing.TB, k *keypair.Key, tokens []string)
)

// signingKinds are those of which the libraries here know all.
func signingKinds() []keypair.Kind {
	var all []keypair.Kind
	for _, kind := range kinds(false) {
		if kind.Algorithm.Use() == "sig" && kind.Algorithm.Family() != keypair.AKP {
			all = append(all, kind)
		}
	}
	return all
}

func TestTheTokensOfEveryLibraryAreVerifiedByEveryOther(t *testing.T) {
	signers, verifiers := libraries(t)
	for _, kind := range signingKinds() {
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			var tokens []string
			for _, sign := range signers {
				tokens = append(tokens, sign(t, k)...)
			}
			require.GreaterOrEqual(t, len(tokens), len(signers))
			for _, verify := range verifiers {
				verify(t, k, tokens)
			}
		})
	}
}

// libraries returns those that are installed here, our own first.
func libraries(t *testing.T) ([]signer, []verifier) {
	signers := []signer{signOurs, signGoJose, signGolangJWT}
	verifiers := []verifier{verifyOurs, verifyGoJose, verifyGolangJWT}
	if n := newNode(t); n != nil {
		signers, verifiers = append(signers, n.sign), append(verifiers, n.verify)
	}
	if o := newOpenSSL(t); o != nil {
		signers, verifiers = append(signers, o.sign), append(verifiers, o.verify)
	}
	return signers, verifiers
}

// head is the beginning of a token of the key.
func head(k *keypair.Key, subject string) string {
	header, _ := json.Marshal(map[string]string{"alg": string(k.Algorithm), "kid": k.ID})
	return encode(header) + "." + encode([]byte(`{"sub":"`+subject+`"}`))
}

func signOurs(t testing.TB, k *keypair.Key) []string {
	input := head(k, "ours")
	signature, err := k.Sign(k.Algorithm, []byte(input))
	require.NoError(t, err)
	return []string{input + "." + encode(signature)}
}

func verifyOurs(t testing.TB, k *keypair.Key, tokens []string) {
	for _, token := range tokens {
		input, encoded := cutLast(token)
		signature, err := decode(encoded)
		require.NoError(t, err)
		assert.NoError(t, k.Public().Verify(k.Algorithm, input, signature), token)
	}
}

// goKey is the key as Go's standard library has it, by way of go-jose.
func goKey(t testing.TB, jwk []byte) jose.JSONWebKey {
	var read jose.JSONWebKey
	require.NoError(t, json.Unmarshal(jwk, &read))
	return read
}

func signGoJose(t testing.TB, k *keypair.Key) []string {
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.SignatureAlgorithm(k.Algorithm), Key: goKey(t, k.JWK())}, nil)
	require.NoError(t, err)
	signed, err := s.Sign([]byte(`{"sub":"go-jose"}`))
	require.NoError(t, err)
	text, err := signed.CompactSerialize()
	require.NoError(t, err)
	return []string{text}
}

func verifyGoJose(t testing.TB, k *keypair.Key, tokens []string) {
	for _, token := range tokens {
		signed, err := jose.ParseSignedCompact(token, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(k.Algorithm)})
		require.NoError(t, err)
		_, err = signed.Verify(goKey(t, k.Public().JWK()))
		assert.NoError(t, err, token)
	}
}

func signGolangJWT(t testing.TB, k *keypair.Key) []string {
	method := jwt.GetSigningMethod(string(k.Algorithm))
	token := jwt.NewWithClaims(method, jwt.MapClaims{"sub": "golang-jwt"})
	token.Header["kid"] = k.ID
	text, err := token.SignedString(goKey(t, k.JWK()).Key)
	require.NoError(t, err)
	return []string{text}
}

func verifyGolangJWT(t testing.TB, k *keypair.Key, tokens []string) {
	for _, token := range tokens {
		_, err := jwt.Parse(token, func(*jwt.Token) (any, error) { return goKey(t, k.Public().JWK()).Key, nil }, jwt.WithValidMethods([]string{string(k.Algorithm)}))
		assert.NoError(t, err, token)
	}
}

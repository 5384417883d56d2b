package pair_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	jose "github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/require"
)

// algorithms are all for which there are files (RFC 7518 §3.1, RFC 8037 §3.1).
var algorithms = []string{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"}

const (
	keyID    = "now-1" // of the key that signs
	nextID   = "next-2"
	plainID  = "plain-3" // the next key once more, without its "alg"
	audience = "https://api.example"
)

// issuer signs by one algorithm. It publishes two keys, of which it uses the first, and
// the second again under names by which a careless verifier takes other algorithms.
type issuer struct {
	algorithm string
	url       string
	key, next crypto.Signer
	stranger  crypto.Signer // of the same kind, not published
}

// kind names what the keys of an algorithm have in common.
func kind(algorithm string) string {
	if strings.HasPrefix(algorithm, "RS") || strings.HasPrefix(algorithm, "PS") {
		return "RSA"
	}
	return algorithm
}

func makeKey(t *testing.T, kind string) crypto.Signer {
	t.Helper()
	curves := map[string]elliptic.Curve{"ES256": elliptic.P256(), "ES384": elliptic.P384(), "ES512": elliptic.P521()}
	var key crypto.Signer
	var err error
	switch {
	case kind == "RSA":
		key, err = rsa.GenerateKey(rand.Reader, 2048)
	case curves[kind] != nil:
		key, err = ecdsa.GenerateKey(curves[kind], rand.Reader)
	default:
		_, key, err = ed25519.GenerateKey(rand.Reader)
	}
	require.NoError(t, err)
	return key
}

// issuers serves the key sets of one issuer for each algorithm.
func issuers(t *testing.T) map[string]issuer {
	t.Helper()
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	keys := map[string][]crypto.Signer{}
	all := map[string]issuer{}
	for _, a := range algorithms {
		k := kind(a)
		for len(keys[k]) < 3 {
			keys[k] = append(keys[k], makeKey(t, k))
		}
		i := issuer{a, server.URL + "/" + a, keys[k][0], keys[k][1], keys[k][2]}
		text, err := json.Marshal(i.published())
		require.NoError(t, err)
		mux.HandleFunc("GET /"+a+"/.well-known/jwks.json", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			_, _ = w.Write(text)
		})
		all[a] = i
	}
	return all
}

func (i issuer) published() jose.JSONWebKeySet {
	plain := i.jwk(i.next.Public(), plainID)
	plain.Algorithm = ""
	set := []jose.JSONWebKey{i.jwk(i.next.Public(), nextID), i.jwk(i.key.Public(), keyID), plain}
	for _, other := range i.others() {
		key := i.jwk(i.next.Public(), "for-"+other)
		key.Algorithm = other
		set = append(set, key)
	}
	return jose.JSONWebKeySet{Keys: set}
}

// others returns the algorithms that would accept its keys, too.
func (i issuer) others() (all []string) {
	for _, a := range algorithms {
		if a != i.algorithm && kind(a) == kind(i.algorithm) {
			all = append(all, a)
		}
	}
	return all
}

func (i issuer) jwk(key any, id string) jose.JSONWebKey {
	return jose.JSONWebKey{Key: key, KeyID: id, Algorithm: i.algorithm, Use: "sig"}
}

// environment returns what the file that signs reads, in variables that begin with a
// word. Only the first part of the key is there, if part is less than 1.
func (i issuer) environment(t *testing.T, folder, word string, part float64) []string {
	t.Helper()
	cut := func(text []byte) string { return string(text[:int(part*float64(len(text)))]) }
	der, err := x509.MarshalPKCS8PrivateKey(i.key)
	require.NoError(t, err)
	file := filepath.Join(folder, word+".pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	require.NoError(t, os.WriteFile(file, []byte(cut(text)), 0o600))
	jwk, err := json.Marshal(i.jwk(i.key, keyID))
	require.NoError(t, err)
	return []string{
		word + "_PRIVATE_KEY_FILE=" + file,
		word + "_KEY_ID=" + keyID,
		word + "_PRIVATE_JWK=" + cut(jwk),
	}
}

package e2e

import (
	"encoding/asn1"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/internal/npm"
)

// The programs outside of Go that read what a browser made: each runs once for all keys,
// because to start it takes longer than what it does; but openssl signs with one key a process.

// inNode has Node.js and the package jose parse all keys, read what others wrote with them
// and write something themselves.
func inNode(t *testing.T, keys []*madeKey) {
	t.Helper()
	dir := npm.Install(t, "jose@6.2.17")
	script, err := os.ReadFile("testdata/keys.mjs")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, "keys.mjs"), script, 0o600))
	asked, err := json.Marshal(keys)
	require.NoError(t, err)
	node := exec.Command("node", "keys.mjs")
	node.Dir, node.Stdin, node.Stderr = dir, strings.NewReader(string(asked)), os.Stderr
	out, err := node.Output()
	require.NoError(t, err)
	var answers []map[string]string
	require.NoError(t, json.Unmarshal(out, &answers))
	require.Len(t, answers, len(keys))
	for i, tokens := range answers {
		require.Contains(t, tokens, "jose", keys[i].Kind)
		for by, token := range tokens {
			keys[i].Tokens[by] = token
		}
	}
}

// openssl has the program openssl read all forms in PEM, and sign and verify with each key.
func openssl(t *testing.T, keys []*madeKey) {
	t.Helper()
	if _, err := exec.LookPath("openssl"); err != nil {
		t.Log("openssl is not installed: it does not read the keys here")
		return
	}
	dir := t.TempDir()
	var all strings.Builder
	forms := 0
	for _, k := range keys {
		for _, form := range []string{k.Private, k.Public, k.PrivatePKCS1, k.PublicPKCS1, k.PrivateSEC1} {
			all.WriteString(form)
			forms += strings.Count(form, "-----BEGIN ")
		}
	}
	require.NoError(t, os.WriteFile(filepath.Join(dir, "all.pem"), []byte(all.String()), 0o600))
	store := exec.Command("openssl", "storeutl", "-noout", "all.pem")
	store.Dir = dir
	out, err := store.CombinedOutput()
	require.NoError(t, err, string(out))
	assert.Contains(t, string(out), "Total found: "+strconv.Itoa(forms)+"\n")
	for _, k := range keys {
		if k.Tokens["page"] != "" {
			k.withOpenSSL(t, dir)
		}
	}
}

// withOpenSSL verifies the token of the page and signs another one.
func (k *madeKey) withOpenSSL(t *testing.T, dir string) {
	t.Helper()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	at := strings.LastIndexByte(k.Tokens["page"], '.')
	signature, err := base64.RawURLEncoding.DecodeString(k.Tokens["page"][at+1:])
	require.NoError(t, err)
	private, public, made := file("private.pem", k.Private), file("public.pem", k.Public), filepath.Join(dir, "made")
	run := func(arguments ...string) {
		out, err := exec.Command("openssl", append([]string{"pkeyutl"}, arguments...)...).CombinedOutput()
		require.NoError(t, err, "%s %s: %s", k.Kind, k.Algorithm, out)
	}
	options := opensslOptions(k.Algorithm)
	run(append([]string{"-verify", "-pubin", "-inkey", public, "-rawin", "-in", file("input", k.Tokens["page"][:at]), "-sigfile", file("signature", toDER(t, k.Algorithm, signature))}, options...)...)
	header := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"` + k.Algorithm + `","kid":"` + k.ID + `"}`))
	input := header + "." + base64.RawURLEncoding.EncodeToString([]byte(`{"by":"openssl"}`))
	run(append([]string{"-sign", "-inkey", private, "-rawin", "-in", file("input", input), "-out", made}, options...)...)
	signature, err = os.ReadFile(made)
	require.NoError(t, err)
	k.Tokens["openssl"] = input + "." + base64.RawURLEncoding.EncodeToString(fromDER(t, k.Algorithm, signature))
}

// opensslOptions are those of pkeyutl for an algorithm.
func opensslOptions(algorithm string) []string {
	if algorithm == "EdDSA" {
		return nil
	}
	options := []string{"-digest", "sha" + algorithm[2:]}
	if strings.HasPrefix(algorithm, "PS") {
		options = append(options, "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:digest")
	}
	return options
}

// numbers is how openssl writes a signature of ECDSA (RFC 3279 §2.2.3).
type numbers struct{ R, S *big.Int }

// toDER returns a signature of a token as openssl reads it.
func toDER(t *testing.T, algorithm string, signature []byte) string {
	t.Helper()
	if !strings.HasPrefix(algorithm, "ES") {
		return string(signature)
	}
	half := len(signature) / 2
	der, err := asn1.Marshal(numbers{new(big.Int).SetBytes(signature[:half]), new(big.Int).SetBytes(signature[half:])})
	require.NoError(t, err)
	return string(der)
}

// fromDER is the other way.
func fromDER(t *testing.T, algorithm string, signature []byte) []byte {
	t.Helper()
	size := map[string]int{"ES256": 32, "ES384": 48, "ES512": 66}[algorithm]
	if size == 0 {
		return signature
	}
	var n numbers
	_, err := asn1.Unmarshal(signature, &n)
	require.NoError(t, err)
	return append(n.R.FillBytes(make([]byte, size)), n.S.FillBytes(make([]byte, size))...)
}

package e2e

import (
	"cmp"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// runJobs has two workers of the site's, which stay, do jobs, each one after the other, and
// resolves to the answers. What the tests do not look at, the code for libraries, is left
// out.
const runJobs = `async (requests) => {
	window.workers ??= [new Worker("/worker.js"), new Worker("/worker.js")];
	const answers = [];
	let next = 0;
	await Promise.all(window.workers.map(async (worker) => {
		while (next < requests.length) {
			const i = next++;
			await new Promise((done, failed) => {
				worker.onerror = failed;
				worker.onmessage = (e) => e.data ? answers[i] = e.data : done();
				const bytes = new TextEncoder().encode(requests[i]);
				worker.postMessage({request: bytes, file: null}, [bytes.buffer]);
			});
			const text = new TextDecoder().decode(answers[i]), end = text.indexOf("\n");
			const event = JSON.parse(end < 0 ? text : text.slice(0, end));
			if (event.Keys) event.Keys.Snippets = null;
			answers[i] = JSON.stringify(event) + (end < 0 ? "" : text.slice(end));
		}
	}));
	return answers;
}`

// material is what a browser makes keys of, for the algorithms that take it in turns.
type material struct {
	name       string
	bits       int
	curve      string
	algorithms string
}

var materials = []material{
	{"RSA-2048", 2048, "", "RS256 RS384 RS512 PS256 PS384 PS512 RSA-OAEP-256 RSA-OAEP"},
	{"RSA-3072", 3072, "", "RS256 RS384 RS512 PS256 PS384 PS512 RSA-OAEP-256 RSA-OAEP"},
	{"RSA-4096", 4096, "", "RS256 RS384 RS512 PS256 PS384 PS512 RSA-OAEP-256 RSA-OAEP"},
	{"P-256", 0, "", "ES256"},
	{"P-384", 0, "", "ES384"},
	{"P-521", 0, "", "ES512"},
	{"Ed25519", 0, "", "EdDSA"},
	{"P-256 for encryption", 0, "P-256", "ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW"},
	{"P-384 for encryption", 0, "P-384", "ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW"},
	{"P-521 for encryption", 0, "P-521", "ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW"},
	{"X25519", 0, "X25519", "ECDH-ES ECDH-ES+A128KW ECDH-ES+A192KW ECDH-ES+A256KW"},
}

// made has a browser make so many keys of it, some at a time: each step has the patience of
// a test. The browser evaluates an expression that resolves to texts.
func (m material) made(t *testing.T, count int, evaluate func(string) []string) (all []*madeKey) {
	t.Helper()
	algorithms := strings.Fields(m.algorithms)
	var requests []string
	for i := range count {
		request, err := job.Encode(job.Request{Keys: &job.Keys{Make: &job.MakeKey{Algorithm: algorithms[i%len(algorithms)], Bits: m.bits, Curve: m.curve}}})
		require.NoError(t, err)
		requests = append(requests, string(request))
	}
	for some := range slices.Chunk(requests, 10) {
		text, err := json.Marshal(some)
		require.NoError(t, err)
		all = append(all, madeKeys(t, m.name, evaluate(fmt.Sprintf("(%s)(%s)", runJobs, text)))...)
	}
	require.Len(t, all, count)
	return all
}

// madeKey is a key that a browser made, for the programs that read it.
type madeKey struct {
	Kind, Algorithm             string
	Private, Public, JWK, JWKS  string
	Tokens                      map[string]string // signed or encrypted by the library of this name
	PrivatePKCS1, PrivateSEC1   string
	privateKey, publicKey       any // as crypto/x509 reads them
	privateJWK, publicJWK       jose.JSONWebKey
	Thumbprint, PublicPKCS1, ID string
}

// madeKeys reads the answers.
func madeKeys(t *testing.T, kind string, answers []string) (all []*madeKey) {
	t.Helper()
	for _, answer := range answers {
		event, err := job.Decode[job.Event]([]byte(answer))
		require.NoError(t, err)
		require.NotNil(t, event.Keys, event.Failed)
		files := map[string]string{}
		for _, f := range event.Keys.Files {
			files[f.Name] = string(f.Text)
		}
		k := event.Keys.Keys[0]
		assert.Empty(t, k.Findings)
		made := &madeKey{
			Kind: kind, Algorithm: strings.TrimSuffix(k.Title, " key pair"), ID: k.KeyID, Thumbprint: k.Thumbprint,
			Private: files["private.pem"], Public: files["public.pem"], JWK: files["jwk.json"], JWKS: files["jwks.json"],
			PrivatePKCS1: files["private-pkcs1.pem"], PublicPKCS1: files["public-pkcs1.pem"], PrivateSEC1: files["private-sec1.pem"],
			Tokens: map[string]string{},
		}
		if token := string(event.Keys.Token); token != "" {
			made.Tokens["page"] = token
		}
		all = append(all, made)
	}
	return all
}

// parse reads every form of a key with the standard library and with go-jose, and holds
// them to be the same key.
func (k *madeKey) parse(t *testing.T) {
	t.Helper()
	var err error
	k.privateKey, err = x509.ParsePKCS8PrivateKey(der(t, k.Private))
	require.NoError(t, err)
	k.publicKey, err = x509.ParsePKIXPublicKey(der(t, k.Public))
	require.NoError(t, err)
	switch private := k.privateKey.(type) {
	case *rsa.PrivateKey:
		again, err := x509.ParsePKCS1PrivateKey(der(t, k.PrivatePKCS1))
		require.NoError(t, err)
		assert.True(t, private.Equal(again))
		public, err := x509.ParsePKCS1PublicKey(der(t, k.PublicPKCS1))
		require.NoError(t, err)
		assert.True(t, private.PublicKey.Equal(public) && public.Equal(k.publicKey))
	case *ecdsa.PrivateKey:
		again, err := x509.ParseECPrivateKey(der(t, k.PrivateSEC1))
		require.NoError(t, err)
		assert.True(t, private.Equal(again) && private.PublicKey.Equal(k.publicKey))
	case ed25519.PrivateKey:
		assert.Equal(t, private.Public(), k.publicKey)
	default: // for X25519, which go-jose does not read
		return
	}
	require.NoError(t, k.privateJWK.UnmarshalJSON([]byte(k.JWK)))
	var set jose.JSONWebKeySet
	require.NoError(t, json.Unmarshal([]byte(k.JWKS), &set))
	require.Len(t, set.Keys, 1)
	k.publicJWK = set.Keys[0]
	assert.True(t, k.privateKey.(interface{ Equal(crypto.PrivateKey) bool }).Equal(k.privateJWK.Key))
	assert.True(t, k.publicKey.(interface{ Equal(crypto.PublicKey) bool }).Equal(k.publicJWK.Key))
	assert.Equal(t, []string{k.Algorithm, k.ID}, []string{k.publicJWK.Algorithm, k.publicJWK.KeyID})
}

func der(t *testing.T, text string) []byte {
	t.Helper()
	block, rest := pem.Decode([]byte(text))
	require.NotNil(t, block)
	require.Empty(t, rest)
	return block.Bytes
}

// content is what is encrypted.
const content = "for you alone"

// write signs or encrypts with go-jose.
func (k *madeKey) write(t *testing.T) {
	t.Helper()
	switch {
	case k.publicJWK.Key == nil:
	case k.publicJWK.Use == "sig":
		signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.SignatureAlgorithm(k.Algorithm), Key: k.privateJWK}, nil)
		require.NoError(t, err)
		signature, err := signer.Sign([]byte(`{"by":"go-jose"}`))
		require.NoError(t, err)
		k.Tokens["go-jose"], err = signature.CompactSerialize()
		require.NoError(t, err)
	default:
		encrypter, err := jose.NewEncrypter(jose.A128GCM, jose.Recipient{Algorithm: jose.KeyAlgorithm(k.Algorithm), Key: k.publicJWK}, nil)
		require.NoError(t, err)
		encrypted, err := encrypter.Encrypt([]byte(content))
		require.NoError(t, err)
		k.Tokens["go-jose"], err = encrypted.CompactSerialize()
		require.NoError(t, err)
	}
}

// read verifies or decrypts with go-jose and with what the page itself has what all others
// have written.
func (k *madeKey) read(t *testing.T) {
	t.Helper()
	ours, err := keypair.Parse([]byte(k.JWKS), nil)
	require.NoError(t, err)
	require.Len(t, ours.Keys, 1)
	for by, token := range k.Tokens {
		switch {
		case k.publicJWK.Use == "sig":
			signature, err := jose.ParseSignedCompact(token, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(k.Algorithm)})
			require.NoError(t, err)
			_, err = signature.Verify(k.publicJWK)
			assert.NoError(t, err, "%s by %s", k.Kind, by)
			input, last := token[:strings.LastIndexByte(token, '.')], signature.Signatures[0].Signature
			assert.NoError(t, ours.Keys[0].Verify(keypair.Algorithm(k.Algorithm), []byte(input), last), "%s by %s", k.Kind, by)
		case k.publicJWK.Key != nil:
			encrypted, err := jose.ParseEncryptedCompact(token, []jose.KeyAlgorithm{jose.KeyAlgorithm(k.Algorithm)}, []jose.ContentEncryption{jose.A128GCM})
			require.NoError(t, err)
			text, err := encrypted.Decrypt(k.privateJWK)
			require.NoError(t, err)
			assert.Equal(t, content, string(text))
		}
	}
}

// agree has every library read each form of the keys, and what every other one wrote with
// them.
func agree(t *testing.T, keys []*madeKey) {
	t.Helper()
	for _, k := range keys {
		k.parse(t)
		k.write(t)
	}
	openssl(t, keys)
	inNode(t, keys)
	for _, k := range keys {
		k.read(t)
	}
}

// keysMade is how many keys of each material Chromium makes: KEYS_MADE, which make accept
// sets to 100.
func keysMade(t *testing.T) int {
	text := cmp.Or(os.Getenv("KEYS_MADE"), "10")
	n, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n
}

// madeOfAll has a browser make so many keys of each material, a tenth of the largest one.
func madeOfAll(t *testing.T, usual int, evaluate func(string) []string) (keys []*madeKey) {
	t.Helper()
	for _, m := range materials {
		count := usual
		if m.bits == 4096 {
			count = (usual + 9) / 10
		}
		began := time.Now()
		keys = append(keys, m.made(t, count, evaluate)...)
		t.Logf("%d of %s in %v", count, m.name, time.Since(began).Round(time.Millisecond))
	}
	return keys
}

func TestKeysMadeInChromiumAreReadByAllLibraries(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	agree(t, madeOfAll(t, keysMade(t), func(script string) []string { return eval[[]string](p, script) }))
	assert.Empty(t, p.complaints())
}

func TestKeysMadeInFirefoxAreReadByAllLibraries(t *testing.T) {
	t.Parallel()
	f := newFirefox(t, nil)
	f.open(startServer(t).url)
	agree(t, madeOfAll(t, 8, func(script string) (answers []string) { // one for each algorithm
		text, err := f.try(script)
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal([]byte(text), &answers))
		return answers
	}))
	assert.Empty(t, f.messages())
}

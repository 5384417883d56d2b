package keypair_test

import (
	"encoding/asn1"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// openSSL is the program, which gets everything as files.
type openSSL struct{ program, dir string }

// newOpenSSL returns nil where it is missing.
func newOpenSSL(t *testing.T) *openSSL {
	program, err := exec.LookPath("openssl")
	if err != nil {
		t.Log("openssl is not installed: it is not compared here")
		return nil
	}
	return &openSSL{program, t.TempDir()}
}

// file writes one and returns its path.
func (o *openSSL) file(t testing.TB, name string, text []byte) string {
	path := filepath.Join(o.dir, name)
	require.NoError(t, os.WriteFile(path, text, 0o600))
	return path
}

func (o *openSSL) run(t testing.TB, args ...string) {
	t.Helper()
	output, err := exec.Command(o.program, args...).CombinedOutput()
	require.NoError(t, err, string(output))
}

// pem writes a form of the key to a file.
func (o *openSSL) pem(t testing.TB, name string, write func() ([]byte, error)) string {
	text, err := write()
	require.NoError(t, err)
	return o.file(t, name, text)
}

// options are how openssl signs and verifies by the key's algorithm.
func (o *openSSL) options(k *keypair.Key) []string {
	name := string(k.Algorithm)
	switch {
	case name == "EdDSA":
		return []string{"-rawin"}
	case strings.HasPrefix(name, "PS"):
		return []string{"-rawin", "-digest", "sha" + name[2:], "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:digest"}
	default:
		return []string{"-rawin", "-digest", "sha" + name[2:]}
	}
}

func (o *openSSL) sign(t testing.TB, k *keypair.Key) []string {
	input := head(k, "openssl")
	signature := filepath.Join(o.dir, "signature")
	o.run(t, append([]string{"pkeyutl", "-sign", "-inkey", o.pem(t, "private.pem", k.PKCS8), "-in", o.file(t, "input", []byte(input)), "-out", signature}, o.options(k)...)...)
	text, err := os.ReadFile(signature)
	require.NoError(t, err)
	if k.Family() == keypair.EC {
		var numbers struct{ R, S *big.Int }
		_, err := asn1.Unmarshal(text, &numbers)
		require.NoError(t, err)
		size := (k.Bits() + 7) / 8
		text = append(numbers.R.FillBytes(make([]byte, size)), numbers.S.FillBytes(make([]byte, size))...)
	}
	return []string{input + "." + encode(text)}
}

func (o *openSSL) verify(t testing.TB, k *keypair.Key, tokens []string) {
	for _, token := range tokens {
		input, encoded := cutLast(token)
		signature, err := decode(encoded)
		require.NoError(t, err)
		if k.Family() == keypair.EC {
			half := len(signature) / 2
			signature, err = asn1.Marshal(struct{ R, S *big.Int }{new(big.Int).SetBytes(signature[:half]), new(big.Int).SetBytes(signature[half:])})
			require.NoError(t, err)
		}
		o.run(t, append([]string{"pkeyutl", "-verify", "-pubin", "-inkey", o.pem(t, "public.pem", k.SPKI),
			"-in", o.file(t, "input", input), "-sigfile", o.file(t, "signature", signature)}, o.options(k)...)...)
	}
}

func TestOpenSSLReadsEveryFormAndOursReadsItsOwn(t *testing.T) {
	o := newOpenSSL(t)
	if o == nil {
		t.Skip("openssl is not installed")
	}
	for _, kind := range []keypair.Kind{ // one of each material; no ML-DSA before OpenSSL 3.5
		{Algorithm: "RS256", Bits: 2048}, {Algorithm: "ES256"}, {Algorithm: "ES384"}, {Algorithm: "ES512"}, {Algorithm: "EdDSA"}, {Algorithm: "ECDH-ES", Curve: "X25519"},
	} {
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			out := filepath.Join(o.dir, "out.pem")
			for name, write := range map[string]func() ([]byte, error){"private.pem": k.PKCS8, "pkcs1.pem": k.PKCS1, "sec1.pem": k.SEC1} {
				if _, err := write(); err != nil {
					continue
				}
				o.run(t, "pkey", "-in", o.pem(t, name, write), "-check", "-out", out)
				requireSame(t, k, out)
				if k.Family() != keypair.OKP { // which has no other form
					o.run(t, "pkey", "-in", o.pem(t, name, write), "-traditional", "-out", out)
					requireSame(t, k, out)
				}
			}
			o.run(t, "pkey", "-pubin", "-in", o.pem(t, "public.pem", k.SPKI), "-pubcheck", "-out", out)
			requireSame(t, k, out)
			if k.Use == "sig" {
				der, err := k.Certificate("issuer.example", from, until)
				require.NoError(t, err)
				o.run(t, "x509", "-inform", "DER", "-in", o.file(t, "certificate", der), "-out", out)
				requireSame(t, k, out)
			}
		})
	}
}

// requireSame fails where the file holds another key.
func requireSame(t *testing.T, k *keypair.Key, path string) {
	t.Helper()
	text, err := os.ReadFile(path)
	require.NoError(t, err)
	assert.Equal(t, k.Thumbprint(), parse(t, string(text)).Thumbprint())
}

func TestAKeyThatOpenSSLEncryptedIsNamed(t *testing.T) {
	o := newOpenSSL(t)
	if o == nil {
		t.Skip("openssl is not installed")
	}
	k := generate(t, keypair.Kind{Algorithm: "RS256", Bits: 2048})
	out := filepath.Join(o.dir, "encrypted.pem")
	for _, more := range [][]string{nil, {"-traditional"}} {
		o.run(t, append([]string{"pkey", "-in", o.pem(t, "private.pem", k.PKCS8), "-aes256", "-passout", "pass:x", "-out", out}, more...)...)
		text, err := os.ReadFile(out)
		require.NoError(t, err)
		p, err := keypair.Parse(text, nil)
		require.NoError(t, err)
		assert.Equal(t, []string{"-1 encrypted"}, codes(p.Problems))
	}
}

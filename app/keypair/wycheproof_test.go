package keypair_test

import (
	"compress/gzip"
	"encoding/hex"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

// group is one of Wycheproof's test vectors: a key, and signatures of which some are
// forged or malformed.
type group struct {
	Key         struct{ PK string } `json:"key"` // Ed25519
	PublicKey   string              `json:"publicKey"`
	PrivateSeed string              `json:"privateSeed"`
	Tests       []struct {
		ID          int `json:"tcId"`
		Msg, Sig    string
		Ctx, Result string
	}
}

// wycheproof reads vectors of C2SP/wycheproof, which circl keeps beside its own tests. No
// registry holds the repository itself.
func wycheproof(t *testing.T, name string) []group {
	t.Helper()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cloudflare/circl").Output()
	if err != nil {
		t.Skip("the go command is not here: Wycheproof's vectors are not found")
	}
	f, err := os.Open(filepath.Join(strings.TrimSpace(string(dir)), "sign", name))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	var set struct{ TestGroups []group }
	require.NoError(t, json.NewDecoder(z).Decode(&set))
	require.NotEmpty(t, set.TestGroups)
	return set.TestGroups
}

// bytesOf reads hexadecimal digits.
func bytesOf(t *testing.T, digits string) []byte {
	t.Helper()
	b, err := hex.DecodeString(digits)
	require.NoError(t, err)
	return b
}

func TestWycheproofAgreesOnWhichSignaturesFit(t *testing.T) {
	for algorithm, file := range map[keypair.Algorithm]string{
		"EdDSA":     "ed25519/testdata/wycheproof_Ed25519.json.gz",
		"ML-DSA-44": "schemes/testdata/wycheproof/mldsa_44_verify_test.json.gz",
		"ML-DSA-65": "schemes/testdata/wycheproof/mldsa_65_verify_test.json.gz",
		"ML-DSA-87": "schemes/testdata/wycheproof/mldsa_87_verify_test.json.gz",
	} {
		t.Run(string(algorithm), func(t *testing.T) {
			good, bad := 0, 0
			for _, g := range wycheproof(t, file) {
				jwk := `{"kty":"AKP","alg":"` + string(algorithm) + `","pub":"` + encode(bytesOf(t, g.PublicKey)) + `"}`
				if algorithm == "EdDSA" {
					jwk = `{"kty":"OKP","crv":"Ed25519","x":"` + encode(bytesOf(t, g.Key.PK)) + `"}`
				}
				p, err := keypair.Parse([]byte(jwk), nil)
				require.NoError(t, err)
				for _, c := range g.Tests {
					switch fits := len(p.Keys) == 1 && p.Keys[0].Verify(algorithm, bytesOf(t, c.Msg), bytesOf(t, c.Sig)) == nil; {
					case c.Ctx != "": // tokens have none (RFC 9964)
						assert.False(t, fits, c.ID)
					case c.Result == "valid":
						assert.True(t, fits, c.ID)
						good++
					default:
						assert.False(t, fits, c.ID)
						bad++
					}
				}
			}
			assert.Greater(t, good, 5)
			assert.Greater(t, bad, 10)
		})
	}
}

func TestWycheproofAgreesOnWhatASeedSigns(t *testing.T) {
	for algorithm, file := range map[keypair.Algorithm]string{
		"ML-DSA-44": "mldsa_44_sign_seed_test.json.gz", "ML-DSA-65": "mldsa_65_seed_sign_test.json.gz", "ML-DSA-87": "mldsa_87_sign_seed_test.json.gz",
	} {
		t.Run(string(algorithm), func(t *testing.T) {
			same := 0
			for _, g := range wycheproof(t, "schemes/testdata/wycheproof/"+file) {
				seed := bytesOf(t, g.PrivateSeed)
				if len(seed) != 32 {
					continue
				}
				k, err := keypair.Generate(keypair.Kind{Algorithm: algorithm}, strings.NewReader(string(seed)))
				require.NoError(t, err)
				for _, c := range g.Tests {
					if c.Ctx != "" || c.Result != "valid" {
						continue
					}
					signature, err := k.Sign(algorithm, bytesOf(t, c.Msg))
					require.NoError(t, err)
					assert.Equal(t, bytesOf(t, c.Sig), signature, c.ID)
					same++
				}
			}
			assert.Greater(t, same, 5)
		})
	}
}

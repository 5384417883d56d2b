package judge

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"strings"
	"testing"

	"github.com/cloudflare/circl/sign"
	"github.com/cloudflare/circl/sign/mldsa/mldsa44"
	"github.com/cloudflare/circl/sign/mldsa/mldsa65"
	"github.com/cloudflare/circl/sign/mldsa/mldsa87"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
)

// akp makes a key of a scheme and writes it as RFC 9964 §3 says: "pub", and the seed as
// "priv".
func akp(t *testing.T, algorithm string, scheme sign.Scheme) (public sign.PublicKey, private sign.PrivateKey, privateJWK, publicJWK []byte) {
	t.Helper()
	seed := make([]byte, scheme.SeedSize())
	_, _ = rand.Read(seed)
	public, private = scheme.DeriveKey(seed)
	pub, err := public.MarshalBinary()
	require.NoError(t, err)
	members := map[string]string{"kty": "AKP", "alg": algorithm, "kid": "pq", "pub": base64.RawURLEncoding.EncodeToString(pub)}
	publicJWK, err = json.Marshal(members)
	require.NoError(t, err)
	members["priv"] = base64.RawURLEncoding.EncodeToString(seed)
	privateJWK, err = json.Marshal(members)
	require.NoError(t, err)
	return public, private, privateJWK, publicJWK
}

// What the bench signs is held to circl itself, past all that is ours, and the other way
// around.
func TestTheBenchSignsAndVerifiesByMLDSA(t *testing.T) {
	for algorithm, scheme := range map[string]sign.Scheme{"ML-DSA-44": mldsa44.Scheme(), "ML-DSA-65": mldsa65.Scheme(), "ML-DSA-87": mldsa87.Scheme()} {
		t.Run(algorithm, func(t *testing.T) {
			public, private, privateJWK, publicJWK := akp(t, algorithm, scheme)
			made := onBench(t, job.Bench{Parts: true, Claims: []byte(`{"sub":"1"}`), Secret: privateJWK})
			require.Equal(t, []string{fits, "Signed"}, []string{state(made), word(made)}, made.Sentence)
			assert.Equal(t, "Signed with this private key, kid pq: "+algorithm+".", made.Sentence)
			header, claims := halves(t, string(made.Token))
			assert.JSONEq(t, `{"alg":"`+algorithm+`","typ":"JWT","kid":"pq"}`, header)
			assert.JSONEq(t, `{"sub":"1"}`, claims)
			at := strings.LastIndexByte(string(made.Token), '.')
			signature, err := base64.RawURLEncoding.DecodeString(string(made.Token[at+1:]))
			require.NoError(t, err)
			assert.True(t, scheme.Verify(public, made.Token[:at], signature, nil))

			input := encode(`{"alg":"`+algorithm+`","kid":"pq"}`) + "." + encode(`{"sub":"2"}`)
			theirs := input + "." + base64.RawURLEncoding.EncodeToString(scheme.Sign(private, []byte(input), nil))
			assert.Equal(t, "Fits this public key, kid pq: "+algorithm+".", onBench(t, job.Bench{Token: []byte(theirs), Secret: publicJWK}).Sentence)
			edited := strings.Replace(theirs, encode(`{"sub":"2"}`), encode(`{"sub":"3"}`), 1)
			assert.Equal(t, []string{fails, "Signature does not fit"}, func() []string {
				r := onBench(t, job.Bench{Token: []byte(edited), Secret: publicJWK})
				return []string{state(r), word(r)}
			}())
		})
	}
}

func TestAKeyOfMLDSAIsForOneOfItsSizes(t *testing.T) {
	_, _, _, public := akp(t, "ML-DSA-44", mldsa44.Scheme())
	token := encode(`{"alg":"ML-DSA-65"}`) + "." + encode(`{}`) + ".AAAA"
	r := onBench(t, job.Bench{Token: []byte(token), Secret: public})
	assert.Equal(t, []string{fails, "Key does not fit"}, []string{state(r), word(r)})
	assert.Equal(t, "ML-DSA-65 takes an AKP key for ML-DSA-65, and this public key, kid pq is an AKP key for ML-DSA-44, for ML-DSA-44.", r.Sentence)
}

package judge

import (
	"bytes"
	"crypto/rand"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// aboutKeys asks as a page does, and returns the answer.
func aboutKeys(t *testing.T, r job.Keys) job.KeysReport {
	t.Helper()
	e := last(t, ask(t, job.Request{Keys: &r}, nil))
	require.NotNil(t, e.Keys, e.Failed)
	return *e.Keys
}

func made(t *testing.T, k job.MakeKey) job.KeysReport {
	t.Helper()
	return aboutKeys(t, job.Keys{Make: &k})
}

// named returns the files by their names, each of which stands once.
func named(t *testing.T, r job.KeysReport) map[string]job.KeyFile {
	t.Helper()
	all := map[string]job.KeyFile{}
	for _, f := range r.Files {
		require.NotContains(t, all, f.Name)
		require.NotEmpty(t, f.Text, f.Name)
		require.NotEmpty(t, f.Hint, f.Name)
		all[f.Name] = f
	}
	return all
}

func names(r job.KeysReport) (all []string) {
	for _, f := range r.Files {
		all = append(all, f.Name)
	}
	return all
}

func fact(r job.KeysReport, name string) string {
	for _, f := range r.Keys[0].Facts {
		if f.Name == name {
			return f.Text
		}
	}
	return ""
}

// The forms of each kind, in the order in which they are offered.
var (
	rsaForms = []string{"private.pem", "jwk.json", "public.pem", "jwks.json", "private-pkcs1.pem", "public.jwk.json", "public-pkcs1.pem"}
	ecForms  = []string{"private.pem", "jwk.json", "public.pem", "jwks.json", "private-sec1.pem", "public.jwk.json"}
	okpForms = []string{"private.pem", "jwk.json", "public.pem", "jwks.json", "public.jwk.json"}
	octForms = []string{"jwk.json", "key.txt"}
)

func TestEveryKindOfKeyIsMadeInItsForms(t *testing.T) {
	for _, c := range []struct {
		kind     job.MakeKey
		title    string
		forms    []string
		strength string
		signed   bool
		snippets bool
	}{
		{job.MakeKey{Algorithm: "RS256", Bits: 2048}, "RS256 key pair", rsaForms, "112 bits (NIST", true, true},
		{job.MakeKey{Algorithm: "PS512"}, "PS512 key pair", rsaForms, "128 bits (NIST", true, true},
		{job.MakeKey{Algorithm: "ES256"}, "ES256 key pair", ecForms, "128 bits (NIST", true, true},
		{job.MakeKey{Algorithm: "ES384"}, "ES384 key pair", ecForms, "192 bits (NIST", true, true},
		{job.MakeKey{Algorithm: "ES512"}, "ES512 key pair", ecForms, "256 bits (NIST", true, true},
		{job.MakeKey{Algorithm: "EdDSA"}, "EdDSA key pair", okpForms, "about 128 bits", true, true},
		{job.MakeKey{Algorithm: "ML-DSA-44"}, "ML-DSA-44 key pair", okpForms, "category 2", true, false},
		{job.MakeKey{Algorithm: "ML-DSA-65"}, "ML-DSA-65 key pair", okpForms, "category 3", true, false},
		{job.MakeKey{Algorithm: "ML-DSA-87"}, "ML-DSA-87 key pair", okpForms, "category 5", true, false},
		{job.MakeKey{Algorithm: "RSA-OAEP-256", Bits: 2048}, "RSA-OAEP-256 key pair", rsaForms, "112 bits (NIST", false, false},
		{job.MakeKey{Algorithm: "ECDH-ES"}, "ECDH-ES key pair", ecForms, "128 bits (NIST", false, false},
		{job.MakeKey{Algorithm: "ECDH-ES+A256KW", Curve: "P-521"}, "ECDH-ES+A256KW key pair", ecForms, "256 bits (NIST", false, false},
		{job.MakeKey{Algorithm: "ECDH-ES+A128KW", Curve: "X25519"}, "ECDH-ES+A128KW key pair", okpForms, "about 128 bits", false, false},
		{job.MakeKey{Algorithm: "A192KW"}, "A192KW key", octForms, "192 bits", false, false},
	} {
		t.Run(c.kind.Algorithm+" "+c.kind.Curve, func(t *testing.T) {
			r := made(t, c.kind)
			require.Len(t, r.Keys, 1)
			assert.Equal(t, c.title, r.Keys[0].Title)
			assert.Equal(t, c.forms, names(r))
			assert.Empty(t, slices.Concat(r.Findings, r.Keys[0].Findings), "a new key has nothing wrong with it")
			assert.True(t, strings.HasPrefix(fact(r, "Strength"), c.strength), fact(r, "Strength"))
			assert.Equal(t, c.signed, len(r.Token) > 0)
			assert.Equal(t, c.signed, strings.HasPrefix(r.Signed, "Signed by "+c.kind.Algorithm+" and verified with the public key."), r.Signed)
			assert.Equal(t, c.snippets, len(r.Snippets) > 0)
			named(t, r)
		})
	}
}

// The "alg" of a key for "dir" is the content encryption that takes its size.
func TestAKeyForDirectEncryptionIsNamedByWhatItEncryptsWith(t *testing.T) {
	r := made(t, job.MakeKey{Algorithm: "dir", Bits: 512})
	assert.Equal(t, "A256CBC-HS512 key", r.Keys[0].Title)
	assert.Equal(t, octForms, names(r))
}

func TestAKeyIsNamedByItsThumbprintUnlessAPersonChooses(t *testing.T) {
	r := made(t, job.MakeKey{Algorithm: "ES256"})
	assert.Len(t, r.Keys[0].Thumbprint, 43) // 32 bytes in base64url: ⌈256/6⌉ characters
	assert.Equal(t, r.Keys[0].Thumbprint, r.Keys[0].KeyID)
	chosen := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}, KeyID: "billing-2026"})
	assert.Equal(t, "billing-2026", chosen.Keys[0].KeyID)
	for name, f := range named(t, chosen) {
		if strings.HasSuffix(name, ".json") {
			assert.Contains(t, string(f.Text), `"kid":"billing-2026"`, name)
		}
	}
	symmetric := made(t, job.MakeKey{Algorithm: "A256KW"})
	assert.Empty(t, symmetric.Keys[0].Thumbprint, "that of a symmetric key would let anyone test guesses")
	assert.NotEmpty(t, symmetric.Keys[0].KeyID)
}

func TestWhatIsAskedForBesideTheKeyIsThere(t *testing.T) {
	r := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: "EdDSA"}, Encrypt: true, Passphrase: []byte("correct horse"), Certificate: "issuer.example"})
	files := named(t, r)
	assert.True(t, files["private.jwe"].Private)
	assert.Equal(t, 4, bytes.Count(files["private.jwe"].Text, []byte(".")))
	block, rest := pem.Decode(files["certificate.pem"].Text)
	require.NotNil(t, block)
	assert.Empty(t, rest)
	certificate, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	assert.Equal(t, "issuer.example", certificate.Subject.CommonName)
	assert.Equal(t, 365*24*time.Hour, certificate.NotAfter.Sub(certificate.NotBefore), "a year, as the page says")
	assert.Contains(t, string(files["jwks.json"].Text), `"x5c":`)

	opened := aboutKeys(t, job.Keys{Text: files["private.jwe"].Text, Passphrase: []byte("correct horse")})
	assert.Equal(t, string(files["private.pem"].Text), string(named(t, opened)["private.pem"].Text))
	certified := aboutKeys(t, job.Keys{Text: files["certificate.pem"].Text})
	assert.Equal(t, string(files["public.pem"].Text), string(named(t, certified)["public.pem"].Text))
}

func TestTheDatesOfACertificateAreShownAndChecked(t *testing.T) {
	Local = time.Time.UTC
	defer func() { Local = time.Time.Local }()
	begin := time.Date(2027, 3, 1, 9, 0, 0, 0, time.UTC)
	own := *Keys(job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}, Certificate: "a"}, begin).Keys
	assert.Empty(t, own.Keys[0].Findings)
	assert.Contains(t, named(t, own)["certificate.pem"].Hint, "expires after a year")
	text := named(t, own)["certificate.pem"].Text
	for _, c := range []struct {
		now   time.Time
		codes []string
	}{
		{begin.Add(-time.Second), []string{"certificate-early"}}, {begin, nil},
		{begin.AddDate(0, 0, 365), nil}, {begin.AddDate(0, 0, 365).Add(time.Second), []string{"certificate-expired"}},
	} {
		r := *Keys(job.Keys{Text: bytes.Clone(text)}, c.now).Keys
		var codes []string
		for _, f := range r.Keys[0].Findings {
			codes = append(codes, f.Code)
		}
		assert.Equal(t, c.codes, codes)
		assert.Equal(t, "Mon 1 March 2027, 09:00 (UTC+00:00)", fact(r, "Certificate valid from (notBefore)"))
		assert.Equal(t, "Tue 29 February 2028, 09:00 (UTC+00:00)", fact(r, "Certificate valid until (notAfter)"))
		assert.NotContains(t, named(t, r)["certificate.pem"].Hint, "a year", "who made it chose when it ends")
	}
}

// Each form says the same: read again, each gives all the others.
func TestEveryFormGivesAllOthers(t *testing.T) {
	for _, algorithm := range []string{"RS256", "ES384", "EdDSA", "ML-DSA-44", "ECDH-ES", "A128KW"} {
		r := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: algorithm}})
		want := named(t, r)
		for name, f := range want {
			t.Run(algorithm+" "+name, func(t *testing.T) {
				if name == "key.txt" {
					return // any text is bytes in base64url
				}
				again := aboutKeys(t, job.Keys{Text: f.Text})
				require.Empty(t, again.TextProblem)
				for name, other := range named(t, again) {
					if strings.HasSuffix(name, ".pem") {
						assert.Equal(t, string(want[name].Text), string(other.Text), name)
					}
					assert.False(t, other.Private && !f.Private, "a public key has no private file")
				}
				assert.Equal(t, r.Keys[0].Thumbprint, again.Keys[0].Thumbprint)
			})
		}
	}
}

// members that hold what must stay secret (RFC 7518 §6, RFC 8037 §2, RFC 9964 §3).
var members = []string{"d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv", "seed"}

// secretIn returns what must stay secret in a text, or nothing.
func secretIn(text []byte) string {
	if bytes.Contains(text, []byte("PRIVATE")) {
		return "PRIVATE"
	}
	var one map[string]any
	if json.Unmarshal(text, &one) != nil {
		return ""
	}
	keys, _ := one["keys"].([]any)
	for _, key := range append(keys, one) {
		for _, name := range members {
			if m, is := key.(map[string]any); is && m[name] != nil {
				return name
			}
		}
	}
	return ""
}

func TestNoPublicFileHoldsWhatIsPrivate(t *testing.T) {
	var asked []job.Keys
	for _, a := range keypair.Algorithms() {
		for _, size := range a.Sizes() {
			if size < 3072 { // larger RSA keys take their time, and look the same
				asked = append(asked, job.Keys{Make: &job.MakeKey{Algorithm: string(a), Bits: size}})
			}
		}
		for _, curve := range a.Curves() {
			asked = append(asked, job.Keys{Make: &job.MakeKey{Algorithm: string(a), Curve: curve}})
		}
		if a.Sizes() == nil && a.Curves() == nil {
			asked = append(asked, job.Keys{Make: &job.MakeKey{Algorithm: string(a)}})
		}
	}
	secrets, all := 0, []byte{}
	for _, r := range asked {
		report := aboutKeys(t, r)
		for _, f := range report.Files {
			found := secretIn(f.Text)
			if f.Private {
				secrets += min(1, len(found))
			} else {
				assert.Empty(t, found, "%s of %v", f.Name, *r.Make)
			}
		}
		all = append(all, report.Files[0].Text...) // a text of several keys
		several := aboutKeys(t, job.Keys{Text: all})
		for _, f := range several.Files {
			assert.False(t, !f.Private && secretIn(f.Text) != "", f.Name)
		}
	}
	assert.Greater(t, secrets, len(asked), "the check finds what it looks for")
}

func FuzzNoPublicFileHoldsWhatIsPrivate(f *testing.F) {
	for _, a := range []keypair.Algorithm{"ES256", "EdDSA", "ML-DSA-44", "A128KW"} {
		key, err := keypair.Generate(keypair.Kind{Algorithm: a}, rand.Reader)
		require.NoError(f, err)
		f.Add(key.JWK(), []byte{})
		f.Add(keypair.Set(key, key), []byte(`{"keys":[]}`))
		f.Add(key.JWK(), keypair.Set(key))
		if text, err := key.PKCS8(); err == nil {
			f.Add(text, []byte{})
		}
	}
	f.Fuzz(func(t *testing.T, text, published []byte) {
		e := last(t, ask(t, job.Request{Keys: &job.Keys{Text: text, Published: published}}, nil))
		require.NotNil(t, e.Keys)
		for _, file := range e.Keys.Files {
			assert.False(t, !file.Private && secretIn(file.Text) != "", file.Name)
		}
	})
}

package judge

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/job"
	"jwtsecret/app/keypair"
)

// generated returns a key that nothing is wrong with.
func generated(t testing.TB, a keypair.Algorithm) *keypair.Key {
	t.Helper()
	key, err := keypair.Generate(keypair.Kind{Algorithm: a}, rand.Reader)
	require.NoError(t, err)
	return key
}

func TestWhatIsNoKeyIsASentenceAtItsField(t *testing.T) {
	pair := generated(t, "ES256")
	text, err := pair.PKCS8()
	require.NoError(t, err)
	locked, err := keypair.Encrypt(pair, []byte("correct horse"))
	require.NoError(t, err)
	set, public := keypair.Set(generated(t, "ES256").Public()), keypair.Set(pair.Public())
	other := generated(t, "EdDSA").Public()
	makes := &job.MakeKey{Algorithm: "EdDSA"}
	const aToken = "eyJhbGciOiJIUzI1NiJ9.e30.AA"
	for name, c := range map[string]struct {
		asked job.Keys
		field string
		want  string
	}{
		"nothing":                  {job.Keys{}, "text", "Paste a key first."},
		"spaces":                   {job.Keys{Text: []byte(" \n")}, "text", "Paste a key first."},
		"words":                    {job.Keys{Text: []byte("my key")}, "text", "This holds no key"},
		"a token":                  {job.Keys{Text: []byte(" " + aToken + "\n")}, "text", job.NoKeyButToken},
		"a token in its header":    {job.Keys{Text: []byte("Authorization: Bearer " + aToken)}, "text", job.NoKeyButToken},
		"PEM without its end":      {job.Keys{Text: text[:len(text)-30]}, "text", "was cut off"},
		"half of PEM's lines":      {job.Keys{Text: slices.Concat(text[:40], text[80:])}, "text", "cut off"},
		"an encrypted PEM":         {job.Keys{Text: []byte("-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n")}, "text", "openssl pkey"},
		"half of a JWK":            {job.Keys{Text: pair.JWK()[:60]}, "text", "no whole JSON object"},
		"another kty":              {job.Keys{Text: []byte(`{"kty":"LMS","k":"AAAA"}`)}, "text", "A kind of key not known here"},
		"1 MB of JSON":             {job.Keys{Text: []byte(`{"keys":[` + strings.Repeat(`{},`, 1<<19) + `{}]}`)}, "text", "more than 1 MB"},
		"no key of ten thousand":   {job.Keys{Text: []byte(`{"keys":[` + strings.Repeat(`{},`, 10_000) + `{}]}`)}, "text", "Key 1 of the text"},
		"encrypted":                {job.Keys{Text: locked}, "passphrase", "Enter its passphrase."},
		"a wrong passphrase":       {job.Keys{Text: locked, Passphrase: []byte("battery staple")}, "passphrase", "does not open"},
		"nothing to encrypt with":  {job.Keys{Make: makes, Encrypt: true}, "passphrase", "Enter the passphrase"},
		"a key id with a space":    {job.Keys{Make: makes, KeyID: "my key"}, "id", "A key id has at most 64 letters"},
		"a key id that is a path":  {job.Keys{Text: text, KeyID: "../key"}, "id", "no path"},
		"a certificate of X25519":  {job.Keys{Make: &job.MakeKey{Algorithm: "ECDH-ES", Curve: "X25519"}, Certificate: "a"}, "certificate", "cannot sign a certificate"},
		"a certificate of ML-DSA":  {job.Keys{Make: &job.MakeKey{Algorithm: "ML-DSA-44"}, Certificate: "a"}, "certificate", "cannot sign a certificate"},
		"a certificate of bytes":   {job.Keys{Make: &job.MakeKey{Algorithm: "A128KW"}, Certificate: "a"}, "certificate", "cannot sign a certificate"},
		"a public key's":           {job.Keys{Text: public, Certificate: "a"}, "certificate", "Only the private key"},
		"a long name":              {job.Keys{Make: makes, Certificate: strings.Repeat("é", 65)}, "certificate", "at most 64 characters"},
		"a name with a line end":   {job.Keys{Make: makes, Certificate: "a\nb"}, "certificate", "cannot be seen"},
		"a private key in the set": {job.Keys{Make: makes, Published: keypair.Set(pair)}, "published", "Private keys in a key set."},
		"a private key as the set": {job.Keys{Make: makes, Published: text}, "published", "Paste the JSON that is served"},
		"a set that is cut off":    {job.Keys{Make: makes, Published: set[:40]}, "published", "no whole JSON object"},
		"the key stands there":     {job.Keys{Text: text, Published: public}, "published", "The same key twice."},
		"its id stands there":      {job.Keys{Make: makes, KeyID: pair.ID, Published: public}, "published", "The “kid” of another key."},
		"a secret in a public set": {job.Keys{Make: &job.MakeKey{Algorithm: "A128KW"}, Published: set}, "published", "secret as a whole"},
		"the id of another key":    {job.Keys{Text: keypair.Set(pair.Public(), other), KeyID: other.ID}, "id", "Another key of this set"},
	} {
		t.Run(name, func(t *testing.T) {
			e := last(t, ask(t, job.Request{Keys: &c.asked}, nil))
			require.NotNil(t, e.Keys, e.Failed)
			said := map[string]string{
				"text": e.Keys.TextProblem, "passphrase": e.Keys.PassphraseProblem, "published": e.Keys.PublishedProblem,
				"id": e.Keys.KeyIDProblem, "certificate": e.Keys.CertificateProblem,
			}
			assert.Contains(t, said[c.field], c.want)
			delete(said, c.field)
			for field, sentence := range said {
				assert.Empty(t, sentence, field)
			}
			assert.Empty(t, e.Keys.Files)
			assert.Empty(t, e.Keys.Keys)
			line, err := json.Marshal(e)
			require.NoError(t, err)
			assert.Less(t, len(line), 2000)
			for _, file := range [][]byte{text, pair.JWK()} {
				assert.NotContains(t, string(line), string(file[len(file)/2:len(file)/2+16]), "nothing of a key is said")
			}
		})
	}
}

// many is a key set of so many public keys.
func many(t testing.TB, count int) []byte {
	var all []*keypair.Key
	for range count {
		all = append(all, generated(t, "EdDSA").Public())
	}
	return keypair.Set(all...)
}

func TestOfAThousandKeysTwentyAreDescribed(t *testing.T) {
	text := many(t, 1000)
	text = bytes.Replace(text, []byte(`"use":"sig"`), []byte(`"use":"enc"`), 1)
	at := bytes.LastIndex(text, []byte(`"use":"sig"`))
	text = slices.Concat(text[:at], []byte(`"use":"enc"`), text[at+len(`"use":"sig"`):])
	r := aboutKeys(t, job.Keys{Text: text})
	assert.Len(t, r.Keys, 20)
	assert.NotEmpty(t, r.Keys[0].Findings)
	assert.Equal(t, "1,000 keys", r.Findings[0].Title)
	assert.Contains(t, r.Findings[0].Sentence, "Of the others, something is wrong with 1.")
	assert.Contains(t, r.Findings[1].Sentence, "Key 1000: ")
	var set struct{ Keys []json.RawMessage }
	require.NoError(t, json.Unmarshal(named(t, r)["jwks.json"].Text, &set))
	assert.Len(t, set.Keys, 1000)

	r = aboutKeys(t, job.Keys{Text: many(t, 21)})
	assert.Contains(t, r.Findings[0].Sentence, "Nothing wrong was found in the others. The key set below holds")

	secrets := `{"keys":[` + strings.Repeat(`{"kty":"oct","k":"AAAA"},`, 21) + `{"kty":"oct","k":"AAAB"}]}`
	r = aboutKeys(t, job.Keys{Text: []byte(secrets)})
	require.NotContains(t, named(t, r), "jwks.json")
	for _, f := range r.Findings {
		assert.NotContains(t, f.Sentence, "key set below", "of secrets there is none")
	}
}

func TestAPublicKeyGivesNothingPrivate(t *testing.T) {
	for _, a := range []keypair.Algorithm{"RS256", "ES256", "EdDSA", "ML-DSA-65", "ECDH-ES"} {
		text, err := generated(t, a).SPKI()
		require.NoError(t, err)
		r := aboutKeys(t, job.Keys{Text: text, Encrypt: true, Passphrase: []byte("correct horse")})
		require.NotEmpty(t, r.Files)
		for _, f := range r.Files {
			assert.False(t, f.Private, f.Name)
		}
		assert.Contains(t, r.Keys[0].Title, "public key")
		assert.Empty(t, r.Token)
	}
}

func TestAKeyWithoutAnIDGetsItsThumbprint(t *testing.T) {
	text, err := generated(t, "ES256").SPKI()
	require.NoError(t, err)
	r := aboutKeys(t, job.Keys{Text: text})
	assert.Equal(t, r.Keys[0].Thumbprint, r.Keys[0].KeyID)
	assert.Contains(t, string(named(t, r)["jwks.json"].Text), `"kid":"`+r.Keys[0].Thumbprint+`"`)
	symmetric := aboutKeys(t, job.Keys{Text: []byte(`{"kty":"oct","k":"AAECAwQFBgcICQoLDA0ODw"}`)})
	assert.Empty(t, symmetric.Keys[0].KeyID, "its thumbprint would let anyone test guesses")
}

func TestANewKeyIsAddedToWhatIsPublished(t *testing.T) {
	old := generated(t, "RS256").Public()
	r := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}, Published: keypair.Set(old)})
	f := named(t, r)["jwks.json"]
	assert.False(t, f.Private)
	var set struct{ Keys []struct{ Kid string } }
	require.NoError(t, json.Unmarshal(f.Text, &set))
	require.Len(t, set.Keys, 2)
	assert.Equal(t, []string{old.ID, r.Keys[0].KeyID}, []string{set.Keys[0].Kid, set.Keys[1].Kid})
}

func TestAKeyAndItsCertificateArePublishedOnce(t *testing.T) {
	r := aboutKeys(t, job.Keys{Make: &job.MakeKey{Algorithm: "ES256"}, Certificate: "issuer.example"})
	files := named(t, r)
	both := aboutKeys(t, job.Keys{Text: slices.Concat(files["private.pem"].Text, files["certificate.pem"].Text)})
	require.Len(t, both.Keys, 1)
	again := named(t, both)
	assert.Equal(t, 1, strings.Count(string(again["jwks.json"].Text), `"kty"`))
	assert.Equal(t, string(files["certificate.pem"].Text), string(again["certificate.pem"].Text))
	assert.Empty(t, both.Findings)
	parts := aboutKeys(t, job.Keys{Text: slices.Concat(files["private.pem"].Text, files["public.pem"].Text)})
	assert.Empty(t, slices.Concat(parts.Findings, parts.Keys[0].Findings), "PEM has no key ids that could be missing")
	assert.Equal(t, 1, strings.Count(string(named(t, parts)["jwks.json"].Text), `"kty"`))
}

func TestWhatIsWrongWithAKeyIsSaidOfThatKey(t *testing.T) {
	weak := fmt.Sprintf(`{"kty":"RSA","n":"%s","e":"AQAB"}`, "v"+strings.Repeat("A", 169)+"Q") // 171 digits are 128 bytes: 1024 bits, and odd
	good := string(generated(t, "ES256").Public().JWK())
	r := aboutKeys(t, job.Keys{Text: []byte(`{"keys":[` + good + `,` + weak + `]}`)})
	require.Len(t, r.Keys, 2)
	assert.Empty(t, r.Keys[0].Findings)
	codes := func(all []job.Finding) (codes []string) {
		for _, f := range all {
			codes = append(codes, f.Code)
		}
		return codes
	}
	assert.Subset(t, codes(r.Keys[1].Findings), []string{"rsa-short", "kid-missing"})
	assert.Equal(t, "RSA public key", r.Keys[1].Title)
}

// With 20,000 of them it took the time of 200 million comparisons, and the page drew each.
func TestOfManyBrokenKeysTheFirstAreTold(t *testing.T) {
	good := string(generated(t, "ES256").JWK())
	r := aboutKeys(t, job.Keys{Text: []byte(`{"keys":[` + strings.Repeat("{},", 20_000) + good + `]}`)})
	require.Len(t, r.Findings, mostKeys+1)
	assert.Equal(t, "set-private", r.Findings[0].Code, "the gravest is told first")
	assert.Equal(t, "And 19,981 more", r.Findings[mostKeys].Title) // 20,001 problems without 20
	assert.Equal(t, "ES256 key pair", r.Keys[0].Title)
}

func TestWhatAKeySaysOfItselfCommandsNoTerminalAndFillsNoPage(t *testing.T) {
	point := strings.TrimPrefix(string(silent(t)), "{")
	r := aboutKeys(t, job.Keys{Text: []byte(`{"alg":"x\u001b]0;title\u0007","kid":"a\u001b[31m\u202eb\nc","key_ops":["\u001b[2J` +
		strings.Repeat("o", 1000) + `"],` + point)})
	assert.Equal(t, `x\x1b]0;title\a public key`, r.Keys[0].Title)
	assert.Equal(t, `x\x1b]0;title\a`, fact(r, "Algorithm (alg)"))
	assert.Equal(t, `a\x1b[31m\u202eb\nc`, r.Keys[0].KeyID)
	assert.Len(t, []rune(fact(r, "Operations (key_ops)")), 201, "200 characters, and a sign that there are more")
	var same struct{ Kid string }
	require.NoError(t, json.Unmarshal(named(t, r)["public.jwk.json"].Text, &same))
	assert.Equal(t, "a\x1b[31m\u202eb\nc", same.Kid, "the key itself is as it was")
}

// silent is a public key that says nothing of itself.
func silent(t *testing.T) []byte {
	k := generated(t, "ES256").Public()
	k.ID, k.Use, k.Ops, k.Algorithm = "", "", nil, ""
	return k.JWK()
}

func TestAPEMIsGivenTheAlgorithmThatFitsOrASentence(t *testing.T) {
	pem := func(algorithm string) []byte {
		return named(t, made(t, job.MakeKey{Algorithm: algorithm, Bits: map[string]int{"RS256": 2048}[algorithm]}))["private.pem"].Text
	}
	rsa := pem("RS256")
	for _, c := range []struct {
		text              []byte
		chosen, alg, fact string
	}{
		{pem("ES256"), "", "ES256", "ES256, as its kind has it"},
		{pem("EdDSA"), "ES256", "EdDSA", "EdDSA, as its kind has it"},
		{pem("ML-DSA-44"), "ES256", "ML-DSA-44", "ML-DSA-44"},
		{rsa, "PS256", "PS256", "PS256, as chosen"},
		{rsa, "ES256", "", "not said, and it fits RS256, RS384, RS512, PS256, PS384, PS512, RSA-OAEP-256 and RSA-OAEP."},
	} {
		r := aboutKeys(t, job.Keys{Text: c.text, Algorithm: c.chosen})
		assert.Contains(t, fact(r, "Algorithm (alg)"), c.fact)
		assert.Empty(t, slices.Concat(r.Findings, r.Keys[0].Findings), "that is no fault of the key")
		for _, name := range []string{"jwk.json", "public.jwk.json", "jwks.json"} {
			text := string(named(t, r)[name].Text)
			assert.Equal(t, c.alg != "", strings.Contains(text, `"use":"sig","key_ops":["`) && strings.Contains(text, `"alg":"`+c.alg+`"`), text)
		}
	}
	unknown := last(t, ask(t, job.Request{Keys: &job.Keys{Text: rsa, Algorithm: "RS1"}}, nil))
	assert.NotEmpty(t, unknown.Failed)
}

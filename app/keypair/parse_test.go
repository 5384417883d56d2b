package keypair_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

func TestThereAndBackIsTheIdentity(t *testing.T) {
	for _, kind := range kinds(false) {
		t.Run(name(kind), func(t *testing.T) {
			k := generate(t, kind)
			assert.Equal(t, string(k.JWK()), string(parse(t, string(k.JWK())).JWK()))
			if public := k.Public(); public != nil {
				assert.Equal(t, string(public.JWK()), string(parse(t, string(public.JWK())).JWK()))
			}
			for _, write := range []func() ([]byte, error){k.PKCS8, k.SPKI, k.PKCS1, k.SEC1} {
				text, err := write()
				if err == nil {
					assert.Equal(t, k.Thumbprint(), parse(t, string(text)).Thumbprint())
				}
			}
			if text, err := k.PKCS8(); err == nil {
				again, err := parse(t, string(text)).PKCS8()
				require.NoError(t, err)
				assert.Equal(t, string(text), string(again))
			}
		})
	}
}

func TestPEMIsReadHoweverItStands(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	text, err := k.PKCS8()
	require.NoError(t, err)
	pem := string(text)
	for name, form := range map[string]string{
		"as it is":            pem,
		"of Windows":          strings.ReplaceAll(pem, "\n", "\r\n"),
		"text around":         "Bag Attributes\n  friendlyName: x\n" + pem + "that was it",
		"escaped line ends":   `{"private_key": "` + strings.ReplaceAll(pem, "\n", `\n`) + `"}`,
		"indented":            "key: |\n  " + strings.ReplaceAll(pem, "\n", "\n  "),
		"one line":            strings.ReplaceAll(pem, "\n", " "),
		"behind its curve":    "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + pem,
		"a mark of its bytes": "\ufeff" + pem,
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, k.Thumbprint(), parse(t, form).Thumbprint()) })
	}
}

func TestSeveralBlocksAreSeveralKeys(t *testing.T) {
	one, two := generate(t, keypair.Kind{Algorithm: "ES256"}), generate(t, keypair.Kind{Algorithm: "EdDSA"})
	first, err := one.SPKI()
	require.NoError(t, err)
	second, err := two.PKCS8()
	require.NoError(t, err)
	p, err := keypair.Parse(append(append(first, "-----BEGIN DSA PRIVATE KEY-----\nAAAA\n-----END DSA PRIVATE KEY-----\n"...), second...), nil)
	require.NoError(t, err)
	require.Len(t, p.Keys, 2)
	assert.Equal(t, one.Thumbprint(), p.Keys[0].Thumbprint())
	assert.Equal(t, two.Thumbprint(), p.Keys[1].Thumbprint())
	require.Len(t, p.Problems, 1)
	assert.Equal(t, "unknown", p.Problems[0].Code)
	assert.Contains(t, p.Problems[0].Sentence, "Key 2 of the text is left out")
}

// broken are texts that hold no key that can be read, and what is wrong with them.
func broken(t testing.TB) map[string]struct{ text, code string } {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	pem, err := k.PKCS8()
	require.NoError(t, err)
	other := generate(t, keypair.Kind{Algorithm: "ES256"})
	member := func(k *keypair.Key, name string) string {
		var members map[string]any
		require.NoError(t, json.Unmarshal(k.JWK(), &members))
		return members[name].(string)
	}
	swap := func(text, old, fresh string) string { return strings.ReplaceAll(text, old, fresh) }
	jwk := string(k.JWK())
	ed, rsa := rfc8037Key, rfc7515A2Key
	return map[string]struct{ text, code string }{
		"PEM cut off":                {string(pem[:len(pem)-20]), "truncated"},
		"PEM cut off in a label":     {"-----BEGIN PRIV", "truncated"},
		"PEM cut off before another": {string(pem[:60]) + "-----BEGIN PUBLIC KEY-----", "truncated"},
		"PEM of half its base64":     {"-----BEGIN PRIVATE KEY-----\n" + strings.Split(string(pem), "\n")[1] + "\n-----END PRIVATE KEY-----", "der"},
		"PEM of no base64":           {"-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----", "base64"},
		"PEM encrypted":              {"-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----", "encrypted"},
		"PEM encrypted as of old":    {"-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----", "encrypted"},
		"OpenSSH":                    {"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n-----END OPENSSH PRIVATE KEY-----", "openssh"},
		"OpenSSH, public":            {"ssh-rsa AAAAB3NzaC1yc2E= me@host.example.org.test.", "openssh-public"},
		"OpenSSH, public ECDSA":      {"ecdsa-sha2-nistp256 AAAAE2VjZHNh", "openssh-public"},
		"a certificate request":      {"-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----", "request"},
		"another kind of PEM":        {"-----BEGIN DSA PRIVATE KEY-----\nAAAA\n-----END DSA PRIVATE KEY-----", "unknown"},
		"a certificate cut short":    {"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", "certificate"},
		"JSON cut off":               {jwk[:len(jwk)-5], "json"},
		"JSON and more":              {jwk + jwk, "json"},
		"a member twice":             {swap(jwk, `"kty":"EC"`, `"kty":"EC","kty":"EC"`), "duplicate-member"},
		"no kty":                     {swap(jwk, `"kty"`, `"ktx"`), "member"},
		"kty unknown":                {swap(jwk, `"EC"`, `"DSA"`), "unknown"},
		"kty nested":                 {swap(jwk, `"EC"`, `{"kty":"EC"}`), "member"},
		"a value nested":             {swap(jwk, `"x":"`+member(k, "x")+`"`, `"x":["a"]`), "member"},
		"a curve unknown":            {swap(jwk, `"P-256"`, `"secp256k1"`), "unknown"},
		"no x":                       {swap(jwk, `"x":`, `"X":`), "member"},
		"x of another key":           {swap(jwk, member(k, "x"), member(other, "x")), "apart"},
		"x of another public key":    {swap(string(k.Public().JWK()), member(k, "x"), member(other, "x")), "point"},
		"d of another key":           {swap(jwk, member(k, "d"), member(other, "d")), "apart"},
		"x in base64":                {swap(ed, "11qYAYKxCrfVS_7", "11qYAYKxCrfVS/7"), "member"},
		"x padded":                   {swap(ed, `HURo"`, `HURo="`), "member"},
		"an empty x":                 {`{"kty":"OKP","crv":"Ed25519","x":""}`, "member"},
		"Ed25519 too short":          {`{"kty":"OKP","crv":"Ed25519","x":"AAAA"}`, "point"},
		"Ed25519 of two keys":        {swap(ed, "nWGxne_9", "nWGxne_8"), "apart"},
		"Ed448":                      {`{"kty":"OKP","crv":"Ed448","x":"AAAA"}`, "unknown"},
		"AKP of an unknown alg":      {`{"kty":"AKP","alg":"ML-DSA-1","pub":"AAAA"}`, "unknown"},
		"AKP too short":              {`{"kty":"AKP","alg":"ML-DSA-44","pub":"AAAA"}`, "point"},
		"RSA with another n":         {swap(rsa, `"n":"ofgW`, `"n":"ofgX`), "apart"},
		"RSA with another dp":        {swap(rsa, `"dp":"BwKf`, `"dp":"BwKg`), "apart"},
		"RSA with another d":         {swap(rsa[:strings.Index(rsa, `,"dp":`)]+"}", `"d":"Eq5x`, `"d":"Eq5y`), "apart"},
		"RSA without d":              {swap(rsa, `"d":`, `"D":`), "apart"},
		"RSA of three primes":        {swap(rsa, `"e":`, `"oth":[],"e":`), "primes"},
		"RSA beyond all":             {`{"kty":"RSA","e":"AQAB","n":"` + strings.Repeat("_", 2736) + `"}`, "rsa-huge"}, // 2736 digits are 2052 bytes, 16416 bits
		"RSA with a huge exponent":   {`{"kty":"RSA","n":"AQAB","e":"` + strings.Repeat("_", 44) + `"}`, "rsa-huge"},   // 44 digits are 33 bytes, 264 bits
		"key_ops no array":           {swap(jwk, `["sign"]`, `"sign"`), "member"},
		"x5c in base64url":           {swap(jwk, `"kty":"EC"`, `"kty":"EC","x5c":["-_"]`), "member"},
		"a set of nothing":           {`{"keys":[]}`, "empty"},
		"a set of no array":          {`{"keys":{}}`, "member"},
		"a set of text":              {`{"keys":["a"]}`, "json"},
		"oct without k":              {`{"kty":"oct"}`, "member"},
		"more than 1 MB":             {`{"keys":[` + strings.Repeat(" ", 1<<20) + `]}`, "large"},
		"deeply nested":              {strings.Repeat(`{"a":`, 20000) + "1" + strings.Repeat("}", 20000), "json"},
	}
}

func TestWhatIsBrokenIsNamed(t *testing.T) {
	for name, c := range broken(t) {
		t.Run(name, func(t *testing.T) {
			p, err := keypair.Parse([]byte(c.text), nil)
			require.NoError(t, err)
			assert.Empty(t, p.Keys)
			require.NotEmpty(t, p.Problems)
			assert.Equal(t, c.code, p.Problems[0].Code)
			assert.Greater(t, len(p.Problems[0].Sentence), 25)
			assert.NotEmpty(t, p.Problems[0].Title)
		})
	}
}

func TestWhatIsNoKeyIsSaidSo(t *testing.T) {
	for _, text := range []string{"", "hello", "[]", "a.b.c", "BEGIN"} {
		_, err := keypair.Parse([]byte(text), nil)
		assert.ErrorIs(t, err, keypair.ErrNoKey, text)
	}
}

func TestARSAKeyWithoutItsPrimesGetsThemBack(t *testing.T) {
	_, after, _ := strings.Cut(rfc7515A2Key, `,"p":`)
	k := parse(t, strings.Replace(rfc7515A2Key, `,"p":`+after, "}", 1))
	again := string(k.JWK())
	for _, prime := range []string{"4BzEEOtIpmVdVEZNCqS7baC4crd0pqnRH_5IB3jw3bc", "uQPEfgmVtjL0Uyyx88GZFF1fOunH3-7cepKmtH4pxht"} {
		assert.Contains(t, again, prime) // p and q of RFC 7515 A.2, in whichever order
	}
}

func TestACoordinateWithoutItsZerosIsFilled(t *testing.T) {
	for {
		k := generate(t, keypair.Kind{Algorithm: "ES256"}).Public()
		var members map[string]string
		text := string(k.JWK())
		require.NoError(t, json.Unmarshal([]byte(strings.Replace(text, `"key_ops":["verify"],`, "", 1)), &members))
		x, err := decode(members["x"])
		require.NoError(t, err)
		if x[0] != 0 { // one in 256 begins with a zero
			continue
		}
		p, err := keypair.Parse([]byte(strings.Replace(text, members["x"], encode(bytes.TrimLeft(x, "\x00")), 1)), nil)
		require.NoError(t, err)
		require.Len(t, p.Keys, 1)
		require.Len(t, p.Problems, 1)
		assert.Equal(t, "short-member", p.Problems[0].Code)
		assert.Equal(t, text, string(p.Keys[0].JWK()))
		return
	}
}

func TestPrivateKeysInAKeySetAreReported(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	for set, want := range map[string]int{
		string(keypair.Set(k)):                                           1,
		string(keypair.Set(k.Public())):                                  0,
		string(keypair.Set(generate(t, keypair.Kind{Algorithm: "dir"}))): 1,
	} {
		p, err := keypair.Parse([]byte(set), nil)
		require.NoError(t, err)
		assert.Equal(t, "JWKS", p.Form)
		assert.Len(t, p.Keys, 1)
		require.Len(t, p.Problems, want)
	}
}

func TestASetOfAThousandKeysIsReadAtOnce(t *testing.T) {
	var keys []*keypair.Key
	for range 1000 {
		keys = append(keys, generate(t, keypair.Kind{Algorithm: "ES256"}).Public())
	}
	text := keypair.Set(keys...)
	start := time.Now()
	_, err := keypair.Parse(bytes.Repeat([]byte("-----BEGIN X-----\n"), 50_000), nil)
	require.NoError(t, err)
	p, err := keypair.Parse(text, nil)
	require.NoError(t, err)
	assert.Len(t, p.Keys, 1000)
	assert.Less(t, time.Since(start), 5*time.Second) // about 0.1 s; what is quadratic or blocks fails
}

package strength_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/paste"
	"jwtsecret/app/secret"
	"jwtsecret/app/strength"
	"jwtsecret/app/token"
)

func audit(text string, a secret.Algorithm) strength.Report {
	return strength.Audit([]byte(text), a, strength.Context{})
}

func codes(r strength.Report) []strength.Code {
	var all []strength.Code
	for _, f := range r.Findings {
		all = append(all, f.Code)
	}
	return all
}

// goodHex is 32 bytes that openssl rand returned, in hexadecimal.
const goodHex = "7b1fd0a6c3985e42bb06f4e91c7da8530e6294cf5a7183dbe2490fb6ad15c87e"

func TestVerdicts(t *testing.T) {
	sum := sha256.Sum256([]byte("secret"))
	for text, want := range map[string]strength.Verdict{
		"":                                       strength.Unusable,
		"secret":                                 strength.Unusable,
		"super-secret-password-123":              strength.Unusable,
		"a-string-secret-at-least-256-bits-long": strength.Unusable,
		hex.EncodeToString(sum[:]):               strength.Unusable,
		strings.Repeat("0123456789abcdef", 4):    strength.Unusable,
		strings.Repeat("a", 64):                  strength.Guessable,
		"x9$Kq":                                  strength.BelowRule,
		goodHex[:32]:                             strength.BelowRule, // 16 bytes when it is decoded
		goodHex:                                  strength.NoDefectFound,
		"Vq3Zk8sT1nYb6Wc0RfLx5Hj9Dm2GpAu7Ei4Oo-_x": strength.BelowRule, // 40 characters of base64url are 30 bytes
	} {
		t.Run(text, func(t *testing.T) {
			assert.Equal(t, want, audit(text, secret.HS256).Verdict, "%v", codes(audit(text, secret.HS256)))
		})
	}
	assert.Equal(t, strength.BelowRule, audit(goodHex, secret.HS384).Verdict, "64 digits are 32 bytes")
}

func TestVerdictNeverPromises(t *testing.T) {
	r := audit(goodHex, secret.HS256)
	assert.Equal(t, "No defect found: It can be worth at most 256 bits; only how it was made can tell.", r.Verdict.String()+": "+r.Sentence())
	for _, text := range []string{goodHex, "secret", goodHex[:32], strings.Repeat("a", 64)} {
		for _, word := range []string{"strong", "proven", "safe", "secure"} {
			assert.NotContains(t, strings.ToLower(audit(text, secret.HS256).Sentence()), word)
		}
	}
}

// RFC 2104 §2, with the blocks of FIPS 180-4: 64 bytes for SHA-256, 128 for the
// others.
func TestTreatmentOfEachLength(t *testing.T) {
	for a, lengths := range map[secret.Algorithm]map[int]strength.Treatment{
		secret.HS256: {63: strength.Padded, 64: strength.Whole, 65: strength.Hashed},
		secret.HS384: {64: strength.Padded, 127: strength.Padded, 128: strength.Whole, 129: strength.Hashed},
		secret.HS512: {64: strength.Padded, 128: strength.Whole, 129: strength.Hashed},
	} {
		for n, want := range lengths {
			t.Run(fmt.Sprint(a, " of ", n, " bytes"), func(t *testing.T) {
				r := audit(strings.Repeat("!?", 65)[:n], a)
				assert.Equal(t, want, r.Readings[0].Treatment)
				assert.Equal(t, n, r.Readings[0].Size)
				assert.Equal(t, a.MinSize(), r.Readings[0].Minimum)
			})
		}
	}
}

func TestBoundIsTheLeastOfAllThatIsKnown(t *testing.T) {
	for text, want := range map[string]float64{
		goodHex:                    256,      // 64 · log2 16
		goodHex + goodHex[:1]:      256,      // 65 digits would be 260; the hash has 256
		goodHex[:20]:               80,       // 20 · log2 16
		"90817263544536271809":     66.44,    // 20 · log2 10, before what is found
		"KZQWJXVBPMHGRTNDFLYCSOEA": 24 * 4.7, // letters of one case, all different
		"\x8f\x02\xe1\x7a":         32,       // four bytes
	} {
		t.Run(text, func(t *testing.T) { assert.LessOrEqual(t, audit(text, secret.HS256).Bits(), want+0.5) })
	}
	assert.InDelta(t, 256, audit(goodHex, secret.HS256).Bits(), 0.01)
	assert.InDelta(t, 256, audit(goodHex, secret.HS512).Bits(), 0.01, "decoding adds nothing")
	assert.InDelta(t, 122, audit("3f2504e0-4f89-41d3-9a0c-0305e82c3301", secret.HS256).Bits(), 0.01)
}

func TestEveryReadingIsReported(t *testing.T) {
	r := audit(goodHex, secret.HS256)
	var got []string
	for _, reading := range r.Readings {
		got = append(got, fmt.Sprint(reading.Encoding, " ", reading.Size))
	}
	assert.Equal(t, []string{"UTF-8 64", "hex 32", "base64 48", "base64url 48"}, got)
}

func TestFindings(t *testing.T) {
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	for text, want := range map[string]strength.Code{
		"your-256-bit-secret":                          strength.KnownDefault,
		b64("your-256-bit-secret"):                     strength.KnownDefault, // in another reading
		hex.EncodeToString([]byte("AllYourBase")):      strength.KnownDefault,
		"P@ssw0rd2024!":                                strength.DerivedWords,
		"nogard":                                       strength.DerivedWords, // dragon, backwards
		"monkeymonkeymonkey":                           strength.DerivedWords,
		"sunshine-football":                            strength.DerivedWords,
		"zorblatt-jwt-secret-2024":                     strength.DerivedName,
		"5ebe2294ecd0e0f08eab7690d2a6ee69":             strength.DerivedDigest, // MD5 of secret
		"e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4":     strength.DerivedDigest, // SHA-1 of secret
		"K7gNU3sdo+OL0wNhqoVWhr3g6s1xYv72ol/pe/Unols=": strength.DerivedDigest, // SHA-256 of secret
		"-----BEGIN PUBLIC KEY-----\nMFkw":             strength.PublicKey,
		"-----BEGIN PRIVATE KEY-----\nMC4C":            strength.PastedKey,
		`{"kty":"EC","crv":"P-256","d":"AyM1SysPpbyDfgZld3umj1qzKObwVMko"}`: strength.PastedKey,
		`{"kty":"RSA","n":"AyM1SysPpbyDfgZld3umj1qzKObwVMko","e":"AQAB"}`:   strength.PublicKey,
		"ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTY= me@host":      strength.PublicKey,
		"<JWT_SECRET goes here>":                                           strength.Placeholder,
		"django-insecure-tk;W?v9)Lq}x#2Jm8Ry(4Zc":                          strength.NotProduction,
		"$2b$12$EixZaYVK1fsbw1ZfbX3OXePaWxn96p36WQoeG6Lruj3vjPGga31lW":     strength.PasswordHash,
		"eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJlc2lnbmF0dXJlc2lnbmF0dXJlc2k": strength.PastedToken,
		"3f2504e0-4f89-41d3-9a0c-0305e82c3301":                             strength.UUID,
		"C232AB00-9414-11EC-B3C8-9F6BDECED846":                             strength.UUID, // RFC 9562 appendix A.1, version 1
		"19850308":                                                         strength.Date,
		"1700000000":                                                       strength.Epoch,
		"1700000000123":                                                    strength.Epoch,
		"x7Gq!x7Gq!x7Gq!x7Gq!":                                             strength.Period,
		"k3Qz9Lm2Vx8RaaaaaaaaaaaaaaaaaaTw5Yp":                              strength.Repetition,
		"000102030405060708090a0b0c0d0e0f":                                 strength.Sequence, // when decoded
		"D(G+KbPeShVmYq3t6w9z$B&E)H@McQfT":                                 strength.Sequence, // two lanes
		"QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklzxcvbnm123456789":    strength.KeyboardRun,
		hex.EncodeToString([]byte("tk;W?v9)Lq}x#2Jm")):                     strength.EncodedText,
		"LKQJZXWVBPMHGTRNDFYCSOEAKQJZ7XWVBPMHGTRNDFYCSOEAKLzWQPBVHGTNDF":   strength.ClassSkew,
		"correct horse battery staple or so":                               strength.PasswordHabits,
		"xk7-Zr@q":                                                         strength.PasswordGuess,
	} {
		t.Run(fmt.Sprintf("%s of %.20s", want, text), func(t *testing.T) {
			assert.Contains(t, codes(audit(text, secret.HS256)), want)
		})
	}
}

func TestFindingsStandInTheOrderOfTheirCertainty(t *testing.T) {
	r := audit(strings.Repeat("0123456789abcdef", 4), secret.HS256)
	require.GreaterOrEqual(t, len(r.Findings), 2)
	assert.Equal(t, strength.Known, r.Findings[0].Certainty)
	for i, f := range r.Findings {
		assert.NotEmpty(t, f.Sentence())
		assert.NotEmpty(t, f.Evidence)
		if i > 0 {
			assert.GreaterOrEqual(t, f.Certainty, r.Findings[i-1].Certainty)
		}
	}
}

// The text is what Math.random makes of this state, by V8's sources: the upper
// four bits of each number. Package predict is tested against node itself.
func TestMathRandomIsFoundAndItsContinuationShown(t *testing.T) {
	state0, state1 := uint64(0x0123456789ABCDEF), uint64(0xFEDCBA9876543210)
	var numbers []uint64
	for range 128 {
		s1, s0 := state0, state1
		s1 ^= s1 << 23
		s1 ^= s1>>17 ^ s0 ^ s0>>26
		state0, state1 = s0, s1
		numbers = append(numbers, state0)
	}
	var text []byte
	for block := range 2 { // 64 at a time, the last first
		for i := 63; i >= 0; i-- {
			text = append(text, "0123456789abcdef"[numbers[64*block+i]>>60])
		}
	}
	r := audit(string(text[:64]), secret.HS256)
	require.Equal(t, []strength.Code{strength.MathRandom}, codes(r))
	assert.Contains(t, r.Findings[0].Evidence, string(text[64:72]))
	assert.InDelta(t, 64, r.Bits(), 0.01)
	assert.Equal(t, strength.Guessable, r.Verdict)
}

func TestIssuerMakesANameCheap(t *testing.T) {
	const text = "zorblattifax-quuxible-key"
	with := strength.Audit([]byte(text), secret.HS256, strength.Context{Issuer: "https://Zorblattifax.quuxible.example"})
	assert.Equal(t, strength.DerivedWords, with.Findings[0].Code)
	assert.NotEqual(t, strength.Unusable, audit(text, secret.HS256).Verdict)
}

func TestEvidenceNeverHoldsTheSecret(t *testing.T) {
	for _, text := range []string{"hunter2hunter2", "MyDogRex-2019!", "zorblatt-jwt-secret", "qwertyuiop", "19850308"} {
		for _, f := range audit(text, secret.HS256).Findings {
			assert.NotContains(t, f.Evidence+f.Sentence(), text)
		}
	}
}

func TestAnyBytesAndAnyLengthAreAudited(t *testing.T) {
	for _, text := range []string{"\x00", "\xff\xfe", strings.Repeat("ab\x00", 350_000), strings.Repeat("z", 1_000_000), string(random(100_000))} {
		t.Run(fmt.Sprintf("%d of %.8q", len(text), text), func(t *testing.T) {
			r := audit(text, secret.HS512)
			assert.Equal(t, token.UTF8, r.Readings[0].Encoding)
		})
	}
}

// longText is 69 letters and digits that openssl rand -base64 returned, less the
// others: 69 · log2 62 = 410.84 bits at most. It has one character too many to be
// base64, so it has one reading.
const longText = "FFh2uTHDhxbsq1qwdYjy3Rz1CmEM7CX4j78JsCF9bMEORGV1Cbf7KonTBIojzQ5fGU8hd"

// A hash uses less than the next one: what one judgement takes off must not be
// missing in another.
func TestOneExaminationIsJudgedForEachAlgorithm(t *testing.T) {
	p := paste.Read([]byte(longText))
	e := strength.Examine(p, 0, strength.Context{})
	for range 2 {
		for a, bits := range map[secret.Algorithm]float64{secret.HS256: 256, secret.HS384: 384, secret.HS512: 410.84} {
			assert.InDelta(t, bits, e.Judge(a).Bits(), 0.01, "%v", a)
			assert.Equal(t, audit(longText, a), e.Judge(a))
		}
	}
}

// 410.84 bits are not at most 410. What a sum of logarithms leaves
// above a whole number is the error of the arithmetic, and no bit.
func TestAnUpperBoundIsRoundedUp(t *testing.T) {
	for bits, want := range map[float64]int{0: 0, 0.2: 1, 256: 256, 256.0000000001: 256, 410.84: 411, 511.5: 512} {
		t.Run(fmt.Sprint(bits), func(t *testing.T) { assert.Equal(t, want, strength.UpTo(bits)) })
	}
	assert.Contains(t, audit(longText, secret.HS512).Sentence(), "at most 411 bits")
}

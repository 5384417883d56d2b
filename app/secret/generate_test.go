package secret_test

import (
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

func TestSecretIsExactlyTheRandomBytesEncoded(t *testing.T) {
	encoders := map[secret.Format]func([]byte) string{
		secret.Base64URL: base64.RawURLEncoding.EncodeToString,
		secret.Base64:    base64.StdEncoding.EncodeToString,
		secret.HexLower:  hex.EncodeToString,
		secret.HexUpper:  func(b []byte) string { return strings.ToUpper(hex.EncodeToString(b)) },
		secret.Raw:       func(b []byte) string { return string(b) },
	}
	// Alphanumeric and JWK, which need more than an encoder, have tests of their own.
	require.Len(t, encoders, len(secret.Formats())-2)
	for f, encode := range encoders {
		for _, size := range []int{1, 2, 3, 32, 48, 64, 1024} {
			random := &recorder{source: secrettest.Predictable()}
			secrettest.ReplaceRandomness(t, random)
			secrets := generate(t, f, size, 3)
			require.Len(t, random.reads, 1+3, "%v: the sample, then one read for each secret", f)
			require.Len(t, random.reads[0], 64)
			for i := range secrets {
				read := random.reads[1+i]
				require.Len(t, read, size)
				assert.Equal(t, encode(read), string(secrets[i].Text()), "%v of %d bytes", f, size)
			}
		}
	}
}

func TestSecretsOfOneCallDiffer(t *testing.T) {
	for _, f := range secret.Formats() {
		secrets := generate(t, f, 16, 1000)
		seen := map[string]bool{}
		for i := range secrets {
			seen[string(secrets[i].Text())] = true
		}
		assert.Len(t, seen, len(secrets), f.String())
	}
}

func TestRequestOutsideTheLimitsIsRefused(t *testing.T) {
	good := secret.Request{Algorithm: secret.HS256, Size: 32, Count: 1}
	require.NoError(t, good.Validate())
	cases := map[string]struct {
		change func(*secret.Request)
		want   error
	}{
		"no algorithm":      {func(r *secret.Request) { r.Algorithm = 0 }, secret.ErrAlgorithm},
		"unknown algorithm": {func(r *secret.Request) { r.Algorithm = 4 }, secret.ErrAlgorithm},
		"unknown format":    {func(r *secret.Request) { r.Format = 7 }, secret.ErrFormat},
		"size 0":            {func(r *secret.Request) { r.Size = 0 }, secret.ErrSize},
		"size below 0":      {func(r *secret.Request) { r.Size = -1 }, secret.ErrSize},
		"size 1025":         {func(r *secret.Request) { r.Size = 1025 }, secret.ErrSize},
		"size 31":           {func(r *secret.Request) { r.Size = 31 }, secret.ErrTooSmall},
		"HS384, size 47":    {func(r *secret.Request) { r.Algorithm, r.Size = secret.HS384, 47 }, secret.ErrTooSmall},
		"HS512, size 63":    {func(r *secret.Request) { r.Algorithm, r.Size = secret.HS512, 63 }, secret.ErrTooSmall},
		"count 0":           {func(r *secret.Request) { r.Count = 0 }, secret.ErrCount},
		"count below 0":     {func(r *secret.Request) { r.Count = -1 }, secret.ErrCount},
		"count 10001":       {func(r *secret.Request) { r.Count = 10_001 }, secret.ErrCount},
	}
	all := []error{secret.ErrAlgorithm, secret.ErrFormat, secret.ErrSize, secret.ErrTooSmall, secret.ErrCount}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			r := good
			c.change(&r)
			secrets, err := secret.Generate(r)
			assert.Nil(t, secrets)
			for _, e := range all {
				if e == c.want {
					assert.ErrorIs(t, err, e)
				} else {
					assert.NotErrorIs(t, err, e)
				}
			}
		})
	}
}

func TestEveryMistakeIsReportedAtOnce(t *testing.T) {
	err := secret.Request{Format: 99, Size: 0, Count: 0}.Validate()
	for _, want := range []error{secret.ErrAlgorithm, secret.ErrFormat, secret.ErrSize, secret.ErrCount} {
		assert.ErrorIs(t, err, want)
	}
	err = secret.Request{Algorithm: secret.HS512, Size: 32, Count: 10_001}.Validate()
	assert.ErrorIs(t, err, secret.ErrTooSmall)
	assert.ErrorIs(t, err, secret.ErrCount)
}

func TestTooSmallErrorNamesTheRule(t *testing.T) {
	err := secret.Request{Algorithm: secret.HS384, Size: 32, Count: 1}.Validate()
	var tooSmall *secret.TooSmallError
	require.ErrorAs(t, err, &tooSmall)
	assert.Equal(t, secret.TooSmallError{Algorithm: secret.HS384, Size: 32}, *tooSmall)
	assert.Equal(t, "HS384 needs at least 48 bytes (RFC 7518 §3.2), not 32", tooSmall.Error())
}

func TestLimitsThemselvesAreAllowed(t *testing.T) {
	for _, size := range []int{1, 32, 1024} {
		for _, count := range []int{1, 10_000} {
			r := secret.Request{Algorithm: secret.HS256, Size: size, Count: count, TestOnly: true}
			assert.NoError(t, r.Validate(), "size %d, count %d", size, count)
		}
	}
}

func TestOnlySecretsBelowTheMinimumAreTestOnly(t *testing.T) {
	for _, a := range secret.Algorithms() {
		for _, f := range secret.Formats() {
			for _, size := range []int{1, a.MinSize() - 1, a.MinSize(), a.MinSize() + 1} {
				secrets, err := secret.Generate(secret.Request{Algorithm: a, Size: size, Format: f, Count: 1, TestOnly: true})
				require.NoError(t, err)
				assert.Equal(t, size < a.MinSize(), secrets[0].TestOnly(), "%v, %v of %d bytes", a, f, size)
			}
		}
	}
}

// Ten thousand secrets must not take ten thousand allocations: the page stands
// still while they are made. There is one block, one list and one buffer, two
// allocations for the key id of each JWK, and room for what the runtime adds.
func TestManySecretsTakeFewAllocations(t *testing.T) {
	for _, f := range secret.Formats() {
		limit := 10.0
		if f == secret.JWK {
			limit += 2 * 10_000
		}
		r := secret.Request{Algorithm: secret.HS512, Size: 64, Format: f, Count: 10_000}
		allocations := testing.AllocsPerRun(1, func() { _, _ = secret.Generate(r) })
		assert.LessOrEqual(t, allocations, limit, f.String())
	}
}

func ExampleGenerate() {
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS256, Size: 32, Count: 1})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &secrets[0]
	defer s.Wipe()
	fmt.Println(s.Characters(), "characters,", s.Bits(), "bits")
	// Output: 43 characters, 256 bits
}

func ExampleGenerate_tooSmall() {
	_, err := secret.Generate(secret.Request{Algorithm: secret.HS512, Size: 32, Count: 1})
	fmt.Println(err)
	// Output: HS512 needs at least 64 bytes (RFC 7518 §3.2), not 32
}

func BenchmarkGenerate(b *testing.B) {
	for _, f := range secret.Formats() {
		b.Run("10000x64/"+f.String(), func(b *testing.B) {
			r := secret.Request{Algorithm: secret.HS512, Size: 64, Format: f, Count: 10_000}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := secret.Generate(r); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

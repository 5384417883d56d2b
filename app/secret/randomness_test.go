package secret_test

import (
	"crypto/rand"
	"io"
	mathrand "math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// replaceRandomness makes crypto/rand read from source until the test ends.
func replaceRandomness(t testing.TB, source io.Reader) {
	t.Helper()
	original := rand.Reader
	rand.Reader = source
	t.Cleanup(func() { rand.Reader = original })
}

// predictable returns an endless stream that is the same in every run.
func predictable() io.Reader {
	return mathrand.NewChaCha8([32]byte([]byte("the same stream in every run ...")))
}

// recorder keeps what was read through it, one slice for each read.
type recorder struct {
	source io.Reader
	reads  [][]byte
}

func (r *recorder) Read(p []byte) (int, error) {
	n, err := io.ReadFull(r.source, p)
	r.reads = append(r.reads, append([]byte(nil), p[:n]...))
	return n, err
}

// generate returns secrets for HS256 of the given format and size.
func generate(t testing.TB, f secret.Format, size, count int) []secret.Secret {
	t.Helper()
	secrets, err := secret.Generate(secret.Request{
		Algorithm: secret.HS256, Size: size, Format: f, Count: count, TestOnly: true,
	})
	require.NoError(t, err)
	require.Len(t, secrets, count)
	return secrets
}

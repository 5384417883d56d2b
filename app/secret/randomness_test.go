package secret_test

import (
	"bytes"
	"io"
	"testing"

	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/secret/secrettest"
)

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

// afterSample gives a good sample, which Generate judges, and then these bytes.
func afterSample(drawn []byte) io.Reader {
	return io.MultiReader(io.LimitReader(secrettest.Predictable(), 64), bytes.NewReader(drawn))
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

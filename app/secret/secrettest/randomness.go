// Package secrettest puts a known stream in the place of crypto/rand, for the tests
// of this project that compare what is made with what was drawn.
package secrettest

import (
	"crypto/rand"
	"crypto/sha3"
	"io"
	"testing"
)

// ReplaceRandomness makes crypto/rand read from source until the test ends.
func ReplaceRandomness(t testing.TB, source io.Reader) {
	t.Helper()
	original := rand.Reader
	rand.Reader = source
	t.Cleanup(func() { rand.Reader = original })
}

// Predictable returns an endless stream that is the same in every run.
func Predictable() io.Reader {
	stream := sha3.NewSHAKE256()
	_, _ = stream.Write([]byte("the same stream in every run")) // it never fails
	return stream
}

package strength

import (
	"crypto/rand"
	"encoding/base64"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// watchEstimator returns the lengths of the pieces that the estimator gets.
func watchEstimator(t *testing.T) *[]int {
	t.Helper()
	var lengths []int
	original := estimate
	estimate = func(piece string) float64 {
		lengths = append(lengths, len(piece))
		return original(piece)
	}
	t.Cleanup(func() { estimate = original })
	return &lengths
}

func TestEstimatorNeverSeesMoreThanFortyBytes(t *testing.T) {
	lengths := watchEstimator(t)
	for _, n := range []int{1, 39, 40, 41, 80, 81, 250, 1000, 1_000_000} {
		Audit([]byte(strings.Repeat("a quiet word ", n/13+1)[:n]), secret.HS256, Context{})
	}
	require.NotEmpty(t, *lengths)
	for _, n := range *lengths {
		assert.LessOrEqual(t, n, 40)
	}
}

func TestEstimatorNeverSeesEncodedBytes(t *testing.T) {
	lengths := watchEstimator(t)
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	for _, text := range []string{hex.EncodeToString(key), strings.ToUpper(hex.EncodeToString(key[:16]))} {
		Audit([]byte(text), secret.HS256, Context{})
	}
	assert.Empty(t, *lengths)
	// Of base64, one in some hundred changes its class too seldom to be told from
	// writing, so this one is fixed: the key of RFC 7520 section 3.5.
	Audit([]byte("hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg"), secret.HS256, Context{})
	assert.Empty(t, *lengths)
	Audit([]byte(base64.StdEncoding.EncodeToString([]byte("my dog ate the homework"))), secret.HS256, Context{})
	assert.NotEmpty(t, *lengths, "what it decodes to is writing")
}

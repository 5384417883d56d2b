package keypair

import (
	"crypto/rand"
	"math/big"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAWipedRSAKeyHasNoNumbers(t *testing.T) {
	m, err := generateRSA(2048, rand.Reader)
	require.NoError(t, err)
	k := m.(*rsaKey)
	var words [][]big.Word
	for _, x := range []*big.Int{k.d, k.p, k.q} {
		words = append(words, x.Bits())
	}
	k.wipe()
	for _, number := range words {
		assert.Equal(t, make([]big.Word, len(number)), number)
	}
	assert.False(t, k.private())
}

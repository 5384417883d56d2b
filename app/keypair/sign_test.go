package keypair_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/keypair"
)

func TestWhatAKeySignsItsPublicPartVerifiesAndNoOtherKeyDoes(t *testing.T) {
	input := []byte("header.payload")
	for _, kind := range kinds(false) {
		k, other := generate(t, kind), generate(t, kind)
		if kind.Algorithm.Use() == "enc" {
			assert.Empty(t, k.Signs())
			continue
		}
		for _, a := range k.Signs() {
			t.Run(name(kind)+" "+string(a), func(t *testing.T) {
				signature, err := k.Sign(a, input)
				require.NoError(t, err)
				assert.NoError(t, k.Public().Verify(a, input, signature))
				assert.ErrorIs(t, other.Verify(a, input, signature), keypair.ErrSignature)
				assert.ErrorIs(t, k.Verify(a, []byte("header.payloaD"), signature), keypair.ErrSignature)
				changed := slices.Clone(signature)
				changed[len(changed)/2] ^= 1
				assert.ErrorIs(t, k.Verify(a, input, changed), keypair.ErrSignature)
				for _, cut := range []int{1, len(signature) - 1, len(signature)} {
					assert.ErrorIs(t, k.Verify(a, input, signature[cut:]), keypair.ErrSignature)
				}
				assert.ErrorIs(t, k.Verify(a, input, append(signature, 0)), keypair.ErrSignature)
				_, err = k.Public().Sign(a, input)
				assert.ErrorIs(t, err, keypair.ErrPublic)
			})
		}
	}
}

func TestTheAlgorithmOfTheKeyComesFirstAndRSAFitsSix(t *testing.T) {
	assert.Equal(t, []keypair.Algorithm{"PS384", "RS256", "RS384", "RS512", "PS256", "PS512"}, generate(t, keypair.Kind{Algorithm: "PS384", Bits: 2048}).Signs())
	assert.Equal(t, []keypair.Algorithm{"ES512"}, generate(t, keypair.Kind{Algorithm: "ES512"}).Signs())
}

func TestNoKeySignsByWhatItDoesNotFit(t *testing.T) {
	k := generate(t, keypair.Kind{Algorithm: "ES256"})
	for _, a := range []keypair.Algorithm{"", "none", "ES384", "RS256", "EdDSA", "HS256", "ECDH-ES", "ML-DSA-44"} {
		_, err := k.Sign(a, nil)
		assert.ErrorIs(t, err, keypair.ErrFit)
		assert.ErrorIs(t, k.Verify(a, nil, nil), keypair.ErrFit)
	}
}

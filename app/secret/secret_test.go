package secret_test

import (
	"bytes"
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

func TestSecretKnowsWhatItIs(t *testing.T) {
	secrets, err := secret.Generate(secret.Request{Algorithm: secret.HS384, Size: 50, Format: secret.HexUpper, Count: 2})
	require.NoError(t, err)
	for i := range secrets {
		s := &secrets[i]
		assert.Equal(t, secret.HS384, s.Algorithm())
		assert.Equal(t, secret.HexUpper, s.Format())
		assert.Equal(t, 50, s.Size())
		assert.False(t, s.TestOnly())
		assert.False(t, s.Wiped())
	}
}

func TestCharactersAtTheMinimumOfHS256(t *testing.T) {
	for f, want := range map[secret.Format]int{
		secret.Base64URL:    43, // ⌈32·8/6⌉
		secret.Base64:       44, // 4·⌈32/3⌉
		secret.HexLower:     64,
		secret.HexUpper:     64,
		secret.Alphanumeric: 43, // ⌈256/5.9542⌉
		secret.Raw:          0,  // bytes are no characters

		// Members of 11, 6+43, 13, 11 and 8+22 characters, 4 commas and 2 braces.
		secret.JWK: 120,
	} {
		assert.Equal(t, want, generate(t, f, 32, 1)[0].Characters(), f.String())
	}
}

func TestBitsFollowFromHowTheSecretWasMade(t *testing.T) {
	for _, f := range secret.Formats() {
		s := &generate(t, f, 32, 1)[0]
		want := 256.0
		if f == secret.Alphanumeric {
			want = 43 * math.Log(62) / math.Ln2
		}
		assert.InDelta(t, want, s.Bits(), 1e-9, f.String())
		s.Wipe()
		assert.InDelta(t, want, s.Bits(), 1e-9, "%v, wiped", f)
	}
}

func TestAlphanumericNeverHoldsFewerBitsThanAskedFor(t *testing.T) {
	for size := 1; size <= 1024; size++ {
		bits := generate(t, secret.Alphanumeric, size, 1)[0].Bits()
		assert.GreaterOrEqual(t, bits, float64(8*size))
		assert.Less(t, bits, float64(8*size)+6)
	}
}

func TestWipeLeavesOnlyZeros(t *testing.T) {
	for _, f := range secret.Formats() {
		secrets := generate(t, f, 32, 3)
		memory := secrets[1].Text()
		neighbours := [][]byte{bytes.Clone(secrets[0].Text()), bytes.Clone(secrets[2].Text())}
		secrets[1].Wipe()
		assert.Equal(t, make([]byte, len(memory)), memory, f.String())
		assert.True(t, secrets[1].Wiped())
		assert.Nil(t, secrets[1].Text())
		assert.Zero(t, secrets[1].Characters())
		assert.Equal(t, neighbours, [][]byte{secrets[0].Text(), secrets[2].Text()}, "the others stay")
		secrets[1].Wipe() // a second time does nothing
	}
}

func TestZeroSecretIsWiped(t *testing.T) {
	var s secret.Secret
	assert.True(t, s.Wiped())
}

func TestTextIsTheSecretsOwnMemory(t *testing.T) {
	s := &generate(t, secret.Base64URL, 32, 1)[0]
	assert.Same(t, &s.Text()[0], &s.Text()[0])
}

func TestPrintingASecretDoesNotShowIt(t *testing.T) {
	for _, f := range []secret.Format{secret.Base64URL, secret.Raw, secret.JWK} {
		secrets := generate(t, f, 32, 1)
		s := &secrets[0]
		want := "secret for HS256 of 32 bytes (not shown)"
		for _, verb := range []string{"%v", "%+v", "%#v", "%s"} {
			assert.Equal(t, want, fmt.Sprintf(verb, s), verb)
			assert.Equal(t, want, fmt.Sprintf(verb, *s), verb)
		}
		assert.Equal(t, "["+want+"]", fmt.Sprint(secrets))
	}
}

package secret

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRestoredSecretsAreThoseThatWereGenerated(t *testing.T) {
	for _, format := range Formats() {
		for _, size := range []int{8, 32} { // the smaller is for tests only
			r := Request{Algorithm: HS256, Size: size, Format: format, Count: 3, TestOnly: true}
			made, err := Generate(r)
			require.NoError(t, err)
			var texts []byte
			for i := range made {
				texts = append(texts, made[i].Text()...)
			}
			restored, err := Restore(r, texts)
			require.NoError(t, err, format)
			assert.Equal(t, made, restored, format)
		}
	}
}

func TestWipingARestoredSecretOverwritesItsPartAlone(t *testing.T) {
	texts := []byte(strings.Repeat("a", 64) + strings.Repeat("b", 64))
	restored, err := Restore(Request{Algorithm: HS256, Size: 32, Format: HexLower, Count: 2}, texts)
	require.NoError(t, err)
	restored[0].Wipe()
	assert.Equal(t, strings.Repeat("\x00", 64)+strings.Repeat("b", 64), string(texts))
}

func TestWhatTheRequestCannotHaveMadeIsNotRestored(t *testing.T) {
	good := Request{Algorithm: HS256, Size: 32, Format: HexLower, Count: 2}
	for _, length := range []int{0, 64, 127, 129, 192} {
		_, err := Restore(good, make([]byte, length))
		assert.ErrorIs(t, err, ErrEncoding, length)
	}
	_, err := Restore(Request{Algorithm: HS256, Size: 31, Count: 1}, make([]byte, 42))
	assert.ErrorIs(t, err, ErrTooSmall)

	key := Request{Algorithm: HS256, Size: 32, Format: JWK, Count: 1}
	_, err = Restore(key, make([]byte, key.textLength()))
	assert.ErrorIs(t, err, ErrEncoding)
}

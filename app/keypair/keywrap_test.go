package keypair

import (
	"crypto/aes"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKeyWrapIsThatOfRFC3394(t *testing.T) {
	for _, c := range []struct{ name, kek, key, wrapped string }{
		{"§4.1", "000102030405060708090A0B0C0D0E0F", "00112233445566778899AABBCCDDEEFF", "1FA68B0A8112B447AEF34BD8FB5A7B829D3E862371D2CFE5"},
		{"§4.6", "000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", "00112233445566778899AABBCCDDEEFF000102030405060708090A0B0C0D0E0F", "28C9F404C4B810F4CBCCB35CFB87F8263F5786E2D80ED326CBC7F0E71A99F43BFB988B9B7A02DD21"},
	} {
		t.Run(c.name, func(t *testing.T) {
			kek, key, wrapped := unhex(t, c.kek), unhex(t, c.key), unhex(t, c.wrapped)
			block, err := aes.NewCipher(kek)
			require.NoError(t, err)
			assert.Equal(t, wrapped, wrap(block, key))
			assert.Equal(t, key, unwrap(block, wrapped))
			wrapped[3] ^= 1
			assert.Nil(t, unwrap(block, wrapped))
			for _, short := range []int{0, 8, 16, 23} {
				assert.Nil(t, unwrap(block, wrapped[:short]))
			}
		})
	}
}

func unhex(t *testing.T, digits string) []byte {
	b, err := hex.DecodeString(digits)
	require.NoError(t, err)
	return b
}

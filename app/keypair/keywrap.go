package keypair

import (
	"crypto/cipher"
	"crypto/subtle"
	"encoding/binary"
)

// wrapIV is the initial value of AES key wrap (RFC 3394 §2.2.3.1).
const wrapIV = 0xA6A6A6A6A6A6A6A6

// wrap encrypts a key of whole 8 bytes, two of them at least (RFC 3394 §2.2.1).
func wrap(c cipher.Block, key []byte) []byte {
	out := make([]byte, 8+len(key))
	copy(out[8:], key)
	var block [16]byte
	binary.BigEndian.PutUint64(block[:8], wrapIV)
	rounds := len(key) / 8
	for step := range 6 * rounds {
		register := out[8+step%rounds*8:][:8]
		copy(block[8:], register)
		c.Encrypt(block[:], block[:])
		count(block[:8], step+1)
		copy(register, block[8:])
	}
	copy(out, block[:8])
	return out
}

// unwrap decrypts what wrap has encrypted, or returns nil where the cipher's key is not the
// one that it was wrapped with (§2.2.2).
func unwrap(c cipher.Block, wrapped []byte) []byte {
	if len(wrapped) < 24 || len(wrapped)%8 != 0 {
		return nil
	}
	key := append([]byte(nil), wrapped[8:]...)
	var block [16]byte
	copy(block[:8], wrapped)
	rounds := len(key) / 8
	for step := 6*rounds - 1; step >= 0; step-- {
		register := key[step%rounds*8:][:8]
		count(block[:8], step+1)
		copy(block[8:], register)
		c.Decrypt(block[:], block[:])
		copy(register, block[8:])
	}
	var iv [8]byte
	binary.BigEndian.PutUint64(iv[:], wrapIV)
	if subtle.ConstantTimeCompare(iv[:], block[:8]) == 0 {
		clear(key)
		return nil
	}
	return key
}

// count mixes the number of the step into the integrity register.
func count(register []byte, step int) {
	binary.BigEndian.PutUint64(register, binary.BigEndian.Uint64(register)^uint64(step))
}

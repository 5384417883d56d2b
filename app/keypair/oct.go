package keypair

import (
	"crypto/rand"
	"encoding/base64"
	"io"
)

// octKey is a symmetric key (RFC 7518 §6.4).
type octKey []byte

func generateOct(bits int, random io.Reader) (material, error) {
	key := make(octKey, bits/8)
	_, err := io.ReadFull(random, key)
	return key, err
}

func (k octKey) family() Family   { return Oct }
func (k octKey) curve() string    { return "" }
func (k octKey) bits() int        { return 8 * len(k) }
func (k octKey) private() bool    { return true }
func (k octKey) public() material { return nil }
func (k octKey) wipe()            { clear(k) }

func (k octKey) members() []member {
	return []member{{name: "k", bytes: k, secret: true, required: true}}
}

// Base64URL returns the bytes of a symmetric key in base64url, for libraries that take no
// JWK. The error is [ErrForm] for every other key.
func (k *Key) Base64URL() ([]byte, error) {
	key, ok := k.material.(octKey)
	if !ok {
		return nil, ErrForm
	}
	text := make([]byte, base64.RawURLEncoding.EncodedLen(len(key)))
	base64.RawURLEncoding.Encode(text, key)
	return text, nil
}

// newKeyID returns 16 random bytes in base64url.
func newKeyID() string {
	var random [16]byte
	rand.Read(random[:]) // never returns an error: it ends the program instead
	return base64.RawURLEncoding.EncodeToString(random[:])
}

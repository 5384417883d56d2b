package attack

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding"
	"hash"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/secret"
)

// hmac knows one message and its signature, and tries one key after the other in
// the same memory. Package crypto/hmac would make a new one for each key.
type hmac struct {
	hash  hasher
	block int // the size of one, in bytes

	message, tag []byte
	inner, outer []byte // what is hashed: a key, changed; the message or the inner hash; padding
	size         int    // of the key in both, in bytes
	state, sum   []byte // of the hash; of a key that is too long
}

// hasher is a hash of the standard library, which tells its state.
type hasher interface {
	hash.Hash
	encoding.BinaryAppender
}

// magicSize is how many bytes, which name the hash, stand before its state.
const magicSize = 4

func newHMAC(a secret.Algorithm, message, tag []byte) *hmac {
	h := &hmac{message: bytes.Clone(message), tag: bytes.Clone(tag)}
	switch a {
	case secret.HS384:
		h.hash = sha512.New384().(hasher)
	case secret.HS512:
		h.hash = sha512.New().(hasher)
	default:
		h.hash = sha256.New().(hasher)
	}
	h.block = h.hash.BlockSize()
	h.sum = make([]byte, 0, h.hash.Size())
	h.inner = append(bytes.Repeat([]byte{innerPad}, h.block), kernel.Pad(message, h.block)...)
	h.outer = append(bytes.Repeat([]byte{outerPad}, h.block), kernel.Pad(tag, h.block)...) // as long as the inner hash
	return h
}

// What a key is changed by (RFC 2104 §2).
const (
	innerPad = 0x36
	outerPad = 0x5c
	eachByte = ^uint64(0) / 0xff
)

// signed reports whether the key made the signature.
func (h *hmac) signed(key []byte) bool {
	key = h.short(key)
	fill(h.inner[:h.block], key, h.size, innerPad*eachByte)
	fill(h.outer[:h.block], key, h.size, outerPad*eachByte)
	h.size = len(key)
	copy(h.outer[h.block:], h.digest(h.inner))
	return bytes.Equal(h.digest(h.outer), h.tag)
}

// digest hashes whole blocks, padding included. The state is the hash then; the
// library's Sum would pad a copy of it once more.
func (h *hmac) digest(padded []byte) []byte {
	h.hash.Reset()
	h.hash.Write(padded)
	h.state, _ = h.hash.AppendBinary(h.state[:0])
	return h.state[magicSize:][:len(h.tag)]
}

// short returns the hash of a key that is longer than a block, in the place of the
// last one, and any other as it is.
func (h *hmac) short(key []byte) []byte {
	if len(key) <= h.block {
		return key
	}
	return h.hashed(key)
}

func (h *hmac) hashed(key []byte) []byte {
	h.hash.Reset()
	h.hash.Write(key)
	return h.hash.Sum(h.sum)
}

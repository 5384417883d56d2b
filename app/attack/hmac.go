package attack

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"hash"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/secret"
)

// hmac knows one message and its signature, and tries one key after the other in
// the same memory. Package crypto/hmac would make a new one for each key.
type hmac struct {
	hash         hash.Hash
	message, tag []byte
	block, sum   []byte
}

func newHMAC(a secret.Algorithm, message, tag []byte) *hmac {
	h := &hmac{message: bytes.Clone(message), tag: bytes.Clone(tag)}
	switch a {
	case secret.HS384:
		h.hash = sha512.New384()
	case secret.HS512:
		h.hash = sha512.New()
	default:
		h.hash = sha256.New()
	}
	h.block = make([]byte, h.hash.BlockSize())
	h.sum = make([]byte, 0, h.hash.Size())
	return h
}

// What a key is changed by (RFC 2104 §2).
const (
	innerPad = 0x36
	outerPad = 0x5c
)

// signed reports whether the key made the signature.
func (h *hmac) signed(key []byte) bool {
	h.fit(h.block, key)
	inner := h.digest(innerPad, h.message)
	return bytes.Equal(h.digest(innerPad^outerPad, inner), h.tag) // the inner one is taken off
}

// digest changes each byte of the block, and hashes it with the text behind it.
func (h *hmac) digest(change byte, text []byte) []byte {
	for i := range h.block {
		h.block[i] ^= change
	}
	h.hash.Reset()
	h.hash.Write(h.block)
	h.hash.Write(text)
	return h.hash.Sum(h.sum)
}

// fit makes a block of the key: padded with zeros, or its hash if it is longer
// than a block.
func (h *hmac) fit(block, key []byte) {
	if len(key) > len(block) {
		h.hash.Reset()
		h.hash.Write(key)
		key = h.hash.Sum(h.sum)
	}
	clear(block[copy(block, key):])
}

// module does what signed does, for many keys: see package kernel.
func (h *hmac) module() []byte { return kernel.Module(h.message, h.tag) }

package guide

import (
	"crypto/sha256"
	"crypto/sha512"
	"hash"

	"jwtsecret/app/secret"
)

// hashes names the hash of each algorithm (RFC 7518 §3.2), and what people call it.
var hashes = map[secret.Algorithm]struct {
	name string
	make func() hash.Hash
}{
	secret.HS256: {"SHA-256", sha256.New},
	secret.HS384: {"SHA-384", sha512.New384},
	secret.HS512: {"SHA-512", sha512.New},
}

// hmacSteps are all that HMAC computes on its way to a tag (RFC 2104 §2). Package
// crypto/hmac shows nothing of it.
type hmacSteps struct {
	own    int    // bytes of block that are the key's, or its hash's; zeros follow
	hashed bool   // the key was longer than the block, so its hash took its place
	block  []byte // the key as it is used, as long as a block of the hash
	inner  []byte // block, each byte xor 0x36
	middle []byte // the hash of inner and the message
	outer  []byte // block, each byte xor 0x5c
	tag    []byte // the hash of outer and middle
}

// stepsOf computes the tag of a message, and keeps each step.
func stepsOf(a secret.Algorithm, key, message []byte) hmacSteps {
	h := hashes[a].make()
	s := hmacSteps{block: make([]byte, h.BlockSize()), own: len(key)}
	if len(key) > len(s.block) {
		sum := digest(a, key)
		defer clear(sum)
		key, s.own, s.hashed = sum, len(sum), true
	}
	copy(s.block, key)
	s.inner, s.outer = xored(s.block, 0x36), xored(s.block, 0x5c)
	s.middle = digest(a, s.inner, message)
	s.tag = digest(a, s.outer, s.middle)
	return s
}

// wipe overwrites what holds the key.
func (s hmacSteps) wipe() {
	clear(s.block)
	clear(s.inner)
	clear(s.outer)
}

func xored(block []byte, with byte) []byte {
	all := make([]byte, len(block))
	for i, b := range block {
		all[i] = b ^ with
	}
	return all
}

// digest returns the hash of some parts, one after the other.
func digest(a secret.Algorithm, parts ...[]byte) []byte {
	h := hashes[a].make()
	for _, p := range parts {
		h.Write(p) // never returns an error
	}
	return h.Sum(nil)
}

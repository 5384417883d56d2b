package attack

import (
	"crypto/sha256"
	"encoding/binary"
	"math/bits"

	"jwtsecret/app/attack/kernel"
)

// block256 is a block of SHA-256 after the preparation of the message schedule
// (RFC 6234 §6.2 step 1), each word with the constant of its round added.
type block256 [64]uint32

// signer256 is HMAC with SHA-256 of one message.
type signer256 struct {
	message []block256
	tag     [8]uint32
	key     [16]uint32 // one block
	words   [64]uint32
	block   block256
}

func newSigner256(message, tag []byte) *signer256 {
	s := &signer256{}
	for padded := pad(message, sha256.BlockSize); len(padded) > 0; padded = padded[sha256.BlockSize:] {
		for i := range 16 {
			s.words[i] = binary.BigEndian.Uint32(padded[4*i:])
		}
		s.prepare()
		s.message = append(s.message, s.block)
	}
	for i := range s.tag {
		s.tag[i] = binary.BigEndian.Uint32(tag[4*i:])
	}
	return s
}

// initial256 is H(0) of RFC 6234 §6.1.
var initial256 = [8]uint32{
	0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
}

func (s *signer256) signed(key []byte) bool {
	s.setKey(key)
	inner := initial256
	s.keyBlock(&inner, 0x36363636)
	for i := range s.message {
		rounds256(&inner, &s.message[i])
	}
	outer := initial256
	s.keyBlock(&outer, 0x5c5c5c5c)
	copy(s.words[:], inner[:])
	s.words[8] = 0x80000000
	clear(s.words[9:15])
	s.words[15] = (sha256.BlockSize + sha256.Size) * 8
	s.prepare()
	rounds256(&outer, &s.block)
	return outer[0] == s.tag[0] && outer == s.tag
}

func (s *signer256) blockSize() int { return sha256.BlockSize }

func (s *signer256) fit(block, key []byte) {
	if len(key) > len(block) {
		sum := sha256.Sum256(key)
		key = sum[:]
	}
	clear(block[copy(block, key):])
}

func (s *signer256) setKey(key []byte) {
	var block [sha256.BlockSize]byte
	s.fit(block[:], key)
	for i := range s.key {
		s.key[i] = binary.BigEndian.Uint32(block[4*i:])
	}
}

func (s *signer256) module() []byte {
	h := kernel.HMAC[uint32]{Initial: initial256, Constants: constants256[:], Tag: s.tag[:]}
	for i := range s.message {
		h.Message = append(h.Message, s.message[i][:]...)
	}
	return h.Module()
}

// keyBlock hashes the key, each of its words changed by the mask.
func (s *signer256) keyBlock(state *[8]uint32, mask uint32) {
	for i, k := range s.key {
		s.words[i] = k ^ mask
	}
	s.prepare()
	rounds256(state, &s.block)
}

// prepare makes the block of its first sixteen words.
func (s *signer256) prepare() {
	w := &s.words
	for t := 16; t < 64; t++ {
		a, b := w[t-15], w[t-2]
		sigma0 := bits.RotateLeft32(a, -7) ^ bits.RotateLeft32(a, -18) ^ a>>3
		sigma1 := bits.RotateLeft32(b, -17) ^ bits.RotateLeft32(b, -19) ^ b>>10
		w[t] = sigma1 + w[t-7] + sigma0 + w[t-16]
	}
	for t := range s.block {
		s.block[t] = w[t] + constants256[t]
	}
}

// rounds256 adds a block to the state (RFC 6234 §6.2 steps 2 to 4). Eight rounds
// stand in one turn of the loop, so that the variables change their roles and
// not their places.
func rounds256(state *[8]uint32, block *block256) {
	a, b, c, d := state[0], state[1], state[2], state[3]
	e, f, g, h := state[4], state[5], state[6], state[7]
	for t := 0; t < 64; t += 8 {
		w := (*[8]uint32)(block[t:])
		h += first256(e, f, g) + w[0]
		d += h
		h += second256(a, b, c)
		g += first256(d, e, f) + w[1]
		c += g
		g += second256(h, a, b)
		f += first256(c, d, e) + w[2]
		b += f
		f += second256(g, h, a)
		e += first256(b, c, d) + w[3]
		a += e
		e += second256(f, g, h)
		d += first256(a, b, c) + w[4]
		h += d
		d += second256(e, f, g)
		c += first256(h, a, b) + w[5]
		g += c
		c += second256(d, e, f)
		b += first256(g, h, a) + w[6]
		f += b
		b += second256(c, d, e)
		a += first256(f, g, h) + w[7]
		e += a
		a += second256(b, c, d)
	}
	state[0] += a
	state[1] += b
	state[2] += c
	state[3] += d
	state[4] += e
	state[5] += f
	state[6] += g
	state[7] += h
}

// first256 is BSIG1(e) + CH(e, f, g), written with one operation fewer.
func first256(e, f, g uint32) uint32 {
	return (bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)) + (g ^ e&(f^g))
}

// second256 is BSIG0(a) + MAJ(a, b, c), likewise.
func second256(a, b, c uint32) uint32 {
	return (bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)) + (a&b | c&(a|b))
}

package attack

import (
	"crypto/sha512"
	"encoding/binary"
	"math/bits"

	"jwtsecret/app/attack/kernel"
	"jwtsecret/app/secret"
)

// block512 is a block of SHA-384 or SHA-512 after the preparation of the message
// schedule (RFC 6234 §6.4 step 1), with the constants of the rounds added.
type block512 [80]uint64

// signer512 is HMAC with SHA-384 or SHA-512 of one message.
type signer512 struct {
	hash    hash512
	message []block512
	tag     [8]uint64  // of SHA-384 six
	key     [16]uint64 // one block
	words   [80]uint64
	block   block512
}

// hash512 is what tells SHA-384 from SHA-512: where they start, and how many
// words of the last state are the hash (RFC 6234 §6.3).
type hash512 struct {
	initial [8]uint64
	words   int
}

var (
	sha384 = hash512{words: 6, initial: [8]uint64{
		0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
		0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
	}}
	sha512Full = hash512{words: 8, initial: [8]uint64{
		0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
		0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
	}}
)

func newSigner512(a secret.Algorithm, message, tag []byte) *signer512 {
	s := &signer512{hash: sha512Full}
	if a == secret.HS384 {
		s.hash = sha384
	}
	for padded := pad(message, sha512.BlockSize); len(padded) > 0; padded = padded[sha512.BlockSize:] {
		for i := range 16 {
			s.words[i] = binary.BigEndian.Uint64(padded[8*i:])
		}
		s.prepare()
		s.message = append(s.message, s.block)
	}
	for i := range s.hash.words {
		s.tag[i] = binary.BigEndian.Uint64(tag[8*i:])
	}
	return s
}

func (s *signer512) signed(key []byte) bool {
	s.setKey(key)
	inner := s.hash.initial
	s.keyBlock(&inner, 0x3636363636363636)
	for i := range s.message {
		rounds512(&inner, &s.message[i])
	}
	outer := s.hash.initial
	s.keyBlock(&outer, 0x5c5c5c5c5c5c5c5c)
	copy(s.words[:], inner[:s.hash.words])
	clear(s.words[s.hash.words:15])
	s.words[s.hash.words] = 1 << 63
	s.words[15] = uint64(sha512.BlockSize+8*s.hash.words) * 8
	s.prepare()
	rounds512(&outer, &s.block)
	if outer[0] != s.tag[0] {
		return false
	}
	clear(outer[s.hash.words:])
	return outer == s.tag
}

func (s *signer512) blockSize() int { return sha512.BlockSize }

func (s *signer512) fit(block, key []byte) {
	if len(key) > len(block) {
		sum := sha512.Sum512(key)
		if s.hash.words == sha384.words {
			short := sha512.Sum384(key)
			copy(sum[:], short[:])
		}
		key = sum[:8*s.hash.words]
	}
	clear(block[copy(block, key):])
}

func (s *signer512) setKey(key []byte) {
	var block [sha512.BlockSize]byte
	s.fit(block[:], key)
	for i := range s.key {
		s.key[i] = binary.BigEndian.Uint64(block[8*i:])
	}
}

func (s *signer512) module() []byte {
	h := kernel.HMAC[uint64]{Initial: s.hash.initial, Constants: constants512[:], Tag: s.tag[:s.hash.words]}
	for i := range s.message {
		h.Message = append(h.Message, s.message[i][:]...)
	}
	return h.Module()
}

func (s *signer512) keyBlock(state *[8]uint64, mask uint64) {
	for i, k := range s.key {
		s.words[i] = k ^ mask
	}
	s.prepare()
	rounds512(state, &s.block)
}

// prepare makes the block of its first sixteen words.
func (s *signer512) prepare() {
	w := &s.words
	for t := 16; t < 80; t++ {
		a, b := w[t-15], w[t-2]
		sigma0 := bits.RotateLeft64(a, -1) ^ bits.RotateLeft64(a, -8) ^ a>>7
		sigma1 := bits.RotateLeft64(b, -19) ^ bits.RotateLeft64(b, -61) ^ b>>6
		w[t] = sigma1 + w[t-7] + sigma0 + w[t-16]
	}
	for t := range s.block {
		s.block[t] = w[t] + constants512[t]
	}
}

// rounds512 adds a block to the state (RFC 6234 §6.4 steps 2 to 4), as rounds256
// does.
func rounds512(state *[8]uint64, block *block512) {
	a, b, c, d := state[0], state[1], state[2], state[3]
	e, f, g, h := state[4], state[5], state[6], state[7]
	for t := 0; t < 80; t += 8 {
		w := (*[8]uint64)(block[t:])
		h += first512(e, f, g) + w[0]
		d += h
		h += second512(a, b, c)
		g += first512(d, e, f) + w[1]
		c += g
		g += second512(h, a, b)
		f += first512(c, d, e) + w[2]
		b += f
		f += second512(g, h, a)
		e += first512(b, c, d) + w[3]
		a += e
		e += second512(f, g, h)
		d += first512(a, b, c) + w[4]
		h += d
		d += second512(e, f, g)
		c += first512(h, a, b) + w[5]
		g += c
		c += second512(d, e, f)
		b += first512(g, h, a) + w[6]
		f += b
		b += second512(c, d, e)
		a += first512(f, g, h) + w[7]
		e += a
		a += second512(b, c, d)
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

// first512 is BSIG1(e) + CH(e, f, g), written with one operation fewer.
func first512(e, f, g uint64) uint64 {
	return (bits.RotateLeft64(e, -14) ^ bits.RotateLeft64(e, -18) ^ bits.RotateLeft64(e, -41)) + (g ^ e&(f^g))
}

// second512 is BSIG0(a) + MAJ(a, b, c), likewise.
func second512(a, b, c uint64) uint64 {
	return (bits.RotateLeft64(a, -28) ^ bits.RotateLeft64(a, -34) ^ bits.RotateLeft64(a, -39)) + (a&b | c&(a|b))
}

package kernel

import (
	"encoding/binary"
	"math/big"
	"math/bits"
)

// sha2 is a hash by the definitions of FIPS 180-4 and RFC 6234, written for these
// tests: with tables that are computed, and slow.
type sha2[W uint32 | uint64] struct {
	initial      [8]W
	constants    []W
	ssig0, ssig1 [3]int // two rotations and a shift
}

var (
	sha256 = sha2[uint32]{starts[uint32](0), fractions[uint32](64, 3), [3]int{7, 18, 3}, [3]int{17, 19, 10}}
	sha384 = sha2[uint64]{starts[uint64](8), fractions[uint64](80, 3), [3]int{1, 8, 7}, [3]int{19, 61, 6}}
	sha512 = sha2[uint64]{starts[uint64](0), fractions[uint64](80, 3), [3]int{1, 8, 7}, [3]int{19, 61, 6}}
)

// starts returns the first bits of the fractional parts of the square roots of
// eight primes, after so many others.
func starts[W uint32 | uint64](after int) (words [8]W) {
	copy(words[:], fractions[W](after+8, 2)[after:])
	return words
}

// fractions returns the first bits of the fractional parts of the roots of the
// first n primes.
func fractions[W uint32 | uint64](n, degree int) []W {
	var words []W
	for p := int64(2); len(words) < n; p++ {
		if big.NewInt(p).ProbablyPrime(0) {
			// floor(root(p) * 2^64) modulo 2^64
			root := floorRoot(new(big.Int).Lsh(big.NewInt(p), uint(64*degree)), degree)
			top := new(big.Int).And(root, new(big.Int).SetUint64(1<<64-1)).Uint64()
			words = append(words, W(top>>(64-sizeOf[W]())))
		}
	}
	return words
}

// floorRoot finds a root below 2^72, bit by bit.
func floorRoot(n *big.Int, degree int) *big.Int {
	root := new(big.Int)
	for bit := 71; bit >= 0; bit-- {
		root.SetBit(root, bit, 1)
		if new(big.Int).Exp(root, big.NewInt(int64(degree)), nil).Cmp(n) > 0 {
			root.SetBit(root, bit, 0)
		}
	}
	return root
}

// sizeOf is the size of a word, in bits.
func sizeOf[W uint32 | uint64]() int { return bits.OnesCount64(uint64(^W(0))) }

// hmac returns what a module is to know.
func (s sha2[W]) hmac(message, tag []byte) prepared[W] {
	h := prepared[W]{initial: s.initial[:], constants: s.constants, tag: wordsOf[W](tag)}
	block := 2 * sizeOf[W]() // bytes
	padded := append(append([]byte{}, message...), 0x80)
	for len(padded)%block != block-sizeOf[W]()/4 {
		padded = append(padded, 0)
	}
	padded = append(padded, make([]byte, sizeOf[W]()/4-8)...)
	padded = binary.BigEndian.AppendUint64(padded, uint64(block+len(message))*8)
	for w := wordsOf[W](padded); len(w) > 0; w = w[16:] {
		for t, word := range s.schedule(w[:16]) {
			h.message = append(h.message, word+s.constants[t])
		}
	}
	return h
}

func (s sha2[W]) schedule(block []W) []W {
	w := append([]W{}, block...)
	for t := 16; t < len(s.constants); t++ {
		w = append(w, sigma(w[t-2], s.ssig1)+w[t-7]+sigma(w[t-15], s.ssig0)+w[t-16])
	}
	return w
}

func sigma[W uint32 | uint64](x W, n [3]int) W {
	right := func(count int) W { return x>>count | x<<(sizeOf[W]()-count) }
	return right(n[0]) ^ right(n[1]) ^ x>>n[2]
}

func wordsOf[W uint32 | uint64](b []byte) []W {
	var all []W
	for ; len(b) > 0; b = b[sizeOf[W]()/8:] {
		var w W
		for _, c := range b[:sizeOf[W]()/8] {
			w = w<<8 | W(c)
		}
		all = append(all, w)
	}
	return all
}

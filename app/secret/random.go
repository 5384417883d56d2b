package secret

import (
	"bytes"
	"crypto/rand"
)

// blockSize is the number of bytes that are judged together.
const blockSize = 32

// fewestValues is the number of different byte values that a block has at least, and
// of different steps from one byte to the next.
//
// Of all blocks of 32 bytes, at most C(256, 10) · (10/256)³² < 2⁵⁸ · 2^−149 = 2^−91
// have 10 values or fewer, as digits have, and C(256, 10) · (10/256)³¹ < 2^−87 go up
// or down in 10 different steps or fewer, as a counter does. The two halves of a block
// are equal in 2^−128 of all blocks, and a block equals one of two before in 2^−255.
// One call of [Generate] judges at most 10,000 · 1,500/32 < 2¹⁹ blocks (letters and
// digits draw most), so that a working generator is refused in less than one of 2⁶⁷
// calls.
const fewestValues = 11

// generator draws random bytes and judges them: it is the one way from crypto/rand
// to a secret. What it refuses is a generator that is stuck or repeats itself, not
// one that is made to look random.
type generator struct {
	first  [blockSize]byte // that the read of before began with, zeros at first
	last   [blockSize]byte // the block of before
	broken bool            // whether it gave what no working generator gives
}

// newGenerator returns a generator that has judged a sample, which is thrown away. A
// secret that is too short to be judged by itself is of a generator that was looked
// at, and a lone one is compared with what came before.
func newGenerator() *generator {
	g := &generator{}
	var sample [2 * blockSize]byte
	g.read(sample[:])
	return g
}

// read fills p with random bytes. It judges every whole block of them.
func (g *generator) read(p []byte) {
	rand.Read(p) // never returns an error: it ends the program instead
	if len(p) >= blockSize {
		g.broken = g.broken || bytes.Equal(p[:blockSize], g.first[:])
		copy(g.first[:], p)
	}
	for ; len(p) >= blockSize; p = p[blockSize:] {
		g.judge(p[:blockSize])
	}
}

func (g *generator) judge(block []byte) {
	const half = blockSize / 2
	values, steps := variety(block)
	if bytes.Equal(block, g.last[:]) || bytes.Equal(block[:half], block[half:]) || values < fewestValues || steps < fewestValues {
		g.broken = true
	}
	copy(g.last[:], block)
}

// wipe forgets what was read, which may be of a secret.
func (g *generator) wipe() {
	clear(g.first[:])
	clear(g.last[:])
}

// variety counts the different bytes of a block, and the different steps from a byte to
// the next. It keeps none of them: a block may be of a secret.
func variety(block []byte) (values, steps int) {
	var seen, stepped [256]bool
	for i, b := range block {
		if !seen[b] {
			seen[b] = true
			values++
		}
		if i == 0 {
			continue
		}
		if step := b - block[i-1]; !stepped[step] {
			stepped[step] = true
			steps++
		}
	}
	return values, steps
}

package kernel

import "encoding/binary"

func prepare256(message, tag []byte) prepared[uint32] {
	return prepare(high(initial512[:]), high(constants512[:]), message, tag)
}

func prepare384(message, tag []byte) prepared[uint64] {
	return prepare(initial384[:], constants512[:], message, tag)
}

func prepare512(message, tag []byte) prepared[uint64] {
	return prepare(initial512[:], constants512[:], message, tag)
}

// prepare does what every key has in common: the message schedule of each block of
// the message (RFC 6234 §6.2 and §6.4, step 1), with the constants added.
func prepare[W uint32 | uint64](initial, constants []W, message, tag []byte) prepared[W] {
	h := prepared[W]{initial: initial, constants: constants, tag: words[W](tag)}
	for padded := words[W](Pad(message, 16*wordSize[W]())); len(padded) > 0; padded = padded[16:] {
		h.message = append(h.message, h.schedule(padded[:16])...)
	}
	return h
}

func (h prepared[W]) schedule(block []W) []W {
	l := lanesOf[W]()
	w := append(make([]W, 0, len(h.constants)), block...)
	for t := 16; t < len(h.constants); t++ {
		w = append(w, mixed(w[t-2], l.ssig1)+w[t-7]+mixed(w[t-15], l.ssig0)+w[t-16])
	}
	for t, constant := range h.constants {
		w[t] += constant
	}
	return w
}

// mixed is the exclusive or of the rotations and the shift.
func mixed[W uint32 | uint64](word W, n counts) W {
	mix := word >> n.shift
	for _, count := range n.rotations {
		mix ^= word>>count | word<<(8*wordSize[W]()-count)
	}
	return mix
}

// Pad returns the message with the padding of a hash whose blocks have so many
// bytes (RFC 6234 §4). One block, the key's, has gone before it.
func Pad(message []byte, block int) []byte {
	lengthSize := block / 8
	padded := make([]byte, (len(message)+1+lengthSize+block-1)/block*block)
	padded[copy(padded, message)] = 0x80
	binary.BigEndian.PutUint64(padded[len(padded)-8:], uint64(block+len(message))*8)
	return padded
}

// words reads words that have their highest byte first.
func words[W uint32 | uint64](b []byte) []W {
	all := make([]W, len(b)/wordSize[W]())
	for i, c := range b {
		all[i/wordSize[W]()] |= W(c) << (8 * (wordSize[W]() - 1 - i%wordSize[W]()))
	}
	return all
}

// wordSize is the size of a word, in bytes.
func wordSize[W uint32 | uint64]() int { return lanesOf[W]().wordSize }

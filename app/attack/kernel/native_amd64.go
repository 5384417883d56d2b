package kernel

import (
	"encoding/binary"
	"slices"

	"golang.org/x/sys/cpu"
)

// Native returns what tries keys against the message and its tag, written for this
// processor. They are any number of blocks of the hash, one after the other: sixteen are
// tried at once for SHA-256, and eight for SHA-384 and SHA-512. What it returns is a hint, as
// that of a [Module]. It is nil where the processor has no AVX-512.
func Native(message, tag []byte) (run func(keys []byte) bool) {
	if !cpu.X86.HasAVX512F {
		return nil
	}
	switch len(tag) {
	case 32:
		return newNative(prepare256(message, tag), different256, same256).run
	case 48:
		return newNative(prepare384(message, tag), different512, same512).run
	default:
		return newNative(prepare512(message, tag), different512, same512).run
	}
}

// nativeSize is the size of a vector of this processor, in bytes.
const nativeSize = 64

// native tries as many keys at once as a vector has lanes. Vectors stand one after the
// other in memory, each with the same word of all lanes.
type native[W uint32 | uint64] struct {
	prepared[W]
	lanes int

	different func(state, words, constants *W, change W)
	same      func(state, prepared *W)

	start, state []W // of the hash: at its beginning, and at work
	keys         []W // the block of each
	digest       []W // the inner hash, and after it its padding
}

func newNative[W uint32 | uint64](p prepared[W], different func(_, _, _ *W, _ W), same func(_, _ *W)) *native[W] {
	n := &native[W]{prepared: p, lanes: nativeSize / wordSize[W](), different: different, same: same}
	n.start = n.everywhere(p.initial)
	n.state = slices.Clone(n.start)
	n.keys = make([]W, 16*n.lanes)
	n.digest = n.everywhere(p.innerBlock())
	return n
}

// everywhere gives all lanes these words.
func (n *native[W]) everywhere(words []W) (vectors []W) {
	for _, word := range words {
		vectors = append(vectors, slices.Repeat([]W{word}, n.lanes)...)
	}
	return vectors
}

// run reports whether the tag of one of the keys begins with the right word. Each has a
// block of the hash.
func (n *native[W]) run(keys []byte) (promising bool) {
	block := 16 * wordSize[W]()
	for len(keys) > 0 {
		some := keys[:min(n.lanes*block, len(keys))]
		keys = keys[len(some):]
		n.take(some)
		n.hash()
		promising = promising || slices.Contains(n.state[:len(some)/block], n.tag[0])
	}
	return promising
}

// hash makes the state the tags of the keys.
func (n *native[W]) hash() {
	eachByte := ^W(0) / 0xff
	copy(n.state, n.start)
	n.different(&n.state[0], &n.keys[0], &n.constants[0], 0x36*eachByte)
	for message := n.message; len(message) > 0; message = message[len(n.constants):] {
		n.same(&n.state[0], &message[0])
	}
	copy(n.digest, n.state[:len(n.tag)*n.lanes])
	copy(n.state, n.start)
	n.different(&n.state[0], &n.keys[0], &n.constants[0], 0x5c*eachByte)
	n.different(&n.state[0], &n.digest[0], &n.constants[0], 0)
}

// take gives each lane a key.
func (n *native[W]) take(keys []byte) {
	size := wordSize[W]()
	for lane := 0; len(keys) > 0; lane++ {
		for at := lane; at < len(n.keys); at += n.lanes {
			n.keys[at] = word[W](keys)
			keys = keys[size:]
		}
	}
}

// word reads one that has its highest byte first.
func word[W uint32 | uint64](b []byte) W {
	if uint64(^W(0))>>32 == 0 {
		return W(binary.BigEndian.Uint32(b))
	}
	return W(binary.BigEndian.Uint64(b))
}

// What native256_amd64.s and native512_amd64.s do to the state of the hash in all lanes:
// different adds a block of which each lane has its own, whose words are changed by one;
// same adds a block that was prepared, which all lanes have.

//go:noescape
func different256(state, words, constants *uint32, change uint32)

//go:noescape
func same256(state, prepared *uint32)

//go:noescape
func different512(state, words, constants *uint64, change uint64)

//go:noescape
func same512(state, prepared *uint64)

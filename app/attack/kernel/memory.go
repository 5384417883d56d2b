package kernel

// layout says where the memory holds what, in bytes from its beginning, which
// the keys have.
type layout struct {
	lanes
	rounds, digestWords int

	// vectors, with a word of each lane
	stateAt  int // of the hash
	keyAt    int // the keys at work
	digestAt int // the inner hash, and after it its padding

	// words
	contentAt                       int // from here on the module brings content along
	initialAt, constantsAt, tagAt   int
	noPadAt, innerPadAt, outerPadAt int // what the key is changed by (RFC 2104 §2)
	messageAt, end                  int
}

func (l layout) blockSize() int { return 16 * l.wordSize }

// vectorSize is the size of a vector, in bytes.
const vectorSize = 16

// memory lays out the memory and returns what it holds at first.
func (h HMAC[W]) memory() (layout, []byte) {
	l := layout{lanes: lanes32, rounds: len(h.Constants), digestWords: len(h.Tag)}
	if uint64(^W(0))>>32 > 0 {
		l.lanes = lanes64
	}
	l.stateAt = Batch * l.blockSize()
	l.keyAt = l.stateAt + 8*vectorSize
	l.digestAt = l.keyAt + 16*vectorSize
	l.contentAt = l.digestAt + l.digestWords*vectorSize

	var content []byte
	put := func(words ...W) (at int) {
		at = l.contentAt + len(content)
		for _, w := range words {
			for i := range l.wordSize { // the lowest byte first
				content = append(content, byte(uint64(w)>>(8*i)))
			}
		}
		return at
	}
	for _, w := range padding[W](l) {
		for range l.perVector {
			put(w)
		}
	}
	l.initialAt = put(h.Initial[:]...)
	l.constantsAt = put(h.Constants...)
	l.tagAt = put(h.Tag[0])
	eachByte := ^W(0) / 0xff
	l.noPadAt, l.innerPadAt, l.outerPadAt = put(0), put(0x36*eachByte), put(0x5c*eachByte)
	l.messageAt = put(h.Message...)
	l.end = put()
	return l, content
}

// padding returns the words that follow the inner hash in the last block
// (RFC 6234 §4). One block, the key's, has gone before it.
func padding[W uint32 | uint64](l layout) []W {
	words := make([]W, 16-l.digestWords)
	words[0] = 1 << (8*l.wordSize - 1)
	words[len(words)-1] = W(8 * (l.blockSize() + l.digestWords*l.wordSize))
	return words
}

package kernel

// layout says where the memory holds what, in bytes from its beginning, which
// the records have.
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
	messageAt, messageEnd           int
}

func (l layout) blockSize() int { return 16 * l.wordSize }

// vectorSize is the size of a vector, in bytes.
const vectorSize = 16

// prepared is what a module knows: a hash, SHA-256 if its words have 32 bits, SHA-384
// or SHA-512 if they have 64, and one message with its tag.
type prepared[W uint32 | uint64] struct {
	initial   []W // the state of the hash at its beginning
	constants []W // of its rounds
	message   []W // of each block all words of its schedule, with the constants added
	tag       []W
}

// memory lays out the memory and returns what it holds at first.
func (h prepared[W]) memory() (layout, []byte) {
	l := layout{lanes: lanesOf[W](), rounds: len(h.constants), digestWords: len(h.tag)}
	l.stateAt = MostRecords
	l.keyAt = l.stateAt + 8*vectorSize
	l.digestAt = l.keyAt + 16*vectorSize
	l.contentAt = l.digestAt + l.digestWords*vectorSize

	var content []byte
	put := func(all ...W) (at int) {
		at = l.contentAt + len(content)
		for _, w := range all {
			for i := range l.wordSize { // the lowest byte first
				content = append(content, byte(uint64(w)>>(8*i)))
			}
		}
		return at
	}
	for _, w := range h.innerBlock()[l.digestWords:] { // what follows the inner hash
		for range l.perVector {
			put(w)
		}
	}
	l.initialAt = put(h.initial...)
	l.constantsAt = put(h.constants...)
	l.tagAt = put(h.tag[0])
	eachByte := ^W(0) / 0xff
	l.noPadAt, l.innerPadAt, l.outerPadAt = put(0), put(0x36*eachByte), put(0x5c*eachByte)
	l.messageAt = put(h.message...)
	l.messageEnd = put()
	return l, content
}

// innerBlock is the block of an inner hash of zeros: its padding comes after it.
func (h prepared[W]) innerBlock() []W {
	return words[W](Pad(make([]byte, len(h.tag)*wordSize[W]()), 16*wordSize[W]()))
}

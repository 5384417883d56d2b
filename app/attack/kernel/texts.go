package kernel

// Module returns the binary of a module that looks for the secret of the message, with these
// affixes. The size of the message's tag says by which hash: SHA-256, SHA-384 or SHA-512 for
// 32, 48 or 64 bytes.
//
// What its function run takes are records, one after the other: a byte that is the record's
// [Kind], a byte with the size of what follows, and that many bytes. There may be
// [MostRecords] bytes of them.
//
// Each text is tried in UTF-8, and if it can be read so, in hexadecimal and in one
// kind of base64: what it can be is said in package token, with the encodings that
// libraries accept.
func Module(message, tag []byte, affixes Affixes) []byte {
	switch len(tag) {
	case 32:
		return prepare256(message, tag).module(affixes)
	case 48:
		return prepare384(message, tag).module(affixes)
	default:
		return prepare512(message, tag).module(affixes)
	}
}

// Kind is what a record holds.
type Kind byte

// The kinds of records. No key, and no text with the longest affix, may be longer than a
// block of the hash.
const (
	Key  Kind = iota // a key as it is
	Text             // a text, which may be more than one key
	Stem             // a text, alone and with each affix
)

// MostRecords is the most that a module takes at a time, in bytes.
const MostRecords = 64 << 10

// Affixes are what stands behind and before the texts that are stems. None is longer than
// [LongestAffix].
type Affixes struct{ Suffixes, Prefixes []string }

// LongestAffix is the length of the longest affix that fits, in bytes.
const LongestAffix = vectorSize - 1

// textLayout says where the memory holds what the making of keys needs, behind the layout of
// what tries them.
type textLayout struct {
	layout

	// numbers
	slot, hits int // where the next key goes; whether a tag began as it should

	quads              [4]int // for the four digits of base64 that make three bytes: see [quads]
	nibbles            int    // for a digit of hexadecimal
	suffixes, prefixes affixTable

	// what is at work
	decoded, derived, slots, lastSlot int
}

// affixTable has a vector of text for each affix, and a vector for its size and its [twins].
type affixTable struct{ at, end int }

// affixStep is the size of an entry, in bytes.
const affixStep = 2 * vectorSize

func (h prepared[W]) module(affixes Affixes) []byte {
	l, content := h.memory()
	t := textLayout{layout: l}
	put := func(b ...byte) (at int) {
		at = t.contentAt + len(content)
		content = append(content, b...)
		return at
	}
	for i, table := range quads() {
		t.quads[i] = put(table...)
	}
	t.nibbles = put(nibbles()...)
	t.suffixes = affixTable{put(entries(affixes.Suffixes, twins(affixes.Suffixes))...), put()}
	t.prefixes = affixTable{put(entries(affixes.Prefixes, make([]byte, len(affixes.Prefixes)))...), put()}
	t.hits = put(0, 0, 0, 0)
	t.slot = put(0, 0, 0, 0)
	t.decoded = put()
	t.derived = t.decoded + 2*t.blockSize()
	t.slots = t.derived + 2*t.blockSize()
	t.lastSlot = t.slots + (t.perVector-1)*t.blockSize()
	size := t.lastSlot + 2*t.blockSize()
	return module(size, t.contentAt, content, different(l), same(l), attempt(l), takeKey(t), takeText(t), takeStem(t), run(t))
}

func entries(affixes []string, twins []byte) (all []byte) {
	for i, affix := range affixes {
		entry := make([]byte, affixStep)
		copy(entry, affix)
		entry[vectorSize], entry[vectorSize+1] = byte(len(affix)), twins[i]
		all = append(all, entry...)
	}
	return all
}

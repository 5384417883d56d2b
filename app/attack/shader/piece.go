package shader

import (
	"encoding/binary"
	"math"
	"slices"

	"jwtsecret/app/attack/kernel"
)

const (
	// MaxSize is the most digits of a candidate.
	MaxSize = 8

	// MaxValues is the most that a digit can be: as many characters of ASCII can be printed.
	MaxValues = 96

	// MaxCount is the most candidates of a piece.
	MaxCount = 1 << 30

	// None is the number of no candidate.
	None = math.MaxUint32
)

// Piece is a number of keys in a row, which the card makes by itself: each is the next
// number in the digits of an alphabet, Size of them, from First on.
type Piece struct {
	Tag    [16]byte // the first bytes of the tag that is looked for
	Values []byte   // of each digit, [MaxValues] at most
	Bits   int      // of each value: 8 for characters, 4 for hexadecimal, 6 for base64
	Size   int      // digits of a candidate, from 1 to [MaxSize]
	First  uint64   // the number of the first candidate, from 0
	Count  int      // candidates, from 1 to [MaxCount]
}

// Try has a card begin with a piece. wait returns the number of the first candidate in the
// piece, from 0, whose tag begins as it should, or [None]. Two may be under way at a time.
// The error is [ErrCard].
type Try func(Piece) (wait func() (first uint32, err error))

// Key returns the key of the candidate with this number, from 0, whatever the first one of
// the piece is.
func (p Piece) Key(number uint64) []byte {
	radix := uint64(len(p.Values))
	var bits uint64 // from the highest one on
	for left := p.Size; left > 0; left-- {
		bits |= uint64(p.Values[number%radix]) << (64 - left*p.Bits)
		number /= radix
	}
	return binary.BigEndian.AppendUint64(nil, bits)[:p.Size*p.Bits/8]
}

const (
	groupSize = 64      // invocations
	columns   = 1 << 12 // groups, in each row of them

	piecePlaces = 16 + MaxSize + MaxValues // of four bytes
)

// Load prepares a card for the message, with the hash whose tags have so many bytes: 32, 48
// or 64 for SHA-256, SHA-384 or SHA-512. The error is the card's.
func Load(card Card, message []byte, tagSize int) (Try, error) {
	h, table := prepare(message, tagSize)
	end := len(table) / rowSize
	if !h.stored {
		table = append(table, make([]byte, maxUniform*rowSize-len(table))...)
	}
	start, err := card.Load(h.search(), table, 4*piecePlaces, []byte{0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0})
	if err != nil {
		return nil, err
	}
	return func(p Piece) func() (uint32, error) {
		groups := (p.Count + groupSize - 1) / groupSize
		rows := (groups + columns - 1) / columns
		across := min(groups, columns)
		wait := start(p.pack(end, across), across, rows)
		return func() (uint32, error) {
			result, err := wait()
			if err != nil {
				return None, err
			}
			// A browser that refuses a piece, or a driver that gives it up, says so late or
			// never. What counts is what was done.
			if done := binary.LittleEndian.Uint32(result[4:]); int(done) != groups {
				return None, ErrCard
			}
			return binary.LittleEndian.Uint32(result), nil
		}
	}, nil
}

// rowSize is the size of a row of the table, in bytes.
const rowSize = 16

// prepare returns the hash and what its table holds.
func prepare(message []byte, tagSize int) (hash, []byte) {
	c := kernel.Prepare(message, tagSize)
	h := hash{wide: c.Wide, rounds: len(c.Constants), digestWords: tagSize / 4}
	if c.Wide {
		h.rounds, h.digestWords = h.rounds/2, h.digestWords/2
	}
	var table []byte
	for _, word := range slices.Concat(c.Initial, c.Constants, c.Message) {
		table = binary.LittleEndian.AppendUint32(table, word)
	}
	h.stored = len(table) > maxUniform*rowSize
	return h, table
}

// pack writes the piece as the program reads it, each number in four bytes, the lowest first.
// end is where the message ends in the table, in rows.
func (p Piece) pack(end, across int) []byte {
	b := make([]byte, 0, 4*piecePlaces)
	put := func(number uint32) { b = binary.LittleEndian.AppendUint32(b, number) }
	for at := 0; at < len(p.Tag); at += 4 {
		put(binary.BigEndian.Uint32(p.Tag[at:]))
	}
	for _, number := range []int{p.Count, across * groupSize, len(p.Values), p.Size, p.Bits, end} {
		put(uint32(number))
	}
	whole := ^uint64(0) << (64 - 8*(p.Size*p.Bits/8)) // bits of the last digits that belong to no byte are dropped
	put(uint32(whole >> 32))
	put(uint32(whole))
	b = append(b, make([]byte, 4*(16-12))...)
	digits, rest := make([]uint32, MaxSize), p.First
	for i := p.Size - 1; i >= 0; i-- {
		digits[i] = uint32(rest % uint64(len(p.Values)))
		rest /= uint64(len(p.Values))
	}
	for _, digit := range digits {
		put(digit)
	}
	for _, value := range p.Values {
		put(uint32(value))
	}
	return append(b, make([]byte, 4*piecePlaces-len(b))...)
}

package site

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"slices"
)

// The runtime looks up the function of an address in a table of buckets: each has the
// number of the first function in its addresses, and of those in its sixteenths, counted
// from that (cmd/link/internal/ld/pcln.go and runtime/symtab.go, findfunctab). A program
// of WebAssembly has a new function every 64 KiB of addresses and nowhere else. So its
// table does nothing but count, through a quarter of the file.
const (
	bucketSize        = 4 + bucketParts // in bytes
	bucketParts       = 16
	bucketSpan        = 4096 // addresses
	bucketsOfFunction = 1 << 16 / bucketSpan
)

// Where runtime.moduledata names the table and the range of addresses, in words.
const (
	moduleBuckets = 19
	moduleMinPC   = 20
	moduleMaxPC   = 21
)

// dropBuckets empties the table in memory, and returns the body of a function that writes
// it again. A table that was emptied before needs none.
func dropBuckets(memory []byte) (writer []byte, err error) {
	t, err := findPclntab(memory)
	if err != nil {
		return nil, err
	}
	from, span := t.described.at(moduleBuckets), t.described.at(moduleMaxPC)-t.described.at(moduleMinPC)
	count, parts := (span+bucketSpan-1)/bucketSpan, (span+bucketSpan/bucketParts-1)/(bucketSpan/bucketParts) // of the last bucket as many as there are
	size, room := 4*count+parts, uint64(len(memory))
	if from > room || count == 0 || count > room || size > room-from {
		return nil, fmt.Errorf("%w: the table of buckets", ErrProgram)
	}
	table := memory[from : from+size]
	if len(bytes.Trim(table, "\x00")) == 0 {
		return nil, nil
	}
	if !bytes.Equal(table, countedBuckets(int(count))[:size]) {
		return nil, fmt.Errorf("%w: a table of buckets that does not count", ErrProgram)
	}
	clear(table)
	return bucketWriter(uint32(from), uint32(count)), nil
}

// countedBuckets is the table of a program of WebAssembly.
func countedBuckets(count int) []byte {
	table := make([]byte, count*bucketSize)
	for i := range count {
		binary.LittleEndian.PutUint32(table[i*bucketSize:], uint32(i/bucketsOfFunction))
	}
	return table
}

// bucketWriter is the body of a function that writes that table to an address
// (WebAssembly 2.0, §5.4): it stores i/16 at i times the size of a bucket.
func bucketWriter(at, count uint32) []byte {
	body := []byte{
		1, 1, 0x7f, // a variable i, of 32 bits
		0x03, 0x40, // loop
		0x20, 0, 0x41, bucketSize, 0x6c, // i * 20
		0x20, 0, 0x41, 4, 0x76, // i >> 4
		0x36, 2, // store
	}
	body = binary.AppendUvarint(body, uint64(at))
	body = append(body, 0x20, 0, 0x41, 1, 0x6a, 0x22, 0, 0x41) // i = i + 1
	body = appendAddress(body, count)
	return append(body, 0x49, 0x0d, 0, 0x0b, 0x0b) // again while that is less than the count
}

// addStart lets the browser run a function, of this body, before it hands out the
// instance of a module. Its number is the next one, so no other function gets another.
func addStart(sections []moduleSection, body []byte) ([]moduleSection, error) {
	all := slices.Clone(sections)
	typed, err := appendEntry(all, typeSection, []byte{0x60, 0, 0}) // takes nothing, returns nothing
	if err != nil {
		return nil, err
	}
	number, err := appendEntry(all, functionSection, binary.AppendUvarint(nil, uint64(typed)))
	if err != nil {
		return nil, err
	}
	if _, err := appendEntry(all, codeSection, append(binary.AppendUvarint(nil, uint64(len(body))), body...)); err != nil {
		return nil, err
	}
	imported, err := importedFunctions(all)
	if err != nil {
		return nil, err
	}
	start := moduleSection{startSection, binary.AppendUvarint(nil, uint64(imported)+uint64(number))}
	before := func(s moduleSection) bool { return s.id > startSection }
	if slices.ContainsFunc(all, func(s moduleSection) bool { return s.id == startSection }) {
		return nil, fmt.Errorf("%w: it has a start function", ErrProgram)
	}
	return slices.Insert(all, slices.IndexFunc(all, before), start), nil
}

// appendEntry adds an entry to the section that is a list of such, and returns its
// number in that list.
func appendEntry(sections []moduleSection, id byte, entry []byte) (number uint32, err error) {
	for i, s := range sections {
		if s.id == id {
			r := reader{rest: s.body}
			number = r.uint32()
			if r.short {
				break
			}
			sections[i].body = slices.Concat(binary.AppendUvarint(nil, uint64(number)+1), r.rest, entry)
			return number, nil
		}
	}
	return 0, fmt.Errorf("%w: no list in section %d", ErrProgram, id)
}

// importedFunctions returns how many functions a module imports. They have the first
// numbers.
func importedFunctions(sections []moduleSection) (count uint32, err error) {
	for _, s := range sections {
		if s.id != importSection {
			continue
		}
		r := reader{rest: s.body}
		count = r.uint32()
		for range count {
			r.bytes(r.uint32()) // of which module
			r.bytes(r.uint32()) // under which name
			function := r.bytes(1)[0] == 0
			r.uint32() // its type
			if !function || r.short {
				return 0, fmt.Errorf("%w: an import that is no function", ErrProgram)
			}
		}
	}
	return count, nil
}

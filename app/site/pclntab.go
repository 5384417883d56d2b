package site

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// pclntab is the table by which the runtime knows a program's functions, within
// the memory: how large their frames are, where pointers lie in them, and, for
// those who read a traceback, what they are called and from which lines of which
// files they come. The linker writes it (cmd/link/internal/ld/pcln.go), and the
// runtime reads it (runtime/symtab.go).
type pclntab struct {
	names     []byte // of functions, each with a zero byte at its end
	units     []byte // offsets into files
	files     []byte // names of files
	pcs       []byte // tables from a place in a function to a number
	functions []byte // the list of functions, then a record of each
	count     int    // of functions
	described words  // runtime.moduledata
}

// pclnHead begins the table: a magic number, two bytes of padding, the size of an
// instruction and of a pointer, in bytes.
const (
	pclnHead     = "\xf1\xff\xff\xff\x00\x00\x01\x08"
	pclnHeadSize = 72 // with the eight numbers that follow
)

// findPclntab finds the one table in the memory, by its header and by the
// runtime's own description of the program, which names the same parts.
func findPclntab(memory []byte) (pclntab, error) {
	head, ok := only(memory, []byte(pclnHead))
	if !ok {
		return pclntab{}, fmt.Errorf("%w: no table of functions, or several", ErrProgram)
	}
	header := words(memory[head:])
	module := binary.LittleEndian.AppendUint64(nil, uint64(head)) // runtime.moduledata begins so
	module = binary.LittleEndian.AppendUint64(module, uint64(head)+header.at(4))
	at, ok := only(memory, module)
	if !ok {
		return pclntab{}, fmt.Errorf("%w: no description of the program, or several", ErrProgram)
	}
	described, end, inOrder := words(memory[at:]), uint64(head)+pclnHeadSize, true
	// part returns the memory of the i-th slice described, of elements with a size
	// in bytes. It has to be where the header says, behind the part before it.
	part := func(i int, size uint64) []byte {
		from, length, capacity := described.at(1+3*i), described.at(2+3*i), described.at(3+3*i)
		room := uint64(len(memory))
		inOrder = inOrder && from == uint64(head)+header.at(4+i) && end <= from && from <= room &&
			length == capacity && length <= (room-from)/size
		if !inOrder {
			return nil
		}
		end = from + size*length
		return memory[from:end]
	}
	count := header.at(1)
	t := pclntab{names: part(0, 1), units: part(1, 4), files: part(2, 1), pcs: part(3, 1), functions: part(4, 1), count: int(count), described: described}
	listed := described.at(16) == described.at(13) && described.at(17) == count+1 // the list begins the functions, and ends with an end
	if !inOrder || !listed || count == 0 || count >= uint64(len(t.functions))/8 {
		return pclntab{}, fmt.Errorf("%w: the parts of the table of functions", ErrProgram)
	}
	return t, nil
}

// only returns where part stands in memory, and whether it does so exactly once
// and where a number of 8 bytes may stand.
func only(memory, part []byte) (int, bool) {
	at := bytes.Index(memory, part)
	return at, at >= 0 && at%8 == 0 && at == bytes.LastIndex(memory, part)
}

// words is memory read as numbers of 8 bytes.
type words []byte

// at returns the i-th number, or 0 beyond the end.
func (w words) at(i int) uint64 {
	if len(w) < 8*i+8 {
		return 0
	}
	return binary.LittleEndian.Uint64(w[8*i:])
}

// record is what the runtime knows of a function: fields of fixed size, then the
// offsets of its tables in pcs, then of other data.
type record []byte

// The size of a record without its lists and its fields, by their offset, all in
// bytes (runtime/runtime2.go, _func).
const (
	recordSize   = 44
	recordEntry  = 0
	recordName   = 4
	recordPCSP   = 16
	recordPCFile = 20
	recordPCLine = 24
	recordPCData = 28 // how many tables
	recordUnit   = 32
	recordStart  = 36
	recordID     = 40
	recordData   = 43 // how much other data, in one byte
)

const (
	maxPCData = 5  // tables of a function, at most
	wrapperID = 23 // of a function that the compiler made around another
)

func (r record) get(field int) uint32 { return binary.LittleEndian.Uint32(r[field:]) }

func (r record) set(field int, v uint32) { binary.LittleEndian.PutUint32(r[field:], v) }

// tables returns where in pcs the tables begin that others than tracebacks read.
func (r record) tables() []uint32 {
	all := []uint32{r.get(recordPCSP)}
	for i := range int(r.get(recordPCData)) {
		all = append(all, r.get(recordSize+4*i))
	}
	return all
}

// records returns the records of all functions.
func (t pclntab) records() ([]record, error) {
	all := make([]record, t.count)
	last, end := uint32(0), uint64(8*t.count+4)
	for i := range all {
		entry, at := binary.LittleEndian.Uint32(t.functions[8*i:]), binary.LittleEndian.Uint32(t.functions[8*i+4:])
		if entry < last || uint64(at) < end || uint64(at)+recordSize > uint64(len(t.functions)) {
			return nil, fmt.Errorf("%w: the list of functions is not in order", ErrProgram)
		}
		r := record(t.functions[at:])
		end = uint64(at) + recordSize + 4*(uint64(r.get(recordPCData))+uint64(r[recordData]))
		if r.get(recordEntry) != entry || r.get(recordPCData) > maxPCData || end > uint64(len(t.functions)) {
			return nil, fmt.Errorf("%w: the record of a function", ErrProgram)
		}
		all[i], last = r[:end-uint64(at)], entry
	}
	return all, nil
}

// name returns the name of a function.
func (t pclntab) name(r record) (string, bool) {
	at := r.get(recordName)
	if uint64(at) >= uint64(len(t.names)) || at > 0 && t.names[at-1] != 0 {
		return "", false
	}
	name, _, whole := bytes.Cut(t.names[at:], []byte{0})
	return string(name), whole
}

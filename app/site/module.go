package site

import (
	"bytes"
	"encoding/binary"
	"fmt"
)

// The sections of a WebAssembly module that shrinking touches, by their number in
// the binary format (WebAssembly 2.0, §5.5.2).
const (
	typeSection      = 1
	importSection    = 2
	functionSection  = 3
	startSection     = 8
	codeSection      = 10
	dataSection      = 11
	dataCountSection = 12
)

// moduleHead is the magic number and the version that a module begins with.
const moduleHead = "\x00asm\x01\x00\x00\x00"

// moduleSection is a part of a module. Its content is not copied.
type moduleSection struct {
	id   byte
	body []byte
}

// splitModule returns the sections of a module, in their order.
func splitModule(module []byte) ([]moduleSection, error) {
	rest, ok := bytes.CutPrefix(module, []byte(moduleHead))
	if !ok {
		return nil, fmt.Errorf("%w: no WebAssembly 1.0", ErrProgram)
	}
	var all []moduleSection
	for r := (reader{rest: rest}); len(r.rest) > 0; {
		s := moduleSection{id: r.bytes(1)[0]}
		s.body = r.bytes(r.uint32())
		if r.short {
			return nil, fmt.Errorf("%w: a section breaks off", ErrProgram)
		}
		all = append(all, s)
	}
	return all, nil
}

func joinModule(sections []moduleSection) []byte {
	module := []byte(moduleHead)
	for _, s := range sections {
		module = append(module, s.id)
		module = binary.AppendUvarint(module, uint64(len(s.body)))
		module = append(module, s.body...)
	}
	return module
}

// reader reads the numbers and the vectors of the binary format. What goes beyond
// the end reads as zeros and is remembered in short.
type reader struct {
	rest  []byte
	short bool
}

// bytes returns the next n bytes.
func (r *reader) bytes(n uint32) []byte {
	if uint64(n) > uint64(len(r.rest)) {
		r.rest, r.short = nil, true
		return make([]byte, min(n, 1))
	}
	next := r.rest[:n]
	r.rest = r.rest[n:]
	return next
}

// uint32 reads an unsigned number in LEB128, of at most 32 bits.
func (r *reader) uint32() uint32 {
	v, n := binary.Uvarint(r.rest)
	if n <= 0 || v > 1<<32-1 {
		r.rest, r.short = nil, true
		return 0
	}
	r.rest = r.rest[n:]
	return uint32(v)
}

// address reads a signed number in LEB128, of 32 bits, as an address: those from
// 2 GiB on are written as negative numbers.
func (r *reader) address() uint32 {
	var v uint32
	for shift := 0; shift < 35; shift += 7 {
		b := r.bytes(1)[0]
		v |= uint32(b&0x7f) << shift
		if b&0x80 == 0 {
			if b&0x40 != 0 && shift < 28 {
				v |= ^uint32(0) << (shift + 7)
			}
			return v
		}
	}
	r.rest, r.short = nil, true
	return 0
}

// appendAddress writes what [reader.address] reads.
func appendAddress(to []byte, address uint32) []byte {
	v := int32(address)
	for v < -0x40 || v >= 0x40 {
		to = append(to, byte(v)|0x80)
		v >>= 7
	}
	return append(to, byte(v)&0x7f)
}

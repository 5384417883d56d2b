package site

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"fmt"
	"slices"
)

// maxMemory is the most that the data of a program may span, in bytes.
const maxMemory = 64 << 20

// zeroRun is the number of zero bytes that are worth a new segment of their own.
// The linker cuts at eight already, up to a hundred thousand times: browsers do not
// mind, but every cut is an address, and brotli finds no pattern in those.
const zeroRun = 1024

// readMemory returns the memory as the data section leaves it, from address 0 on.
// Memory that no segment fills holds zeros.
func readMemory(data []byte) ([]byte, error) {
	type segment struct {
		at   uint32
		data []byte
	}
	var segments []segment
	r := reader{rest: data}
	for n := r.uint32(); n > 0 && !r.short; n-- {
		intoMemory, constant := r.bytes(1)[0] == 0, r.bytes(1)[0] == 0x41
		at := r.address()
		end := r.bytes(1)[0] == 0x0b
		if !intoMemory || !constant || !end {
			return nil, fmt.Errorf("%w: a data segment of another kind", ErrProgram)
		}
		segments = append(segments, segment{at, r.bytes(r.uint32())})
	}
	if r.short || len(r.rest) > 0 {
		return nil, fmt.Errorf("%w: the data section breaks off or goes on", ErrProgram)
	}
	slices.SortFunc(segments, func(a, b segment) int { return cmp.Compare(a.at, b.at) })
	var memory []byte
	for _, s := range segments {
		if int64(s.at) < int64(len(memory)) || int64(s.at)+int64(len(s.data)) > maxMemory {
			return nil, fmt.Errorf("%w: data segments overlap or fill too much", ErrProgram)
		}
		memory = append(memory, make([]byte, int(s.at)-len(memory))...)
		memory = append(memory, s.data...)
	}
	return memory, nil
}

// writeMemory returns a data section that leaves the memory like this, and the
// number of its segments.
func writeMemory(memory []byte) (data []byte, segments int) {
	gap := make([]byte, zeroRun)
	for at := 0; at < len(memory); {
		rest := memory[at:]
		if zeros := len(rest) - len(bytes.TrimLeft(rest, "\x00")); zeros > 0 {
			at += zeros
			continue
		}
		end := bytes.Index(rest, gap)
		if end < 0 {
			end = len(bytes.TrimRight(rest, "\x00"))
		}
		data = appendAddress(append(data, 0, 0x41), uint32(at))
		data = binary.AppendUvarint(append(data, 0x0b), uint64(end))
		data = append(data, rest[:end]...)
		segments++
		at += end
	}
	return append(binary.AppendUvarint(nil, uint64(segments)), data...), segments
}

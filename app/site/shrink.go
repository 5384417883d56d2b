package site

import (
	"encoding/binary"
	"fmt"
	"slices"
)

// shrink returns a program that does the same and is smaller to download. It
// knows the layout that the toolchain of go.mod gives a program; the error is
// [ErrProgram] where a program is not laid out so.
func shrink(program []byte) ([]byte, error) {
	sections, err := splitModule(program)
	if err != nil {
		return nil, err
	}
	segments, writer := 0, []byte(nil)
	for i, s := range slices.Backward(sections) { // the count of the segments stands before them
		switch s.id {
		case dataSection:
			memory, err := readMemory(s.body)
			if err != nil {
				return nil, err
			}
			if err := dropTraces(memory); err != nil {
				return nil, err
			}
			if writer, err = dropBuckets(memory); err != nil {
				return nil, err
			}
			sections[i].body, segments = writeMemory(memory)
		case dataCountSection:
			sections[i].body = binary.AppendUvarint(nil, uint64(segments))
		}
	}
	if segments == 0 {
		return nil, fmt.Errorf("%w: no data", ErrProgram)
	}
	if writer != nil {
		if sections, err = addStart(sections, writer); err != nil {
			return nil, err
		}
	}
	return joinModule(sections), nil
}

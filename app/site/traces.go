package site

import (
	"fmt"
	"strings"
)

// The runtime decides by these names; all others are for people. It tells its own
// goroutines from those of the program by the prefix "runtime.", knows the arguments
// of two functions of reflect by their names, and takes the words of a panic from the
// name of a wrapper, which must have this form.
const (
	runtimeName  = "runtime.(*value).method"
	wrapperName  = "go.(*value).method"
	makeFuncName = "reflect.makeFuncStub"
	methodName   = "reflect.methodValueCall"
)

// dropTraces empties, in memory, what only tracebacks read, and leaves everything
// where it is: names of functions and files, and the tables of lines. A program
// ends by a panic as before, with its words, but names no function that led to it.
func dropTraces(memory []byte) error {
	t, err := findPclntab(memory)
	if err != nil {
		return err
	}
	records, err := t.records()
	if err != nil {
		return err
	}
	used := make([]bool, len(t.pcs)) // by others than tracebacks
	kept := keptNames{offsets: map[string]uint32{}, table: []byte{0}}
	for _, r := range records {
		name, ok := t.name(r)
		if !ok {
			return fmt.Errorf("%w: a function without a name", ErrProgram)
		}
		for _, at := range r.tables() {
			if !markTable(t.pcs, used, at) {
				return fmt.Errorf("%w: a table of a function goes beyond the end", ErrProgram)
			}
		}
		r.set(recordName, kept.offset(name, r[recordID] == wrapperID))
		for _, field := range []int{recordPCFile, recordPCLine, recordUnit, recordStart} {
			r.set(field, 0)
		}
	}
	if len(kept.table) > len(t.names) {
		return fmt.Errorf("%w: too few names", ErrProgram)
	}
	for i := range t.pcs {
		if !used[i] {
			t.pcs[i] = 0
		}
	}
	clear(t.units)
	clear(t.files)
	clear(t.names)
	copy(t.names, kept.table)
	return nil
}

// keptNames is the table of the names that stay, each with a zero byte at its end.
type keptNames struct {
	offsets map[string]uint32
	table   []byte
}

// offset returns where that stands which stays of a name: for most, nothing at 0.
func (k *keptNames) offset(name string, wrapper bool) uint32 {
	switch {
	case name == makeFuncName, name == methodName:
	case strings.HasPrefix(name, "runtime."):
		name = runtimeName
	case wrapper:
		name = wrapperName
	default:
		return 0
	}
	at, ok := k.offsets[name]
	if !ok {
		at = uint32(len(k.table))
		k.offsets[name] = at
		k.table = append(append(k.table, name...), 0)
	}
	return at
}

// markTable marks the bytes of the table that begins at, which are pairs of
// numbers; a zero in the first place of any pair but the first ends it. It reports
// whether the table ends before pcs does.
func markTable(pcs []byte, used []bool, at uint32) bool {
	if at == 0 { // there is none
		return true
	}
	if uint64(at) >= uint64(len(pcs)) {
		return false
	}
	r := reader{rest: pcs[at:]}
	for first := true; (r.uint32() != 0 || first) && !r.short; first = false {
		r.uint32()
	}
	for i := int(at); i < len(pcs)-len(r.rest); i++ {
		used[i] = true
	}
	return !r.short
}

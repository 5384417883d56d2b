package strength

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"iter"
	"slices"

	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

// List is a list of known secrets that holds one, as [FindLine] found. It keeps no
// more of the secret than the first eight bytes of its SHA-256.
type List struct {
	Name string // for people

	hash uint64
	line int
}

// Line returns the number of the line, from 1; of no list it is 0.
func (l *List) Line() int {
	if l == nil {
		return 0
	}
	return l.line
}

func (l *List) holds(secret []byte) bool { return l.hash == listHash(secret) }

func listHash(secret []byte) uint64 {
	sum := sha256.Sum256(secret)
	return binary.BigEndian.Uint64(sum[:])
}

const (
	// listBuffer is how much of a list is in memory at a time, in bytes.
	listBuffer = 1 << 20

	// mostEdges is how many bytes of spaces a line may have beside its text.
	mostEdges = 4 << 10
)

// ListKeys returns what [Examine] looks up in lists: each candidate, and what it
// stands for when a library decodes it. They are in new memory, which the caller may
// wipe.
func ListKeys(p paste.Paste) [][]byte {
	var keys [][]byte
	for _, c := range p.Candidates {
		for _, r := range c.Readings() {
			if isInspected(r) {
				keys = append(keys, r.Key)
			} else {
				clear(r.Key)
			}
		}
	}
	return keys
}

// isInspected reports whether a reading is looked up in lists.
func isInspected(r token.Reading) bool { return r.Encoding == token.UTF8 || isText(r.Key) }

// FindLine goes through a list of any size, in constant memory, until a line of
// it is exactly one of the keys: see [Lines] for what a line is. A key may have any
// length; an empty one is no secret, and not looked for. It returns a list for
// [Context], without a name, which holds that key alone, or nil if no line is; and
// the number of the last line that it read, which is how many there are if no line
// is. The error is the reader's.
func FindLine(r io.Reader, keys [][]byte) (found *List, read int, err error) {
	longest := 0
	for _, key := range keys {
		longest = max(longest, len(key))
	}
	for line, one := range Lines(chunksOf(r, &err), longest+mostEdges) {
		read = line
		is := func(key []byte) bool { return bytes.Equal(key, one) }
		if err == nil && slices.ContainsFunc(keys, is) {
			return &List{hash: listHash(one), line: line}, read, nil
		}
	}
	return nil, read, err
}

// chunksOf reads to the end, or to an error, which it leaves in err.
func chunksOf(r io.Reader, err *error) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		buffer := make([]byte, listBuffer)
		for {
			n, failed := r.Read(buffer)
			if failed != nil && failed != io.EOF {
				*err = failed
				return
			}
			if !yield(buffer[:n]) || failed != nil {
				return
			}
		}
	}
}

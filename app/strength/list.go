package strength

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"slices"
)

// List is a list of known secrets, kept as the first eight bytes of the SHA-256
// of each, which takes a tenth of the memory. Of a million secrets in the list,
// a secret that is not in it is mistaken for one with a chance of 2^-44.
type List struct {
	Name   string
	hashes []uint64 // sorted
	size   int
}

// NewList reads one secret from each line. Line ends may be CRLF; spaces at the
// edges belong to the secret; empty lines are skipped. A line may be of any
// length. The error is the reader's.
func NewList(name string, r io.Reader) (*List, error) {
	l := &List{Name: name}
	lines := bufio.NewReader(r)
	for {
		line, err := lines.ReadBytes('\n')
		line = bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'})
		if len(line) > 0 {
			l.hashes = append(l.hashes, listHash(line))
		}
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(l.hashes)
	l.hashes = slices.Compact(l.hashes)
	l.size = len(l.hashes)
	return l, nil
}

// Size returns the number of different secrets in the list or, for one from
// [FindLine], the number of lines after which an attacker meets the secret.
func (l *List) Size() int { return l.size }

// Contains reports whether the list holds exactly this secret.
func (l *List) Contains(secret []byte) bool {
	_, found := slices.BinarySearch(l.hashes, listHash(secret))
	return found
}

func listHash(secret []byte) uint64 {
	sum := sha256.Sum256(secret)
	return binary.BigEndian.Uint64(sum[:])
}

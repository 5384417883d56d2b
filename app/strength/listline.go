package strength

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"io"

	"jwtsecret/app/token"
)

// List is a list of known secrets that holds one, as [FindLine] found. It keeps no
// more of the secret than the first eight bytes of its SHA-256.
type List struct {
	Name string // for people

	hash uint64
	line int
}

func (l *List) holds(secret []byte) bool { return l.hash == listHash(secret) }

func listHash(secret []byte) uint64 {
	sum := sha256.Sum256(secret)
	return binary.BigEndian.Uint64(sum[:])
}

// listBuffer is how much of a list is in memory at a time, in bytes.
const listBuffer = 1 << 20

// FindLine goes through a list of any size, in constant memory, until a line of
// it is exactly the text of the secret, or what the text stands for when a library
// decodes it. A line may end in CRLF and be of any length; spaces at its edges
// belong to it, and empty ones are no secret. It returns a list for [Context],
// without a name, and the number of the line, from 1; or nil and 0 if no line is.
// The error is the reader's.
func FindLine(r io.Reader, text []byte) (found *List, line int, err error) {
	readings := token.Readings(text)
	defer wipe(readings)
	lines := bufio.NewReaderSize(r, max(listBuffer, len(text)+len("\r\n")))
	for line = 1; ; line++ {
		one, whole, err := readLine(lines)
		if err != nil && err != io.EOF {
			return nil, 0, err
		}
		for _, reading := range readings {
			if whole && bytes.Equal(one, reading.Key) && isInspected(reading) {
				return &List{hash: listHash(one), line: line}, line, nil
			}
		}
		if err == io.EOF {
			return nil, 0, nil
		}
	}
}

// isInspected reports whether [Audit] looks the reading up in lists.
func isInspected(r token.Reading) bool { return r.Encoding == token.UTF8 || isText(r.Key) }

// readLine reads one line without its end. A line that the buffer cannot hold is
// skipped and not whole. The error is io.EOF at the last line.
func readLine(r *bufio.Reader) (line []byte, whole bool, err error) {
	line, err = r.ReadSlice('\n')
	whole = err != bufio.ErrBufferFull
	for err == bufio.ErrBufferFull {
		_, err = r.ReadSlice('\n')
	}
	return bytes.TrimSuffix(bytes.TrimSuffix(line, []byte{'\n'}), []byte{'\r'}), whole, err
}

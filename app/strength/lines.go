package strength

import (
	"bytes"
	"iter"
)

// Lines returns the lines of a word list that arrives in chunks of any size, each
// with its number, from 1, in memory for one line of the given length in bytes. LF,
// CRLF and CR end a line, and the last one may end with nothing. Spaces and tabs
// at its edges may belong to it or not: such a line comes as it stands, and then
// once more without them. Empty lines and longer ones are counted and passed over.
// A list in UTF-16 is read as UTF-8, and a byte-order mark belongs to no line. The
// chunks and lines may be overwritten once the next one is asked for.
func Lines(chunks iter.Seq[[]byte], longest int) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		l := lines{longest: longest, yield: yield}
		for chunk := range plain(chunks) {
			if !l.feed(chunk) {
				return
			}
		}
		l.end(nil)
	}
}

// lines holds what has come of a line whose end has not.
type lines struct {
	longest int
	yield   func(int, []byte) bool

	number int // of the lines that have ended
	begun  []byte
	long   bool // the line is too long, and begun is empty
	cr     bool // a CR ended the last line, and its LF may follow
}

func (l *lines) feed(chunk []byte) bool {
	for len(chunk) > 0 {
		if l.cr && chunk[0] == '\n' {
			chunk = chunk[1:]
		}
		l.cr = false
		n := lineEnd(chunk)
		if n == len(chunk) {
			l.add(chunk)
			return true
		}
		l.cr = chunk[n] == '\r'
		if !l.end(chunk[:n]) {
			return false
		}
		chunk = chunk[n+1:]
	}
	return true
}

// lineEnd returns where the first line of a chunk ends: the chunk's length if it
// does not end there. It looks at each byte once, whichever ends the lines.
func lineEnd(chunk []byte) int {
	for i, b := range chunk {
		if b == '\n' || b == '\r' {
			return i
		}
	}
	return len(chunk)
}

func (l *lines) add(part []byte) {
	if l.long || len(l.begun)+len(part) > l.longest {
		l.begun, l.long = l.begun[:0], true
		return
	}
	l.begun = append(l.begun, part...)
}

// end takes the last part of a line.
func (l *lines) end(part []byte) bool {
	l.number++
	line := part
	if len(l.begun) > 0 || l.long || len(part) > l.longest {
		l.add(part)
		line = l.begun
	}
	l.begun, l.long = l.begun[:0], false
	return l.put(line)
}

func (l *lines) put(line []byte) bool {
	if len(line) == 0 {
		return true
	}
	if !l.yield(l.number, line) {
		return false
	}
	if !isEdge(line[0]) && !isEdge(line[len(line)-1]) {
		return true
	}
	line = bytes.Trim(line, edges)
	return len(line) == 0 || l.yield(l.number, line)
}

// edges are what people and programs leave at the edges of a line.
const edges = " \t"

func isEdge(b byte) bool { return b == edges[0] || b == edges[1] }

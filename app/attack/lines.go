package attack

import (
	"bytes"
	"iter"
)

// MaxLine is the longest line of a word list, in bytes, that is tried.
const MaxLine = 4 << 10

// Lines returns the lines of a word list that arrives in chunks of any size, in
// constant memory. A line ends with LF or CRLF, the last one perhaps with
// nothing; spaces at its edges belong to it. Empty lines and those longer than
// [MaxLine] are skipped. The chunks and lines may be overwritten once the next
// one is asked for.
func Lines(chunks iter.Seq[[]byte]) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var l lines
		for chunk := range chunks {
			if !l.feed(chunk, yield) {
				return
			}
		}
		l.end(yield)
	}
}

// lines holds what has come of a line whose end has not.
type lines struct {
	begun []byte
	long  bool // the line is too long, and begun is empty
}

func (l *lines) feed(chunk []byte, yield func([]byte) bool) bool {
	for {
		line, rest, ended := bytes.Cut(chunk, []byte{'\n'})
		if !ended {
			l.add(line)
			return true
		}
		if len(l.begun) > 0 || l.long {
			l.add(line)
			if !l.end(yield) {
				return false
			}
		} else if !put(line, yield) {
			return false
		}
		chunk = rest
	}
}

// add keeps one byte more than a line may have, for the CR before its end.
func (l *lines) add(part []byte) {
	if l.long || len(l.begun)+len(part) > MaxLine+1 {
		l.begun, l.long = l.begun[:0], true
		return
	}
	l.begun = append(l.begun, part...)
}

func (l *lines) end(yield func([]byte) bool) bool {
	line := l.begun
	l.begun, l.long = l.begun[:0], false
	return put(line, yield)
}

func put(line []byte, yield func([]byte) bool) bool {
	line = bytes.TrimSuffix(line, []byte{'\r'})
	return len(line) == 0 || len(line) > MaxLine || yield(line)
}

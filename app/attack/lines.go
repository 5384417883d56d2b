package attack

import (
	"iter"

	"jwtsecret/app/strength"
)

// MaxLine is the longest line of a word list, in bytes, that is tried.
const MaxLine = 4 << 10

// List is a word list, one candidate a line: see [strength.Lines], whose longest has
// [MaxLine].
type List struct {
	Name   string           // that people understand
	Chunks iter.Seq[[]byte] // of any size, from the beginning of the list to its end

	lines, candidates int // that have come
	read              bool
}

// Lines returns how many lines have been read: those after the last one that holds
// anything do not count.
func (l *List) Lines() int { return l.lines }

// Read reports whether the list was read to its end.
func (l *List) Read() bool { return l.read }

// Source is this share of the list. How many candidates there are is known once it
// was read to its end.
func (l *List) Source(share, shares int) Source {
	return Source{Name: l.Name, Candidates: Share(l.all, share, shares), Size: func() int {
		if l.read {
			return l.candidates
		}
		return unknown
	}}
}

func (l *List) all(yield func([]byte) bool) {
	for number, line := range strength.Lines(l.Chunks, MaxLine) {
		l.lines = number
		l.candidates++
		if !yield(line) {
			return
		}
	}
	l.read = true
}

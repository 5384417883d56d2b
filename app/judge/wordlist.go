package judge

import (
	"io"
	"strconv"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/strength"
)

// WordList is a file of candidates, one a line.
type WordList interface {
	Size() int // bytes
	Slice(from, to int) ([]byte, error)
}

// Lists are the word lists that a job may look into.
type Lists struct {
	Own    WordList                 // that a person chose, or nil
	Packed func() (WordList, error) // gets those that come with the program, or nil if none do; may be nil
}

// fetch returns what comes with the program, or nil.
func (l Lists) fetch() (WordList, error) {
	if l.Packed == nil {
		return nil, nil
	}
	return l.Packed()
}

// What the lists are called.
const (
	ownList     = "your word list"
	packedLists = "the lists of this site"
)

// The sentences about a word list that cannot be used.
const (
	listMissing   = "The word list did not arrive. Choose the file again."
	listBroken    = "The word list could not be read to its end: it was changed, moved or deleted. Choose the file again."
	packedMissing = "The word lists of this site did not arrive. Check your connection and try again."
)

// listReader reads a word list from its beginning, and tells the page how far it
// is.
type listReader struct {
	list WordList
	name string // "your word list"
	send func(job.Event)

	at              int
	began, reported time.Time
}

// Read reads as much as there is room for: the caller decides how much of the
// list is in memory.
func (r *listReader) Read(p []byte) (int, error) {
	if r.at >= r.list.Size() {
		return 0, io.EOF
	}
	slice, err := r.list.Slice(r.at, min(r.at+len(p), r.list.Size()))
	if err != nil {
		return 0, err
	}
	r.at += len(slice)
	r.report()
	return copy(p, slice), nil
}

func (r *listReader) report() {
	now := time.Now()
	if r.began.IsZero() {
		r.began, r.reported = now, now
	}
	if now.Sub(r.reported) >= reportEvery {
		r.reported = now
		r.send(job.Event{Progress: &job.Progress{Seconds: now.Sub(r.began).Seconds(), Trying: share(r.name, r.at, r.list)}})
	}
}

// share says how much of a list has been read, in percent.
func share(name string, at int, list WordList) string {
	return name + ", " + strconv.FormatFloat(100*float64(at)/float64(list.Size()), 'f', 0, 64) + " % of it"
}

// remarks says what is odd about a list that a person chose. A list that cannot be
// read is for whoever reads it to the end.
func remarks(list WordList) []string {
	if list.Size() == 0 {
		return []string{"This file holds nothing: it has 0 bytes."}
	}
	head, err := list.Slice(0, min(list.Size(), strength.LookSize))
	if err != nil {
		return nil
	}
	var all []string
	if strength.InUTF16(head) {
		all = append(all, "Its text is in UTF-16, and is read so.")
	}
	if strength.IsNoise(head) {
		all = append(all, "Much of it is no text: is it an archive, a picture or a program? A word list is a plain text file, one word a line. What can be read as lines is tried all the same.")
	}
	return all
}

package main

import (
	"io"
	"strconv"
	"time"

	"jwtsecret/app/job"
)

// wordList is a file of candidates, one a line.
type wordList interface {
	Size() int // bytes
	Slice(from, to int) ([]byte, error)
}

// lists are the word lists that a job may look into.
type lists struct {
	own    wordList                 // that a person chose, or nil
	packed func() (wordList, error) // gets what the site packs, or nil if it packs none
}

// The sentences about a word list that cannot be used.
const (
	listMissing   = "The word list did not arrive. Choose the file again."
	listBroken    = "The word list could not be read to its end: it was changed, moved or deleted. Choose the file again."
	packedMissing = "The word lists of this site did not arrive. Check your connection and try again."
)

// listReader reads a word list from its beginning, and tells the page how far it
// is.
type listReader struct {
	list wordList
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
		read := strconv.FormatFloat(100*float64(r.at)/float64(r.list.Size()), 'f', 0, 64)
		r.send(job.Event{Progress: &job.Progress{Seconds: now.Sub(r.began).Seconds(), Trying: r.name + ", " + read + " % of it"}})
	}
}

package main

import (
	"bytes"
	"errors"
	"iter"
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

const (
	// sliceSize is how much of a word list is in memory at a time, in bytes.
	sliceSize = 1 << 20

	// reportEvery is how often the page hears of progress.
	reportEvery = 200 * time.Millisecond
)

// attacker does this worker's share of an attack.
type attacker struct {
	request job.Attack
	list    wordList
	send    func(job.Event)

	began, reported time.Time
	broken          error // the word list could not be read to its end
}

// run tries everything and returns the event that ends the job.
func (a *attacker) run() job.Event {
	t, err := token.Parse(bytes.TrimSpace(a.request.Token))
	if err != nil {
		return failed(unreadable(err))
	}
	prepared, err := attack.New(t)
	if err != nil {
		return failed(notAttackable(err))
	}
	if a.request.WithFile && a.list == nil {
		return failed("The word list did not arrive. Choose the file again.")
	}
	at, hit := prepared.Search(attack.Sources(t, a.lines(), a.request.Share, max(1, a.request.Shares)), a.tick)
	switch {
	case hit != nil:
		return job.Event{Hit: &job.Hit{Secret: hit.Secret, Reading: hit.Encoding.String(), Source: hit.Source, Tried: hit.Tried}}
	case a.broken != nil:
		return failed("The word list could not be read to its end: it was changed, moved or deleted. Choose the file again.")
	default:
		return job.Event{Missed: a.progress(at)}
	}
}

// tick reports progress, and ends the search when the word list has failed. The
// page needs no such way out: it stops a worker whole.
func (a *attacker) tick(p attack.Progress) bool {
	if a.broken != nil {
		return false
	}
	if now := time.Now(); now.Sub(a.reported) >= reportEvery {
		a.reported = now
		a.send(job.Event{Progress: a.progress(p)})
	}
	return true
}

func (a *attacker) progress(p attack.Progress) *job.Progress {
	return &job.Progress{Tried: p.Tried, Seconds: time.Since(a.began).Seconds(), Trying: p.Source}
}

// lines returns the lines of the word list, or nil without one. It reads them
// slice by slice, so that a list of any size takes the same memory.
func (a *attacker) lines() iter.Seq[[]byte] {
	if a.list == nil {
		return nil
	}
	return attack.Lines(func(yield func([]byte) bool) {
		for from := 0; from < a.list.Size(); from += sliceSize {
			slice, err := a.list.Slice(from, from+sliceSize)
			if err != nil {
				a.broken = err
				return
			}
			if !yield(slice) {
				return
			}
		}
	})
}

func notAttackable(err error) string {
	if errors.Is(err, secret.ErrAlgorithm) {
		return "This token is not signed with HS256, HS384 or HS512, so it has no secret that could be guessed."
	}
	return "The signature of this token does not have the length that its algorithm gives. Paste the whole token."
}

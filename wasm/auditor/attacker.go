package main

import (
	"iter"
	"runtime/debug"
	"slices"
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/paste"
	"jwtsecret/app/token"
)

const (
	// sliceSize is how much of a word list is in memory at a time, in bytes.
	sliceSize = 1 << 20

	// garbage is how much of it may lie beside what is in use before it is
	// collected, in percent. An attack makes little, but each collection goes
	// through all the words in memory: with the usual 100 that took a tenth of the
	// time.
	garbage = 400

	// reportEvery is how often the page hears of progress.
	reportEvery = 200 * time.Millisecond
)

// attacker does this auditor's share of an attack.
type attacker struct {
	request job.Attack
	lists   lists
	send    func(job.Event)

	began, reported time.Time
	broken          string // the sentence about a word list that could not be read to its end
}

// run tries everything and returns the event that ends the job.
func (a *attacker) run() job.Event {
	carrier := paste.Read(a.request.Token)
	defer carrier.Wipe()
	t, err := token.ParseAny(carrier.Candidates[carrier.Used[0]].Text)
	if err != nil {
		return failed(token.Sentence(err))
	}
	prepared, err := attack.New(t)
	if err != nil {
		return failed(t.NoSecret())
	}
	if a.request.WithFile && a.lists.own == nil {
		return failed(listMissing)
	}
	packed, err := a.lists.packed()
	if err != nil {
		return failed(packedMissing)
	}
	_ = prepared.Vectorise(browser.OpenModule) // a browser without vectors is slower
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	at, hit := prepared.Search(a.sources(t, packed), a.tick)
	switch {
	case hit != nil:
		return job.Event{Hit: &job.Hit{Secret: hit.Secret, Reading: hit.Encoding.String(), Source: hit.Source, Tried: hit.Tried}}
	case a.broken != "":
		return failed(a.broken)
	default:
		return job.Event{Missed: a.progress(at)}
	}
}

// tick reports progress, and ends the search when the word list has failed. The
// page needs no such way out: it stops an auditor whole.
func (a *attacker) tick(p attack.Progress) bool {
	if a.broken != "" {
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

// sources are what this auditor tries. The lists of the site come after the
// defaults of libraries.
func (a *attacker) sources(t *token.Token, packed wordList) []attack.Source {
	share, shares := a.request.Share, max(1, a.request.Shares)
	all := attack.Sources(t, a.lines(a.lists.own, listBroken), share, shares)
	if packed != nil {
		all = slices.Insert(all, 1, attack.Source{Name: "the lists of this site", Candidates: attack.Share(a.lines(packed, packedMissing), share, shares)})
	}
	return all
}

// lines returns the lines of a word list, or nil without one. It reads them slice
// by slice, so that a list of any size takes the same memory. A list that fails
// ends the attack with this sentence.
func (a *attacker) lines(list wordList, broken string) iter.Seq[[]byte] {
	if list == nil {
		return nil
	}
	return attack.Lines(func(yield func([]byte) bool) {
		for from := 0; from < list.Size(); from += sliceSize {
			slice, err := list.Slice(from, from+sliceSize)
			if err != nil {
				a.broken = broken
				return
			}
			if !yield(slice) {
				return
			}
		}
	})
}

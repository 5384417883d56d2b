package judge

import (
	"runtime/debug"
	"slices"
	"time"

	"jwtsecret/app/attack"
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
	lists   Lists
	pace    *Pace
	send    func(job.Event)

	began, reported time.Time
	token           *token.Token // until the page knows of the graphics card
	broken          string       // the sentence about a word list that could not be read to its end

	own     *attack.List // that a person chose, until the page knows all of it
	told    bool         // the page knows what it is
	remarks []string     // on what it is
	at      int          // how far the list that is being tried was read, in bytes
}

// run tries everything and returns the event that ends the job.
func (a *attacker) run() job.Event {
	t, refused := attacked(a.request.Token)
	if refused != "" {
		return failed(refused)
	}
	sources, refused := a.sources(t)
	if refused != "" {
		return failed(refused)
	}
	prepared, err := attack.New(t)
	if err != nil {
		return failed(t.NoSecret())
	}
	if a.request.Short != nil {
		if ended := a.onCard(t); ended != nil {
			return *ended
		}
	}
	a.pace.vectorise(prepared)
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	a.token = t
	at, hit := prepared.Search(sources, a.tick)
	a.tell()
	switch {
	case hit != nil:
		return hitEvent(hit)
	case a.broken != "":
		return failed(a.broken)
	default:
		return job.Event{Missed: a.progress(at)}
	}
}

// attacked returns the token in what was pasted for one, or a sentence that says why there
// is nothing to attack.
func attacked(text []byte) (t *token.Token, refused string) {
	carrier := paste.Read(text)
	defer carrier.Wipe()
	t, err := token.ParseAny(carrier.Candidates[carrier.Used[0]].Text)
	if err != nil {
		return nil, token.Sentence(err)
	}
	return t, t.NoSecret()
}

func hitEvent(hit *attack.Hit) job.Event {
	return job.Event{Hit: &job.Hit{Secret: hit.Secret, Reading: hit.Encoding.String(), Source: hit.Source, Place: hit.Place}}
}

// tick reports progress, and ends the search when a word list has failed. The
// page needs no such way out: it stops an auditor whole.
func (a *attacker) tick(p attack.Progress) bool {
	if a.broken != "" {
		return false
	}
	if now := time.Now(); now.Sub(a.reported) >= reportEvery {
		a.reported = now
		a.tell()
		a.send(job.Event{Progress: a.progress(p)})
		if a.token != nil && a.request.Short == nil { // later than a hit among the first ones
			t := a.token
			a.token = nil
			a.rateOfCard(t)
		}
	}
	return true
}

// tell tells the page of the list that a person chose: once of what it is, and once
// of how many lines it has.
func (a *attacker) tell() {
	if a.own == nil || a.told && !a.own.Read() {
		return
	}
	if !a.told {
		a.told, a.remarks = true, remarks(a.lists.Own)
	}
	a.send(job.Event{List: &job.List{Read: a.own.Read(), Lines: a.own.Lines(), Remarks: a.remarks}})
	if a.own.Read() {
		a.own = nil
	}
}

func (a *attacker) progress(p attack.Progress) *job.Progress {
	progress := &job.Progress{Tried: p.Tried, Place: p.Place, Total: p.Total, Seconds: time.Since(a.began).Seconds(), Trying: p.Source}
	if a.own != nil && p.Source == ownList {
		progress.Trying, progress.Lines = share(ownList, a.at, a.lists.Own), a.own.Lines()
	}
	return progress
}

// sources are what this auditor tries, or a sentence that says what is missing.
func (a *attacker) sources(t *token.Token) (all []attack.Source, refused string) {
	share, shares := a.request.Share, max(1, a.request.Shares)
	switch short := a.request.Short; {
	case short != nil && short.Valid():
		return []attack.Source{attack.Short(*short, share, shares)}, ""
	case short != nil:
		return nil, unknownRequest
	case a.request.WithFile && a.lists.Own == nil:
		return nil, listMissing
	}
	packed, err := a.lists.fetch()
	if err != nil {
		return nil, packedMissing
	}
	a.own = a.listed(a.lists.Own, ownList, listBroken)
	a.tell()
	all = attack.Sources(t, a.own, share, shares)
	if list := a.listed(packed, packedLists, packedMissing); list != nil { // after the defaults of libraries
		all = slices.Insert(all, 1, list.Source(share, shares))
	}
	return all, ""
}

// listed returns a word list for the search, or nil without one. It is read slice by
// slice, so that a list of any size takes the same memory. A list that fails ends
// the attack with this sentence.
func (a *attacker) listed(list WordList, name, broken string) *attack.List {
	if list == nil {
		return nil
	}
	return &attack.List{Name: name, Chunks: func(yield func([]byte) bool) {
		for a.at = 0; a.at < list.Size(); a.at += sliceSize {
			slice, err := list.Slice(a.at, a.at+sliceSize)
			if err != nil {
				a.broken = broken
				return
			}
			if !yield(slice) {
				return
			}
		}
	}}
}

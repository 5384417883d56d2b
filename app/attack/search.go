package attack

import (
	"iter"

	"jwtsecret/app/token"
)

// Source is a list of candidates with a name that people understand. The slices
// that it yields may be overwritten by the next one.
type Source struct {
	Name string

	// Candidates are a share of the source, each with its place in the whole of it,
	// from 1, in rising order.
	Candidates iter.Seq2[int, []byte]

	// Stems are the same candidates in the same order, those together that derive from one
	// text, each with the place of the first of them. It may be nil.
	Stems iter.Seq2[int, Stem]

	// Size returns how many candidates the whole source has; below 0 means that nobody
	// knows yet. When all candidates have come, it is known.
	Size func() int
}

// unknown is the size of a list that was not read to its end.
const unknown = -1

// Progress says how far a search has come.
type Progress struct {
	Tried  int    // candidates, each in all its readings
	Place  int    // of the last of them among those of all shares and sources, from 1
	Total  int    // of all shares and sources; 0 while nobody knows
	Source string // the name of the source that is being tried
}

// Hit is a secret that signed the token.
type Hit struct {
	Secret   []byte // the candidate, in memory of its own
	Encoding token.Encoding
	Progress
}

// tickEvery is how many candidates are tried between two ticks: some
// milliseconds' worth.
const tickEvery = 4096

// Search tries one source after the other until a candidate hits or all have
// been tried. It calls tick with its progress every few milliseconds, so that
// the caller can report it or do other work, and it gives up if tick returns
// false. A machine tries some hundred candidates of a source together. Progress is where
// the search ended; hit is nil without a hit.
func (a *Attack) Search(sources []Source, tick func(Progress) bool) (at Progress, hit *Hit) {
	before := 0 // in the sources that have ended
	for _, source := range sources {
		at.Source, at.Total = source.Name, total(sources)
		search := a.search
		if a.queue.run != nil {
			search = a.searchTexts
		}
		hit, goesOn := search(source, before, &at, tick)
		if hit != nil {
			return hit.Progress, hit
		}
		if !goesOn {
			return at, nil
		}
		before += source.Size()
	}
	at.Total = total(sources)
	return at, nil
}

// search tries one source. It reports whether the search may go on.
func (a *Attack) search(source Source, before int, at *Progress, tick func(Progress) bool) (hit *Hit, goesOn bool) {
	for place, candidate := range source.Candidates {
		at.Tried++
		at.Place = before + place
		ticks := at.Tried%tickEvery == 0
		if hit := a.try(candidate, *at, ticks); hit != nil {
			return hit, false
		}
		if ticks && !tick(*at) {
			return nil, false
		}
	}
	return a.flush(*at), true
}

// searchTexts does so with a machine for texts.
func (a *Attack) searchTexts(source Source, before int, at *Progress, tick func(Progress) bool) (hit *Hit, goesOn bool) {
	for place, stem := range source.stems() {
		tried := at.Tried
		at.Tried += stem.count()
		at.Place = before + place + stem.count() - 1
		if hit := a.takeStem(stem, *at); hit != nil {
			return hit, false
		}
		if at.Tried/tickEvery == tried/tickEvery {
			continue
		}
		if hit := a.flushTexts(*at); hit != nil || !tick(*at) {
			return hit, false
		}
	}
	return a.flushTexts(*at), true
}

// try tries a candidate, or keeps it until there are many to be tried together, but
// no longer than it must not wait.
func (a *Attack) try(candidate []byte, at Progress, now bool) *Hit {
	if a.batch.run == nil {
		return a.now(candidate, at)
	}
	a.add(candidate, at.Place)
	if now || a.batch.full() {
		return a.flush(at)
	}
	return nil
}

// total returns how many candidates there are in all, or 0 while that is not known.
func total(sources []Source) (all int) {
	for _, source := range sources {
		size := source.Size()
		if size < 0 {
			return 0
		}
		all += size
	}
	return all
}

// Share returns every candidate whose number, from 0, modulo shares, is share, each
// with its place, from 1. Shares is at least 1, and share at least 0 and below it.
func Share(candidates iter.Seq[[]byte], share, shares int) iter.Seq2[int, []byte] {
	return func(yield func(int, []byte) bool) {
		place, turn := 0, share // turn is how many to pass over
		for candidate := range candidates {
			place++
			if turn > 0 {
				turn--
				continue
			}
			if !yield(place, candidate) {
				return
			}
			turn = shares - 1
		}
	}
}

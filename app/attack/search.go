package attack

import (
	"iter"

	"jwtsecret/app/token"
)

// Source is a list of candidates with a name that people understand. The slices
// that it yields may be overwritten by the next one.
type Source struct {
	Name       string
	Candidates iter.Seq[[]byte]
}

// Progress says how far a search has come.
type Progress struct {
	Tried  int    // candidates, each in all its readings
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
// false. It tries some hundred candidates of a source together. Progress is where
// the search ended; hit is nil without a hit.
func (a *Attack) Search(sources []Source, tick func(Progress) bool) (at Progress, hit *Hit) {
	for _, source := range sources {
		at.Source = source.Name
		for candidate := range source.Candidates {
			a.add(candidate)
			at.Tried++
			ticks := at.Tried%tickEvery == 0
			if ticks || a.batch.full() {
				if hit := a.flush(at); hit != nil {
					return hit.Progress, hit
				}
			}
			if ticks && !tick(at) {
				return at, nil
			}
		}
		if hit := a.flush(at); hit != nil {
			return hit.Progress, hit
		}
	}
	return at, nil
}

// Share returns every candidate whose number, modulo shares, is share. Shares is
// at least 1, and share at least 0 and below it.
func Share(candidates iter.Seq[[]byte], share, shares int) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		turn := share // how many to pass over
		for candidate := range candidates {
			if turn > 0 {
				turn--
				continue
			}
			if !yield(candidate) {
				return
			}
			turn = shares - 1
		}
	}
}

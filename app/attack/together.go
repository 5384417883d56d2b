package attack

import (
	"context"
	"runtime"
	"sync"

	"jwtsecret/app/token"
)

// Together searches on all cores of this computer, each of which takes a share of the
// sources: see [Sources]. A word list is read by each of them, so every share needs a
// [List] of its own. Which core is faster makes no difference: the hit is the one with
// the lowest place, or nil.
//
// Every few milliseconds of work tick gets the progress of all cores together, one call
// at a time. The error is that of [New], or the context's if that ended first.
func Together(ctx context.Context, t *token.Token, sources func(share, shares int) []Source, tick func(Progress)) (Progress, *Hit, error) {
	cores := runtime.GOMAXPROCS(0)
	attacks := make([]*Attack, cores)
	for i := range attacks {
		a, err := New(t)
		if err != nil {
			return Progress{}, nil, err
		}
		attacks[i] = a
	}
	team := team{tick: tick, at: make([]Progress, cores)}
	var all sync.WaitGroup
	for i, a := range attacks {
		all.Go(func() {
			p, hit := a.Search(sources(i, cores), func(p Progress) bool { return team.goesOn(i, p) && ctx.Err() == nil })
			team.ended(i, p, hit)
		})
	}
	all.Wait()
	at := team.sum(0)
	if team.hit != nil {
		team.hit.Tried = at.Tried
		return team.hit.Progress, team.hit, nil
	}
	return at, nil, ctx.Err()
}

// team is what the cores know of each other.
type team struct {
	sync.Mutex
	tick func(Progress)
	at   []Progress // of each
	hit  *Hit       // the likeliest so far
}

// goesOn takes the progress of one of them, and reports whether it may still find
// something likelier.
func (t *team) goesOn(one int, p Progress) bool {
	t.Lock()
	defer t.Unlock()
	t.at[one] = p
	t.tick(t.sum(one))
	return t.hit == nil || p.Place < t.hit.Place
}

// ended takes what the search of one of them came to.
func (t *team) ended(one int, p Progress, hit *Hit) {
	t.Lock()
	defer t.Unlock()
	t.at[one] = p
	if hit != nil && (t.hit == nil || hit.Place < t.hit.Place) {
		t.hit = hit
	}
}

// sum is the progress of all, at the place of one.
func (t *team) sum(one int) Progress {
	p := t.at[one]
	p.Tried = 0
	for _, each := range t.at {
		p.Tried, p.Total = p.Tried+each.Tried, max(p.Total, each.Total)
	}
	return p
}

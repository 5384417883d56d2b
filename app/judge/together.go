package judge

import (
	"context"
	"runtime"
	"runtime/debug"
	"sync"
	"time"

	"jwtsecret/app/attack"
	"jwtsecret/app/job"
)

// Together does an attack on all cores of this computer, whatever share the request asks
// for, and returns the event that ends it. Meanwhile it sends progress of all cores
// together, up to the last, and what is to be known of the word list, one event at a time. When the
// context ends first, the attack has missed, among as many candidates as were tried by
// then.
func Together(ctx context.Context, r job.Attack, l Lists, send func(job.Event)) job.Event {
	t, refused := attacked(r.Token)
	if refused != "" {
		return failed(refused)
	}
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	if l.Own != nil {
		l.Own = fragile{l.Own, stop}
	}
	defer debug.SetGCPercent(debug.SetGCPercent(garbage))
	team := newTeam(r, l, send)
	at, hit, _ := attack.Together(ctx, t, func(share, _ int) []attack.Source {
		a := team.members[share]
		sources, refused := a.sources(t)
		if refused != "" {
			a.broken = refused
		}
		return sources
	}, team.tick)
	if hit != nil {
		send(job.Event{Progress: team.progress(at)})
		return hitEvent(hit)
	}
	return team.missed(at)
}

// fragile is a word list that says at once when it cannot be read.
type fragile struct {
	WordList
	broken func()
}

// Slice returns a part of the list.
func (f fragile) Slice(from, to int) ([]byte, error) {
	slice, err := f.WordList.Slice(from, to)
	if err != nil {
		f.broken()
	}
	return slice, err
}

// team is one attacker for each core. The first tells of the word list, which each of
// them reads.
type team struct {
	members  []*attacker
	one      sync.Mutex // event at a time
	send     func(job.Event)
	reported time.Time
}

func newTeam(r job.Attack, l Lists, send func(job.Event)) *team {
	t := &team{}
	t.send = func(e job.Event) {
		t.one.Lock()
		defer t.one.Unlock()
		send(e)
	}
	r.Shares = runtime.GOMAXPROCS(0)
	for r.Share = range r.Shares {
		a := &attacker{request: r, lists: l, began: time.Now(), send: func(job.Event) {}}
		if r.Share == 0 {
			a.send = t.send
		}
		t.members = append(t.members, a)
	}
	return t
}

// tick reports the progress of all.
func (t *team) tick(p attack.Progress) {
	if now := time.Now(); now.Sub(t.reported) >= reportEvery {
		t.reported = now
		t.send(job.Event{Progress: t.progress(p)})
	}
}

func (t *team) progress(p attack.Progress) *job.Progress {
	return &job.Progress{Tried: p.Tried, Place: p.Place, Total: p.Total, Seconds: time.Since(t.members[0].began).Seconds(), Trying: p.Source}
}

// missed ends an attack that found nothing.
func (t *team) missed(p attack.Progress) job.Event {
	for _, a := range t.members {
		if a.broken != "" {
			return failed(a.broken)
		}
	}
	t.members[0].tell()
	return job.Event{Missed: t.progress(p)}
}

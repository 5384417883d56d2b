package rotation_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
)

// publication is what the replicas serve that hand out the key set: each goes from one
// set to the next at some moment of a rollout, the first one as early and the last one as
// late as can be.
type publication struct {
	sets   [][]string // key ids, from before the plan to its end
	starts []time.Time
}

// replicas is how many there are, of which each is a share of the rollout later.
const replicas = 3

// at returns what a replica serves.
func (p publication) at(replica int, now time.Time) []string {
	current := 0
	for i, begin := range p.starts {
		if !now.Before(begin.Add(rollout * time.Duration(replica) / (replicas - 1))) {
			current = i + 1
		}
	}
	return p.sets[current]
}

// known returns every set that some verifier may go on with now: one that any replica
// served at a moment that is no longer ago than the cache time.
func (p publication) known(now time.Time, cache time.Duration) (all [][]string) {
	fetched := []time.Time{now, now.Add(-cache)}
	for _, begin := range p.starts {
		for replica := range replicas {
			change := begin.Add(rollout * time.Duration(replica) / (replicas - 1))
			for _, at := range []time.Time{change.Add(-time.Second), change} {
				if !at.After(now) && !at.Before(now.Add(-cache)) {
					fetched = append(fetched, at)
				}
			}
		}
	}
	for _, at := range fetched {
		for replica := range replicas {
			all = append(all, p.at(replica, at))
		}
	}
	return all
}

// pairsOf returns the publication of a plan by these dates.
func pairsOf(t *testing.T, p *rotation.Pair, d rotation.Dates) publication {
	t.Helper()
	both, err := p.JWKS(rotation.Prepare)
	require.NoError(t, err)
	last, err := p.JWKS(rotation.Finish)
	require.NoError(t, err)
	return publication{[][]string{{"old"}, ids(t, both), ids(t, last)}, []time.Time{d.Start, d.StopOld}}
}

// lostTokens counts valid tokens of which a verifier may not know the key: signed at any
// quarter of an hour by a signer that was replaced first or last, and shown at once or
// in the last second of its life.
func lostTokens(p publication, d rotation.Dates, cache time.Duration) (lost int) {
	from, until := d.Start.Add(-time.Hour), d.Delete.Add(time.Hour)
	var moments []time.Time
	for at := from; at.Before(until); at = at.Add(15 * time.Minute) {
		moments = append(moments, at, at.Add(-time.Second))
	}
	for _, replaced := range []time.Time{d.SignNew, d.SignNew.Add(rollout)} {
		for _, signed := range append(moments, replaced, replaced.Add(-time.Second)) {
			key := "fresh"
			if signed.Before(replaced) {
				key = "old"
			}
			for _, shown := range []time.Time{signed, signed.Add(lifetime + 2*time.Minute - time.Second)} {
				for _, set := range p.known(shown, cache) {
					if !slices.Contains(set, key) {
						lost++
					}
				}
			}
		}
	}
	return lost
}

func TestNoVerifierMeetsATokenWhosePublicKeyItDoesNotKnow(t *testing.T) {
	for _, cache := range []time.Duration{0, 5 * time.Minute, time.Hour, 26 * time.Hour} {
		r := pairRequest(newPairs(t))
		r.Cache = cache
		p := pairPlan(t, r)
		assert.Zero(t, lostTokens(pairsOf(t, p, p.Dates), p.Dates, cache), cache)
	}
}

// The simulation finds what is lost where a date is some seconds too early: tokens are
// signed and expire at whole seconds.
func TestNoDateOfAPairCouldBeEarlier(t *testing.T) {
	r := pairRequest(newPairs(t))
	p := pairPlan(t, r)
	for name, change := range map[string]func(*rotation.Dates){
		"sign":     func(d *rotation.Dates) { d.SignNew = d.SignNew.Add(-3 * time.Second) },
		"withdraw": func(d *rotation.Dates) { d.StopOld = d.StopOld.Add(-3 * time.Second) },
	} {
		d := p.Dates
		change(&d)
		assert.NotZero(t, lostTokens(pairsOf(t, p, d), d, r.Cache), name)
	}
}

func TestAtTheEndNoVerifierKnowsTheOldPublicKey(t *testing.T) {
	for _, kind := range []rotation.Kind{rotation.Rolling, rotation.Leak} {
		r := pairRequest(newPairs(t))
		r.Kind = kind
		p := pairPlan(t, r)
		d := p.Dates
		last, err := p.JWKS(rotation.Finish)
		require.NoError(t, err)
		begins := d.StopOld
		if kind == rotation.Leak {
			begins = d.Start
		}
		published := publication{[][]string{{"old", "fresh"}, ids(t, last)}, []time.Time{begins}}
		holds := func(now time.Time) bool {
			return slices.ContainsFunc(published.known(now, r.Cache), func(set []string) bool { return slices.Contains(set, "old") })
		}
		assert.True(t, holds(d.Delete.Add(-time.Second)), kind)
		assert.False(t, holds(d.Delete), kind)
	}
}

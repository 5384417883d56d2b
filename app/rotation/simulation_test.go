package rotation_test

import (
	"fmt"
	mathrand "math/rand/v2"
	"testing"
	"time"

	"jwtsecret/app/rotation"
)

// instance is one of several that are replaced at different moments.
type instance struct {
	off      time.Duration // what its clock adds to the true time
	versions []version
	replaced []time.Time // replaced[i] is when versions[i+1] starts
}

func (i instance) at(now time.Time) (version, time.Time) {
	current := 0
	for current < len(i.replaced) && !now.Before(i.replaced[current]) {
		current++
	}
	return i.versions[current], now.Add(i.off)
}

type session struct {
	token     string
	from, exp time.Time // when it was signed; its "exp", by the clock of its signer
}

// simulation is a service during a rotation: several instances, deployed at the
// given dates within a rollout each.
type simulation struct {
	random   *mathrand.Rand
	plan     *rotation.Plan
	versions []version   // from before the rotation to its end
	starts   []time.Time // starts[i] is when versions[i+1] begins to be deployed
	together bool        // all instances are replaced at one moment
}

const (
	instances = 3
	lifetime  = 8 * time.Hour
	rollout   = time.Hour
)

// lost runs the service from a lifetime before the rotation to a lifetime after
// it, and returns what was refused though it was valid.
func (s simulation) lost(t *testing.T) (lost []string) {
	t.Helper()
	fleet := s.fleet()
	moments := s.moments(fleet)
	for _, session := range s.sessions(t, fleet, moments) {
		for i, instance := range fleet {
			lastValid := session.exp.Add(leeway - instance.off - time.Second)
			for _, now := range append(moments, session.from, lastValid) {
				version, clock := instance.at(now)
				valid := !now.Before(session.from) && clock.Before(session.exp.Add(leeway))
				if valid && !version.accepts(t, clock, session.token) {
					lost = append(lost, fmt.Sprintf("signed %v, refused %v by instance %d", session.from, now, i))
				}
			}
		}
	}
	return lost
}

// fleet decides when each instance is replaced, and how wrong its clock is. The
// first has the fastest clock, so that its tokens live the longest, and is always
// replaced last; the second has the slowest and is always replaced first.
func (s simulation) fleet() []instance {
	fleet := make([]instance, instances)
	for i := range fleet {
		fleet[i] = instance{off: s.within(-clockOff, clockOff), versions: s.versions}
	}
	fleet[0].off, fleet[1].off = clockOff, -clockOff
	for _, start := range s.starts {
		together := start.Add(s.within(0, rollout))
		for i := range fleet {
			at := start.Add(s.within(0, rollout))
			switch {
			case s.together:
				at = together
			case i == 0:
				at = start.Add(rollout)
			case i == 1:
				at = start
			}
			fleet[i].replaced = append(fleet[i].replaced, at)
		}
	}
	return fleet
}

func (s simulation) within(from, to time.Duration) time.Duration {
	return (from + time.Duration(s.random.Int64N(int64(to-from+1)))).Truncate(time.Second)
}

// moments are those at which something changes, the seconds around them, and
// some at random.
func (s simulation) moments(fleet []instance) (moments []time.Time) {
	for _, instance := range fleet {
		for _, at := range instance.replaced {
			moments = append(moments, at.Add(-time.Second), at)
		}
	}
	d := s.plan.Dates
	for range 5 {
		moments = append(moments, d.Start.Add(s.within(0, d.Delete.Sub(d.Start))))
	}
	return append(moments, d.StopOld.Add(-3*time.Second), d.StopOld.Add(-2*time.Second), d.StopOld.Add(-time.Second))
}

// sessions begin at every moment, on any instance, and live as long as they can
// or as it happens; and on every instance in the last second of each version.
func (s simulation) sessions(t *testing.T, fleet []instance, moments []time.Time) (sessions []session) {
	t.Helper()
	begin := func(i instance, now time.Time, lives time.Duration) {
		version, clock := i.at(now)
		sessions = append(sessions, session{version.login(t, clock, lives), now, clock.Add(lives)})
	}
	for _, now := range moments {
		begin(fleet[s.random.IntN(instances)], now, s.within(time.Minute, lifetime))
	}
	for _, i := range fleet {
		for _, at := range i.replaced {
			begin(i, at.Add(-time.Second), lifetime)
			begin(i, at, lifetime)
		}
		begin(i, s.starts[0].Add(-s.within(0, lifetime)), lifetime)
	}
	return sessions
}

package rotation

import "time"

// Dates are those of a plan, in UTC and whole seconds, each at or after the one
// before.
type Dates struct {
	// Start is when the first deployment begins.
	Start time.Time

	// SignNew is when the deployment of the instances that sign with the new
	// secret begins. Only a [Rolling] plan has one before it.
	SignNew time.Time

	// LastOld is when the last instance that signs with the previous secret is
	// gone.
	LastOld time.Time

	// StopOld is when nobody accepts the previous secret any more: the first
	// moment at which no token that it signed can be valid. After a [Leak] it is
	// LastOld.
	StopOld time.Time

	// Delete is when the previous secret can be destroyed: no instance has it.
	Delete time.Time

	// Next is the start of the next rotation.
	Next time.Time
}

// dates adds up. A part of a second counts as a whole one: a token's dates have
// seconds, and later is the safe side.
func (r Request) dates() Dates {
	rollout, cache := ceil(r.Rollout), ceil(r.cache)
	d := Dates{Start: r.Start.UTC().Truncate(time.Second)}
	if d.Start.Before(r.Start) {
		d.Start = d.Start.Add(time.Second)
	}
	d.SignNew = d.Start
	if r.Kind == Rolling {
		d.SignNew = d.Start.Add(rollout + cache)
	}
	d.LastOld = d.SignNew.Add(rollout)
	d.StopOld, d.Delete = d.LastOld, d.LastOld.Add(cache)
	if r.Kind != Leak {
		d.StopOld = d.LastOld.Add(ceil(r.Lifetime) + ceil(r.Skew))
		d.Delete = d.StopOld.Add(rollout + cache)
	}
	d.Next = r.next(d.Start)
	return d
}

// next returns the moment so many days later at which clocks show the same time. Where
// they leave that time out, it is later by as much as they are put forward.
func (r Request) next(start time.Time) time.Time {
	later := start.Add(time.Duration(r.Days) * day)
	if r.Local == nil {
		return later
	}
	_, before := r.Local(start).Zone()
	_, after := r.Local(later).Zone()
	same := later.Add(time.Duration(before-after) * time.Second)
	if _, offset := r.Local(same).Zone(); offset != after {
		return later
	}
	return same
}

func ceil(d time.Duration) time.Duration {
	return (d + time.Second - 1).Truncate(time.Second)
}

//go:build linux

package soak

import (
	"iter"
	"maps"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// mega returns bytes as megabytes.
func mega(bytes int) float64 { return float64(bytes) / 1e6 }

func keys(m map[string]int) iter.Seq[string] { return maps.Keys(m) }

// watch waits until the time is up, and notes the resident memory meanwhile. It prints
// thirty lines.
func (p *program) watch(t *testing.T, whole time.Duration, seen *tally) (resident []float64) {
	t.Helper()
	t.Logf("%8s %12s %9s %11s %9s", "time", "resident/MB", "heap/MB", "goroutines", "answers")
	begun := time.Now()
	const samples = 360 // twelve a line
	for i := 1; i <= samples; i++ {
		time.Sleep(time.Until(begun.Add(whole * time.Duration(i) / samples)))
		now := p.resident(t)
		resident = append(resident, mega(now))
		if i%12 == 0 {
			s := p.tells(t, false)
			t.Logf("%8s %12.1f %9.1f %11d %9d", time.Since(begun).Round(time.Second), mega(now), mega(s.heap), s.goroutines, seen.answers())
		}
	}
	return resident
}

// answers returns how many answers were read whole and found right.
func (c *tally) answers() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	all := 0
	for what, n := range c.counts {
		if what[0] == 's' || what == "asked for at once" || what == "read slowly" { // status …
			all += n
		}
	}
	return all
}

// assertFlat compares the resident memory of the last sixth of the time with that of the
// second: once all kinds of connections have been there, it does not grow. The first few
// seconds tell nothing of the kind, so a short run asserts less.
func assertFlat(t *testing.T, resident []float64) {
	t.Helper()
	sixth := len(resident) / 6
	early, late := mean(resident[sixth:2*sixth]), mean(resident[5*sixth:])
	t.Logf("resident memory: %.1f MB in the second sixth of the time, %.1f MB in the last: %+.1f %%", early, late, 100*(late/early-1))
	allowed := 1.05
	if duration(t) < time.Minute {
		allowed = 1.5
	}
	assert.Less(t, late/early, allowed, "memory is not flat")
}

func mean(all []float64) float64 {
	sum := 0.0
	for _, each := range all {
		sum += each
	}
	return sum / float64(len(all))
}

// settled returns the state of the program once its connections are gone and its garbage
// is collected: the least of what it tells within ten seconds, or what it tells when two
// collections in a row leave the same.
func (p *program) settled(t *testing.T) state {
	t.Helper()
	last := p.tells(t, true)
	for range 40 {
		time.Sleep(250 * time.Millisecond)
		now := p.tells(t, true)
		if now.goroutines == last.goroutines && now.heap >= last.heap-4096 {
			return now
		}
		last = now
	}
	return last
}

package main

import (
	"errors"
	"fmt"
	"math"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"time"

	"jwtsecret/app/job"
	"jwtsecret/app/judge"
)

// attacking says how to attack.
type attacking struct {
	list         string
	threads      int
	asJSON, show bool
}

// attack tries what everyone can try against the signature of a token.
func (c *call) attack() error {
	a := attacking{}
	set := c.flags()
	set.StringVar(&a.list, "list", "", "")
	set.IntVar(&a.threads, "threads", runtime.NumCPU(), "")
	set.BoolVar(&a.asJSON, "json", false, "")
	set.BoolVar(&a.show, "show", false, "")
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if a.threads < 1 || a.threads > maxThreads {
		return errors.New("the threads are not from 1 to " + thousands(maxThreads))
	}
	text, err := c.content(file, "a token")
	if err != nil {
		return err
	}
	lists, closed, err := listsOf(a.list)
	if err != nil {
		return err
	}
	defer closed()
	r := newRace(text, a.threads, lists, a.list != "")
	if err := c.follow(r); err != nil {
		return err
	}
	c.remark(r.list)
	return c.outcome(a, r)
}

const (
	maxThreads   = 1024
	screenEvery  = 200 * time.Millisecond
	logEvery     = 10 * time.Second
	clearTheLine = "\r\x1b[K"
)

// follow waits until the race is over, and says now and then how far it is.
func (c *call) follow(r *race) error {
	interrupt := make(chan os.Signal, 1)
	signal.Notify(interrupt, os.Interrupt)
	defer signal.Stop(interrupt)
	begin, end, every := "", "\n", logEvery
	if isTerminal(c.messages) {
		begin, end, every = clearTheLine, "", screenEvery
		defer fmt.Fprint(c.messages, clearTheLine)
	}
	ticks := time.NewTicker(every)
	defer ticks.Stop()
	for !r.over() {
		select {
		case told := <-r.told:
			if r.hear(told); r.failed != "" {
				return errors.New(r.failed)
			}
		case <-ticks.C:
			fmt.Fprint(c.messages, begin, r.sentence(), end)
		case <-interrupt:
			fmt.Fprintf(c.messages, "%sStopped. At least %s tried, and none of them fits.\n", begin, counted(r.tried(), "candidate was", "candidates were"))
			return errInterrupted
		}
	}
	return nil
}

// outcome says what the race came to.
func (c *call) outcome(a attacking, r *race) error {
	if a.asJSON {
		if err := c.json(r.result(a.show)); err != nil {
			return err
		}
	} else {
		c.print("%s", r.text(a.show))
	}
	if r.hit != nil {
		return errDefect
	}
	return nil
}

// race is an attack by several auditors, each of which tries its share.
type race struct {
	told     chan told
	began    time.Time
	ended    []bool
	progress []job.Progress
	hit      *job.Hit
	failed   string
	list     job.List // what is to be known of the word list
}

// told is what one of the auditors tells.
type told struct {
	by    int
	event job.Event
}

func newRace(token []byte, auditors int, lists judge.Lists, withFile bool) *race {
	r := &race{told: make(chan told), began: time.Now(), ended: make([]bool, auditors), progress: make([]job.Progress, auditors)}
	for i := range auditors {
		request := job.Request{Attack: &job.Attack{Token: slices.Clone(token), Share: i, Shares: auditors, WithFile: withFile}}
		go judge.Do(request, lists, nil, func(e job.Event) { r.told <- told{i, e} })
	}
	return r
}

func (r *race) hear(t told) {
	switch e := t.event; {
	case e.Progress != nil:
		r.progress[t.by] = *e.Progress
	case e.Hit != nil:
		r.ended[t.by] = true
		if r.hit == nil || e.Hit.Place < r.hit.Place {
			r.hit = e.Hit
		}
	case e.Missed != nil:
		r.ended[t.by], r.progress[t.by] = true, *e.Missed
	case e.List != nil:
		r.list = *e.List
	case e.Failed != "":
		r.failed = e.Failed
	}
}

// over reports whether nothing more can come of the race. The auditors are not equally
// fast: one may find a secret before another has tried a likelier one that makes the
// same key. So that the outcome is the same each time, the others go on until they have
// come as far.
func (r *race) over() bool {
	goal := math.MaxInt
	if r.hit != nil {
		goal = r.hit.Place
	}
	for i, ended := range r.ended {
		if !ended && r.progress[i].Place < goal {
			return false
		}
	}
	return true
}

func (r *race) tried() (n int) {
	for _, p := range r.progress {
		n += p.Tried
	}
	return n
}

// rate returns candidates a second, of all auditors.
func (r *race) rate() float64 {
	return float64(r.tried()) / max(time.Since(r.began).Seconds(), 0.001)
}

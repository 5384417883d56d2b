package main

import (
	"cmp"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"strconv"
	"time"

	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/judge"
	"jwtsecret/app/prose"
)

// attacking says how to attack.
type attacking struct {
	list         string
	threads      int
	alphabet     int
	longest      int
	asJSON, show bool
}

func (a *attacking) flags(set *flag.FlagSet) {
	set.StringVar(&a.list, "list", "", "")
	set.IntVar(&a.threads, "threads", runtime.NumCPU(), "")
	set.IntVar(&a.longest, "short", 0, "")
	set.IntVar(&a.alphabet, "alphabet", 0, "")
	set.BoolVar(&a.asJSON, "json", false, "")
	set.BoolVar(&a.show, "show", false, "")
}

const (
	maxThreads       = 1024
	lettersAndDigits = 3 // the alphabet, where none is given
)

// attack tries what everyone can try against the signature of a token.
func (c *call) attack() error {
	a := attacking{}
	set := c.flags()
	a.flags(set)
	file, err := c.parse(set)
	if err != nil {
		return err
	}
	if a.threads < 1 || a.threads > maxThreads {
		return errors.New("the threads are not from 1 to " + prose.Thousands(maxThreads))
	}
	request := job.Attack{WithFile: a.list != ""}
	if request.Short, err = a.short(); err != nil {
		return err
	}
	request.Token, err = c.content(file, "a token")
	defer clear(request.Token)
	if err != nil {
		return err
	}
	lists, closed, err := listsOf(a.list)
	if err != nil {
		return err
	}
	defer closed()
	runtime.GOMAXPROCS(a.threads)
	return c.attacked(a, request, lists)
}

// short returns the short secrets that are all to be tried, or nil for the lists.
func (a *attacking) short() (*guess.Short, error) {
	if a.longest == 0 {
		if a.alphabet != 0 {
			return nil, errors.New("-alphabet says which characters -short tries: give both")
		}
		return nil, nil
	}
	short := &guess.Short{Alphabet: cmp.Or(a.alphabet, lettersAndDigits) - 1, Longest: a.longest}
	switch {
	case a.list != "":
		return nil, errors.New("choose one of -short and -list")
	case !short.Valid():
		return nil, errors.New("all secrets of 1 to " + strconv.Itoa(guess.MaxShort) + " characters can be tried, of the alphabets 1 to " + strconv.Itoa(len(guess.Alphabets())))
	}
	return short, nil
}

func (c *call) attacked(a attacking, request job.Attack, lists judge.Lists) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	w := &watch{call: c, shown: time.Now()}
	end := judge.Together(ctx, request, lists, w.hear)
	defer end.Wipe()
	w.clear()
	c.remark(w.list)
	switch {
	case end.Failed != "":
		return errors.New(end.Failed)
	case end.Missed != nil:
		w.progress = *end.Missed
	}
	w.hit = end.Hit
	if w.hit == nil && ctx.Err() != nil {
		fmt.Fprintln(c.messages, "Stopped.", job.NoneSoFar(w.progress.Tried))
		return errInterrupted
	}
	return c.outcome(a, w)
}

// outcome says what an attack came to.
func (c *call) outcome(a attacking, w *watch) error {
	if a.asJSON {
		if err := c.json(w.result(a.show)); err != nil {
			return err
		}
	} else {
		c.print("%s", w.text(a.show))
	}
	if w.hit != nil {
		return errDefect
	}
	return nil
}

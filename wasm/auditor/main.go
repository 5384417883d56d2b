//go:build js

// Command auditor is the program of the page's Web Workers: it does the heavy work
// that the page asks for, one job after the other. Package job holds the messages, and
// package judge does the jobs; the page's own program holds neither it nor what it uses.
//
// It lives as long as the page, and forgets each job: what a job held is
// overwritten, and then all that is not in use is collected, which the runtime
// overwrites (GODEBUG=clobberfree=1, as web/worker.js asks).
package main

import (
	"errors"
	"runtime"
	"sync"

	"jwtsecret/app/attack/shader"
	"jwtsecret/app/browser"
	"jwtsecret/app/judge"
)

func main() {
	judge.Local = browser.Local
	judge.MakePair = makePair
	p := judge.Pace{Machine: browser.OpenModule, Card: openCard}
	var turn sync.Mutex // a job, or a step of the rehearsal
	go judge.Rehearse(&turn, &p)
	browser.ServeJobs(func(request []byte, file *browser.File, post func([]byte)) {
		turn.Lock()
		defer turn.Unlock()
		packed := func() (judge.WordList, error) { file, err := browser.PackedLists(); return listOf(file), err }
		judge.Answer(request, judge.Lists{Own: listOf(file), Packed: packed}, &p, post)
		forget()
	})
}

// makePair has the browser make a key pair.
func makePair(bits int, curve string) ([]byte, error) {
	der, err := browser.MakePair(bits, curve)
	if errors.Is(err, browser.ErrCryptoMissing) {
		return nil, judge.ErrCryptoMissing
	}
	return der, err
}

// card is a graphics card of the browser's.
type card struct{ *browser.Card }

func (c card) Adapter() shader.Adapter { return shader.Adapter(c.Info()) }

func openCard() (shader.Card, error) {
	c, err := browser.OpenCard()
	switch {
	case errors.Is(err, browser.ErrGPUMissing):
		return nil, shader.ErrMissing
	case err != nil:
		return nil, shader.ErrNone
	default:
		return card{c}, nil
	}
}

// forget collects what a job has left. What lay in a pool goes with the second
// collection.
func forget() {
	runtime.GC()
	runtime.GC()
}

// listOf returns nil for no file: a nil pointer in an interface would not be nil.
func listOf(file *browser.File) judge.WordList {
	if file == nil {
		return nil
	}
	return file
}

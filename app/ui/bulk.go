package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

const (
	// maxOnPage is how many secrets the page makes itself. More come from a worker.
	maxOnPage = 1000

	// bulkStep is how many secrets the page makes, and rowStep how many rows it
	// draws, before the browser gets its turn: few enough that the page stays
	// responsive.
	bulkStep = 500
	rowStep  = 10
)

// bulk is a long generation under way. It ends complete or stopped, and only a
// complete one becomes a result.
type bulk struct {
	request secret.Request // for all of them
	total   int
	made    batch
	worker  *browser.Job // nil unless a worker makes them
}

func (b *bulk) missing() int { return b.total - len(b.made) }

// startBulk makes many secrets without freezing the page.
func (g *generator) startBulk(request secret.Request) {
	run := &bulk{request: request, total: request.Count, made: make(batch, 0, request.Count)}
	g.bulk = run
	g.say("Generating " + counted(run.total, "secret", "secrets") + ".")
	if run.total > maxOnPage {
		g.startMaker(run)
		return
	}
	g.makeHere(run)
}

// makeHere makes the secrets in steps, one in each of the browser's turns.
func (g *generator) makeHere(run *bulk) {
	if run != g.bulk {
		return
	}
	request := run.request
	request.Count = min(bulkStep, run.missing())
	secrets, err := secret.Generate(request)
	if err != nil {
		g.stopBulk()
		g.say("Nothing was generated: " + err.Error() + ".")
		return
	}
	if !g.take(run, secrets) {
		browser.Later(func() { g.ctx.Dispatch(func(app.Context) { g.makeHere(run) }) })
	}
}

// startMaker lets a worker make the secrets.
func (g *generator) startMaker(run *bulk) {
	message, err := job.Encode(job.Request{Generate: &run.request})
	if err != nil {
		g.makeHere(run)
		return
	}
	run.worker = browser.StartJob(message, "",
		func(message []byte) { g.ctx.Dispatch(func(app.Context) { g.onMade(run, message) }) },
		func() { g.ctx.Dispatch(func(app.Context) { g.onMakerFailed(run) }) })
}

// onMade takes in some of what the worker makes.
func (g *generator) onMade(run *bulk, message []byte) {
	secrets := run.restore(message)
	switch {
	case run != g.bulk: // stopped meanwhile
		secrets.wipe()
	case len(secrets) == 0:
		clear(message)
		g.onMakerFailed(run)
	default:
		g.take(run, secrets)
	}
}

// restore reads the worker's message, in whose memory the secrets stay. What is
// no such message holds none.
func (b *bulk) restore(message []byte) batch {
	event, err := job.Decode[job.Event](message)
	if err != nil || event.Made == nil || event.Made.Count > b.missing() {
		return nil
	}
	request := b.request
	request.Count = event.Made.Count
	secrets, err := secret.Restore(request, event.Made.Texts)
	if err != nil {
		return nil
	}
	return secrets
}

// onMakerFailed makes the secrets on the page, from the first one on: a browser
// that allows no worker, or ends it, is no reason to go without.
func (g *generator) onMakerFailed(run *bulk) {
	if run != g.bulk {
		return
	}
	run.worker.Stop()
	run.made.wipe()
	run.made = run.made[:0]
	g.say("The browser did not let a worker make them, so this page does it itself.")
	g.makeHere(run)
}

// take adds secrets to those made so far and reports whether that was all.
func (g *generator) take(run *bulk, secrets []secret.Secret) (complete bool) {
	run.made = append(run.made, secrets...)
	if run.missing() > 0 {
		return false
	}
	g.bulk = nil
	g.accept(run.made)
	return true
}

// stopBulk ends a generation under way and wipes what it made.
func (g *generator) stopBulk() {
	if g.bulk == nil {
		return
	}
	if g.bulk.worker != nil {
		g.bulk.worker.Stop()
	}
	g.bulk.made.wipe()
	g.bulk = nil
}

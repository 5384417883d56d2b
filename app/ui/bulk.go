package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/secret"
)

// bulkStep is how many secrets are made, and rowStep how many rows are drawn,
// before the browser gets its turn: few enough that the page stays responsive.
const (
	bulkStep = 500
	rowStep  = 10
)

// bulk is a long generation under way. It ends complete or stopped, and only a
// complete one becomes a result.
type bulk struct {
	made    batch
	total   int
	stopped bool
}

// startBulk makes many secrets in steps, so that the page never freezes.
func (g *generator) startBulk(request secret.Request) {
	run := &bulk{total: request.Count, made: make(batch, 0, request.Count)}
	g.bulk = run
	g.say("Generating " + counted(run.total, "secret", "secrets") + ".")

	var step func(app.Context)
	step = func(app.Context) {
		if run.stopped {
			return
		}
		request.Count = min(bulkStep, run.total-len(run.made))
		secrets, err := secret.Generate(request)
		if err != nil {
			g.stopBulk()
			g.say("Nothing was generated: " + err.Error() + ".")
			return
		}
		run.made = append(run.made, secrets...)
		if len(run.made) == run.total {
			g.bulk = nil
			g.accept(run.made)
			return
		}
		browser.Later(func() { g.ctx.Dispatch(step) })
	}
	step(g.ctx)
}

// stopBulk ends a generation under way and wipes what it made.
func (g *generator) stopBulk() {
	if g.bulk == nil {
		return
	}
	g.bulk.stopped = true
	g.bulk.made.wipe()
	g.bulk = nil
}

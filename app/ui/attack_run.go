package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// maxWorkers is how many workers an attack uses at most.
const maxWorkers = 8

// attackRun is an attack on a token, shared by several workers.
type attackRun struct {
	jobs     []*browser.Job // nil where a worker has finished
	progress []job.Progress // the latest of each worker
	ended    string         // how it ended, a sentence; empty while it runs
}

func (r *attackRun) running() bool { return r != nil && r.ended == "" }

// tried returns how many candidates were tried, and how many a second.
func (r *attackRun) tried() (candidates int, rate float64) {
	for _, p := range r.progress {
		candidates += p.Tried
		if p.Seconds > 0 {
			rate += float64(p.Tried) / p.Seconds
		}
	}
	return candidates, rate
}

func (r *attackRun) progressSentence() string {
	candidates, rate := r.tried()
	s := thousands(candidates) + " tried, " + thousands(int(rate)) + " a second"
	if trying := r.progress[0].Trying; trying != "" {
		s += ": " + trying
	}
	return s + "."
}

// stop ends the workers that still run.
func (r *attackRun) stop(sentence string) {
	for i, j := range r.jobs {
		if j != nil {
			j.Stop()
			r.jobs[i] = nil
		}
	}
	r.ended = sentence
}

// finished reports whether every worker has ended.
func (r *attackRun) finished() bool {
	for _, j := range r.jobs {
		if j != nil {
			return false
		}
	}
	return true
}

func (a *audit) attackStatus() string {
	if a.attack == nil {
		return ""
	}
	return a.attack.ended
}

func (a *audit) onAttack(app.Context, app.Event) {
	a.stopAttack()
	a.hit = nil
	workers := min(browser.Cores(), maxWorkers)
	run := &attackRun{jobs: make([]*browser.Job, workers), progress: make([]job.Progress, workers)}
	a.attack = run
	for i := range workers {
		request, err := job.Encode(job.Request{Attack: &job.Attack{Token: a.pasted, Share: i, Shares: workers, WithFile: browser.HasFile("wordlist")}})
		if err != nil {
			run.stop("The attack could not be started: " + err.Error() + ".")
			return
		}
		run.jobs[i] = browser.StartJob(request, "wordlist",
			func(message []byte) { a.onAttackEvent(run, i, message) },
			func() {
				a.redraw(func() {
					run.stop("A worker ended unexpectedly, so the attack was stopped. What you pasted is still here: try again.")
				})
			})
	}
}

func (a *audit) onAttackEvent(run *attackRun, worker int, message []byte) {
	event, err := job.Decode[job.Event](message)
	a.redraw(func() {
		if run != a.attack || !run.running() {
			return
		}
		switch {
		case err != nil:
			run.stop("A worker answered in a way that this page does not understand. Reload it.")
		case event.Failed != "":
			run.stop(event.Failed)
		case event.Progress != nil:
			run.progress[worker] = *event.Progress
		case event.Hit != nil:
			a.showHit(run, worker, event.Hit)
		case event.Missed != nil:
			run.progress[worker] = *event.Missed
			run.jobs[worker] = nil
			if run.finished() {
				candidates, _ := run.tried()
				run.stop("Not found among " + counted(candidates, "candidate", "candidates") + ": defaults of libraries, common words, what people make of them" +
					", the lists that this site was built with, if any, and your list, if you gave one. That does not mean it is safe: others have longer lists and faster machines.")
			}
		}
	})
}

// showHit stops the attack and writes the secret past the drawn tree.
func (a *audit) showHit(run *attackRun, worker int, hit *job.Hit) {
	run.progress[worker].Tried = hit.Tried
	candidates, _ := run.tried()
	run.stop("Found after " + counted(candidates, "candidate", "candidates") + ", among " + hit.Source + ".")
	a.hit = hit
	a.ctx.Defer(func(app.Context) { browser.ShowText("hit", hit.Secret) })
}

func (a *audit) onStopAttack(app.Context, app.Event) {
	candidates, _ := a.attack.tried()
	a.attack.stop("Stopped after " + counted(candidates, "candidate", "candidates") + ". Nothing was found among them.")
	browser.Focus("attack")
}

func (a *audit) stopAttack() {
	if a.attack.running() {
		a.attack.stop("Stopped.")
	}
}

package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// maxAuditors is how many an attack uses at most.
const maxAuditors = 8

// attackRun is an attack on a token, shared by several auditors.
type attackRun struct {
	tasks    []*task
	progress []job.Progress // the latest of each auditor
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

// stop ends the auditors that still run.
func (r *attackRun) stop(sentence string) {
	for _, t := range r.tasks {
		t.stop()
	}
	r.ended = sentence
}

// finished reports whether every auditor has ended.
func (r *attackRun) finished() bool {
	for _, t := range r.tasks {
		if t.running() {
			return false
		}
	}
	return true
}

func (a *audit) renderAttack() app.UI {
	if a.token.NoSecret != "" {
		return app.Section().Class("card").Body(app.P().ID("no-secret").Text(a.token.NoSecret))
	}
	ended, actions := "", []app.UI{button("attack", "Try to guess it", a.onAttack).Class("primary")}
	if a.attack != nil {
		ended = a.attack.ended
	}
	if a.attack.running() {
		actions = []app.UI{
			button("stop", "Stop", a.onStopAttack),
			app.P().ID("attack-progress").Class("hint").Text(a.attack.progressSentence()),
		}
	}
	return section("card", "attack-title", "Does its secret fall to a guess?",
		app.P().Text("Tries the defaults of libraries, common words and what people make of them, on this computer alone, "+
			"and the lines of a word list of yours, if you add one above."),
		app.Div().Class("actions").Body(actions...),
		app.P().ID("attack-status").Role("status").Class("status").Text(ended),
		a.renderHit(),
	)
}

func (a *audit) renderHit() app.UI {
	where := app.Div().Class("hit-place")
	if a.hit == nil {
		return where
	}
	said := []app.UI{app.P().Text("The secret, read as " + a.hit.Reading + ":"), app.P().Body(place("hit", "secret"))}
	if len(a.hit.Secret) == 0 {
		said = []app.UI{app.P().Text("The secret is empty: the program that signed this token had none, as when a setting is missing.")}
	}
	return where.Body(
		app.Div().Class("warning").Body(append(said,
			app.P().Text("Anyone can find it and forge tokens for every account. Replace it now, without an overlap: all tokens signed with it are worthless."),
			app.P().Body(app.A().Href("/?alg="+a.token.Algorithm).Text("Make a new secret"), app.Text(" on this device.")),
		)...),
	)
}

func (a *audit) onAttack(app.Context, app.Event) {
	if a.token == nil {
		return
	}
	a.stopAttack("Stopped.")
	a.hit = nil
	auditors := min(browser.Cores(), maxAuditors)
	run := &attackRun{tasks: make([]*task, auditors), progress: make([]job.Progress, auditors)}
	a.attack = run
	for i := range auditors {
		request := job.Request{Attack: &job.Attack{
			Token: a.pasted, Share: i, Shares: auditors, WithFile: browser.HasFile(string(fieldWordList)),
		}}
		run.tasks[i] = a.ask(request, func(e job.Event) { a.onAttackEvent(run, i, e) }, run.stop)
	}
}

func (a *audit) onAttackEvent(run *attackRun, i int, e job.Event) {
	if !run.running() {
		return
	}
	switch {
	case e.Progress != nil:
		run.progress[i] = *e.Progress
	case e.Hit != nil:
		run.tasks[i].done()
		a.showHit(run, i, e.Hit)
	case e.Missed != nil:
		run.tasks[i].done()
		run.progress[i] = *e.Missed
		if run.finished() {
			candidates, _ := run.tried()
			run.stop("Not found among " + counted(candidates, "candidate", "candidates") + ": defaults of libraries, common words, what people make of them" +
				", the lists that this site was built with, if any, and your list, if you gave one. That does not mean it is safe: others have longer lists and faster machines.")
		}
	}
}

// showHit stops the attack and writes the secret past the drawn tree.
func (a *audit) showHit(run *attackRun, i int, hit *job.Hit) {
	run.progress[i].Tried = hit.Tried
	candidates, _ := run.tried()
	run.stop("Found after " + counted(candidates, "candidate", "candidates") + ", among " + hit.Source + ".")
	hit.Secret = bytes.Clone(hit.Secret) // the message is wiped
	a.hit = hit
	a.ctx.Defer(func(app.Context) { browser.ShowText("hit", hit.Secret) })
}

func (a *audit) onStopAttack(app.Context, app.Event) {
	if a.attack.running() {
		candidates, _ := a.attack.tried()
		a.stopAttack("Stopped after " + counted(candidates, "candidate", "candidates") + ". Nothing was found among them.")
	}
	browser.Focus("attack")
}

func (a *audit) stopAttack(sentence string) {
	if a.attack.running() {
		a.attack.stop(sentence)
	}
}

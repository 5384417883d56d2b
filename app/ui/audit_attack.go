package ui

import (
	"bytes"
	"math"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/guess"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// maxAuditors is how many an attack uses at most.
const maxAuditors = 8

// attackRun is an attack on a token, shared by several auditors.
type attackRun struct {
	tasks    []*task
	progress []job.Progress // the latest of each auditor
	ended    string         // how it ended, a sentence; empty while it runs
	listRead bool           // the word list was read to its end
}

func (r *attackRun) running() bool { return r != nil && r.ended == "" }

// tried returns how many candidates were tried, and how many a second; and how many
// there are in all, or 0 while that is not known.
func (r *attackRun) tried() (candidates int, rate float64, total int) {
	for _, p := range r.progress {
		candidates += p.Tried
		total = max(total, p.Total)
		if p.Seconds > 0 {
			rate += float64(p.Tried) / p.Seconds
		}
	}
	return candidates, rate, total
}

func (r *attackRun) progressSentence() string {
	candidates, rate, total := r.tried()
	s := thousands(candidates)
	if total > 0 {
		s += " of " + thousands(total)
	}
	s += " tried"
	if total > 0 {
		s += " (" + strconv.Itoa(100*candidates/total) + " %)"
	}
	s += ", " + thousands(int(rate)) + " a second"
	first := r.progress[0]
	if first.Trying != "" {
		s += ": " + first.Trying
	}
	if first.Lines > 0 {
		s += ", " + counted(first.Lines, "line", "lines")
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

// passed reports whether every auditor has ended, or tried all its candidates up to
// this place.
func (r *attackRun) passed(place int) bool {
	for i, t := range r.tasks {
		if t.running() && r.progress[i].Place < place {
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
		ended = a.attack.ended + a.listRemark()
	}
	if a.attack.running() {
		actions = []app.UI{
			a.renderProgress(),
		}
	}
	return section("card", "attack-title", "Can its secret be guessed?",
		app.P().Text("Tries the defaults of libraries, common words and what people make of them, on this computer alone, "+
			"and the lines of a word list of yours, if you add one above."),
		app.Div().Class("actions").Body(actions...),
		app.P().ID("attack-status").Role("status").Class("status").Text(ended),
		a.renderHit(),
		renderHashcat(),
	)
}

// renderHashcat hands the work on to who has a graphics card.
func renderHashcat() app.UI {
	return fold("hashcat", "Guess on a graphics card",
		app.P().Text("hashcat tries some "+thousands(guess.CardRate/1_000_000_000)+" billion guesses a second on one RTX 4090 (HS256), far more than a browser. "+
			"Save the token, alone on a line, as token.txt and your words, one a line, as words.txt, and run:"),
		renderCode("hashcat-command", "Command for hashcat", "shell", "hashcat -m 16500 -a 0 token.txt words.txt"),
		app.P().Class("hint").Text("Mode 16500 is for tokens signed with HS256, HS384 or HS512. It takes each word as text, as it stands: a secret that your service decodes first is not found that way."),
	)
}

func (a *audit) renderProgress() app.UI {
	candidates, _, total := a.attack.tried()
	return app.Div().ID("attack-progress").Body(progress("Guessing", a.attack.progressSentence(), candidates, total, a.onStopAttack))
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
	found := badge(job.Verdicts{{Code: meta.Unusable, Name: "Guessed"}}, 0)
	return where.Body(
		app.Div().Class("guessed").Body(append(append([]app.UI{app.P().Body(found)}, said...),
			app.P().Text("Anyone can find it and forge tokens for every account. Replace it now, without an overlap: all tokens signed with it are worthless."),
			app.P().Body(app.A().Href("/?alg="+a.token.Algorithm).Text("Make a new secret"), app.Text(" on this device.")),
		)...),
	)
}

func (a *audit) onAttack(app.Context, app.Event) {
	if a.token == nil || a.aside {
		return
	}
	a.endAttack("Stopped.")
	a.dropHit()
	auditors := min(browser.Cores(), maxAuditors)
	run := &attackRun{tasks: make([]*task, auditors), progress: make([]job.Progress, auditors)}
	a.attack, a.list, a.otherList, a.listNotes = run, browser.FileMark(string(fieldWordList)), false, nil
	for i := range auditors {
		request := job.Request{Attack: &job.Attack{
			Token: a.pasted, Share: i, Shares: auditors, WithFile: browser.HasFile(string(fieldWordList)),
		}}
		run.tasks[i] = a.ask(request, func(e job.Event) { a.onAttackEvent(run, i, e) }, a.endAttack)
	}
	a.passFocus("attack", "stop")
}

func (a *audit) onAttackEvent(run *attackRun, i int, e job.Event) {
	if !run.running() {
		return
	}
	switch {
	case e.List != nil:
		if e.List.Read || !run.listRead { // by one auditor to its end, while another begins
			a.listNotes, run.listRead = listNotes(e.List), e.List.Read
		}
		return
	case e.Progress != nil:
		run.progress[i] = *e.Progress
	case e.Hit != nil:
		run.tasks[i].done()
		run.progress[i].Place = e.Hit.Place
		a.showHit(e.Hit)
	case e.Missed != nil:
		run.tasks[i].done()
		run.progress[i] = *e.Missed
	}
	a.settle(run)
}

// settle ends the attack when nothing more can come of it. The auditors are not
// equally fast: one may find a secret before another has tried a likelier one that
// makes the same key. So that the outcome is the same each time, the others go on
// until they have come as far.
func (a *audit) settle(run *attackRun) {
	switch {
	case a.hit != nil && run.passed(a.hit.Place):
		a.endAttack("")
	case a.hit == nil && run.passed(math.MaxInt):
		candidates, _, _ := run.tried()
		a.stopRun(run, "Not found among "+counted(candidates, "candidate", "candidates")+": defaults of libraries, common words, what people make of them"+
			", the lists that this site was built with, if any, and your list, if you gave one. That does not mean it is safe: others have longer lists and faster machines.")
	}
}

// showHit writes the secret past the drawn tree, unless a likelier one was found.
func (a *audit) showHit(hit *job.Hit) {
	if a.hit != nil && a.hit.Place < hit.Place {
		return
	}
	a.dropHit()
	hit.Secret = bytes.Clone(hit.Secret) // the message is wiped
	a.hit = hit
	a.ctx.Defer(func(app.Context) { browser.ShowText("hit", hit.Secret) })
}

func (a *audit) dropHit() {
	if a.hit != nil {
		clear(a.hit.Secret)
	}
	a.hit = nil
}

func (a *audit) onStopAttack(app.Context, app.Event) {
	a.endAttack("Stopped.")
}

// endAttack ends an attack that still runs. What was found is said in any case;
// otherwise the sentence says why it ended.
func (a *audit) endAttack(sentence string) {
	if !a.attack.running() {
		return
	}
	candidates, _, _ := a.attack.tried()
	switch {
	case a.hit != nil:
		sentence = "Found: guess number " + thousands(a.hit.Place) + ", among " + a.hit.Source + "."
	case candidates > 0:
		sentence += " At least " + counted(candidates, "candidate was", "candidates were") + " tried, and none of them fits."
	}
	a.stopRun(a.attack, sentence)
}

func (a *audit) stopRun(run *attackRun, sentence string) {
	a.passFocus("stop", "attack")
	run.stop(sentence)
}

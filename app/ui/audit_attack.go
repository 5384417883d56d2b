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

const attackButton = "attack"

// maxAuditors is how many an attack uses at most.
const maxAuditors = 8

func attackers() int { return min(browser.Cores(), maxAuditors) }

// attackRun is an attack on a token, shared by several auditors.
type attackRun struct {
	tasks    []*task
	progress []job.Progress // the latest of each auditor
	ended    string         // how it ended, a sentence; empty while it runs
	listRead bool           // the word list was read to its end
	button   string         // the id of the one that began it
	short    *guess.Short   // what was tried, if it was not what everyone tries
	request  job.Attack     // of each auditor, but for its share
	card     string         // what the graphics card does, a sentence
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
	if candidates == 0 {
		return "Starting…"
	}
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

// triedWords says what the candidates were.
func (r *attackRun) triedWords() string {
	if r.short != nil {
		return r.short.String() + "."
	}
	return "defaults of libraries, common words, what people make of them, the lists that this site was built with, if any, and your list, if you gave one."
}

func (a *audit) renderAttack() app.UI {
	if a.token.NoSecret != "" {
		return elem("section", "class", "card").Body(elem("p", "id", "no-secret").Text(a.token.NoSecret))
	}
	return section("card", "attack-title", "Can its secret be guessed?",
		elem("p").Text("Tries the defaults of libraries, common words and what people make of them, on this computer alone, "+
			"and the lines of a word list of yours, if you add one above."),
		a.renderRun(button(attackButton, "Try to guess it", a.onAttack).Class("primary"), attackButton),
		a.renderShort(),
		renderHashcat(),
	)
}

// renderRun draws the button that begins an attack, or how far that is, and then what
// it came to.
func (a *audit) renderRun(begin app.UI, id string) app.UI {
	ended, card, action, hit := "", "", begin, app.UI(elem("div", "class", "hit-place"))
	if a.attack != nil && a.attack.button == id {
		ended, card, hit = a.attack.ended+a.remark(), a.attack.card, a.renderHit()
		if a.attack.running() {
			action = a.renderProgress()
		}
	}
	return elem("div", "class", "run").Body(
		elem("div", "class", "actions").Body(action),
		elem("p").ID(id+"-status").Role("status").Class("status").Text(ended),
		elem("p", "class", "hint card-said").Text(card),
		hit,
	)
}

// renderHashcat hands the work on to who has a graphics card.
func renderHashcat() app.UI {
	return fold("hashcat", "Guess on a graphics card",
		elem("p").Text("hashcat tries some "+thousands(guess.CardRate/1_000_000_000)+" billion guesses a second on one RTX 4090 (HS256), and takes word lists too. "+
			"Save the token, alone on a line, as token.txt and your words, one a line, as words.txt, and run:"),
		renderCode("hashcat-command", "Command for hashcat", "shell", "hashcat -m 16500 -a 0 token.txt words.txt"),
		elem("p", "class", "hint").Text("Mode 16500 is for tokens signed with HS256, HS384 or HS512. It takes each word as text, as it stands: a secret that your service decodes first is not found that way."),
	)
}

func (a *audit) renderProgress() app.UI {
	candidates, _, total := a.attack.tried()
	return elem("div", "id", "attack-progress").Body(progress("Guessing", a.attack.progressSentence(), candidates, total, a.onStopAttack))
}

func (a *audit) renderHit() app.UI {
	where := elem("div", "class", "hit-place")
	if a.hit == nil {
		return where
	}
	said := []app.UI{elem("p").Text("The secret, read as " + a.hit.Reading + ":"), elem("p").Body(place("hit", "secret"))}
	if len(a.hit.Secret) == 0 {
		said = []app.UI{elem("p").Text(job.EmptySecret)}
	}
	found := badge(job.Verdicts{{Code: meta.Unusable, Name: "Guessed"}}, 0)
	return where.Body(
		elem("div", "class", "guessed").Body(append(append([]app.UI{elem("p").Body(found)}, said...),
			elem("p").Text(job.Guessed),
			elem("p").Body(elem("a", "href", "/?alg="+a.token.Algorithm).Text("Make a new secret"), app.Text(" on this device.")),
		)...),
	)
}

func (a *audit) onAttack(app.Context, app.Event) {
	if a.token != nil && !a.aside {
		a.list, a.otherList, a.listNotes = browser.FileMark(string(fieldWordList)), false, nil
		a.begin(&attackRun{button: attackButton}, job.Attack{WithFile: browser.HasFile(string(fieldWordList))})
	}
}

// begin lets auditors share an attack, in the place of the last one.
func (a *audit) begin(run *attackRun, request job.Attack) {
	a.endAttack("Stopped.")
	a.dropHit()
	a.attack = run
	request.Token, request.Shares = a.pasted, attackers()
	run.request = request
	if run.short != nil {
		a.join(run, 1) // the others once it is known that no graphics card does it alone
	} else {
		a.join(run, request.Shares)
	}
	a.passFocus(run.button, "stop")
}

// join lets auditors begin until there are so many. The first one may use the graphics card.
func (a *audit) join(run *attackRun, auditors int) {
	for i := len(run.tasks); i < auditors; i++ {
		share := run.request
		share.Share, share.Card = i, i == 0
		run.progress = append(run.progress, job.Progress{})
		run.tasks = append(run.tasks, a.ask(job.Request{Attack: &share}, func(e job.Event) { a.onAttackEvent(run, i, e) }, a.endAttack))
	}
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
	case e.Card != nil:
		if run.card = e.Card.Sentence; !e.Card.Alone {
			a.join(run, run.request.Shares)
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
		a.stopRun(run, "Not found among "+counted(candidates, "candidate", "candidates")+": "+run.triedWords()+
			" That does not mean it is safe: others have longer lists and faster machines.")
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
	a.passFocus("stop", run.button)
	run.stop(sentence)
	a.measured(run)
}

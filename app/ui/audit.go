package ui

import (
	"bytes"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/guess"
	"jwtsecret/app/job"
)

// audit is the page that tells the truth about a secret or a token. All of its
// work is done by the auditor, so the page itself stays responsive.
type audit struct {
	app.Compo
	titled
	part

	checking *task
	reading  string // how far the check has come with a long word list
	secret   *job.SecretReport
	token    *job.TokenReport
	pasted   []byte // what was checked, as it stood in the field: for the attack, and for another candidate
	list     string // the word list that was chosen then, or for the attack: see browser.FileMark
	aside    bool   // what stands in the fields is something else

	otherList bool   // another word list is chosen than was used
	issuer    string // of the last token: a secret may be made of its name

	listNotes []string // on the word list, as far as it was read

	attack *attackRun
	hit    *job.Hit
	short  guess.Short // what is chosen
	pace   int         // of the last attack, in candidates a second; 0 before there was one
}

// The fields of the page.
const (
	fieldPaste    field = "paste"
	fieldWordList field = "wordlist"
)

// OnMount forgets everything when the page is left.
func (a *audit) OnMount(ctx app.Context) {
	a.enter(ctx, a.forget)
	a.short = usualShort
	ctx.Defer(func(app.Context) {
		if takeOver(fieldPaste) { // of which a person has said already what to do with it
			a.check()
		}
	})
	a.release = append(a.release, browser.CatchFiles(string(fieldWordList), func(files int) {
		a.redraw(func() { a.onDropped(files) })
	}))
}

// onDropped says what became of files that were dropped onto the page.
func (a *audit) onDropped(files int) {
	if files > 1 {
		a.say("You dropped " + thousands(files) + " files, and the field takes one word list. None was taken: drop one of them, or join them into one file.")
		return
	}
	a.compare()
	a.say("The file is in the field for a word list. Its lines are tried from now on.")
}

// forget ends the auditors and wipes what they were given and what they found.
func (a *audit) forget() {
	clearFields(fieldPaste, fieldWordList)
	a.reset()
	browser.EndAuditors()
	a.issuer, a.status = "", ""
}

// reset is forget, but what was pasted, the word list, the issuer and what was
// said last stay, and the auditor rests.
func (a *audit) reset() {
	a.stopCheck()
	a.endAttack("Stopped.")
	for _, id := range []string{"token-header", "token-payload", "hit"} {
		browser.ShowText(id, nil)
	}
	clear(a.pasted)
	a.dropHit()
	a.secret, a.token, a.pasted, a.attack = nil, nil, nil, nil
	a.list, a.aside, a.otherList, a.listNotes = "", false, false, nil
}

// Render draws the page.
func (a *audit) Render() app.UI {
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text("Is this secret any good?"),
			elem("p").Text("Paste a secret, and learn what is certainly wrong with it and what it can be worth at most. "+
				"Paste a token, and see whether its secret can be guessed. Both stay on this page."),
		),
		elem("div", "class", "audit").Body(
			a.renderForm(),
			a.renderAside(),
			a.renderSecret(),
			a.renderToken(),
		),
	)
}

func (a *audit) renderForm() app.UI {
	var none problems
	paste := none.row(fieldPaste, "", "Alone or as it stands in its file: a line of .env, a JWK, a Kubernetes Secret, a whole header. Ctrl+Enter checks it, too.")
	words := none.row(fieldWordList, "A word list of yours, one word a line (optional)",
		"A file of any size, chosen or dropped onto this page. It is read on this device: a secret that is in it counts as known.")
	return elem("section", "class", "card", "aria-labelledby", "paste-title").Body(
		elem("h2", "id", "paste-title").Body(elem("label").Attr("for", string(fieldPaste)).Text("A secret or a token")),
		paste.textarea(3, "", a.onInput).DataSet("secret", "").OnKeyDown(a.onKey).On("focus", a.onFocus),
		paste.renderHint(),
		words.around(described(words, elem("input", "type", "file", "autocomplete", "off").OnChange(a.onInput))),
		list("list-notes", "remarks", a.listNotes),
		elem("div", "class", "actions").Body(button("check", "Check", a.onCheck).Class("primary"), button("clear", "Clear", a.onClear)),
		a.renderReading(),
		a.renderStatus("status"),
	)
}

// renderReading shows how far a check has come that lasts, and offers to end it.
func (a *audit) renderReading() app.UI {
	place := elem("div", "class", "actions")
	if a.reading == "" {
		return place
	}
	return place.Body(
		button("stop-check", "Stop", a.onStopCheck),
		elem("p", "id", "check-progress", "class", "hint").Text("Reading "+a.reading+"."),
	)
}

// onFocus starts the auditor while a person still looks for what to paste.
func (a *audit) onFocus(app.Context, app.Event) { browser.WarmAuditor() }

func (a *audit) onKey(_ app.Context, e app.Event) {
	if e.Get("key").String() == "Enter" && (e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool()) {
		e.PreventDefault()
		if !e.Get("repeat").Bool() {
			a.check()
		}
	}
}

func (a *audit) onClear(app.Context, app.Event) {
	a.forget()
	a.say("Cleared.")
	browser.Focus(string(fieldPaste))
}

func (a *audit) onCheck(app.Context, app.Event) { a.check() }

// check sends what was pasted to the auditor.
func (a *audit) check() {
	text := fieldText(fieldPaste)
	a.reset()
	if len(text) == 0 {
		a.say("Nothing was checked: paste a secret or a token first.")
		browser.Focus(string(fieldPaste))
		return
	}
	a.pasted, a.list = text, browser.FileMark(string(fieldWordList))
	a.askFor(0, false)
}

// askFor lets the auditor judge a candidate, counted from 1, or with 0 the one that a
// service would use. Whether Math.random drew it, takes long.
func (a *audit) askFor(candidate int, mathRandom bool) {
	a.say("Checking…")
	request := job.Request{Audit: &job.Audit{
		Text: a.pasted, Candidate: candidate, Issuer: a.issuer, WithFile: browser.HasFile(string(fieldWordList)), MathRandom: mathRandom,
	}}
	a.checking = a.ask(request, a.onChecked, func(sentence string) {
		a.reading = ""
		a.say(sentence)
	})
}

// onChecked shows what the auditor says. What it found in the text is read before
// the message is wiped.
func (a *audit) onChecked(e job.Event) {
	switch {
	case e.Progress != nil:
		a.reading = e.Progress.Trying
	case e.List != nil:
		if browser.FileMark(string(fieldWordList)) == a.list { // and not another one since
			a.listNotes = listNotes(e.List)
		}
	case e.Secret != nil:
		a.secret, a.reading = e.Secret, ""
		a.passFocus("stop-check", "check")
		if a.aside {
			a.say(changedStatus)
			return
		}
		verdict := e.Secret.Verdicts[e.Secret.Verdicts.Fit()]
		a.say(strings.TrimSpace(e.Secret.Drawn+" "+checked(e.Secret)) + " " + strings.TrimSpace(verdict.Name+" "+suits(e.Secret.Verdicts)) + ". " + verdict.Sentence)
	case e.CrackTimes != nil && a.secret != nil:
		a.secret.CrackTimes = e.CrackTimes
	case e.Token != nil:
		a.checking.done()
		a.showToken(e.Token)
	}
}

// showToken draws the report. The token's content is written past the drawn
// tree, as all that is secret is.
func (a *audit) showToken(report *job.TokenReport) {
	a.token, a.issuer = report, report.Issuer
	a.keepUp(report)
	header, payload := bytes.Clone(report.Header), bytes.Clone(report.Payload)
	a.ctx.Defer(func(app.Context) {
		if a.token == report {
			browser.ShowText("token-header", header)
			browser.ShowText("token-payload", payload)
		}
		clear(header)
		clear(payload)
	})
	if a.aside {
		a.say(changedStatus)
		return
	}
	a.say("Read: a token with " + counted(len(report.Findings), "finding", "findings") + ".")
}

func (a *audit) onStopCheck(app.Context, app.Event) {
	a.stopCheck()
	a.say("Stopped. What you pasted is still here: click Check to try again.")
	browser.Focus("check")
}

func (a *audit) stopCheck() {
	a.checking.stop()
	a.checking, a.reading = nil, ""
}

// listNotes are what to say of the word list.
func listNotes(l *job.List) []string {
	switch {
	case !l.Read:
		return l.Remarks
	case l.Lines > 0:
		return append([]string{"Read to its end: " + counted(l.Lines, "line", "lines") + "."}, l.Remarks...)
	case len(l.Remarks) == 0:
		return []string{"There is no word in this list."}
	default:
		return l.Remarks
	}
}

package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/secret"
)

// How the page asks a worker what to show in the panel. The newest question is the
// only one: its answer alone is shown.

const (
	noWorker   = "The browser did not let a worker start, or ended it. What you typed is still here: close this question and open it again, or reload the page."
	noAnswer   = "This page and its worker do not understand each other. Reload the page."
	notThisYet = "One moment: it is being written anew. Try again."
)

// question is a request that a worker has not answered yet.
type question struct{ worker *browser.Job }

// stop ends the worker. What it sent meanwhile is nobody's any more.
func (q *question) stop() {
	if q != nil && q.worker != nil {
		q.worker.Stop()
	}
}

// busy reports whether what is shown is about to change.
func (u *use) busy() bool { return u.wanted || u.asking != nil }

// askUse asks for all of the panel anew if a part of it is open. It can be called
// many times before the page is drawn: one question follows.
func (g *generator) askUse() {
	g.use.asking.stop()
	g.use.asking, g.use.failed = nil, ""
	if len(g.use.open) == 0 {
		g.dropAnswer()
		return
	}
	if !g.use.wanted {
		g.use.wanted = true
		g.ctx.Defer(func(app.Context) { g.startUse() })
	}
}

func (g *generator) startUse() {
	g.use.wanted = false
	if len(g.use.open) > 0 { // nobody closed it since
		g.use.asking = g.ask(job.Request{Use: g.useRequest()}, g.onUsed, g.onUseFailed)
	}
}

// useRequest is the form and the secret on screen as they are now.
func (g *generator) useRequest() *job.Use {
	form, _ := g.settings.check()
	request := &job.Use{
		Form: form, Name: g.settings.name, Target: g.use.target, Library: g.use.library, Claims: g.use.claims,
	}
	if g.result.usable() {
		s := &g.result[0]
		request.Held = &job.Held{
			Request: secret.Request{Algorithm: s.Algorithm(), Size: s.Size(), Format: s.Format(), Count: 1, TestOnly: s.TestOnly()},
			Text:    s.Text(), KeyID: g.use.keyID,
		}
	}
	return request
}

// ask starts a worker. One of the two functions is called with the question, later.
func (g *generator) ask(r job.Request, answered func(*question, []byte), failed func(*question)) *question {
	q := &question{}
	message, err := job.Encode(r)
	if err != nil { // what a page asks can be encoded
		browser.Later(func() { g.ctx.Dispatch(func(app.Context) { failed(q) }) })
		return q
	}
	q.worker = browser.StartJob(message, "",
		func(message []byte) { g.ctx.Dispatch(func(app.Context) { answered(q, message) }) },
		func() { g.ctx.Dispatch(func(app.Context) { failed(q) }) })
	return q
}

// onUsed shows an answer, if it is that to the newest question.
func (g *generator) onUsed(q *question, message []byte) {
	if q != g.use.asking {
		clear(message)
		return
	}
	g.use.asking = nil
	event, err := job.Decode[job.Event](message)
	if err != nil || event.Used == nil || !g.show(event.Used) {
		clear(message)
		g.dropAnswer()
		g.use.failed = noAnswer
	}
}

// show makes an answer the one on the screen and reports whether it is whole.
func (g *generator) show(answer *job.Used) (whole bool) {
	text, tokens, whole := answer.Split()
	if !whole {
		return false
	}
	g.blankTexts()
	g.use.answer, g.use.text, g.use.tokens = answer, text, tokens
	if answer.Target != nil {
		g.use.keyID = answer.Target.KeyID
	}
	g.showUse()
	return true
}

func (g *generator) onUseFailed(q *question) {
	if q != g.use.asking {
		return
	}
	g.use.asking = nil
	g.dropAnswer()
	g.use.failed = noWorker
}

// dropAnswer wipes what is shown and lets go of it.
func (g *generator) dropAnswer() {
	g.blankTexts()
	g.use.answer = nil
}

func (g *generator) onVerify(app.Context, app.Event) {
	pasted, key := browser.FieldText("verify-token"), trimmed(browser.FieldText("verify-secret"))
	defer clear(pasted)
	if len(key) == 0 && g.result.usable() {
		key = bytes.Clone(g.result[0].Text())
	}
	defer clear(key)
	g.use.verifying.stop()
	g.use.verified = "Checking…"
	g.use.verifying = g.ask(job.Request{Verify: &job.Verify{Token: pasted, Secret: key}}, g.onVerified, g.onVerifyFailed)
}

func (g *generator) onVerified(q *question, message []byte) {
	event, err := job.Decode[job.Event](message)
	clear(message)
	switch {
	case q != g.use.verifying:
		return
	case err != nil || event.Verified == "":
		g.use.verified = noAnswer
	default:
		g.use.verified = event.Verified
	}
	g.use.verifying = nil
}

func (g *generator) onVerifyFailed(q *question) {
	if q == g.use.verifying {
		g.use.verifying = nil
		g.use.verified = "Not checked: the browser did not let a worker start, or ended it. What you pasted is still here: try again, or reload the page."
	}
}

package ui

import (
	"bytes"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// onFocus starts the auditor while a person still looks for what to paste. The one that
// works already would not be seen.
func (b *bench) onFocus(app.Context, app.Event) {
	if b.asking == nil {
		browser.WarmAuditor()
	}
}

// onChange is for whatever was typed, pasted, chosen or clicked. With another secret, or
// another reading of it, the side that rules is checked or signed: who has pasted a token
// wants to know how the secret was read, and all ways are tried for that.
func (b *bench) onChange(ctx app.Context, _ app.Event) {
	switch field(ctx.JSSrc().Get("id").String()) {
	case fieldBenchToken:
		b.parts = false
	case fieldBenchHeader, fieldBenchClaims:
		b.parts = true
	case fieldBenchSecret:
		if b.parts { // its kid belongs into the header
			b.do = append(b.do, "key")
		}
	case fieldBenchReading:
	case fieldBenchAlgorithm:
		b.do = append(b.do, "algorithm")
	default:
		b.do = append(b.do, named(ctx, "do"))
	}
	b.status, b.changed = "", true
	b.otherText()
	b.look()
}

// look asks the auditor once it rests.
func (b *bench) look() {
	if b.waits {
		return
	}
	b.waits = true
	b.asking.then(func() { b.redraw(b.send) })
}

func (b *bench) send() {
	if !b.waits { // forgotten meanwhile
		return
	}
	b.waits = false
	request := job.Request{Bench: &job.Bench{
		Token: fieldText(fieldBenchToken), Header: fieldText(fieldBenchHeader), Claims: fieldText(fieldBenchClaims), Secret: fieldText(fieldBenchSecret),
		Parts: b.parts, Do: b.do, Algorithm: string(fieldText(fieldBenchAlgorithm)), Reading: string(fieldText(fieldBenchReading)),
	}}
	defer request.Wipe()
	b.asking = b.ask(request, b.hear, func(sentence string) { b.show(job.BenchReport{Sentence: sentence}) })
}

// hear drops an answer to what has changed since.
func (b *bench) hear(e job.Event) {
	b.asking.done()
	if !b.waits {
		b.parts = b.parts || e.Bench.Signs
		b.show(*e.Bench)
	}
}

// show puts the answer on the page: its texts past the drawn tree, before the message
// that holds them is wiped.
func (b *bench) show(r job.BenchReport) {
	b.answer, b.do, b.changed = r, nil, false
	if !r.Sign { // the button goes
		b.passFocus("do-sign", string(fieldBenchSecret))
	}
	if r.Reads {
		browser.FillField(string(fieldBenchHeader), r.Header)
		browser.FillField(string(fieldBenchClaims), r.Claims)
	}
	if r.Signs {
		browser.FillField(string(fieldBenchToken), r.Token)
	}
	if len(r.Secret) > 0 {
		browser.FillField(string(fieldBenchSecret), r.Secret)
	}
	fillField(fieldBenchAlgorithm, r.Algorithm)
	browser.ShowText("dates", r.Dates)
	rest := r.Token
	for _, name := range tokenParts {
		part := rest
		if name != tokenParts[2] { // which takes all that is left
			part, rest, _ = bytes.Cut(rest, []byte{'.'})
		}
		browser.ShowText(name, part)
	}
	if b.again != nil {
		b.again.Stop()
	}
	if r.Words > 0 {
		b.again = time.AfterFunc(time.Duration(r.Words)*time.Second, func() { b.redraw(b.look) })
	}
}

func (b *bench) onCopy(app.Context, app.Event) {
	text := fieldText(fieldBenchToken)
	if len(text) == 0 {
		b.say("No token yet.")
		return
	}
	b.copySecret("copy-token", text, "Copied the token.")
}

func (b *bench) onClear(app.Context, app.Event) {
	b.forget()
	b.say("Cleared.")
	browser.Focus(string(fieldBenchToken))
}

// handedOver is a token on its way to the audit, in memory alone.
var handedOver []byte

func (b *bench) onGuess(app.Context, app.Event) {
	handedOver = fieldText(fieldBenchToken)
	b.ctx.Navigate(browser.At(meta.AuditPath))
}

// takeOver puts a token that was handed over into the field, and forgets it. It reports
// whether there was one.
func takeOver(f field) bool {
	if handedOver == nil {
		return false
	}
	browser.FillField(string(f), handedOver)
	clear(handedOver)
	handedOver = nil
	return true
}

package ui

import (
	"bytes"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What the auditor is asked for, and what becomes of its answers.

// slowTime is how long the auditor works before the page shows that it does.
const slowTime = 300 * time.Millisecond

// request reads what is asked for, to make a key or to read one.
func (p *pairPage) request(makes bool) job.Keys {
	k := job.Keys{KeyID: strings.TrimSpace(string(fieldText(fieldPairID))), Certificate: strings.TrimSpace(string(fieldText(fieldPairCert)))}
	if makes {
		k.Make, k.Passphrase = p.kind.make(), fieldText(fieldPairLock)
	} else {
		k.Text, k.Passphrase, k.Algorithm = fieldText(fieldPairText), fieldText(fieldPairOpen), p.kind.algorithm
	}
	k.Encrypt = len(k.Passphrase) > 0
	return k
}

// follow marks the result while the form asks for something else.
func (p *pairPage) follow() {
	if p.made == nil {
		return
	}
	then := &p.made.asked
	now := p.request(then.Make != nil)
	p.former = now.KeyID != then.KeyID || now.Certificate != then.Certificate || now.Make != nil && *now.Make != *then.Make ||
		!bytes.Equal(now.Text, then.Text) || !bytes.Equal(now.Passphrase, then.Passphrase)
	wipeKeys(&now)
}

func (p *pairPage) generate() {
	if !p.asking.running() {
		p.send(p.request(true), "Making it…")
	}
}

func (p *pairPage) convert() {
	if p.asking.running() {
		return
	}
	k := p.request(false)
	if len(bytes.TrimSpace(k.Text)) == 0 {
		p.refuse(&k, problems{fieldPairText: "Paste a key first."})
		return
	}
	p.send(k, "Checking…")
}

// add asks for the key set that is served now with the keys on screen in it.
func (p *pairPage) add() {
	if p.made == nil || p.asking.running() {
		return
	}
	k := job.Keys{Text: bytes.Clone(p.made.set), Published: fieldText(fieldPairServed)}
	if len(bytes.TrimSpace(k.Published)) == 0 {
		p.refuse(&k, problems{fieldPairServed: "Paste the key set that is served now."})
		return
	}
	p.send(k, "Checking…")
}

func (p *pairPage) send(k job.Keys, doing string) {
	p.problems, p.asked, p.slow = nil, k, false
	p.otherText()
	p.say(doing)
	t := p.ask(job.Request{Keys: &p.asked}, p.hear, func(sentence string) { p.end(); wipeKeys(&p.asked); p.say(sentence) })
	p.asking = t
	time.AfterFunc(slowTime, func() {
		p.redraw(func() {
			if p.slow = p.asking == t && t.running(); p.slow {
				browser.Reveal("made-title") // with Stop below it
			}
		})
	})
}

// end is when the auditor rests.
func (p *pairPage) end() {
	p.asking.done()
	p.passFocus("stop", p.asker())
	p.slow = false
}

// asker is the button that asked for what the auditor works on.
func (p *pairPage) asker() string {
	if p.asked.Make != nil {
		return "generate"
	}
	return either(p.asked.Published != nil, "add", "convert")
}

func (p *pairPage) hear(e job.Event) {
	r := e.Keys
	if r == nil { // it goes on
		return
	}
	p.end()
	wrong := problems{}
	wrong.add(fieldPairID, r.KeyIDProblem)
	wrong.add(fieldPairCert, r.CertificateProblem)
	wrong.add(fieldPairText, r.TextProblem)
	wrong.add(fieldPairServed, r.PublishedProblem)
	wrong.add(field(either(p.asked.Make != nil, string(fieldPairLock), string(fieldPairOpen))), r.PassphraseProblem)
	switch {
	case len(wrong) > 0:
		p.refuse(&p.asked, wrong)
	case p.asked.Published != nil:
		p.merge(r.Files)
	default:
		p.accept(r)
	}
}

// refuse wipes what was asked for, shows what is wrong and moves to the first of it.
func (p *pairPage) refuse(k *job.Keys, wrong problems) {
	wipeKeys(k)
	p.problems = wrong
	f, _ := wrong.first(pairFields...)
	p.say("Nothing was made: " + wrong[f])
	p.ctx.Defer(func(app.Context) {
		browser.Unfold(string(f))
		browser.Focus(string(f))
	})
}

// keySetOf returns where the key set is among the files, or their number.
func keySetOf(files []job.KeyFile) (i int) {
	for i < len(files) && files[i].Name != job.KeySetName {
		i++
	}
	return i
}

// accept makes an answer the one on screen. Its texts are cloned: the message is wiped.
func (p *pairPage) accept(r *job.KeysReport) {
	m := &pairMade{asked: p.asked, keys: r.Keys, files: r.Files, findings: r.Findings, snippets: r.Snippets}
	if len(r.Token) > 0 {
		m.files = append(m.files, job.KeyFile{Name: sampleName, Title: "Sample token", Hint: r.Signed, Private: true, Text: r.Token})
	}
	for i := range m.files {
		m.files[i].Text = bytes.Clone(m.files[i].Text)
	}
	if i := keySetOf(m.files); i < len(m.files) {
		m.set = m.files[i].Text
	}
	if m.asked.Make == nil && sound(m) {
		m.findings = []job.Finding{{Code: "fine", Title: "Nothing wrong was found"}}
	}
	offer := p.setAside()
	p.show(m)
	p.say("Ready: " + m.keys[0].Title + "." + offer)
	p.ctx.Defer(func(app.Context) { browser.Reveal("made-title") })
}

// merge puts the key set of all in the place of the one of the key alone.
func (p *pairPage) merge(files []job.KeyFile) {
	wipeKeys(&p.asked)
	from, to := keySetOf(files), keySetOf(p.made.files)
	if from == len(files) || to == len(p.made.files) {
		return
	}
	p.made.files[to] = files[from]
	p.made.files[to].Text = bytes.Clone(files[from].Text)
	p.show(p.made)
	p.say("Added: " + job.KeySetName + " above holds all of them now.")
	browser.Reveal(fileID(to))
}

// show puts an answer on the page: what is private past the drawn tree.
func (p *pairPage) show(m *pairMade) {
	p.made = m
	p.follow()
	p.otherText()
	p.write()
}

// write writes what is private into its places, once they are drawn.
func (p *pairPage) write() {
	m := p.made
	p.ctx.Defer(func(app.Context) {
		if p.made != m || m == nil {
			return
		}
		for i, f := range m.files {
			if f.Private {
				showText(fileID(i), f.Text, !p.shown && f.Name != sampleName)
			}
		}
	})
}

// halt stops the auditor, if it works, and wipes what it was asked for.
func (p *pairPage) halt() {
	if p.asking.running() {
		p.asking.stop()
		wipeKeys(&p.asked)
	}
	p.slow = false
}

func (p *pairPage) stop() {
	p.halt()
	p.say("Stopped. Nothing was made.")
	browser.Focus(p.asker())
}

// clear empties the page. What was made can be brought back for a while.
func (p *pairPage) clear() {
	p.halt()
	offer := p.setAside()
	clearFields(pairFields...)
	p.problems = nil
	p.say("Cleared." + offer)
}

// forget wipes everything at once.
func (p *pairPage) forget() {
	p.halt()
	clearFields(pairFields...)
	p.setAside()
	p.dropBefore()
	browser.EndAuditors()
	p.asking, p.problems, p.status = nil, nil, ""
}

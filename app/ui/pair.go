package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// pairPage is the page that makes key pairs, and converts and checks those that there
// are. All of that is done by the auditor; the page draws what it says.
//
// What is typed stays in the browser's fields: it may be secret.
type pairPage struct {
	app.Compo
	titled
	copier

	need  string // the id of what a person has, or empty
	kind  pairKind
	query string // the address's, as last read or written

	problems problems
	asking   *task
	asked    job.Keys // what the auditor works on
	slow     bool     // it does for a while already

	made   *pairMade
	former bool   // it is not what the form asks for now
	shown  bool   // what is private is not masked
	code   string // the id of the code that is shown

	before *pairMade // what Undo brings back
}

const (
	fieldNeed        field = "need"
	fieldPair        field = "pair-algorithm"
	fieldPairSize    field = "pair-size"
	fieldPairID      field = "pair-kid"
	fieldPairLock    field = "pair-lock"
	fieldPairCert    field = "pair-certificate"
	fieldPairText    field = "pair-text"
	fieldPairOpen    field = "pair-open"
	fieldPairServed  field = "pair-served"
	fieldPairSnippet field = "pair-library"
)

// pairFields are those that something can be wrong with, in the order of reading.
var pairFields = []field{fieldPairID, fieldPairLock, fieldPairCert, fieldPairText, fieldPairOpen, fieldPairServed}

// OnInit reads the settings from the address.
func (p *pairPage) OnInit() { p.read() }

// OnMount listens for the shortcut, and forgets everything when the page is left.
func (p *pairPage) OnMount(ctx app.Context) {
	p.enter(ctx, p.forget)
	p.release = append(p.release, browser.CatchKeys(func(k browser.Key) (used bool) {
		if used = k.Name == "g" && k.Letter && !lettersOff; used {
			p.redraw(p.generate)
		}
		return used
	}))
}

// OnNav reads the settings again when the address carries others.
func (p *pairPage) OnNav(ctx app.Context) {
	p.titled.OnNav(ctx)
	if browser.Query() != p.query {
		p.read()
		p.choose(p.kind)
	}
}

func (p *pairPage) read() {
	p.query, p.need = browser.Query(), ""
	p.kind, _ = readPair(p.query)
	for _, n := range pairNeeds {
		if n.algorithm == p.kind.algorithm {
			p.need = n.id
		}
	}
}

// choose takes a kind, and writes it into the lists and the address.
func (p *pairPage) choose(k pairKind) {
	p.kind, p.query = k, k.query()
	browser.ReplaceQuery(p.query)
	p.ctx.Defer(func(app.Context) {
		fillField(fieldPair, k.algorithm)
		fillField(fieldPairSize, k.size)
	})
}

// Render draws the page.
func (p *pairPage) Render() app.UI {
	return shell(
		box("intro",
			elem("h1").Text("A key pair instead of a shared secret"),
			elem("p").Text("Whoever can verify with a secret can also forge. With a pair one service signs, and all others only verify. It is made on this device, and nothing is sent."),
		),
		elem("div", "class", either(p.shown, "pairs", "pairs masked")).On("input", p.onEdit).On("change", p.onEdit).
			Body(p.renderForm(), p.renderMade(), p.renderPaste()),
	)
}

func (p *pairPage) renderForm() app.UI {
	needs, why, alone := []pick{}, "", false
	for _, n := range pairNeeds {
		needs = append(needs, pick{n.id, n.name, n.note})
		if n.id == p.need && (n.algorithm == p.kind.algorithm || n.algorithm == "") {
			why, alone = n.why, n.algorithm == ""
		}
	}
	w := p.problems
	return section("card form", "need-title", "What do you have?",
		w.row(fieldNeed, "Who verifies or reads the tokens", "").picks("kinds", "need", needs, p.need, p.onEdit),
		elem("p", "id", "why", "role", "status").Body(app.Text(why), app.If(alone, elem("a", "href", "/").Text("make one"))),
		box("pair",
			w.row(fieldPair, "Algorithm", p.kind.family().note).choice(p.algorithms(), nil),
			p.renderSize(),
		),
		elem("details", "id", optionsID, "class", "options").Body(
			elem("summary").Body(app.Text("Options"), elem("span", "class", "chosen").Text("key id, passphrase, certificate")),
			w.row(fieldPairID, "Key id (optional)", "The “kid”. Left empty, it is the thumbprint of the key (RFC 7638).").text("", nil),
			p.phrase(fieldPairLock, "Passphrase (optional)", "You get the private key encrypted with it, too, as a JWE."),
			w.row(fieldPairCert, "Name in a certificate (optional)", "You get a certificate that the key signs itself, and the key set has it (x5c).").text("", nil),
		),
		box("actions", p.rests("generate", p.label()).Class("primary"), button("clear", "Clear", p.onClick)),
	).OnKeyDown(onEnter(p.generate))
}

// rests is a button for what the auditor does next.
func (p *pairPage) rests(id, text string) app.HTMLElem {
	return resting(p.asking.running(), button(id, text, p.onClick))
}

// label says what the button makes.
func (p *pairPage) label() string {
	return either(strings.Contains(pairGroups[2].algorithms, p.kind.algorithm), "Generate key", "Generate key pair")
}

func (p *pairPage) algorithms() (groups []app.UI) {
	for _, g := range pairGroups {
		groups = append(groups, elem("optgroup", "label", g.title).Body(namesOf(g.algorithms, p.kind.algorithm)...))
	}
	return groups
}

// namesOf are options that are named as they are.
func namesOf(all, chosen string) (list []app.UI) {
	for _, one := range strings.Fields(all) {
		list = append(list, option(one, one, chosen))
	}
	return list
}

// renderSize asks for the size or the curve where there is a choice.
func (p *pairPage) renderSize() app.UI {
	f := p.kind.family()
	if f.param == "" {
		return elem("div")
	}
	return row{field: fieldPairSize, label: either(f.param == paramBits, "Bits", "Curve")}.choice(namesOf(f.sizes, p.kind.size), nil)
}

func (p *pairPage) renderPaste() app.UI {
	text := p.problems.row(fieldPairText, "PEM, JWK, JWKS, certificate or encrypted JWK", "You get its other forms and what is wrong with it. Algorithm (if it says none), key id and certificate above are for it, too.")
	return section("card", "paste-title", "Convert or check a key",
		text.around(text.textarea(6, "", nil).DataSet("secret", "").On("focus", p.onFocus)),
		box("warning-place", app.If(text.problem == job.NoKeyButToken, elem("a", "href", meta.TokenPath).Text("Read and verify a token"))),
		p.phrase(fieldPairOpen, "Passphrase, if it is encrypted", "Or to encrypt it with, if it is not."),
		box("actions", p.rests("convert", "Convert and check")),
	).OnKeyDown(onEnter(p.convert))
}

// phrase is a field for a passphrase.
func (p *pairPage) phrase(f field, label, hint string) app.UI {
	r := p.problems.row(f, label, hint)
	return r.around(r.input("", nil).DataSet("secret", ""))
}

func (p *pairPage) onFocus(app.Context, app.Event) {
	if !p.asking.running() {
		browser.WarmAuditor()
	}
}

// onEdit hears of every edit on the page.
func (p *pairPage) onEdit(_ app.Context, e app.Event) {
	at := e.Get("target")
	id := at.Get("id").String()
	if id == "mask" {
		p.shown = !at.Get("checked").Bool()
		p.write()
	}
	p.edit(field(id), at.Get("value").String())
}

// edit is what an edit of a field means.
func (p *pairPage) edit(id field, value string) {
	delete(p.problems, id)
	switch id {
	case fieldPair:
		p.choose(usualPair(value))
	case fieldPairSize:
		p.choose(pairKind{p.kind.algorithm, value})
	case fieldPairSnippet:
		p.code = value
		p.otherText()
	}
	if strings.HasPrefix(string(id), "need-") { // a passphrase may be the name of one, too
		p.onNeed(value)
	}
	p.follow()
}

func (p *pairPage) onNeed(id string) {
	for _, n := range pairNeeds {
		if n.id == id {
			p.need = id
			if n.algorithm != "" {
				p.choose(usualPair(n.algorithm))
			}
		}
	}
}

// onClick hears of every button on the page.
func (p *pairPage) onClick(ctx app.Context, _ app.Event) {
	id := ctx.JSSrc().Get("id").String()
	switch id {
	case "generate":
		p.generate()
	case "convert":
		p.convert()
	case "add":
		p.add()
	case "stop":
		p.stop()
	case "undo":
		p.undo()
	case "clear":
		p.clear()
	default:
		p.hand(id, named(ctx, "file"))
	}
}

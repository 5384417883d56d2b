package ui

import (
	"bytes"
	"strconv"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/job"
	"jwtsecret/app/meta"
)

// What the page shows of keys.

// sampleName is the file of a sample token, which is not masked: nobody trusts its key yet.
const sampleName = "token.txt"

// fileID is the id of the place for the text of a file.
func fileID(file int) string { return "key-file-" + strconv.Itoa(file) }

func (p *pairPage) renderMade() app.UI {
	undo, making := elem("div", "class", "undo-place"), elem("div", "class", "making")
	if p.before != nil {
		undo = undo.Body(button("undo", "Undo: bring the former key back", p.onClick).Class("quiet"))
	}
	if p.slow {
		making = making.Body(progress("Work on the key", "A large key takes a few seconds.", 0, 0, p.onClick))
	}
	body := []app.UI{p.renderStatus("status"), making, undo}
	m, title, class := p.made, "Your key", "card result"
	if m == nil {
		body = append(body, elem("p", "class", "empty").Text(either(live, "Click Generate, or paste a key, and it appears here.", emptyText())))
	} else {
		title, class = m.keys[0].Title, either(p.former, "card result aside", class)
		body = append(body, p.renderKeys(m)...)
	}
	return section(class, "made-title", title, body...)
}

func (p *pairPage) renderKeys(m *pairMade) []app.UI {
	body := []app.UI{
		box("warning-place", formerWarning(p.former,
			"Made before you changed the form. Click “"+either(m.asked.Make != nil, p.label(), "Convert and check")+"” for what it says now.")),
		findingList("findings", m.findings),
		check("mask", "Hide on screen what is private", !p.shown, p.onEdit),
	}
	for i, k := range m.keys {
		facts := findingList("key-facts", factsOfKey(k))
		if i > 0 {
			facts = fold("key-"+strconv.Itoa(i), k.Title+" "+k.KeyID, facts)
		}
		body = append(body, facts, findingList("findings", k.Findings))
	}
	var more, code []app.UI
	for i, f := range p.files() {
		one := p.renderFile(i, f)
		switch {
		case i >= len(m.files):
			code = append(code, one)
		case f.More:
			more = append(more, one)
		default:
			body = append(body, one)
		}
	}
	if more != nil {
		body = append(body, fold("more", "Other forms", more...))
	}
	if m.set != nil {
		served := p.problems.row(fieldPairServed, "The key set that is served now", "The JSON at /.well-known/jwks.json. You get both in "+job.KeySetName+" above.")
		body = append(body, fold("publish", "Add it to a published key set",
			served.around(served.textarea(4, "", nil).DataSet("secret", "")),
			box("actions", p.rests("add", "Add")),
		))
	}
	if code != nil {
		s := p.snippet()
		body = append(body, fold("snippet", "Code that signs and verifies", append([]app.UI{row{field: fieldPairSnippet, label: "Language and library", hint: s.Needs}.
			choice(options(m.snippets, s.ID, func(s job.KeySnippet) (value, text string) { return s.ID, s.Title }), nil)}, code...)...))
	}
	if m.set != nil {
		body = append(body, elem("p", "class", "hint").Body(
			app.Text("To bring it in without logging anyone out: "), elem("a", "href", meta.RotatePath).Text("plan the rotation"), app.Text(".")))
	}
	return body
}

// factsOfKey lists what there is to know, as entries of a list.
func factsOfKey(k job.KeyReport) (all []job.Finding) {
	for _, f := range k.Facts {
		all = append(all, job.Finding{Title: f.Name, Sentence: f.Text})
	}
	if k.KeyID != "" {
		all = append(all, job.Finding{Title: either(k.KeyID == k.Thumbprint, "Key id, its thumbprint", "Key id"), Sentence: k.KeyID})
	}
	if k.Thumbprint != "" && k.KeyID != k.Thumbprint {
		all = append(all, job.Finding{Title: "Thumbprint", Sentence: k.Thumbprint})
	}
	return all
}

// renderFile draws a file. A public one is text as any other, and is printed.
func (p *pairPage) renderFile(i int, f job.KeyFile) app.UI {
	id, number := fileID(i), strconv.Itoa(i)
	text := placeOfLines(id, f.Name)
	if !f.Private {
		grammar := ""
		if i >= len(p.made.files) {
			grammar = p.snippet().Highlight
		}
		text = renderCode(id, f.Name, snippet.Language(grammar), string(f.Text))
	}
	return box(either(f.Private, "command private", "command"),
		elem("h3").Text(f.Title),
		elem("p", "class", "hint").Text(f.Hint),
		text,
		box("actions",
			with(p.copyButton("copy-"+number, "Copy", "Copy "+f.Name, p.onClick), "class", "quiet", "data-file", number),
			with(button("download-"+number, "Download", p.onClick), "class", "quiet", "data-file", number, "aria-label", "Download "+f.Name),
		),
	)
}

// snippet returns the chosen code, or the first.
func (p *pairPage) snippet() (s job.KeySnippet) {
	s = p.made.snippets[0]
	for _, one := range p.made.snippets {
		if one.ID == p.code {
			s = one
		}
	}
	return s
}

// files returns those of the key and the code for it.
func (p *pairPage) files() []job.KeyFile {
	all := p.made.files[:len(p.made.files):len(p.made.files)]
	if len(p.made.snippets) == 0 {
		return all
	}
	s := p.snippet()
	return append(all,
		job.KeyFile{Name: "sign.txt", Title: "Sign with the private key", Text: []byte(s.Sign)},
		job.KeyFile{Name: "verify.txt", Title: "Verify by the key set", Text: []byte(s.Verify)})
}

// hand hands out a file, by the button with this id.
func (p *pairPage) hand(id, number string) {
	if p.made == nil {
		return
	}
	all := p.files()
	i, err := strconv.Atoi(number)
	if err != nil || i >= len(all) {
		return
	}
	f := all[i]
	text, done := bytes.Clone(f.Text), "Copied "+f.Name+"."
	switch {
	case strings.HasPrefix(id, "download"):
		p.download(f.Name, "application/octet-stream", text)
	case f.Private:
		p.copySecret(id, text, done)
	default:
		p.copyPlain(id, string(text), done)
	}
}

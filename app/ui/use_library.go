package ui

import (
	"slices"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/export/snippet"
	"jwtsecret/app/preset"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// How a program reads the secret, and how to make one without this page. No code
// holds a secret, so it is drawn like any other text.

const fieldLibrary field = "library"

func libraryByID(id string) snippet.Snippet {
	all := snippet.All()
	return all[max(0, slices.IndexFunc(all, func(s snippet.Snippet) bool { return s.ID == id }))]
}

func (u *use) renderLibrary() []app.UI {
	if why := withoutCode(u.product()); why != "" {
		return []app.UI{elem("p").Text(why)}
	}
	l := u.library
	code, problem := u.code()
	choice := problems{fieldLibrary: problem}.row(fieldLibrary, "Language and library", "Save it as "+l.File+". It needs: "+l.Needs+".").
		choice(options(snippet.All(), l.ID, func(s snippet.Snippet) (value, text string) { return s.ID, s.Name }), u.onLibrary)
	if problem != "" {
		return []app.UI{choice}
	}
	return []app.UI{
		choice,
		elem("p", "class", "hint", "id", "library-reading").Text(u.readingNote()),
		u.renderLibraryBase64(),
		renderCode("library-code", "Code for "+l.Name, l.Language, code),
		elem("div", "class", "actions").Body(u.Work.copyButton("copy-library", "Copy the code", "", u.onCopyLibrary)),
		elem("p", "class", "hint", "id", "library-record").Text(recordSentence(l.Record())),
	}
}

// product is the one whose values are shown, or nil.
func (u *use) product() *preset.Preset {
	if pv := u.Work.presetShown(); pv != nil {
		return &pv.of
	}
	return nil
}

// withoutCode says why there is no code for a product, whatever else is chosen, or nothing.
func withoutCode(p *preset.Preset) string {
	switch {
	case p == nil:
		return ""
	case p.Encrypts:
		return p.Title + " signs no token with this secret: it derives a key that encrypts them. So there is no code for it here."
	case p.Format == secret.JWK:
		return p.Title + " reads the secret as a JSON Web Key. The code here reads none."
	default:
		return ""
	}
}

// readingNote says how the product reads the secret, which its programs have to do as
// well, and what the library has for another reading.
func (u *use) readingNote() string {
	p := u.product()
	if p == nil {
		return ""
	}
	note := p.Title + " takes the secret's text as it stands, and so does this code."
	if p.Reading != token.UTF8 {
		note = p.Title + " decodes the secret as " + p.Reading.String() + ", and so does this code."
	}
	if decoder := u.library.StrictBase64(); decoder != "" && p.Reading != token.Base64 {
		note += " Do not use " + decoder + ": it decodes base64 and makes another key, or none."
	}
	return note
}

// renderLibraryBase64 draws the advice for any program. A product has its own reading.
func (u *use) renderLibraryBase64() app.UI {
	decoder := u.library.StrictBase64()
	if u.product() != nil {
		decoder = ""
	}
	return u.renderBase64("library-base64", "The code below decodes base64url. ", decoder)
}

// code is the chosen library's, for the secret on screen or the next one; or a
// sentence says why there is none.
func (u *use) code() (code, problem string) {
	request, p := u.request(), u.product()
	encoding, ok := snippet.Encoding(request.Format)
	if p != nil {
		encoding = p.Reading
	}
	switch {
	case withoutCode(p) != "":
		return "", withoutCode(p)
	case !ok:
		return "", "No variable carries this format as it is. Choose base64url, base64, hex, or letters and digits above."
	case u.Work.problems[fieldName] != "":
		return "", "Correct the variable's name above first."
	}
	code, err := u.library.Code(u.Work.settings.name, request.Algorithm, encoding)
	if err != nil {
		return "", "Choose an algorithm above first."
	}
	return code, ""
}

// renderCode draws code with its comments, strings and keywords marked. The label
// is for screen readers.
func renderCode(id, label string, language snippet.Language, code string) app.UI {
	spans := snippet.Highlight(language, code)
	return elem("pre", "class", "code").TabIndex(0).Role("region").Aria("label", label).Body(
		elem("code").ID(id).Class("notranslate").Attr("translate", "no").Body(
			each(spans, func(s snippet.Span) app.UI {
				if s.Class == snippet.Plain {
					return elem("span").Text(s.Text)
				}
				return elem("span").Text(s.Text).Class("code-" + s.Class)
			}),
		),
	)
}

func (u *use) onLibrary(ctx app.Context, _ app.Event) {
	u.read(libraryByID(typed(ctx)))
}

// read takes another library that reads the secret.
func (u *use) read(l snippet.Snippet) {
	u.library = l
	u.Work.otherText()
}

func (u *use) onCopyLibrary(app.Context, app.Event) {
	if code, problem := u.code(); problem == "" {
		u.Work.copyPlain("copy-library", code, "Copied the code for "+u.library.Name+".")
	}
}

// terminals are the commands for one like the secret on screen or, without one, the next.
// No command prints capitals, which every reader of hex takes for the same.
func (u *use) terminals() []snippet.Terminal {
	like := u.request()
	if like.Format == secret.HexUpper {
		like.Format = secret.HexLower
	}
	all, err := snippet.Terminals(like.Size, like.Format)
	if err != nil {
		return nil
	}
	return all
}

const fieldTerminal field = "terminal-program"

// command returns the one of the chosen program.
func (u *use) command() (t snippet.Terminal, ok bool) {
	all := u.terminals()
	if len(all) == 0 {
		return t, false
	}
	return all[max(0, slices.IndexFunc(all, func(t snippet.Terminal) bool { return t.ID == u.terminal }))], true
}

func (u *use) renderTerminal() []app.UI {
	t, ok := u.command()
	if !ok {
		return []app.UI{elem("p", "class", "problem").Text(
			"There are commands for base64url, base64 and hex, and for 1 to " + thousands(secret.MaxSize) + " bytes.")}
	}
	describe := func(t snippet.Terminal) (value, text string) { return t.ID, t.Name }
	return []app.UI{
		problems{}.row(fieldTerminal, "Make it with", "It prints one new secret "+u.like()+", on one line.").
			choice(options(u.terminals(), t.ID, describe), u.onTerminal),
		renderCode("terminal-command", "Command for "+t.Name, t.Language, t.Command),
		elem("div", "class", "actions").Body(u.Work.copyButton("copy-terminal", "Copy the command", "", u.onCopyTerminal)),
		elem("p", "class", "hint", "id", "terminal-record").Text(recordSentence(t.Record())),
	}
}

// like says by what the commands go.
func (u *use) like() string {
	if u.Work.lone() != nil {
		return "of the size and format of the one on screen"
	}
	return "of the size and format chosen above"
}

func (u *use) onTerminal(ctx app.Context, _ app.Event) {
	u.terminal = typed(ctx)
	u.Work.otherText()
}

func (u *use) onCopyTerminal(app.Context, app.Event) {
	if t, ok := u.command(); ok {
		u.Work.copyPlain("copy-terminal", strings.TrimSpace(t.Command), "Copied the command for "+t.Name+".")
	}
}

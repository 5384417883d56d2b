package ui

import (
	"slices"
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
)

// result shows what was generated, and hands it out.
type result struct {
	app.Compo

	Work *work
	Turn int // of the work, when it was drawn
}

// Render draws the secrets, what they are worth and what can be done with them. That
// comes first in the document: each of many secrets has a button of its own, and who
// goes by the keyboard would come last to those for all. A lone secret is shown above it.
func (r *result) Render() app.UI {
	breathe()
	w := r.Work
	title := "Your secret"
	if len(w.result) > 1 {
		title = "Your " + thousands(len(w.result)) + " secrets"
	}
	class := "result"
	if w.former() != "" {
		class = "result aside"
	}
	return section(class, "result-title", title,
		r.renderWarnings(),
		r.renderActions(),
		r.renderMaking(),
		r.renderSecrets(),
		r.renderWorth(),
		w.renderStatus("status"),
		r.renderUndo(),
	).ID("result")
}

func (r *result) renderWarnings() app.UI {
	return elem("div", "class", "warning-place").Body(
		app.If(r.Work.result.testOnly(), elem("p", "class", "warning", "id", "test-only-label").Text(
			"Test only. Smaller than RFC 7518 allows for this algorithm: never let it guard anything.")),
	)
}

// renderSecrets draws one row a secret, and one empty row where there is none
// yet. The secrets themselves are written into the rows by batch.show.
func (r *result) renderSecrets() app.UI {
	all := elem("ol", "class", "secrets", "role", "presentation") // one secret, or none, is no list
	if len(r.Work.result) > 1 {
		all = elem("ol", "class", "secrets several")
	}
	return elem("div", "class", "secrets-place").Body(
		all.Body(times(max(1, len(r.Work.listed())), r.renderRow)),
		app.If(len(r.Work.result) > maxListed,
			elem("p", "class", "hint").Text("These are the first "+strconv.Itoa(maxListed)+" of "+thousands(len(r.Work.result))+
				". Copy and the downloads hold all of them."),
		),
	)
}

func (r *result) renderRow(i int) app.UI {
	number := strconv.Itoa(i + 1)
	return elem("li").Body(
		place(rowID(i), "secret"),
		app.If(len(r.Work.result) == 0, elem("p", "class", "empty").Text(emptyText())),
		app.If(len(r.Work.result) > 1,
			r.Work.copyButton("copy-"+number, "Copy", "Copy secret "+number, r.onCopyRow).Class("quiet").DataSet("row", i)),
	)
}

// emptyText says what to do or, while nobody can do anything, why.
func emptyText() string {
	if !live {
		return "The program that makes it is loading."
	}
	return "Click Generate, and it appears here."
}

// renderWorth shows what the secret is worth or, before there is one, what it will be.
func (r *result) renderWorth() app.UI {
	w := r.Work
	place := elem("div", "class", "worth")
	if len(w.result) > 0 {
		s := &w.result[0]
		return place.Body(scale(s.Bits(), codeOf(s.Request()), []secret.Algorithm{s.Algorithm()}), list("facts", "facts", w.result.facts()), scaleHint())
	}
	request, wrong := w.settings.check()
	if _, found := wrong.first(fieldAlgorithm, fieldFormat); found || wrong[fieldSize] != "" && !w.settings.tooSmall() {
		return place
	}
	return place.Class("preview").Body(
		scale(request.Bits(), codeOf(request), []secret.Algorithm{request.Algorithm}),
		list("facts", "facts", factsOf(request.Bits(), request.Count, request)), scaleHint())
}

// codeOf is the code of a verdict on what was or will be drawn at random.
func codeOf(r secret.Request) string {
	if r.Size < r.Algorithm.MinSize() {
		return meta.BelowRule
	}
	return meta.NoDefect
}

func (r *result) renderMaking() app.UI {
	place := elem("div", "class", "making")
	making := r.Work.making
	if making == nil {
		return place
	}
	made, total := len(making.made), making.request.Count
	return place.Body(progress("Secrets generated", thousands(made)+" of "+thousands(total), made, total, r.onStop))
}

func (r *result) onStop(app.Context, app.Event) {
	r.Work.stopMaking()
	r.Work.say("Stopped. Nothing was generated.")
	browser.Focus("generate")
}

func (r *result) onGenerate(app.Context, app.Event) { r.Work.generate() }

// renderActions begins with the two that everybody needs, which are always there.
func (r *result) renderActions() app.UI {
	secrets := r.Work.result
	generate := resting(r.Work.making != nil, button("generate", "Generate", r.onGenerate).Class("primary"))
	if len(secrets) == 0 {
		return elem("div", "class", "actions").Body(generate, button("copy", "Copy", r.onCopy).Class("strong").Attr("disabled", true))
	}
	copyAll, copyEnv := "Copy", "Copy as .env line"
	switch {
	case len(secrets) > 1:
		copyAll, copyEnv = "Copy all", "Copy as .env lines"
	case secrets.raw():
		copyAll = "Copy as hex"
	}
	files := secrets.files()
	return elem("div", "class", "actions").Body(
		generate,
		r.Work.copyButton("copy", copyAll, "", r.onCopy).Class("strong"),
		app.If(!secrets.raw(), r.Work.copyButton("copy-env", copyEnv, "", r.onCopyEnv).Class("quiet")),
		each(files, func(f file) app.UI {
			return button("download-"+f.id, "Download "+f.label, r.onDownload).Class("quiet").DataSet("kind", f.id)
		}),
		button("clear", "Clear", r.onClear).Class("quiet"),
		check("mask", "Hide on screen", r.Work.masked, r.onMask),
	)
}

func (r *result) renderUndo() app.UI {
	place := elem("div", "class", "undo-place")
	if len(r.Work.aside) == 0 {
		return place
	}
	last := r.Work.aside[len(r.Work.aside)-1]
	text := "Undo: bring " + last.secrets.itOrThem() + " back"
	if last.timer == nil {
		text = "Bring back what you copied before"
	}
	return place.Body(button("undo", text, r.onUndo).Class("quiet"))
}

func (r *result) onCopy(app.Context, app.Event) { r.Work.copyAll() }

// copyAll copies every secret of the result, if there is any.
func (w *work) copyAll() {
	switch len(w.result) {
	case 0:
	case 1:
		w.take("copy", readable(&w.result[0]), "Copied.")
	default:
		w.take("copy", export.Text(w.result), "Copied "+counted(len(w.result), "secret", "secrets")+", one a line.")
	}
}

// take copies secrets of the result, which may be in use from now on.
func (w *work) take(id string, text []byte, done string) {
	w.taken = true
	w.copySecret(id, text, done)
}

func (r *result) onCopyRow(ctx app.Context, _ app.Event) {
	i, err := strconv.Atoi(named(ctx, "row"))
	if err != nil || i >= len(r.Work.result) {
		return
	}
	number := strconv.Itoa(i + 1)
	r.Work.take("copy-"+number, readable(&r.Work.result[i]), "Copied secret "+number+".")
}

func (r *result) onCopyEnv(app.Context, app.Event) {
	if text, ok := r.write(envFile, "Not copied: "); ok {
		done := "Copied as a line for a .env file."
		if len(r.Work.result) > 1 {
			done = "Copied as lines for a .env file."
		}
		r.Work.take("copy-env", text, done)
	}
}

func (r *result) onDownload(ctx app.Context, _ app.Event) {
	files := r.Work.result.files()
	i := slices.IndexFunc(files, func(f file) bool { return f.id == named(ctx, "kind") })
	if i < 0 {
		return
	}
	if content, ok := r.write(files[i], "Not downloaded: "); ok {
		r.Work.taken = true
		r.Work.download(export.FileName(files[i].kind, r.Work.result), files[i].mimeType, content)
	}
}

// write writes the result as a file, or says what keeps it from that.
func (r *result) write(f file, not string) (content []byte, ok bool) {
	w := r.Work
	if len(w.result) == 0 {
		return nil, false
	}
	content, err := f.write(w.settings.name, w.result)
	if err != nil { // files are offered for what they can hold, so it is the name
		w.say(not + w.problems[fieldName])
		browser.Focus(string(fieldName))
		return nil, false
	}
	return content, true
}

// download hands out a file and wipes it.
func (p *part) download(name, mimeType string, content []byte) {
	browser.Download(name, mimeType, content)
	clear(content)
	p.say("Downloading " + name + ".")
}

func (r *result) onMask(ctx app.Context, _ app.Event) {
	w := r.Work
	w.masked = ticked(ctx)
	w.listed().show(0, w.masked)
	w.say(either(w.masked, "Now hidden on screen.", "Now shown on screen."))
}

func (r *result) onClear(app.Context, app.Event) {
	w := r.Work
	if len(w.result) == 0 {
		return
	}
	w.say("Cleared. You can bring " + w.result.itOrThem() + " back for ten seconds.")
	w.setAside(true)
	browser.Focus("generate")
}

func (r *result) onUndo(app.Context, app.Event) { r.Work.undo() }

package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/export"
)

// What a person does with the form.

func (g *generator) onGenerate(app.Context, app.Event) { g.generate() }

// onFormKey lets Enter generate from any text field: the page runs in a sandbox
// in which forms do not submit.
func (g *generator) onFormKey(_ app.Context, e app.Event) {
	if e.Get("key").String() != "Enter" || e.Get("isComposing").Bool() {
		return
	}
	if e.Get("target").Get("tagName").String() == "INPUT" {
		e.PreventDefault()
		g.generate()
	}
}

func (g *generator) onAlgorithm(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { *s = s.withAlgorithm(typed(ctx)) })
}

func (g *generator) onSize(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.size = typed(ctx) })
}

func (g *generator) onFormat(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.format = typed(ctx) })
}

func (g *generator) onCount(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.count = typed(ctx) })
}

func (g *generator) onName(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.name = typed(ctx) })
}

func (g *generator) onTestOnly(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.testOnly = ctx.JSSrc().Get("checked").Bool() })
}

func (g *generator) onKeys(ctx app.Context, _ app.Event) {
	g.change(func(s *settings) { s.keysOff = !ctx.JSSrc().Get("checked").Bool() })
}

func (g *generator) onStop(app.Context, app.Event) {
	g.stopBulk()
	g.say("Stopped. Nothing was generated.")
}

func typed(ctx app.Context) string { return ctx.JSSrc().Get("value").String() }

// What a person does with the result.

func (g *generator) onCopy(app.Context, app.Event) { g.copyAll() }

func (g *generator) copyAll() {
	if len(g.result) == 1 {
		g.clipboard.copySecret(readable(&g.result[0]), "Copied.")
		return
	}
	g.clipboard.copySecret(export.Text(g.result), "Copied "+counted(len(g.result), "secret", "secrets")+", one a line.")
}

func (g *generator) onCopyRow(ctx app.Context, _ app.Event) {
	i, err := strconv.Atoi(ctx.JSSrc().Get("dataset").Get("row").String())
	if err != nil || i >= len(g.result) {
		return
	}
	g.clipboard.copySecret(readable(&g.result[i]), "Copied secret "+strconv.Itoa(i+1)+".")
}

func (g *generator) onCopyEnv(app.Context, app.Event) {
	text, err := export.Env(g.settings.name, g.result)
	if err != nil {
		g.say("Not copied: " + g.problems[fieldName])
		browser.Focus(string(fieldName))
		return
	}
	done := "Copied as a line for a .env file."
	if len(g.result) > 1 {
		done = "Copied as lines for a .env file."
	}
	g.clipboard.copySecret(text, done)
}

func (g *generator) onDownload(ctx app.Context, _ app.Event) {
	file, ok := fileOf(ctx.JSSrc().Get("dataset").Get("kind").String())
	if !ok {
		return
	}
	content, err := file.write(g.settings.name, g.result)
	if err != nil {
		g.say("Not downloaded: " + g.problems[fieldName])
		browser.Focus(string(fieldName))
		return
	}
	name := export.FileName(file.kind, g.result)
	browser.Download(name, file.mimeType, content)
	clear(content)
	g.say("Downloading " + name + ".")
}

func (g *generator) onMask(ctx app.Context, _ app.Event) {
	g.masked = ctx.JSSrc().Get("checked").Bool()
	g.listed().show(0, g.masked)
	g.showUse()
	if g.masked {
		g.say("Now hidden on screen.")
	} else {
		g.say("Now shown on screen.")
	}
}

func (g *generator) onClear(app.Context, app.Event) {
	g.listed().blank()
	g.setAside()
	g.say("Cleared. You can bring " + itOrThem(g.previous) + " back for ten seconds.")
	browser.Focus("generate")
}

// onUndo exchanges what is shown for what was cleared or replaced.
func (g *generator) onUndo(app.Context, app.Event) {
	back := g.previous
	g.previous = nil
	g.dropPrevious()
	g.listed().blank()
	g.result.wipe()
	g.result = back
	g.list(0)
	g.say("Brought back: " + counted(len(back), "secret", "secrets") + ".")
	browser.Focus("copy")
}

// onLeave forgets everything when the page is left, also when the browser keeps
// it for the back button.
func (g *generator) onLeave(app.Context, app.Event) { g.forget() }

// onShortcut handles the single letters: g generates, c copies. They rest while
// a field has the focus, with a modifier, and when they are switched off.
func (g *generator) onShortcut(_ app.Context, e app.Event) {
	if g.settings.keysOff || e.Get("ctrlKey").Bool() || e.Get("metaKey").Bool() || e.Get("altKey").Bool() {
		return
	}
	switch e.Get("target").Get("tagName").String() {
	case "INPUT", "SELECT", "TEXTAREA":
		return
	}
	switch e.Get("key").String() {
	case "g":
		g.generate()
	case "c":
		if len(g.result) > 0 {
			g.copyAll()
		}
	}
}

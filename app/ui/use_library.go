package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// How a program reads the secret, and how to make one without this page. No code
// holds a secret, so it is drawn like any other text.

func (g *generator) renderLibrary() app.UI {
	answer := app.Div().Class("sample")
	if a := g.use.answer; a == nil {
		answer = answer.Body(g.use.waiting())
	} else {
		answer = answer.Body(
			app.P().Class("hint").Text("Save it as "+a.Snippet.File+". It needs: "+a.Snippet.Needs+"."),
			app.If(a.Snippet.Problem != "", app.P().Class("problem").Text(a.Snippet.Problem)),
			renderCode("library-code", "Code for "+libraryName(g.use.library), a.Snippet.Spans),
			app.Div().Class("actions").Body(
				app.Button().Type("button").ID("copy-library").OnClick(g.onCopyLibrary).Text("Copy the code"),
			),
			app.P().Class("hint").ID("library-record").Text(a.Snippet.Record),
		)
	}
	return g.part("how", "How your code reads it",
		app.Div().Class("field").Body(
			app.Label().For("library").Text("Language and library"),
			g.renderLibraries(),
		),
		answer,
	)
}

func (g *generator) renderLibraries() app.UI {
	list := app.Select().ID("library").OnChange(g.onLibrary)
	if !g.live {
		list = list.Disabled(true)
	}
	return list.Body(libraryOptions(g.use.library)...)
}

// renderCode draws code with its comments, strings and keywords marked. The label
// is for screen readers.
func renderCode(id, label string, spans []job.Span) app.UI {
	return app.Pre().Class("code").TabIndex(0).Role("region").Aria("label", label).Body(
		app.Code().ID(id).Class("notranslate").Attr("translate", "no").Body(
			app.Range(spans).Slice(func(i int) app.UI {
				if spans[i].Class == "" {
					return app.Span().Text(spans[i].Text)
				}
				return app.Span().Class("code-" + spans[i].Class).Text(spans[i].Text)
			}),
		),
	)
}

// codeOf puts the pieces of code together.
func codeOf(spans []job.Span) string {
	var code strings.Builder
	for _, s := range spans {
		code.WriteString(s.Text)
	}
	return code.String()
}

func (g *generator) onLibrary(ctx app.Context, _ app.Event) {
	g.use.library = typed(ctx)
	g.askUse()
}

func (g *generator) onCopyLibrary(app.Context, app.Event) {
	snippet := g.use.answer.Snippet
	switch {
	case g.use.busy():
		g.say("Not copied. " + notThisYet)
	case snippet.Problem != "":
		g.say("Not copied. " + snippet.Problem)
	default:
		g.clipboard.copyPlain(codeOf(snippet.Spans), "Copied the code for "+libraryName(g.use.library)+".")
	}
}

func (g *generator) renderTerminal() app.UI {
	const question = "Make it in your own terminal instead"
	if g.use.answer == nil {
		return g.part("terminal", question, g.use.waiting())
	}
	commands, problem := g.use.answer.Commands, g.use.answer.CommandsProblem
	return g.part("terminal", question,
		app.P().Class("hint").Text("Each of these prints one new secret of the size and format chosen above, on one line."),
		app.If(problem != "", app.P().Class("problem").Text(problem)),
		app.Range(commands).Slice(func(i int) app.UI {
			c := commands[i]
			return app.Div().Class("command").Body(
				app.H3().Text(c.Name),
				renderCode("terminal-"+c.ID, "Command for "+c.Name, c.Spans),
				app.Div().Class("actions").Body(
					app.Button().Type("button").Class("quiet").DataSet("terminal", c.ID).
						Aria("label", "Copy the command for "+c.Name).OnClick(g.onCopyTerminal).Text("Copy"),
				),
				app.P().Class("hint").Text(c.Record),
			)
		}),
	)
}

func (g *generator) onCopyTerminal(ctx app.Context, _ app.Event) {
	if g.use.busy() {
		g.say("Not copied. " + notThisYet)
		return
	}
	id := ctx.JSSrc().Get("dataset").Get("terminal").String()
	for _, c := range g.use.answer.Commands {
		if c.ID == id {
			g.clipboard.copyPlain(codeOf(c.Spans), "Copied the command for "+c.Name+".")
		}
	}
}

package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// home is the start page: the generator, and what a newcomer wants to know
// before trusting it.
type home struct {
	app.Compo
	titled
}

// Render draws the page.
func (h *home) Render() app.UI {
	return shell(
		app.Div().Class("intro").Body(
			app.H1().Text("A strong key for signing your JSON Web Tokens"),
			app.P().Text("Your browser makes it on this device, with its own cryptographic generator. "+
				"Nothing you make here is sent anywhere."),
		),
		&generator{},
		app.Div().Class("notes").Body(
			howToUse(),
			promise(),
			limits(),
		),
	)
}

func howToUse() app.UI {
	return note("use", "Using the secret",
		"Copy it into your secret store, or into a .env file that git ignores. Never put it in the code.",
		"Give each service and each environment a secret of its own.",
		"Most libraries take the text itself as the key, and as text every format is long enough. "+
			"If yours decodes hex or base64 first, choose exactly that format.",
		"Replace it now and then, and at once when somebody may have seen it.",
	)
}

func promise() app.UI {
	return note("promise", "What this page promises",
		"Every random byte comes from your browser's crypto.getRandomValues, and nothing is mixed in. "+
			"The characters of the format “letters and digits” are drawn from those bytes by rejection sampling, so each is equally likely.",
		"No account, no cookies, no analytics, no fonts or scripts from elsewhere.",
		"Once the footer says that it is ready offline, the page asks the network for nothing. "+
			"Try it: unplug the network and click Generate.",
		"Secrets are kept in memory only, and are gone when you leave the page.",
	)
}

func limits() app.UI {
	return note("limits", "What it cannot promise",
		"Browser extensions, malware and people behind you can read what you can read.",
		"Clipboard managers and cloud clipboards may keep what you copy.",
		"Erasing is a best effort: browsers keep copies of text that a page cannot reach.",
		"On your first visit you trust the host that sent you this page, as with every website.",
	)
}

func note(id, title string, items ...string) app.UI {
	return section("note", "note-"+id, title, list("", "", items))
}

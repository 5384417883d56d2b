package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/meta"
)

// home is the start page: the generator, and what a newcomer wants to know
// before trusting it.
type home struct {
	app.Compo
	titled
}

// Render draws the page.
func (h *home) Render() app.UI {
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text("A strong key for signing your JSON Web Tokens"),
			elem("p").Body(
				app.Text("Made on this device by crypto.getRandomValues. Nothing is sent: "),
				elem("a", "href", meta.TrustPath).Text("check it"),
				app.Text("."),
			),
		),
		&generator{},
		elem("div", "class", "notes advice-notes").Body(
			howToUse(),
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

func note(id, title string, items ...string) app.UI {
	return section("note", "note-"+id, title, list("", "", items))
}

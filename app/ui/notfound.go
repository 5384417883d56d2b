package ui

import (
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/meta"
)

// notFound is the page for every address that the site does not have, and for the guide in
// the single file, which has it not.
type notFound struct {
	app.Compo
	titled
}

// Render draws the page.
func (n *notFound) Render() app.UI {
	title, text := "There is no page at this address", "Perhaps a letter went missing on the way. "
	if inFile && strings.HasPrefix(app.Window().URL().Path, meta.GuidePath) {
		title, text = "The guide is not in this file", "It is part of the site. "
	}
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text(title),
			elem("p").Body(
				app.Text(text),
				elem("a", "href", "/").Text("Go to the secret generator"),
				app.Text("."),
			),
		),
	)
}

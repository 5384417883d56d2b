package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// notFound is the page for every address that the site does not have.
type notFound struct{ app.Compo }

// Render draws the page.
func (n *notFound) Render() app.UI {
	return shell(
		elem("div", "class", "intro").Body(
			elem("h1").Text("There is no page at this address"),
			elem("p").Body(
				app.Text("Perhaps a letter went missing on the way. "),
				elem("a", "href", "/").Text("Go to the secret generator"),
				app.Text("."),
			),
		),
	)
}

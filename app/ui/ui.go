// Package ui shows the product: go-app components, one per file.
package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// Register tells go-app which component shows which route. Call it once, before
// the app runs or is rendered.
func Register() {
	app.Route("/", &page{})
}

type page struct{ app.Compo }

func (p *page) Render() app.UI {
	return app.Main().Body(app.H1().Text("jwtsecret"))
}

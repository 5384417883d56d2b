package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// Whether today's Math.random drew the secret: asked by a button, because no audit should
// take so long. The report that comes of it takes the place of the one that stands there.

func (a *audit) renderDrawn() app.UI {
	place := elem("div", "class", "findings-place")
	switch {
	case a.secret.Drawn != "":
		return place.Body(section("card", "drawn-title", "How it was made",
			elem("p", "id", "drawn-answer").Text(a.secret.Drawn),
		))
	case a.secret.Drawable == "":
		return place
	}
	return place.Body(section("card", "drawn-title", "How it was made",
		elem("div", "class", "actions").Body(button("drawn", "Did Math.random draw it?", a.onDrawn)),
		elem("p", "class", "hint").Text(a.secret.Drawable),
	))
}

// onDrawn moves the focus to what ends it, because that stands elsewhere.
func (a *audit) onDrawn(app.Context, app.Event) {
	if a.secret != nil && !a.aside && a.reading == "" {
		a.stopCheck()
		a.reading = "the text for traces of Math.random"
		a.askFor(a.secret.Judged+1, true)
		a.focusDrawn("stop-check")
	}
}

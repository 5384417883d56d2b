package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// guideFrame is what stands around a chapter of the guide. The chapters are built from
// Markdown, and have a small program of their own: this is drawn when the site is built, and
// is in no program.
type guideFrame struct{ app.Compo }

// Render draws the frame around nothing.
func (*guideFrame) Render() app.UI {
	notice := elem("div", "class", "address-place", "role", "status").Body(
		elem("div", "class", "warning", "id", "address-notice", "hidden", "").Body(
			elem("p"),
			elem("button", "type", "button", "class", "quiet", "id", "address-noted").Text(hideThis),
		),
	)
	return frame(nil, []app.UI{notice, mainPart()}, []app.UI{
		elem("div", "class", "offline").Body(
			elem("p", "id", "offline-state", "role", "status"),
			elem("p", "id", "update", "role", "status", "hidden", "").Body(
				app.Text(updateReady),
				elem("button", "type", "button", "class", "quiet", "id", "load-update").Text(loadUpdate),
			),
		),
	})
}

package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// timeline draws the stretches of time of a plan, to scale, as the auditor has laid them
// out. What the picture shows stands in the checklist, too.
func timeline(p *job.PlanReport) app.UI {
	place := elem("div")
	if p.Caption == "" {
		return place
	}
	return place.Body(
		elem("div", "class", "timeline", "aria-hidden", "true").Body(
			shape("svg", "width", "100%", "height", "110", "focusable", "false").Body(each(p.Picture, func(s job.Shape) app.UI {
				return shape(s.Tag, s.Attributes...).Body(app.Text(s.Text))
			}))),
		elem("p", "class", "hint").Body(app.Text(p.Caption)),
	)
}

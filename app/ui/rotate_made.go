package ui

import (
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/rotation"
)

// What a plan was made for, and what becomes of it when the form says something else.

// onEdit hears of every edit of the form.
func (r *rotate) onEdit(app.Context, app.Event) { r.follow() }

// follow holds the plan against the form. It is put aside for as long as it is for
// something else. One that goes on accepting a secret which has leaked vanishes: who
// took it for the answer to the leak would leave the door open.
func (r *rotate) follow() {
	if r.plan == nil {
		return
	}
	if r.kind == rotation.Leak && r.plan.Kind != rotation.Leak {
		r.wipe()
		r.say("The plan is gone: it would have gone on accepting the secret that leaked. Make a new one.")
		return
	}
	request := r.request()
	defer clear(request.New)
	defer clear(request.Previous)
	former := !r.plan.IsFor(request)
	if former != r.former {
		r.former = former
		r.say(either(former, "You have changed the form, so the plan is put aside.", "The plan is for what the form says again."))
	}
}

// renderFormer says that the plan is put aside.
func (r *rotate) renderFormer() app.UI {
	return elem("div", "class", "warning-place").Body(app.If(r.former, elem("p", "class", "warning", "id", "former").Text(
		"Made before you changed the form, for what is listed here. Click “"+makeAgain+"” for what the form says now.")))
}

// madeFor lists what the plan was made for, but for its dates, which the steps have.
func madeFor(p *rotation.Plan) []string {
	made := []string{kindTexts[p.Kind].name, p.Algorithm.String(), readingTexts[p.Reading], p.Name}
	if p.Kind != rotation.Leak {
		made = append(made, "tokens for "+lasting(p.Lifetime), "clock skew "+lasting(p.Skew))
	}
	return append(made, "deployments of "+lasting(p.Rollout), "again after "+counted(p.Days, "day", "days"))
}

// lasting writes a time in the greatest unit of which it is a whole number, to the
// second: 90 minutes, 8 hours.
func lasting(d time.Duration) string {
	seconds := int(d / time.Second)
	unit := timeUnits[0]
	for _, u := range timeUnits[1:] {
		if seconds > 0 && seconds%u.seconds == 0 {
			unit = u
		}
	}
	return counted(seconds/unit.seconds, strings.TrimSuffix(unit.name, "s"), unit.name)
}

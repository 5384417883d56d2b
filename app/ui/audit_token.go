package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// What the audit of a token shows.

// showToken draws the report. The token's content is written past the drawn
// tree, as all that is secret is.
func (a *audit) showToken(report *job.TokenReport) {
	a.token = report
	a.issuer = report.Issuer
	header, payload := []byte(report.Header), []byte(report.Payload)
	a.ctx.Defer(func(app.Context) {
		browser.ShowText("token-header", header)
		browser.ShowText("token-payload", payload)
	})
	a.say("Read: a token with " + counted(len(report.Findings), "finding", "findings") + ".")
}

func (a *audit) renderToken() app.UI {
	place := app.Div().Class("report").ID("token-report")
	if a.token == nil {
		return place
	}
	return place.Body(
		renderContent(),
		renderFindings("What anyone can see in it", a.token.Findings),
		a.renderAttack(),
	)
}

func renderContent() app.UI {
	part := func(id, title string) app.UI {
		return app.Div().Class("part").Body(
			app.H3().Text(title),
			app.Pre().ID(id).DataSet("secret", "").Class("notranslate").Attr("translate", "no").TabIndex(0).Aria("label", title),
		)
	}
	return app.Section().Class("card").Aria("labelledby", "content-title").Body(
		app.H2().ID("content-title").Text("What the token says"),
		app.P().Class("hint").Text("Header and payload are encoded, not encrypted: whoever holds the token can read them."),
		part("token-header", "Header"),
		part("token-payload", "Payload"),
	)
}

func (a *audit) renderAttack() app.UI {
	if !a.token.Attackable {
		return app.Section().Class("card").Body(
			app.P().Text("This token is not signed with a shared secret, so there is none to guess."),
		)
	}
	return app.Section().Class("card").Aria("labelledby", "attack-title").Body(
		app.H2().ID("attack-title").Text("Does its secret fall to a guess?"),
		app.P().Text("Tries the defaults of libraries, common words and what people make of them, on this computer alone, "+
			"and the lines of a word list of yours, if you add one above."),
		a.renderAttackButtons(),
		app.P().ID("attack-status").Role("status").Class("status").Text(a.attackStatus()),
		a.renderHit(),
	)
}

func (a *audit) renderAttackButtons() app.UI {
	if a.attack.running() {
		return app.Div().Class("actions").Body(
			app.Button().Type("button").ID("stop").OnClick(a.onStopAttack).Text("Stop"),
			app.P().ID("attack-progress").Class("hint").Text(a.attack.progressSentence()),
		)
	}
	return app.Div().Class("actions").Body(
		app.Button().Type("button").ID("attack").Class("primary").OnClick(a.onAttack).Text("Try to guess it"),
	)
}

func (a *audit) renderHit() app.UI {
	place := app.Div().Class("hit-place")
	if a.hit == nil {
		return place
	}
	return place.Body(
		app.Div().Class("warning").Body(
			app.P().Text("The secret, read as "+a.hit.Reading+":"),
			app.P().Body(app.Code().ID("hit").DataSet("secret", "").Class("secret notranslate").Attr("translate", "no").Spellcheck(false)),
			app.P().Text("Anyone can find it and forge tokens for every account. Replace it now, without an overlap: all tokens signed with it are worthless."),
			app.P().Body(app.A().Href("/?alg="+a.token.Algorithm).Text("Make a new secret"), app.Text(" on this device.")),
		),
	)
}

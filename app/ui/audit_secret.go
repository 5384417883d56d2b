package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// What the audit of a secret shows.

func (a *audit) renderSecret() app.UI {
	place := app.Div().Class("report").ID("secret-report")
	if a.secret == nil {
		return place
	}
	return place.Body(
		renderVerdicts(a.secret.Verdicts),
		renderFindings("Found", a.secret.Findings),
		renderReadings(a.secret.Readings),
		renderCrackTimes(a.secret.CrackTimes),
	)
}

func renderVerdicts(verdicts []job.Verdict) app.UI {
	return app.Section().Class("card").Aria("labelledby", "verdicts-title").Body(
		app.H2().ID("verdicts-title").Text("Verdict"),
		app.Ul().Class("verdicts").Body(
			app.Range(verdicts).Slice(func(i int) app.UI {
				v := verdicts[i]
				return app.Li().ID("verdict-"+v.Algorithm).DataSet("verdict", v.Code).Body(
					app.Strong().Text(v.Algorithm),
					app.Span().Text(v.Sentence),
				)
			}),
		),
		app.P().Body(
			app.Text("To replace it: "),
			app.A().Href("/?alg="+verdicts[0].Algorithm).Text("make a new secret"),
			app.Text(" on this device."),
		),
	)
}

func renderFindings(title string, findings []job.Finding) app.UI {
	place := app.Div().Class("findings-place")
	if len(findings) == 0 {
		return place
	}
	return place.Body(
		app.Section().Class("card").Aria("labelledby", "findings-title").Body(
			app.H2().ID("findings-title").Text(title),
			app.Ul().Class("findings").Body(
				app.Range(findings).Slice(func(i int) app.UI {
					f := findings[i]
					return app.Li().DataSet("code", f.Code).Body(
						app.Strong().Text(f.Title),
						app.Span().Text(f.Sentence),
					)
				}),
			),
		),
	)
}

func renderReadings(readings []job.Reading) app.UI {
	return app.Section().Class("card").Aria("labelledby", "readings-title").Body(
		app.H2().ID("readings-title").Text("What your library makes of it"),
		app.P().Class("hint").Text("Most libraries take the text itself. RFC 7518, section 3.2, asks for 32 bytes for HS256, 48 for HS384 and 64 for HS512."),
		app.Ul().Class("readings").Body(
			app.Range(readings).Slice(func(i int) app.UI {
				r := readings[i]
				return app.Li().DataSet("encoding", r.Encoding).Body(
					app.Strong().Text("Read as "+r.Encoding),
					app.Span().Text(counted(r.Size, "byte", "bytes")+", worth at most "+strconv.FormatFloat(r.Bits, 'f', 0, 64)+" bits. "+r.Treatment),
				)
			}),
		),
	)
}

func renderCrackTimes(times []job.CrackTime) app.UI {
	place := app.Div().Class("crack-place")
	if len(times) == 0 {
		return place
	}
	return place.Body(
		app.Section().Class("card").Aria("labelledby", "crack-title").Body(
			app.H2().ID("crack-title").Text("How long guessing takes"),
			app.P().Class("hint").Text("An attacker who knows how it was made tries half of the possibilities on average."),
			app.Ul().Class("readings").Body(
				app.Range(times).Slice(func(i int) app.UI {
					return app.Li().Body(
						app.Strong().Text(times[i].Time),
						app.Span().Text(times[i].Rate),
					)
				}),
			),
		),
	)
}

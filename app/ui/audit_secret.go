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
	return section("card", "verdicts-title", "Verdict",
		app.Ul().Class("verdicts").Body(each(verdicts, func(v job.Verdict) app.UI {
			return entry(v.Algorithm, v.Sentence).ID("verdict-"+v.Algorithm).DataSet("verdict", v.Code)
		})),
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
		section("card", "findings-title", title,
			app.Ul().Class("findings").Body(each(findings, func(f job.Finding) app.UI {
				return entry(f.Title, f.Sentence).DataSet("code", f.Code)
			})),
		),
	)
}

func renderReadings(readings []job.Reading) app.UI {
	return section("card", "readings-title", "What your library makes of it",
		app.P().Class("hint").Text("Most libraries take the text itself. RFC 7518, section 3.2, asks for 32 bytes for HS256, 48 for HS384 and 64 for HS512."),
		app.Ul().Class("readings").Body(each(readings, func(r job.Reading) app.UI {
			worth := counted(r.Size, "byte", "bytes") + ", worth at most " + strconv.FormatFloat(r.Bits, 'f', 0, 64) + " bits. "
			return entry("Read as "+r.Encoding, worth+r.Treatment).DataSet("encoding", r.Encoding)
		})),
	)
}

func renderCrackTimes(times []job.CrackTime) app.UI {
	place := app.Div().Class("crack-place")
	if len(times) == 0 {
		return place
	}
	return place.Body(
		section("card", "crack-title", "How long guessing takes",
			app.P().Class("hint").Text("An attacker who knows how it was made tries half of the possibilities on average."),
			app.Ul().Class("readings").Body(each(times, func(t job.CrackTime) app.UI { return entry(t.Time, t.Rate) })),
		),
	)
}

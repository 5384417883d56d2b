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
		a.renderCandidates(),
		a.renderVerdicts(),
		renderFindings("Found", a.secret.Findings),
		renderReadings(a.secret.Readings),
		renderCrackTimes(a.secret.CrackTimes),
	)
}

const fieldCandidate field = "candidate"

// judgedNote names what is judged, unless it is the text as it stands.
func (a *audit) judgedNote() string {
	if a.secret.Judged == 0 || a.secret.Judged >= len(a.secret.Candidates) {
		return ""
	}
	return ": " + a.secret.Candidates[a.secret.Judged].How
}

// renderCandidates shows what the text may stand for, where that is more than one
// thing, and what is odd about it.
func (a *audit) renderCandidates() app.UI {
	place := app.Div().Class("candidates-place")
	r := a.secret
	if len(r.Candidates) < 2 && len(r.Remarks) == 0 {
		return place
	}
	var body []app.UI
	if len(r.Candidates) > 1 {
		var all []app.UI
		for i, c := range r.Candidates {
			all = append(all, option(strconv.Itoa(i), capital(c.How)+" ("+counted(c.Size, "byte", "bytes")+")", strconv.Itoa(r.Judged)))
		}
		var none problems
		body = append(body, none.row(fieldCandidate, "Judged as the secret", "What a service would most likely use. If yours uses something else, choose it here.").choice(all, a.onCandidate))
	}
	if len(r.Secrets) > 1 {
		body = append(body, a.renderSecrets())
	}
	return place.Body(section("card", "candidates-title", "What you pasted", append(body, list("remarks", "remarks", r.Remarks))...))
}

// verdictWords are the verdicts in a table.
var verdictWords = map[string]string{
	"unusable": "Unusable", "below-rule": "Below the rule", "guessable": "Guessable", "defect-found": "A defect", "no-defect": "No defect found",
}

// renderSecrets draws a table of the secrets in a file.
func (a *audit) renderSecrets() app.UI {
	head := []app.UI{app.Th().Scope("col").Text("Secret")}
	for _, v := range a.secret.Secrets[0].Verdicts {
		head = append(head, app.Th().Scope("col").Text(v.Algorithm))
	}
	head = append(head, app.Th().Scope("col").Text("At most"), app.Td())
	return app.Div().Class("table-place").TabIndex(0).Role("region").Aria("label", "The secrets of this text").Body(
		app.Table().ID("secrets").Class("judged stacks").Body(
			app.THead().Body(app.Tr().Body(head...)),
			app.TBody().Body(each(a.secret.Secrets, a.renderSecretRow)),
		),
	)
}

func (a *audit) renderSecretRow(s job.Secret) app.UI {
	cells := []app.UI{app.Th().Scope("row").Text(s.Name)}
	for _, v := range s.Verdicts {
		cells = append(cells, app.Td().DataSet("label", v.Algorithm).DataSet("verdict", v.Code).Text(verdictWords[v.Code]))
	}
	text := "Show"
	if s.Candidate == a.secret.Judged {
		text = "Shown below"
	}
	show := button("judge-"+strconv.Itoa(s.Candidate), text, a.onShow).Class("quiet").DataSet("candidate", strconv.Itoa(s.Candidate)).
		Aria("label", text+": "+s.Name)
	return app.Tr().Body(append(cells, app.Td().DataSet("label", "At most").Text(bits(s.Bits)), app.Td().Body(show))...)
}

func (a *audit) onCandidate(ctx app.Context, _ app.Event) { a.judge(typed(ctx)) }

func (a *audit) onShow(ctx app.Context, _ app.Event) { a.judge(named(ctx, "candidate")) }

// judge asks for another candidate. Until the answer is there, nothing is shown of
// the one before but what both have.
func (a *audit) judge(candidate string) {
	at, err := strconv.Atoi(candidate)
	if err != nil || a.secret == nil || at < 0 || at >= len(a.secret.Candidates) {
		return
	}
	a.stopCheck()
	a.secret = &job.SecretReport{Judged: at, Candidates: a.secret.Candidates, Secrets: a.secret.Secrets, Remarks: a.secret.Remarks}
	a.askFor(at + 1)
}

func (a *audit) renderVerdicts() app.UI {
	verdicts := a.secret.Verdicts
	if len(verdicts) == 0 { // they are on their way
		return app.Div()
	}
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
	place := app.Div().Class("findings-place")
	if len(readings) == 0 {
		return place
	}
	return place.Body(section("card", "readings-title", "What your library makes of it",
		app.P().Class("hint").Text("Most libraries take the text itself. RFC 7518, section 3.2, asks for 32 bytes for HS256, 48 for HS384 and 64 for HS512."),
		app.Ul().Class("readings").Body(each(readings, func(r job.Reading) app.UI {
			worth := counted(r.Size, "byte", "bytes") + ", worth at most " + strconv.FormatFloat(r.Bits, 'f', 0, 64) + " bits. "
			return entry("Read as "+r.Encoding, worth+r.Treatment).DataSet("encoding", r.Encoding)
		})),
	))
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

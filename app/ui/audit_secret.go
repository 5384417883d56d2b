package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// What the audit of a secret shows.

func (a *audit) renderSecret() app.UI {
	place := a.report("secret-report")
	if a.secret == nil {
		return place
	}
	return place.Body(
		a.renderCandidates(),
		renderVerdicts(a.secret),
		renderFindings("Found", a.secret.Findings),
		a.renderDrawn(),
		renderReadings(a.secret),
		renderCrackTimes(a.secret.CrackTimes),
	)
}

const fieldCandidate field = "candidate"

// checked names what is judged, unless it is the text as it stands.
func checked(r *job.SecretReport) string {
	switch many := manyNote(r); {
	case many != "":
		return many
	case r.Judged == 0 || r.Judged >= len(r.Candidates):
		return "Checked."
	default:
		return "Checked: " + r.Candidates[r.Judged].How + "."
	}
}

// manyNote counts the secrets of a text that holds several, and says which is judged: what
// stands below is about that one alone.
func manyNote(r *job.SecretReport) string {
	if len(r.Secrets) < 2 || r.Judged >= len(r.Candidates) {
		return ""
	}
	bad := 0
	for _, s := range r.Secrets {
		if defective(s.Verdicts) {
			bad++
		}
	}
	return thousands(len(r.Secrets)) + " secrets, " + either(bad == 0, "none", thousands(bad)) + " with a defect. Shown: " + r.Candidates[r.Judged].How + "."
}

// renderCandidates shows what the text may stand for, where that is more than one
// thing, and what is odd about it.
func (a *audit) renderCandidates() app.UI {
	place := elem("div", "class", "candidates-place")
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

// renderSecrets draws a table of the secrets in a file.
func (a *audit) renderSecrets() app.UI {
	head := []string{"Secret"}
	for _, v := range a.secret.Secrets[0].Verdicts {
		head = append(head, v.Algorithm)
	}
	return elem("div", "class", "table-place").TabIndex(0).Role("region").Aria("label", "The secrets of this text").Body(
		elem("table", "id", "secrets", "class", "stacks").Body(
			elem("thead").Body(elem("tr").Body(headings(append(head, "Worth at most")...), elem("td"))),
			elem("tbody").Body(each(a.secret.Secrets, a.renderSecretRow)),
		),
	)
}

func (a *audit) renderSecretRow(s job.Secret) app.UI {
	cells := []app.UI{elem("th", "scope", "row").Text(s.Name)}
	for i, v := range s.Verdicts {
		cells = append(cells, elem("td").DataSet("label", v.Algorithm).Body(badge(s.Verdicts, i)))
	}
	text := "Show"
	if s.Candidate == a.secret.Judged {
		text = "Shown below"
	}
	show := button("judge-"+strconv.Itoa(s.Candidate), text, a.onShow).Class("quiet").DataSet("candidate", strconv.Itoa(s.Candidate)).
		Aria("label", text+": "+s.Name)
	return elem("tr").Body(append(cells, elem("td").DataSet("label", "Worth at most").Text(worth(s.Verdicts)), elem("td").Body(show))...)
}

func (a *audit) onCandidate(ctx app.Context, _ app.Event) { a.judge(typed(ctx)) }

func (a *audit) onShow(ctx app.Context, _ app.Event) { a.judge(named(ctx, "candidate")) }

// judge asks for another candidate. Until the answer is there, nothing is shown of
// the one before but what both have.
func (a *audit) judge(candidate string) {
	at, err := strconv.Atoi(candidate)
	if err != nil || a.secret == nil || a.aside || at < 0 || at >= len(a.secret.Candidates) {
		return
	}
	a.stopCheck()
	a.secret = &job.SecretReport{Judged: at, Candidates: a.secret.Candidates, Secrets: a.secret.Secrets, Remarks: a.secret.Remarks}
	a.askFor(at+1, false)
}

func renderFindings(title string, findings []job.Finding) app.UI {
	place := elem("div", "class", "findings-place")
	if len(findings) == 0 {
		return place
	}
	return place.Body(
		section("card", "findings-title", title,
			findingList("findings", findings),
		),
	)
}

func findingList(class string, findings []job.Finding) app.UI {
	return elem("ul", "class", class).Body(each(findings, func(f job.Finding) app.UI {
		return entry(f.Title, f.Sentence).DataSet("code", f.Code)
	}))
}

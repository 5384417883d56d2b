package ui

import (
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/job"
)

// What the audit of a token shows.

// keepUp has the token read again as soon as its dates have other words, as long as it is
// the one on the page.
func (a *audit) keepUp(report *job.TokenReport) {
	if report.Words == 0 {
		return
	}
	time.AfterFunc(time.Duration(report.Words)*time.Second, func() {
		a.redraw(func() {
			switch {
			case a.token != report:
			case a.attack.running(): // whose auditors have their hands full
				a.keepUp(report)
			default:
				a.readAgain()
			}
		})
	})
}

// readAgain has the token read once more. It says nothing.
func (a *audit) readAgain() {
	a.checking = a.ask(job.Request{Audit: &job.Audit{Text: a.pasted}}, func(e job.Event) {
		if e.Token != nil {
			a.checking.done()
			a.token = e.Token
			a.keepUp(e.Token)
		}
	}, func(string) {})
}

func (a *audit) renderToken() app.UI {
	report := a.report("token-report")
	if a.token == nil {
		return report
	}
	return report.Body(
		renderContent(a.token),
		renderFindings("What anyone can see in it", a.token.Findings),
		a.renderAttack(),
	)
}

func renderContent(t *job.TokenReport) app.UI {
	part := func(id, title string) app.UI {
		return elem("div", "class", "part").Body(
			elem("h3").Text(title),
			elem("pre").ID(id).DataSet("secret", "").Class("notranslate").Attr("translate", "no").TabIndex(0).Aria("label", title),
		)
	}
	return section("card", "content-title", "What the token says",
		elem("p", "class", "hint").Text("What stands here is encoded, not encrypted: whoever holds the token can read it."),
		part("token-header", "Header"),
		part("token-payload", t.PayloadTitle),
		app.If(len(t.Dates) > 0, elem("ul", "id", "token-dates", "class", "findings").Body(each(t.Dates, func(d job.Date) app.UI { return entry(d.Name, d.Text) }))),
	)
}

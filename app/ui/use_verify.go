package ui

import (
	"bytes"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"jwtsecret/app/browser"
	"jwtsecret/app/job"
)

// A check of a token against everything that a pasted secret may stand for.

const (
	fieldVerifyToken  field = "verify-token"
	fieldVerifySecret field = "verify-secret"
)

// renderVerify draws the box that finds out how a token was signed.
func (u *use) renderVerify() app.UI {
	var none problems
	return elem("div", "class", "verify").On("focusin", u.onVerifyFocus).On("input", u.onVerifyInput).Body(
		elem("h3").Text("Verify a token"),
		none.row(fieldVerifyToken, "A token of your service", "As it was issued, or in its header, cookie, address or JSON.").secret(2),
		none.row(fieldVerifySecret, "Its secret", "Alone or as it stands in its file: a line of .env, a JWK, a Kubernetes Secret. Left empty, it is the secret on screen.").secret(2),
		elem("div", "class", "actions").Body(button("verify", "Verify", u.onVerify)),
		elem("p", "id", "verified", "role", "status", "class", "status").Text(u.verified),
	)
}

// onVerify asks the auditor. What the fields hold when it answers may be something
// else, so that only the last question counts.
func (u *use) onVerify(app.Context, app.Event) {
	pasted, key := fieldText(fieldVerifyToken), fieldText(fieldVerifySecret)
	defer clear(pasted)
	if s := u.Work.lone(); len(key) == 0 && s != nil {
		key = bytes.Clone(s.Text())
	}
	defer clear(key)
	u.verifying.stop()
	if u.verified = verifiable(pasted, key); u.verified != "" {
		return
	}
	u.verified = "Checking…"
	say := func(sentence string) {
		u.verified = sentence
		u.Work.renew()
	}
	u.verifying = u.Work.ask(job.Request{Verify: &job.Verify{Token: pasted, Secret: key}}, func(e job.Event) {
		u.verifying.done()
		say(e.Verified)
	}, say)
}

// verifiable says what is missing, or nothing.
func verifiable(pasted, key []byte) string {
	switch {
	case len(bytes.TrimSpace(pasted)) == 0:
		return "Paste a token first."
	case len(key) == 0:
		return "Paste the token's secret, or generate one first."
	default:
		return ""
	}
}

// onVerifyInput takes the answer away, which was about what stood in the fields.
func (u *use) onVerifyInput(app.Context, app.Event) {
	u.verifying.stop()
	u.verifying, u.verified = nil, ""
}

// onVerifyFocus starts the auditor while a person still looks for what to paste.
func (u *use) onVerifyFocus(app.Context, app.Event) { browser.WarmAuditor() }

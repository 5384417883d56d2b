package e2e

import (
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/token"
)

const oldSecret = "theOldSecretOf32Characters_12345"

// openRotate loads the page in a time zone that changes its clocks, and waits until
// it can be used.
func (p *page) openRotate(url string) {
	p.t.Helper()
	call(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "Europe/Berlin"})
	p.do(chromedp.Navigate(url + "rotate"))
	p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
}

// enterService enters a service whose tokens live for 8 hours, and which is deployed in
// an hour.
func (p *page) enterService() {
	p.t.Helper()
	p.paste("#previous", oldSecret)
	p.makeSecret()
	p.fill("#lifetime", "8")
	p.exec(`document.querySelector("#start").value = "2027-03-27T10:00"`) // the day before the clocks change
}

func (p *page) paste(selector, text string) {
	p.t.Helper()
	p.exec(`document.querySelector("` + selector + `").value = ` + uriText(text))
}

// makePlan clicks the button and returns what the page says.
func (p *page) makePlan() string {
	p.t.Helper()
	p.exec(`document.querySelector("#status").dataset.before = document.querySelector("#status").textContent`)
	p.click("#make")
	p.waitFor(`(({textContent, dataset}) => textContent !== dataset.before && !textContent.startsWith("Checking"))(document.querySelector("#status"))`)
	return p.text("#status")
}

// makeSecret has the page make the new secret, and waits until it has said so.
func (p *page) makeSecret() {
	p.t.Helper()
	p.click("#make-secret")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("A new secret of")`)
}

// unfold opens a part of the plan.
func (p *page) unfold(id string) {
	p.t.Helper()
	p.click("#" + id + " > summary")
	p.waitFor(`document.querySelector("#` + id + `").open`)
}

// planAll makes a plan for a weak secret, and opens everything in it.
func (p *page) planAll(url string) {
	p.t.Helper()
	p.openRotate(url)
	p.enterService()
	p.paste("#previous", "guessed")
	p.makePlan()
	for _, id := range []string{"code", "deployment-prepare", "deployment-switch", "deployment-finish"} {
		p.unfold(id)
	}
	p.click("#copy-env-prepare")
	p.waitFor(`document.querySelector("#clear-clipboard") !== null`)
}

// value returns what stands in a field.
func (p *page) value(selector string) string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("`+selector+`").value`)
}

// variables reads an environment as it is shown, whose values need no quotes.
func variables(t *testing.T, env string) map[string]string {
	t.Helper()
	found := map[string]string{}
	for line := range strings.Lines(env) {
		if name, value, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "="); ok && !strings.HasPrefix(line, "#") {
			found[name] = value
		}
	}
	return found
}

// signedBy reports whether the token was signed with this text.
func signedBy(t *testing.T, signed []byte, text string) bool {
	t.Helper()
	parsed, err := token.Parse(signed)
	require.NoError(t, err)
	match, ok := token.Match(parsed, token.Readings([]byte(text)))
	return ok && match.Encoding == token.UTF8
}

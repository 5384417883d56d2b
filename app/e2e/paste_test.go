package e2e

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// envFile holds three secrets, of which the last is good.
const envFile = "PORT=3000\nJWT_SECRET=changeme\nREFRESH_TOKEN_SECRET=\"Sunshine2024!\"\n" +
	"COOKIE_SIGNING_KEY=q7mK0vXhT3ZcR9dLw2NfYb8sJp5uAeGi1oVxMzQkB4U=\n"

// insert puts a text into a field as the clipboard does, which the page hears of.
func (p *page) insert(selector, text string) {
	p.t.Helper()
	p.paste(selector, text)
	p.exec(`document.querySelector("` + selector + `").dispatchEvent(new InputEvent("input", {inputType: "insertFromPaste", bubbles: true}))`)
}

func TestTheAuditJudgesEachSecretOfAFile(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	assert.Contains(t, p.audit(envFile), "the value of JWT_SECRET")
	assert.Equal(t, "unusable", p.verdict("HS256"))
	assert.Equal(t, int64(3), eval[int64](p, `document.querySelectorAll("#secrets tbody tr").length`))

	p.click("#secrets tbody tr:last-child button")
	p.waitFor(`document.querySelector("#verdict-HS256")?.dataset.verdict === "no-defect"`)
	assert.Equal(t, "COOKIE_SIGNING_KEY", eval[string](p, `document.activeElement.closest("tr")?.querySelector("th").textContent ?? ""`), "focus stays")
	assert.False(t, eval[bool](p, `document.querySelector("#findings-title") !== null`))

	p.exec(`document.querySelector("#candidate").focus()`)
	p.choose("#candidate", "0")
	p.waitFor(`document.querySelector("#verdict-HS256")?.dataset.verdict === "defect-found"`)
	assert.Contains(t, p.text(".findings"), "settings or a line of them")
	assert.Equal(t, "candidate", eval[string](p, `document.activeElement.id`), "here too")
	assert.Empty(t, p.complaints())
}

// openRotateReady opens the page of rotation and enters all but the previous secret.
func (p *page) openRotateReady(url string) {
	p.t.Helper()
	p.openRotate(url)
	p.makeSecret()
	p.fill("#lifetime", "1")
}

func TestAPlanTakesWhatIsInsideAPasteOnceAPersonSaysSo(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotateReady(startServer(t).url)
	p.insert("#previous", "JWT_SECRET=\"hunter2\"")
	p.waitFor(`document.querySelector("#take-previous-0") !== null`)
	p.makePlan()
	p.waitFor(`document.querySelector("#previous-problem")?.textContent.includes("not the secret alone")`)
	assert.Empty(t, p.text("#env-prepare"))

	p.click("#take-previous-0")
	p.waitFor(`document.querySelector("#previous").value === "hunter2"`)
	p.makePlan()
	p.waitFor(`document.querySelector("#env-prepare")?.textContent.includes("JWT_SECRET=")`)
	env := p.text("#env-prepare")
	assert.Contains(t, env, "JWT_SECRET=hunter2\n")
	assert.NotContains(t, env, "JWT_SECRET=JWT_SECRET")
	assert.Empty(t, p.complaints())
}

// What is typed, and not pasted, is looked at when the plan is made.
func TestATypedAssignmentIsNoSecretEither(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotateReady(startServer(t).url)
	p.fill("#previous", "JWT_SECRET=hunter2")
	p.makePlan()
	p.waitFor(`document.querySelector("#take-previous-0") !== null && document.querySelector("#previous-problem") !== null`)
	p.click("#keep-previous")
	p.makePlan()
	p.waitFor(`document.querySelector("#env-prepare")?.textContent.includes("JWT_SECRET=")`)
	assert.Contains(t, p.text("#env-prepare"), "JWT_SECRET=JWT_SECRET=hunter2", "the person said so")
}

// Our own JWK signs with its member k, and is verified with it.
func TestOurOwnJWKSignsWithItsKey(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?format=jwk")
	jwk := p.generate()
	key, err := secret.Decode(secret.JWK, []byte(jwk))
	require.NoError(t, err)
	p.ask("bytes")
	p.waitFor(`document.querySelector("#sample-base64url")?.textContent`)
	assert.Equal(t, int64(1), eval[int64](p, `document.querySelectorAll(".sample").length`))
	p.fill("#verify-token", string(signed(t, secret.HS256, string(key))))
	p.click("#verify")
	p.waitFor(`document.querySelector("#verified").textContent.includes("Signed with the member k of the JWK")`)
}

// Whoever replaces a secret by a worthless one has gained nothing.
func TestAWorthlessNewSecretIsRefused(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	for text, want := range map[string]struct{ problem, status, instead string }{
		strings.Repeat("A", 40):                    {"Guessable", "No plan was made. The audit says", "Make a new secret instead."},
		"a-string-secret-at-least-256-bits-long":   {"Unusable", "No plan was made. The audit says", "Make a new secret instead."},
		string(signed(t, secret.HS256, oldSecret)): {"This is a token, not a secret", "No plan was made. This is a token, not a secret", "Click “Make a new secret”."},
	} {
		p.run(want.problem, func(t *testing.T) {
			p.fill("#new", "")
			p.insert("#new", text)
			p.waitFor(shown("#new-problem") + `?.includes("` + want.problem + `")`)
			assert.Contains(t, p.makePlan(), want.status)
			assert.Contains(t, p.text("#new-problem"), want.instead)
			assert.Empty(t, p.text("#env-prepare"))
		})
	}
	p.fill("#new", "")
	p.insert("#new", "JWT_SECRET=a-string-secret-at-least-256-bits-long")
	p.waitFor(`document.querySelector("#take-new-0") !== null`)
	p.click("#take-new-0")
	p.waitFor(shown("#new-problem") + `?.includes("Unusable")`) // what was inside is judged, too

	p.fill("#new", "not typed by hand at all, not by any")
	assert.Empty(t, p.text("#new-problem"), "it was about another text")
	p.fill("#new", "3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21")
	require.Contains(t, p.makePlan(), "The plan is ready", "a defect that leaves enough is told and not refused")
	p.waitFor(`document.querySelector("main").textContent.includes("This is a UUID")`)
	p.makeSecret()
	p.waitFor(`!document.querySelector("main").textContent.includes("This is a UUID")`)
	require.Contains(t, p.makePlan(), "The plan is ready")
}

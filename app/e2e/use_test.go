package e2e

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/export"
	"jwtsecret/app/export/snippet"
	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// ask opens a question of the panel below the result.
func (p *page) ask(id string) {
	p.t.Helper()
	p.click("#" + id + " > summary")
	p.waitFor(`document.querySelector("#` + id + `[open] > .use-answer > *") !== null`)
}

// shown is an expression for the text of an element.
func shown(selector string) string { return `document.querySelector("` + selector + `")?.textContent` }

// waitForText waits until an element shows this text, to the letter.
func (p *page) waitForText(selector, text string) {
	p.t.Helper()
	p.waitFor(shown(selector) + " === " + strconv.QuoteToASCII(text)) // which is JavaScript, too, for the texts here
}

func TestTheSecretIsWrittenForEveryPlace(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.ask("where")
	assert.Contains(t, p.text("#where"), "Generate a secret first")
	s := p.generate()
	key, err := secret.Decode(secret.Base64URL, []byte(s))
	require.NoError(t, err)
	keyID := ""
	for _, target := range export.Targets() {
		p.run(target.ID, func(t *testing.T) {
			p.choose("#target", target.ID)
			if target.Group == export.GroupKey && keyID == "" { // drawn by chance, and then kept
				p.waitFor(shown("#target-text") + `.includes('"kid"')`)
				keyID = eval[string](p, `JSON.parse(document.querySelector("#target-text").textContent).kid`)
			}
			want, err := target.Write(export.Entry{Name: "JWT_SECRET", Value: []byte(s), Key: key, Algorithm: secret.HS256, Size: 32, KeyID: keyID})
			require.NoError(t, err)
			p.waitForText("#target-text", string(want))
			p.waitFor(shown("#copy-target") + ` === "Copy ` + map[bool]string{true: "the command", false: "this text"}[target.Command] + `"`)
			if target.Command {
				assert.NotContains(t, p.text("#target-text"), s)
			}
			assert.Empty(t, p.text("#target-problem"))
			assert.Equal(t, len(target.Advice), eval[int](p, `document.querySelectorAll("#where .advice li").length`))
		})
	}
	p.choose("#target", "dotenv")
	p.waitForText("#target-text", "JWT_SECRET="+s+"\n")
	p.click("#copy-target")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied for")`)
	assert.Equal(t, "JWT_SECRET="+s+"\n", p.clipboard())
	_, content := p.download("#download-target")
	assert.Equal(t, "JWT_SECRET="+s+"\n", string(content))

	p.fill("#name", "AUTH KEY")
	p.waitFor(`document.querySelector("#target-problem") !== null && document.querySelector("#target-text").textContent === ""`)
	p.fill("#name", "AUTH_KEY")
	p.waitFor(`document.querySelector("#target-text").textContent.startsWith("AUTH_KEY=")`)
	assert.Empty(t, p.complaints())
}

func TestThePanelHidesAndForgetsTheSecretWithTheResult(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	p.ask("where")
	p.ask("bytes")
	held := `Array.from(document.querySelectorAll("#put-to-use [data-secret]")).filter((e) => /` + s[:12] + `|^ey/.test(e.textContent)).length`
	p.waitFor(held + ` >= 3`) // the target, and a token read as text and as base64url; now and then it is base64 too
	p.click("#mask")
	p.waitFor(held + ` === 0`)
	p.click("#mask")
	p.waitFor(held + ` >= 3`)
	p.click("#clear")
	p.waitFor(held + ` === 0`)
	p.click("#undo")
	p.waitFor(held + ` >= 3`)
	p.exec(`dispatchEvent(new PageTransitionEvent("pagehide"))`)
	p.waitFor(held + ` === 0`)
}

func TestASnippetFollowsTheFormAndIsCopiedAsShown(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?alg=HS512&format=hex")
	p.fill("#name", "SIGNING_KEY")
	p.ask("how")
	for _, s := range snippet.All() {
		p.run(s.ID, func(t *testing.T) {
			p.choose("#library", s.ID)
			want, err := s.Code("SIGNING_KEY", secret.HS512, token.Hex)
			require.NoError(t, err)
			p.waitForText("#library-code", want)
			assert.NotEmpty(t, p.text("#library-record"))
		})
	}
	p.click("#copy-library")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied the code")`)
	assert.Equal(t, eval[string](p, `document.querySelector("#library-code").textContent`), p.clipboard())
}

func TestASampleTokenOfEachReadingIsWhatALibraryWithThatReadingAccepts(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?alg=HS384&format=hex")
	s := p.generate()
	p.ask("bytes")
	p.fill("#claims", `{"sub": "you", "exp": `+strconv.FormatInt(time.Now().Add(time.Hour).Unix(), 10)+`}`)
	readings := token.Readings([]byte(s))
	require.Len(t, readings, 4, "96 hexadecimal digits are text, hex, base64 and base64url")
	p.waitFor(`atob(document.querySelector("#sample-hex").textContent.split(".")[1] ?? "").includes("you")`)
	for _, r := range readings[:3] { // without - and _, base64url gives the key of base64
		p.run(r.Encoding.String(), func(t *testing.T) {
			signed := p.text("#sample-" + r.Encoding.String())
			parsed, err := jwt.Parse(signed, func(*jwt.Token) (any, error) { return r.Key, nil }, jwt.WithValidMethods([]string{"HS384"}))
			require.NoError(t, err)
			assert.Equal(t, "you", parsed.Claims.(jwt.MapClaims)["sub"])

			p.exec(`document.querySelector("#verify-token").value = document.querySelector("#sample-` + r.Encoding.String() + `").textContent`)
			p.click("#verify")
			p.waitFor(`document.querySelector("#verified").textContent.includes("read as ` + r.Encoding.String() + `")`)
		})
	}
	p.fill("#claims", `{"sub": `)
	p.waitFor(`document.querySelector("#claims-problem") !== null && document.querySelector("#sample-hex").textContent === ""`)
}

func TestVerifySaysWhichSecretSignedAToken(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.ask("bytes")
	verify := func(pasted, key, answer string) {
		p.fill("#verify-token", pasted)
		p.fill("#verify-secret", key)
		p.click("#verify")
		p.waitFor("document.querySelector('#verified').textContent.includes(`" + answer + "`)")
	}
	signed := string(signed(t, secret.HS256, "too short"))
	verify(signed, "too short", "read as UTF-8: 9 bytes, HS256. That is less than the 32 bytes")
	verify("Authorization: Bearer "+signed, "JWT_SECRET=too short", "Signed with the value of JWT_SECRET, read as UTF-8")
	verify(signed, "another", "None of the ")
	verify("", "x", "Paste a token first")

	verify(signed, "too short", "read as UTF-8: 9 bytes, HS256")
	p.fill("#verify-secret", "too sho")
	p.waitFor(`document.querySelector("#verified").textContent === ""`) // it was about the secret of before
	verify(signed, "", "Paste the token's secret")
	verify(strings.ReplaceAll(signed, ".", ""), "x", "cannot be read")
	verify("eyJhbGciOiJSUzI1NiJ9.e30.AA", "x", "RS256 signs with a private key, and its public key verifies")
}

// askAll generates a secret, opens every question and waits for the answers.
func (p *page) askAll(url string) {
	p.t.Helper()
	p.open(url)
	p.generate()
	for _, id := range []string{"where", "how", "bytes", "terminal"} {
		p.ask(id)
	}
	p.waitFor(`["#target-text", "#library-code", "#sample-UTF-8", "#defaults", "#terminal-command"].every((s) => document.querySelector(s)?.textContent)`)
}

func TestThePanelAnswersAtOnceWithoutAnyWorker(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(`window.Worker = class { constructor() { throw new Error("no") } }`)
	p.open(startServer(t).url)
	p.generate()
	p.fill("#name", "KEY")
	p.ask("where")
	p.waitFor(shown("#target-text") + `.startsWith("KEY=")`)
	p.ask("how")
	p.waitFor(shown("#library-code") + `.includes("KEY")`)
	before := p.secret()
	p.generate()
	p.waitFor(shown("#target-text") + ` === "KEY=" + document.querySelector("#secret-0").textContent + "\n"`)
	assert.NotEqual(t, before, p.secret())

	p.click("#where > summary")
	p.waitFor(`document.querySelector("#target-text") === null`) // nobody looks at it
	p.generate()
	p.fill("#name", "OTHER")
	p.ask("where")
	p.waitFor(shown("#target-text") + ` === "OTHER=" + document.querySelector("#secret-0").textContent + "\n"`)
	assert.Empty(t, p.complaints())
}

// Texts and code of two settings would not go together.
func TestThePanelStaysWithTheSecretOnScreenWhenTheSettingsChange(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	p.ask("where")
	p.ask("how")
	p.ask("terminal")
	p.choose("#format", "hex")
	p.waitFor(`document.querySelector("#former") !== null`)
	assert.Equal(t, "JWT_SECRET="+s+"\n", p.text("#target-text"))
	assert.Contains(t, p.text("#library-code"), "base64url")
	assert.Contains(t, p.text("#terminal-command"), "-base64")
	p.generate()
	p.waitFor(shown("#library-code") + `.includes("'hex'")`)
	assert.Contains(t, p.text("#terminal-command"), "-hex")
}

// A token that is copied two hours later is as good as one that is copied at once.
func TestASampleTokenIsNeverExpired(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	p.ask("bytes")
	p.waitFor(shown("#sample-UTF-8") + ` !== ""`)
	p.exec(`{
		const real = Date;
		window.Date = class extends real { constructor(...a) { a.length ? super(...a) : super(real.now() + 7200_000) } };
	}`)
	p.click("#copy-sample-UTF-8")
	p.waitFor(`document.querySelector("#copy-sample-UTF-8").textContent === "Copied"`)
	signed := p.clipboard()
	_, err := jwt.Parse(signed, func(*jwt.Token) (any, error) { return []byte(s), nil },
		jwt.WithTimeFunc(func() time.Time { return time.Now().Add(2 * time.Hour) }))
	require.NoError(t, err)
	assert.Equal(t, signed, p.text("#sample-UTF-8"))
}

func TestOnceReadyOfflineThePanelNeedsNoNetwork(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	p := newPage(t)
	p.open(s.url)
	p.readyOffline()
	p.askAll(s.url)
	s.hearsNothing(p, func() {
		p.choose("#target", "jwks")
		p.waitFor(shown("#target-text") + `.includes("keys")`)
		p.fill("#verify-token", "a.b.c")
		p.click("#verify")
		p.waitFor(shown("#verified") + `.includes("cannot be read")`)
	})
	assert.Empty(t, p.complaints())
}

// go-app cuts spaces and line breaks off the end of what it draws into a field.
func TestWhatIsTypedKeepsItsEnd(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	typed := func(selector, text string) {
		p.lines(selector, text)
		p.exec(`new Promise((r) => setTimeout(r, 300))`) // the page is drawn
		assert.Equal(t, text, eval[string](p, `document.querySelector("`+selector+`").value`))
	}
	p.open(url)
	p.generate()
	p.ask("bytes")
	typed("#claims", `{"sub": `)
	p.openBulk(url)
	typed("#services", "billing\n")
	typed("#environments", "test\n")
}

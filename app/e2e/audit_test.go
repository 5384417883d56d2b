package e2e

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// openAudit loads the audit page and waits until it can be used.
func (p *page) openAudit(url string) {
	p.t.Helper()
	p.do(chromedp.Navigate(url + "audit"))
	p.waitFor(`document.querySelector("#check:not(:disabled)") !== null`)
}

// audit pastes the text, clicks Check and returns what the page says.
func (p *page) audit(text string) string {
	p.t.Helper()
	p.click("#clear")
	p.waitFor(`document.querySelector("#status").textContent === "Cleared."`)
	p.exec(`document.querySelector("#paste").value = ` + uriText(text))
	p.click("#check")
	p.waitFor(`!["Cleared.", "Checking…"].includes(document.querySelector("#status").textContent)`)
	return p.text("#status")
}

func uriText(text string) string {
	return "decodeURIComponent(" + `"` + percent(text) + `")`
}

// percent encodes every byte, so that no quoting is needed.
func percent(text string) string {
	const digits = "0123456789abcdef"
	var b strings.Builder
	for _, c := range []byte(text) {
		b.WriteString("%")
		b.WriteByte(digits[c>>4])
		b.WriteByte(digits[c&15])
	}
	return b.String()
}

// goodKey is made of 32 random bytes, in base64url.
const goodKey = "nL0tq2Zt4wqQkIdlpJsB1mP2c8TqE3yYhVbFgXo7RzA"

func (p *page) verdict(algorithm string) string {
	p.t.Helper()
	return eval[string](p, `document.querySelector("#verdict-`+algorithm+`")?.dataset.verdict ?? ""`)
}

func TestTheAuditTellsTheTruthAboutASecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	for name, c := range map[string]struct{ secret, want string }{
		"one letter":               {strings.Repeat("a", 64), "guessable"},
		"a known example":          {strings.Repeat("0123456789abcdef", 4), "unusable"},
		"hex SHA-256 of secret":    {"2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b", "unusable"},
		"UUID":                     {"3f0e9c1e-7d3b-4c56-9a11-0c2f7f6c8d21", "below-rule"}, // fewer than 32 bytes as base64url
		"password":                 {"super-secret-password-123", "unusable"},
		"default of documentation": {"a-string-secret-at-least-256-bits-long", "unusable"},
		"random":                   {"9f86d08cc84e1f1d04b7a3e5e2a90f3a17c5be6c2ffb24cd3e8b6d90715fa4e3", "no-defect"},
	} {
		p.run(name, func(t *testing.T) {
			p.audit(c.secret)
			t.Log(c.secret, p.verdict("HS256"), p.text("#verdict-HS256"), "|", p.text(".findings"))
			assert.Equal(t, c.want, p.verdict("HS256"))
			assert.NotContains(t, strings.ToLower(p.text("main")), "strong")
		})
	}
	assert.Empty(t, p.complaints())
}

// A secret that is right for its algorithm is not blamed for another.
func TestAGoodSecretForOneAlgorithmIsNoBadSecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	assert.Contains(t, p.audit(goodKey), "No defect found for HS256.")
	assert.Equal(t, "No defect foundfor HS256", p.text(".headline"))
	assert.Equal(t, "below-rule", p.verdict("HS512"))
	assert.NotContains(t, p.text("#secret-report"), "To replace it")
	assert.Equal(t, 2, eval[int](p, `document.querySelectorAll(".badge.spared").length`))
}

func TestTheAuditBreaksATokenSignedWithADefault(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	sign := func(method jwt.SigningMethod, key string) string {
		token, err := jwt.NewWithClaims(method, jwt.MapClaims{"sub": "1234567890", "password": "hunter2"}).SignedString([]byte(key))
		require.NoError(t, err)
		return token
	}
	p.audit(sign(jwt.SigningMethodHS256, "your-256-bit-secret"))
	assert.Contains(t, p.text("#token-header"), "HS256")
	assert.Contains(t, p.text("#token-payload"), "1234567890")
	assert.Contains(t, p.text(".findings"), "exp")
	p.click("#attack")
	p.waitFor(`document.querySelector("#hit")?.textContent === "your-256-bit-secret"`)
	p.waitFor(`document.querySelector("#attack-status").textContent !== ""`)
	found := p.text("#attack-status")
	assert.Regexp(t, `^Found: guess number \d+, among defaults of libraries\.$`, found)
	p.click("#attack")
	p.waitFor(`document.querySelector("#attack-status").textContent === ""`)
	p.waitFor(`document.querySelector("#attack-status").textContent !== ""`)
	assert.Equal(t, found, p.text("#attack-status"), "whichever worker is faster")

	p.audit(sign(jwt.SigningMethodHS512, "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU"))
	p.click("#attack")
	p.waitFor(`/^[\d,]+ of [\d,]+ tried \(\d+ %\)/.test(document.querySelector("#attack-progress span")?.textContent)`)
	p.click("#stop")
	p.waitFor(`document.querySelector("#attack-status").textContent.startsWith("Stopped.")`)
	assert.NotContains(t, strings.Join(p.console(), "\n"), "hunter2")
}

func TestWhatCannotBeCheckedGetsASentenceAndIsKept(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.click("#check")
	p.waitFor(`document.querySelector("#status").textContent.includes("paste a secret")`)
	assert.Contains(t, p.audit(strings.Repeat("x", 1<<20)), "KiB")
	assert.Equal(t, 1<<20, eval[int](p, `document.querySelector("#paste").value.length`), "what was pasted stays")
	assert.NotEmpty(t, p.audit("eyJhbGciOiJIUzI1NiJ9.e30.a.b.c"))
	assert.Empty(t, p.text("#token-report"))
	assert.NotEmpty(t, p.audit("\x01\x02\x7f binary noise \x00"))
}

func TestBitsThatHS256CannotUseAreSaidToBeForHS512(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.audit("9f86d08cc84e1f1d04b7a3e5e2a90f3a17c5be6c2ffb24cd3e8b6d90715fa4e3")
	p.waitFor(shown("#readings-title"))
	assert.Empty(t, p.text("#readings-most"), "no reading is worth more than 256 bits")
	p.audit("w2Xq0n7Zr4Jk9Tb1Lm6Vc3Hf8Ps5Gd0Ya7Ue2Wi4Ox9Nj1Kz6Bt3Rv8Qh5Mg0Lc7Sf2Dp4Ea9Iy1Uo6")
	p.waitFor(shown("#readings-most") + `?.includes("HS256 at most 256")`)
}

// 1 July 2040, 10:00 in Berlin, is 8:00 in UTC: there it is summer, whatever it is today.
func TestTheDatesOfATokenAreInWordsAndLocalTime(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	call(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "Europe/Berlin"})
	p.openAudit(startServer(t).url)
	claims := fmt.Sprintf(`{"exp":%d,"nbf":"soon","iat":%d}`, time.Date(2040, 7, 1, 8, 0, 0, 0, time.UTC).Unix(), time.Date(2020, 1, 1, 11, 30, 0, 0, time.UTC).Unix())
	text, err := token.Sign(secret.HS256, []byte("x"), []byte(claims))
	require.NoError(t, err)
	p.audit(string(text))
	p.waitFor(shown("#token-dates"))
	dates := eval[[]string](p, `Array.from(document.querySelectorAll("#token-dates li"), (li) => li.innerText.replace(/\s+/g, " "))`)
	require.Len(t, dates, 3)
	assert.Regexp(t, `^exp expires in 1\d years, 1 Jul 2040 10:00 your time$`, dates[0])
	assert.Equal(t, "nbf is no date", dates[1])
	assert.Regexp(t, `^iat was issued \d+ years ago, 1 Jan 2020 12:30 your time$`, dates[2])
}

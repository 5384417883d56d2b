package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"jwtsecret/app/secret"
)

// openShort shows a token of which all short secrets can be tried.
func (p *page) openShort(url, key string) {
	p.t.Helper()
	p.openAudit(url)
	p.audit(string(signed(p.t, secret.HS256, key)))
	p.click("#short-secrets summary")
	p.waitFor(`document.querySelector("#short-secrets").open`)
}

func TestAShortSecretIsFoundAmongAllOfThem(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openShort(startServer(t).url, "zq7")
	assert.Regexp(t, `^1,727,604 candidates, .+ at [\d,]+ a second, which is an assumption`, p.text("#short-count"), "before anything is clicked")
	p.choose("#short-longest", "3")
	p.waitFor(shown("#short-count") + `.startsWith("47,988 candidates, less than a second")`) // 36 + 36² + 36³
	p.click("#short")
	p.waitForText("#hit", "zq7")
	p.waitForText("#short-status", "Found: guess number 34,342, among secrets of up to 3 characters (lower-case letters and digits).")
	assert.Equal(t, "Try to guess it", p.text("#attack"))
	assert.Empty(t, p.text("#attack-status"))

	p.choose("#short-alphabet", "0")
	p.waitFor(shown("#short-count") + `.startsWith("1,110 candidates")`)
	p.click("#short")
	p.waitFor(shown("#short-status") + `.startsWith("Not found among 1,110 candidates: secrets of up to 3 characters (digits).")`)
	assert.Empty(t, p.text("#hit"))
}

func TestTryingShortSecretsStopsAndShowsThePaceOfThisComputer(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openShort(startServer(t).url, "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU")
	p.choose("#short-alphabet", "4")
	p.choose("#short-longest", "5")
	p.waitFor(shown("#short-count") + `.startsWith("7,820,126,495 candidates, about ")`)
	p.exec(`document.querySelector("#short").focus()`)
	p.press(" ")
	p.waitFor(`/^[1-9][\d,]+ of 7,820,126,495 tried \(0 %\), [\d,]+ a second: secrets of up to 5 characters/.test(` + shown("#attack-progress span") + `)`)
	assert.Equal(t, "stop", p.focused())
	p.press(" ")
	p.waitFor(shown("#short-status") + `.startsWith("Stopped. At least ")`)
	p.waitFor(`document.activeElement.id === "short"`)

	p.click("#short")
	p.waitFor(`document.querySelector("#attack-progress") !== null`)
	p.choose("#short-alphabet", "3")
	p.waitFor(`/^Stopped\..* You have chosen something else since\. Click “Try them all” to try that\.$/.test(` + shown("#short-status") + `)`)
	assert.Contains(t, p.text("#short-count"), "931,151,402 candidates") // 62 + 62² + 62³ + 62⁴ + 62⁵
	p.click("#short")
	p.waitFor(shown("#attack-progress span") + `.includes("of 931,151,402 tried")`)
	p.insert("#paste", string(signed(t, secret.HS256, "another")))
	p.waitFor(shown("#short-status") + `.startsWith("Stopped, because the text above is not the one that was checked.")`)
	assert.True(t, eval[bool](p, `document.querySelector("#short").matches(":disabled") && document.querySelector("#short-alphabet").matches(":disabled")`))
}

func TestThePaceOfTheLastAttackSaysHowLongTheNextOneTakes(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openShort(startServer(t).url, "Vn7kQ2mX9cLr4TzB8wHs3YdJ6pFgA1eU")
	p.click("#attack")
	p.waitFor(`/^([5-9]|\d\d),\d{3},\d{3} of/.test(` + shown("#attack-progress span") + `)`) // some seconds of every worker
	p.click("#stop")
	p.waitFor(`/^1,727,604 candidates, .+ at [\d,]+ a second, the pace of the last attack here\.$/.test(` + shown("#short-count") + `)`)
}

package e2e

import (
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What becomes of a plan when the form changes, and what dates and numbers a rotation
// takes.

// reads chooses or enters a value as a person does, whatever the control.
func (p *page) reads(selector, value string) {
	p.t.Helper()
	p.exec(`(() => {
		const e = document.querySelector("` + selector + `");
		e.value = ` + literal(p.t, value) + `;
		for (const type of ["input", "change"]) e.dispatchEvent(new Event(type, {bubbles: true}));
	})()`)
}

func TestAPlanIsPutAsideForAsLongAsTheFormSaysSomethingElse(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	require.Contains(t, p.makePlan(), "The plan is ready")
	for selector, value := range map[string]string{
		"#algorithm": "HS512", "#reading": "hex", "#previous": "another", "#previouskeyid": "spring", "#new": "x", "#name": "OTHER",
		"#lifetime": "1.5", "#lifetime-unit": "days", "#skew": "3", "#rollout": "", "#start": "2027-03-27T10:01", "#days": "30",
	} {
		p.run(selector, func(t *testing.T) {
			before := p.value(selector)
			p.reads(selector, value)
			p.waitFor(`document.querySelector("#plan.aside #former") !== null`)
			assert.NotEmpty(t, p.text("#made-for"))
			p.reads(selector, before)
			p.waitFor(`document.querySelector("#former, .aside") === null`)
			assert.NotEmpty(t, p.text("#env-prepare"))
		})
	}
	p.reads("#lifetime", "480")
	p.waitFor(shown("#former"))
	p.reads("#lifetime-unit", "minutes")
	p.waitFor(`document.querySelector("#former") === null`) // 480 minutes are 8 hours

	p.click("#make-secret")
	p.waitFor(shown("#former"))
	require.Contains(t, p.makePlan(), "The plan is ready")
	assert.Empty(t, p.text("#former"))
}

func TestAPlanVanishesOnceTheSecretLeaked(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	p.makePlan()
	p.click("label[for=kind-at-once]")
	p.waitFor(shown("#former"))
	p.click("label[for=kind-leak]")
	p.waitFor(`document.querySelector("#steps") === null && document.querySelector("#status").textContent.startsWith("The plan is gone")`)
	assert.NotContains(t, p.text("#plan"), oldSecret)
	assert.False(t, eval[bool](p, `document.querySelector("[id^=copy-env], [id^=download-], #former") !== null`))
	p.click("label[for=kind-rolling]")
	p.waitFor(`document.querySelector("#previous").offsetParent !== null`)
	assert.True(t, eval[bool](p, `document.querySelector("#steps") === null`), "it does not come back")
}

func TestThePlansDatesAreThoseOfTheClockOnTheWall(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	call(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "America/New_York"})
	p.do(chromedp.Navigate(startServer(t).url + "rotate"))
	p.waitFor(`document.querySelector("#make:not(:disabled)") !== null`)
	p.enterService()
	p.exec(`document.querySelector("#start").value = "2027-11-07T00:30"`)
	require.Contains(t, p.makePlan(), "The plan is ready")
	steps := p.text("#steps")
	assert.Contains(t, steps, "Sun 7 November 2027, 00:30 (UTC-04:00)")
	assert.Contains(t, steps, "Sat 5 February 2028, 00:30 (UTC-05:00)")
	// 4:30 in UTC, two deployments of an hour, 8 hours of life and 2 minutes of skew.
	assert.Equal(t, "2027-11-07T14:32:00Z", variables(t, p.text("#env-switch"))["JWT_SECRET_PREVIOUS_UNTIL"])
}

func TestAStartThatCannotBeIsSpokenOf(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	call(p, emulation.SetTimezoneOverride, emulation.SetTimezoneOverrideParams{TimezoneID: "Etc/UTC"})
	p.enterService()
	for value, sentence := range map[string]string{
		"":                  "Enter a date and a time",
		"2026-01-01T00:00":  "This moment has passed",
		"1970-01-01T00:00":  "This moment has passed",
		"0001-01-01T00:00":  "This moment has passed", // by this clock, how Go writes no time
		"0001-01-01T00:01":  "This moment has passed",
		"9999-12-31T23:59":  "This is years away",
		"99999-12-31T23:59": "This is years away",
	} {
		p.run(value, func(t *testing.T) {
			p.exec(`document.querySelector("#start").value = "` + value + `"`)
			assert.Contains(t, p.makePlan(), "No plan was made. "+sentence)
			assert.Contains(t, p.text("#start-problem"), sentence)
			assert.Equal(t, "start", eval[string](p, `document.activeElement.id`))
			assert.Equal(t, value, p.value("#start"))
			assert.Empty(t, p.text("#env-prepare"))
			p.exec(`document.activeElement.blur()`)
		})
	}
}

// In Berlin the clocks go from 2:00 to 3:00 on 28 March 2027. Browsers take 2:30 for 3:30.
func TestAStartThatTheClocksLeaveOutIsSpokenOf(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	p.reads("#start", "2027-03-28T02:30")
	assert.Contains(t, p.makePlan(), "No plan was made. There is no such time on this day")
	assert.Equal(t, "start", eval[string](p, `document.activeElement.id`))
	p.reads("#start", "2027-03-28T03:30")
	require.Contains(t, p.makePlan(), "The plan is ready")
	assert.Contains(t, p.text("#steps"), "Sun 28 March 2027, 03:30 (UTC+02:00)")
}

func TestAmountsAreReadAsPeopleWriteThem(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	p.choose("#lifetime-unit", "seconds")
	p.fill("#lifetime", "28,800")
	require.Contains(t, p.makePlan(), "The plan is ready")
	assert.Contains(t, p.text("#made-for"), "tokens for 8 hours")
	p.fill("#lifetime", "1.5")
	assert.Contains(t, p.makePlan(), "Enter a whole number, in a smaller unit if need be: from 1 second to 366 days.")
	assert.Equal(t, "1.5", p.value("#lifetime"))
	assert.NotEmpty(t, p.text("#former"), "the plan of before is put aside")
}

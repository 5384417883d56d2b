package e2e

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/rotation"
	"jwtsecret/app/secret"
)

func TestARotationIsPlannedAndItsEnvironmentsAcceptBothSecrets(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	fresh := p.value("#new")
	assert.Len(t, fresh, 43) // 32 bytes in base64url: ⌈256 / 6⌉
	require.Equal(t, "The plan is ready: 3 deployments, 7 steps.", p.makePlan())

	byOld, byNew := signed(t, secret.HS256, oldSecret), signed(t, secret.HS256, fresh)
	for stage, want := range map[string]struct{ signer, other, suffix string }{
		"prepare": {oldSecret, fresh, "_NEXT"},
		"switch":  {fresh, oldSecret, "_PREVIOUS"},
		"finish":  {fresh, "", "_PREVIOUS"},
	} {
		p.run(stage, func(t *testing.T) {
			env := variables(t, p.text("#env-"+stage))
			assert.Equal(t, want.signer, env["JWT_SECRET"])
			assert.Equal(t, want.other, env["JWT_SECRET"+want.suffix])
			assert.Equal(t, stage != "prepare", signedBy(t, byNew, env["JWT_SECRET"]))
			assert.Equal(t, stage == "prepare", signedBy(t, byOld, env["JWT_SECRET"]))
			if want.other != "" {
				assert.True(t, signedBy(t, byOld, env["JWT_SECRET"]) || signedBy(t, byOld, env["JWT_SECRET"+want.suffix]))
				assert.True(t, signedBy(t, byNew, env["JWT_SECRET"]) || signedBy(t, byNew, env["JWT_SECRET"+want.suffix]))
			}
			var set struct{ Keys []struct{ Kid string } }
			require.NoError(t, json.Unmarshal([]byte(p.text("#jwks-"+stage)), &set))
			assert.Equal(t, env["JWT_SECRET_KID"], set.Keys[0].Kid)
		})
	}
	env := variables(t, p.text("#env-switch"))
	assert.Equal(t, p.text("#key-id"), env["JWT_SECRET_KID"])
	assert.Equal(t, p.text("#previous-key-id"), env["JWT_SECRET_PREVIOUS_KID"])
	// 9:00 in UTC, two deployments of an hour, 8 hours of life and 2 minutes of skew.
	assert.Equal(t, "2027-03-27T19:02:00Z", env["JWT_SECRET_PREVIOUS_UNTIL"])

	// On 28 March 2027 clocks in Berlin go from UTC+1 to UTC+2.
	steps := p.text("#steps")
	assert.Contains(t, steps, "Sat 27 March 2027, 10:00 (UTC+01:00)")
	assert.Contains(t, steps, "Sat 27 March 2027, 20:02 (UTC+01:00)")
	assert.Contains(t, steps, "Fri 25 June 2027, 10:00 (UTC+02:00)") // 4 days of March, 30 of April, 31 of May and 25 of June; the time of the day stays
	assert.Empty(t, p.complaints())
}

func TestThePlanIsCopiedAndDownloaded(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.enterService()
	p.makePlan()
	p.unfold("deployment-switch")
	env := p.text("#env-switch")
	p.click("#copy-env-switch")
	p.waitFor(`document.querySelector("#status").textContent === "Copied 2-switch.env."`)
	assert.Equal(t, env, p.clipboard())
	p.click("#clear-clipboard")
	p.waitFor(`document.querySelector("#clear-clipboard") === null`)
	for id, want := range map[string]string{"#download-env-switch": "2-switch.env", "#download-jwks-switch": "2-switch.jwks.json"} {
		name, content := p.download(id)
		assert.Equal(t, want, name)
		assert.Equal(t, p.text(strings.Replace(id, "download-", "", 1)), string(content))
	}
	name, content := p.download("#download-dates")
	assert.Equal(t, "rotation.ics", name)
	assert.Contains(t, string(content), "DTSTART:20270327T190200Z\r\n")
	assert.NotContains(t, string(content), p.value("#new"))

	p.unfold("code")
	for _, l := range rotation.Languages() {
		p.choose("#language", l.ID)
		p.waitFor(`document.querySelector("#code-note").textContent.includes("` + l.Ran + `")`)
		assert.Contains(t, p.text("#rotation-code"), "JWT_SECRET_PREVIOUS")
	}
	p.click("#copy-code")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied the code for Python")`)
	assert.Equal(t, p.text("#rotation-code"), p.clipboard())
}

func TestARotationWithoutAMouse(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.exec(`document.querySelector("#kind-rolling").focus()`)
	p.press(kb.ArrowDown) // all at once
	p.waitFor(`document.querySelector("#kind-at-once").checked`)
	p.press(kb.Tab + kb.Tab + kb.Tab + kb.Tab + oldSecret + kb.Tab + kb.Tab + kb.Tab + " ") // the name, the previous secret, its key id, the new secret, the button
	p.waitFor(`document.querySelector("#new").value.length === 43`)
	p.press(kb.Tab + kb.Tab + "8" + kb.Enter) // its key id, the lifetime
	p.waitFor(`document.querySelector("#status").textContent === "The plan is ready: 2 deployments, 6 steps."`)
}

func TestAfterALeakNothingOfTheOldSecretIsAskedForOrAccepted(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.paste("#previous", oldSecret)
	p.choose("#algorithm", "HS512")
	p.choose("#reading", "hex")
	p.click("label[for=kind-leak]")
	p.waitFor(`document.querySelector("#previous").offsetParent === null && document.querySelector("#lifetime").offsetParent === null`)
	assert.Equal(t, "Replace a leaked secret now", p.text("h1"))
	p.makeSecret()
	p.waitFor(`/^[0-9a-f]{128}$/.test(document.querySelector("#new").value)`) // 64 bytes
	require.Equal(t, "The plan is ready: 1 deployment, 5 steps.", p.makePlan())
	assert.NotContains(t, p.text("#plan"), oldSecret)
	assert.Equal(t, p.value("#new"), variables(t, p.text("#env-finish"))["JWT_SECRET"])
	assert.Contains(t, p.text("#steps"), "Everyone is logged out, on purpose")

	p.click("label[for=kind-rolling]") // what was entered is still there
	p.waitFor(`document.querySelector("#previous").offsetParent !== null`)
	assert.Equal(t, oldSecret, p.value("#previous"))
}

func TestMistakesInARotationAreSpokenOfAndKeepWhatWasTyped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	p.paste("#previous", "guessed")
	p.paste("#new", "short")
	p.fill("#previouskeyid", "two words")
	p.fill("#name", "JWT SECRET")
	p.fill("#lifetime", "some")
	p.fill("#rollout", "0")
	p.exec(`document.querySelector("#start").value = ""`)
	assert.Contains(t, p.makePlan(), "No plan was made")
	for _, f := range []string{"previouskeyid", "new", "name", "lifetime", "rollout", "start"} {
		assert.NotEmpty(t, p.text("#"+f+"-problem"), f)
		assert.Equal(t, "true", eval[string](p, `document.querySelector("#`+f+`").getAttribute("aria-invalid")`), f)
	}
	assert.Contains(t, p.text("#new-problem"), "5 of the 32 bytes")
	assert.Equal(t, "previouskeyid", eval[string](p, `document.activeElement.id`), "the first one has the focus")
	assert.Equal(t, []string{"guessed", "short", "two words", "JWT SECRET", "some"},
		[]string{p.value("#previous"), p.value("#new"), p.value("#previouskeyid"), p.value("#name"), p.value("#lifetime")})
	assert.Empty(t, p.text("#env-prepare"))

	p.enterService()
	p.paste("#previous", "guessed")
	p.fill("#previouskeyid", "")
	p.fill("#name", "TOKEN_KEY")
	p.fill("#rollout", "1")
	assert.Contains(t, p.makePlan(), "The plan is ready")
	assert.Contains(t, p.text("#plan-warning"), "treat it as leaked")
	assert.Contains(t, p.text("#env-prepare"), "TOKEN_KEY=guessed\n")
}

func TestNothingOfARotationStaysAfterClearOrLeaving(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	for name, end := range map[string]func(*page){
		"clear": func(p *page) { p.click("#clear") },
		"leave": func(p *page) { p.exec(`dispatchEvent(new PageTransitionEvent("pagehide"))`) },
	} {
		p.run(name, func(t *testing.T) {
			p.openRotate(url)
			p.enterService()
			p.fill("#previouskeyid", "2026-01")
			fresh := p.value("#new")
			p.makePlan()
			held := `(document.documentElement.textContent + Array.from(document.querySelectorAll("input, textarea")).map((e) => e.value).join()).match(/` +
				fresh + `|` + oldSecret + `|2026-01/g)?.length ?? 0`
			assert.GreaterOrEqual(t, eval[int](p, held), 10)
			end(p)
			p.waitFor(`(` + held + `) === 0 && document.querySelector("#steps") === null`)
		})
	}
}

func TestARotationAsksTheNetworkForNothing(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	s := startServer(t)
	p.open(s.url)
	p.readyOffline()
	p.openRotate(s.url)
	s.hearsNothing(p, func() {
		p.enterService()
		p.makePlan()
		p.unfold("deployment-prepare")
		p.click("#copy-env-prepare")
		p.download("#download-dates")
	})
	assert.NotContains(t, eval[string](p, `location.href + JSON.stringify([localStorage, sessionStorage, history.state])`), p.value("#new"))
}

// The field begins with a quarter of an hour that is to come, in local time.
func TestARotationStartsSoonUnlessToldOtherwise(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openRotate(startServer(t).url)
	berlin, err := time.LoadLocation("Europe/Berlin")
	require.NoError(t, err)
	start, err := time.ParseInLocation("2006-01-02T15:04", p.value("#start"), berlin)
	require.NoError(t, err)
	assert.WithinRange(t, start, time.Now().Add(-patience), time.Now().Add(15*time.Minute))
	assert.Zero(t, start.Minute()%15)
}

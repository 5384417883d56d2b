package e2e

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// drawnByChromium is what package predict has recorded of Chromium 156, with the alphabet of
// base64url.
const drawnByChromium = "_hcpAGuPFn_aghVi1hZrwAiXFgX70j-NNcQ3Clu30T5kbw_UnTawjNiBQ1Fjj8jL"

func TestASecretIsProvedToBeOfMathRandom(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	assert.Contains(t, p.audit(drawnByChromium), "No defect found")
	p.click("#drawn")
	p.waitFor(shown(".findings") + `?.includes("Math.random made this")`)
	assert.Contains(t, p.text(".findings"), "Chrome (V8 since May 2026)")
	assert.Equal(t, "guessable", p.verdict("HS256"))
	assert.Contains(t, p.text("#status"), "Guessable")
	p.waitFor(`document.activeElement.id === "check"`)
	assert.Empty(t, p.text("#drawn"))
	assert.Empty(t, p.complaints())
}

func TestAskingWhetherMathRandomDrewASecretStops(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.audit(goodKey)
	p.exec(`document.querySelector("#drawn").focus()`)
	p.press(" ")
	p.waitFor(`document.activeElement.id === "stop-check"`)
	assert.Equal(t, "Reading the text for traces of Math.random.", p.text("#check-progress"))
	p.insert("#paste", goodKey+"x")
	p.waitFor(`document.querySelector("#aside") !== null`)
	assert.True(t, eval[bool](p, `document.querySelector("#drawn").matches(":disabled")`))
	p.exec(`document.querySelector("#stop-check").focus()`)
	p.press(" ")
	p.waitFor(`document.activeElement.id === "check" && document.querySelector("#stop-check") === null`)
	assert.Contains(t, p.text("#status"), "Stopped.")
	assert.Contains(t, p.text("#verdict-HS256"), "No defect found", "the report stays")
}

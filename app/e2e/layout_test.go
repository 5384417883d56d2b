package e2e

import (
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
	"jwtsecret/app/token"
)

// bottom is where an element ends, from the upper edge of the window.
func (p *page) bottom(selector string) float64 {
	p.t.Helper()
	return eval[float64](p, `document.querySelector("`+selector+`").getBoundingClientRect().bottom`)
}

func TestWhatPagesAreForIsOnTheFirstScreenOfALaptop(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.resize(1280, 800)
	p.openBulk(url)
	assert.Less(t, p.bottom("#make"), 800.0)
	p.openAudit(url)
	p.audit("hunter2")
	p.waitFor(shown("#verdict-sentence"))
	assert.Less(t, p.bottom("#verdict-sentence"), 800.0)
}

func TestTheSecretsButtonsStandRightBelowIt(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(390, 844)
	p.open(startServer(t).url)
	p.generate()
	assert.Less(t, p.bottom(".secrets"), p.bottom("#copy"))
	assert.Less(t, p.bottom("#copy"), p.bottom(".scale"))
}

func TestOnAWideScreenTheClaimsAreNoTallerThanTheToken(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(1440, 900)
	p.openBench(startServer(t).url)
	p.sample()
	assert.InDelta(t, p.bottom(".bench > :nth-child(1)"), p.bottom(".bench > :nth-child(2)"), 1, "the two cards end together")
	assert.Less(t, eval[float64](p, `document.querySelector("#bench-claims").offsetHeight`), 300.0)
}

// touching are the names on the scale that stand less than three pixels from the next.
const touching = `(() => {
	const all = Array.from(document.querySelectorAll(".scale text"), (e) => ({name: e.textContent, ...e.getBoundingClientRect().toJSON()}));
	return all.flatMap((a) => all.filter((b) => b !== a && a.top === b.top && a.left <= b.left && b.left < a.right + 3).map((b) => a.name + " and " + b.name));
})()`

func TestTheNamesOnTheScaleDoNotTouch(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	p.audit("hunter2")
	p.waitFor(shown(".scale"))
	for _, width := range []int64{280, 320, 321, 390} {
		p.resize(width, 653)
		assert.Equal(t, 5, eval[int](p, `document.querySelectorAll(".scale text").length`))
		assert.Empty(t, eval[[]string](p, touching), width)
	}
}

func TestTheDialogOfKeysShowsThemOnANarrowScreen(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(320, 653)
	p.open(startServer(t).url)
	require.Eventually(t, func() bool { // the page may not listen yet
		p.press("?")
		return eval[bool](p, `new Promise((drawn) => setTimeout(() => drawn(document.querySelector("#shortcuts").open), 200))`)
	}, patience, time.Second)
	assert.True(t, eval[bool](p, `Array.from(document.querySelectorAll("#shortcuts kbd")).every((e) => e.checkVisibility())`))
}

func TestATokenExpiresWhileItIsLookedAt(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openAudit(startServer(t).url)
	claims := `{"exp":` + strconv.FormatInt(time.Now().Add(6*time.Second).Unix(), 10) + `}`
	text, err := token.Sign(secret.HS256, []byte("x"), []byte(claims))
	require.NoError(t, err)
	p.audit(string(text))
	p.waitFor(shown("#token-dates") + `?.includes("expires in")`)
	said := p.text("#status")
	p.waitFor(shown("#token-dates") + `?.includes("expired")`)
	assert.True(t, eval[bool](p, `document.querySelector("[data-code=expired]") !== null`), "what is unwise in it follows")
	assert.Equal(t, said, p.text("#status"), "and nobody is told again of a check")
	assert.Contains(t, p.text("#token-payload"), `"exp"`)
}

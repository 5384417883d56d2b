package e2e

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// openPair loads the page of key pairs, and waits until it can be used.
func (p *page) openPair(url string) {
	p.t.Helper()
	p.load(url)
	p.waitFor(`document.querySelector("#convert:not(:disabled)") !== null`)
	p.exec(`new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(drawn))))`)
}

// makePair clicks the button and waits for another key.
func (p *page) makePair() {
	p.t.Helper()
	before := eval[string](p, shown(".key-facts")+` ?? ""`)
	p.click("#generate")
	p.waitFor(shown("#status") + `.startsWith("Ready: ") && ` + shown(".key-facts") + ` !== ` + literal(p.t, before))
}

// file returns what the page shows of a file, masked or not.
func (p *page) file(name string) string {
	p.t.Helper()
	return p.text(`pre[aria-label="` + name + `"] code`)
}

func (p *page) unmask() { p.t.Helper(); p.click("#mask") }

// showPEM shows the private key that was made.
func (p *page) showPEM() {
	p.t.Helper()
	p.unmask()
	p.waitFor(shown("pre[aria-label='private.pem']") + `.startsWith("-----BEGIN PRIVATE KEY-----")`)
}

const masked = "••••"

func TestAKeyPairIsMadeMaskedAndHandedOut(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	assert.Equal(t, "ES256 key pair", p.text("#made-title"))
	assert.Contains(t, p.file("private.pem"), masked)
	assert.Contains(t, p.file("jwk.json"), masked)
	assert.Equal(t, "/keys", eval[string](p, `location.pathname + location.hash`))

	public, err := jwt.ParseECPublicKeyFromPEM([]byte(p.file("public.pem")))
	require.NoError(t, err)
	_, err = jwt.NewParser(jwt.WithValidMethods([]string{"ES256"})).Parse(p.file("token.txt"), func(*jwt.Token) (any, error) { return public, nil })
	require.NoError(t, err, "the sample token")
	var set struct{ Keys []map[string]any }
	require.NoError(t, json.Unmarshal([]byte(p.file("jwks.json")), &set))
	require.Len(t, set.Keys, 1)
	assert.NotContains(t, set.Keys[0], "d")

	name, content := p.download(`[aria-label="Download private.pem"]`)
	assert.Equal(t, "private.pem", name)
	private, err := jwt.ParseECPrivateKeyFromPEM(content)
	require.NoError(t, err)
	assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), strings.Split(string(content), "\n")[1])
	assert.True(t, private.PublicKey.Equal(public))
	p.click(`[aria-label="Copy private.pem"]`)
	p.waitFor(shown("#status") + ` === "Copied private.pem."`)
	assert.Equal(t, strings.TrimSpace(string(content)), strings.TrimSpace(p.clipboard()))
	assert.Contains(t, p.text("#clipboard-status"), "on the clipboard")
	p.click(`[aria-label="Copy jwks.json"]`)
	p.waitFor(shown("#status") + ` === "Copied jwks.json."`)
	assert.JSONEq(t, p.file("jwks.json"), p.clipboard())

	p.showPEM()
	assert.Empty(t, p.complaints())
}

func TestTheChooserSaysWhyAndTheAddressKeepsTheChoice(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openPair(url + "keys")
	p.waitFor(shown("#why") + `.startsWith("ES256")`)
	assert.Empty(t, eval[string](p, `location.search`), "the address has what was chosen, not what was there")
	for _, chosen := range [][2]string{{"clients", "RS256"}, {"several", "ES256"}, {"fapi", "PS256"}, {"encrypted", "ECDH-ES+A256KW"}, {"quantum", "ML-DSA-65"}} {
		need, algorithm := chosen[0], chosen[1]
		p.click("label[for=need-" + need + "]")
		p.waitFor(shown("#why") + `.startsWith("` + algorithm + `")`)
		p.waitFor(`document.querySelector("#pair-algorithm").value === "` + algorithm + `"`)
		assert.Equal(t, algorithm, eval[string](p, `new URLSearchParams(location.search).get("alg")`))
	}
	p.click("label[for=need-one]")
	p.waitFor(`document.querySelector('#why a[href="/"]') !== null`)
	p.choose("#pair-algorithm", "RS384")
	p.waitFor(`document.querySelector("#pair-size")?.value === "3072"`)
	p.choose("#pair-size", "4096")
	p.waitFor(`location.search === "?alg=RS384&bits=4096"`)

	p.openPair(url + "keys?alg=ecdh-es%2Ba128kw&curve=X25519")
	assert.Equal(t, "ECDH-ES+A128KW X25519", p.value("#pair-algorithm")+" "+p.value("#pair-size"))
	p.openPair(url + "keys?alg=HS256&curve=P-256")
	p.waitFor(shown("#not-taken") + `.includes("alg, curve")`)
	assert.Equal(t, "ES256", p.value("#pair-algorithm"))
}

func TestWhatWasMadeForAnotherChoiceIsPutAside(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	first := p.file("public.pem")
	p.choose("#pair-algorithm", "ES384")
	p.waitFor(`document.querySelector(".result.aside #former") !== null`)
	p.choose("#pair-algorithm", "ES256")
	p.waitFor(`document.querySelector(".result.aside") === null`)
	p.fill("#pair-kid", "spring-2027")
	p.waitFor(`document.querySelector(".result.aside") !== null`)
	p.makePair()
	assert.Contains(t, p.text(".key-facts"), "spring-2027")
	assert.NotContains(t, eval[string](p, `location.href`), "spring")
	p.click("#undo")
	p.waitFor(shown("pre[aria-label='public.pem']") + ` === ` + literal(t, first))
	assert.Contains(t, p.file("private.pem"), masked)
	assert.Equal(t, "mask", p.focused())

	p.click("#clear")
	p.waitFor(`document.querySelector("#undo") !== null && document.querySelector("#mask") === null`)
	assert.Equal(t, "clear", p.focused())
	assert.Empty(t, p.value("#pair-kid"))
}

func TestALargeKeyCanBeStopped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(slowWorker + `
		window.ended = 0;
		const end = Worker.prototype.terminate;
		Worker.prototype.terminate = function () { window.ended++; end.call(this); };`)
	p.openPair(startServer(t).url + "keys?alg=RS512&bits=4096")
	p.resize(360, 740)
	p.exec(`window.delay = 3000; document.querySelector("#generate").focus()`)
	p.click("#generate")
	p.waitFor(`document.querySelector("#stop")?.getBoundingClientRect().bottom <= innerHeight`)
	assert.Equal(t, "true", eval[string](p, `document.querySelector("#generate").getAttribute("aria-disabled")`))
	p.click("#stop")
	p.waitFor(shown("#status") + `.startsWith("Stopped")`)
	assert.Equal(t, 1, eval[int](p, `window.ended`), "the worker computes no more")
	p.waitFor(`document.querySelector("#stop") === null`)
	assert.Equal(t, "generate", p.focused())

	p.exec(`document.querySelector("#pair-text").value = "a key"`)
	p.click("#convert")
	p.waitFor(`document.querySelector("#stop") !== null`)
	p.click("#stop")
	p.waitFor(`document.querySelector("#stop") === null`)
	assert.Equal(t, "convert", p.focused())
	p.exec(`window.delay = 0`)
	p.makePair()
	assert.Equal(t, "RS512 key pair", p.text("#made-title"))
}

func TestKeyPairsAreWorkedWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.press("g")
	p.waitFor(shown("#status") + `.startsWith("Ready: ")`)
	p.exec(`document.querySelector("#need-several").focus()`)
	tabTo := func(id string) {
		for range 30 {
			if p.focused() == id {
				return
			}
			p.press(kb.Tab)
		}
		require.Equal(t, id, p.focused())
	}
	tabTo("generate")
	p.press(kb.Enter)
	p.waitFor(shown("#status") + `.includes("brought back")`)
	assert.Equal(t, "generate", p.focused())
	tabTo("undo")
	tabTo("mask")
	p.press(" ")
	p.waitFor(shown("pre[aria-label='private.pem']") + `.startsWith("-----BEGIN")`)
	tabTo("copy-0")
	p.press(kb.Enter)
	p.waitFor(shown("#status") + ` === "Copied private.pem."`)
	tabTo("pair-text")
}

func TestThePageOfKeysForgetsAllWhenItIsLeft(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.exec(`window.same = true`)
	p.makePair()
	p.replace("#pair-text", "something private")
	p.follow("/trust", titleOf(meta.TrustPath))
	p.follow("/keys", titleOf(meta.KeysPath))
	p.waitFor(`document.querySelector("#convert:not(:disabled)") !== null`)
	assert.True(t, eval[bool](p, `window.same`))
	assert.Empty(t, p.value("#pair-text")+p.text("#status")+p.file("public.pem"))
	assert.Equal(t, "{}", eval[string](p, `JSON.stringify({...localStorage, ...sessionStorage}).replace(/"[^"]*serviceworker[^"]*":"[^"]*",?/g, "")`))
}

func TestThePageOfKeysThatTheBrowserKeepsIsEmpty(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	p.showPEM()
	p.replace("#pair-text", "something private")
	p.replace("#pair-open", "correct horse")
	p.exec(`dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}))`)
	p.waitFor(`document.querySelector("#mask") === null`)
	assert.Empty(t, p.value("#pair-text")+p.value("#pair-open")+p.text("#status"))
	assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), "BEGIN PRIVATE")
	assert.False(t, eval[bool](p, `document.querySelector("#undo") !== null`), "nothing is left to bring back")
}

func TestPrivatePartsAreNotPrinted(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	p.showPEM()
	visible := `[...document.querySelectorAll("pre code")].filter((e) => e.checkVisibility()).map((e) => e.parentElement.ariaLabel)`
	assert.Contains(t, eval[[]string](p, visible), "private.pem")
	p.prefer(paper)
	printed := eval[[]string](p, visible)
	assert.Contains(t, printed, "public.pem")
	assert.NotContains(t, printed, "private.pem")
	assert.NotContains(t, printed, "jwk.json")
}

// openFolds opens what the page folds of a key.
func (p *page) openFolds() {
	p.t.Helper()
	for _, fold := range []string{"more", "publish", "snippet"} {
		p.unfold(fold)
	}
}

package e2e

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/x509"
	"encoding/json"
	"encoding/pem"
	"strings"
	"testing"
	"time"

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
	before := p.text("#made-title") + p.file("public.pem") + p.file("jwk.json")
	p.click("#generate")
	p.waitFor(shown("#status") + `.startsWith("Ready: ")`)
	require.NotEqual(p.t, before, p.text("#made-title")+p.file("public.pem")+p.file("jwk.json"))
}

// convert pastes a key and lets the page read it.
func (p *page) convert(text string) {
	p.t.Helper()
	p.replace("#pair-text", text)
	p.click("#convert")
	p.waitFor(`!["", "Checking…"].includes(` + shown("#status") + `)`)
}

// file returns what the page shows of a file, masked or not.
func (p *page) file(name string) string {
	p.t.Helper()
	return p.text(`pre[aria-label="` + name + `"] code`)
}

func (p *page) unmask() { p.t.Helper(); p.click("#mask") }

const masked = "••••"

func TestAKeyPairIsMadeMaskedAndHandedOut(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	assert.Equal(t, "ES256 key pair", p.text("#made-title"))
	assert.Contains(t, p.file("private.pem"), masked)
	assert.Contains(t, p.file("jwk.json"), masked)
	assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), "PRIVATE KEY")
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
	assert.True(t, private.PublicKey.Equal(public))
	p.click(`[aria-label="Copy private.pem"]`)
	p.waitFor(shown("#status") + ` === "Copied private.pem."`)
	assert.Equal(t, strings.TrimSpace(string(content)), strings.TrimSpace(p.clipboard()))
	assert.Contains(t, p.text("#clipboard-status"), "on the clipboard")
	p.click(`[aria-label="Copy jwks.json"]`)
	p.waitFor(shown("#status") + ` === "Copied jwks.json."`)
	assert.JSONEq(t, p.file("jwks.json"), p.clipboard())

	p.unmask()
	p.waitFor(shown(`pre[aria-label="private.pem"]`) + `.startsWith("-----BEGIN PRIVATE KEY-----")`)
	assert.Empty(t, p.complaints())
}

func TestTheChooserSaysWhyAndTheAddressKeepsTheChoice(t *testing.T) {
	t.Parallel()
	p, url := newPage(t), startServer(t).url
	p.openPair(url + "keys")
	for need, algorithm := range map[string]string{"several": "ES256", "clients": "RS256", "fapi": "PS256", "encrypted": "ECDH-ES+A256KW", "quantum": "ML-DSA-65"} {
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
	p.waitFor(shown(`pre[aria-label="public.pem"]`) + ` === ` + literal(t, first))
	assert.Contains(t, p.file("private.pem"), masked)
	assert.Equal(t, "mask", p.focused())

	p.click("#clear")
	p.waitFor(`document.querySelector("#undo") !== null && document.querySelector("#mask") === null`)
	assert.Equal(t, "clear", p.focused())
	assert.Empty(t, p.value("#pair-kid"))
}

func TestAKeyThatIsPastedIsConvertedAndChecked(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	key, err := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	require.NoError(t, err)
	der, err := x509.MarshalECPrivateKey(key)
	require.NoError(t, err)
	p.convert(string(pem.EncodeToMemory(&pem.Block{Type: "EC PRIVATE KEY", Bytes: der})))
	p.waitFor(shown("#status") + `.startsWith("Ready: ")`)
	public, err := jwt.ParseECPublicKeyFromPEM([]byte(p.file("public.pem")))
	require.NoError(t, err)
	assert.True(t, key.PublicKey.Equal(public))
	assert.Contains(t, p.text(".result"), "Nothing wrong was found")

	short, err := rsa.GenerateKey(rand.Reader, 1024)
	require.NoError(t, err)
	spki, err := x509.MarshalPKIXPublicKey(&short.PublicKey)
	require.NoError(t, err)
	p.convert(string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: spki})))
	p.waitFor(shown(".findings") + `?.includes("1,024")`)
	assert.Empty(t, p.file("private.pem"), "a public key has no private part")
	assert.NotContains(t, p.text(".result"), "Nothing wrong was found")

	p.convert("-----BEGIN PRIVATE KEY-----\nMIIE")
	p.waitFor(`document.querySelector("#pair-text-problem") !== null`)
	assert.Equal(t, "pair-text", p.focused())
	assert.NotEmpty(t, p.file("public.pem"), "what was there before stays")
	assert.Empty(t, p.complaints())
}

func TestAnEncryptedKeyAsksForItsPassphrase(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.fill("#pair-lock", "correct horse")
	p.makePair()
	public := p.file("public.pem")
	p.unmask()
	p.waitFor(shown(`pre[aria-label="private.jwe"]`) + `.split(".").length === 5`)
	jwe := p.file("private.jwe")
	p.click("#clear")
	p.convert(jwe)
	p.waitFor(`document.querySelector("#pair-open-problem") !== null`)
	assert.Equal(t, "pair-open", p.focused())
	p.press("wrong")
	p.click("#convert")
	p.waitFor(shown("#pair-open-problem") + `?.includes("does not open")`)
	p.fill("#pair-open", "correct horse")
	p.click("#convert")
	p.waitFor(shown(`pre[aria-label="public.pem"]`) + ` === ` + literal(t, public))
	assert.Empty(t, p.complaints())
}

func TestAKeyIsAddedToThePublishedKeySet(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	served, private := p.file("jwks.json"), ""
	p.unmask()
	p.waitFor(shown(`pre[aria-label="jwk.json"]`) + `.startsWith("{")`)
	private = p.file("jwk.json")
	p.choose("#pair-algorithm", "EdDSA")
	p.makePair()
	p.unfold("publish")
	p.click("#add")
	p.waitFor(`document.querySelector("#pair-served-problem") !== null`)
	p.replace("#pair-served", `{"keys": [`+private+`]}`)
	p.click("#add")
	p.waitFor(shown("#pair-served-problem") + `?.includes("rivate")`)
	p.replace("#pair-served", served)
	p.click("#add")
	p.waitFor(shown("#status") + `.startsWith("Added")`)
	var set struct{ Keys []struct{ Kty, D string } }
	require.NoError(t, json.Unmarshal([]byte(p.file("jwks.json")), &set))
	require.Len(t, set.Keys, 2)
	assert.Equal(t, []string{"EC", "OKP"}, []string{set.Keys[0].Kty, set.Keys[1].Kty})
	assert.Empty(t, set.Keys[0].D+set.Keys[1].D)
	assert.Contains(t, p.text("#made-title"), "EdDSA")
	assert.Empty(t, p.complaints())
}

func TestALargeKeyCanBeStopped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(slowWorker)
	p.openPair(startServer(t).url + "keys?alg=RS512&bits=4096")
	p.exec(`window.delay = 3000; document.querySelector("#generate").focus()`)
	p.click("#generate")
	p.waitFor(`document.querySelector("#stop") !== null`)
	assert.Equal(t, "true", eval[string](p, `document.querySelector("#generate").getAttribute("aria-disabled")`))
	p.click("#stop")
	p.waitFor(shown("#status") + `.startsWith("Stopped")`)
	p.waitFor(`document.querySelector("#stop") === null`)
	assert.Equal(t, "generate", p.focused())
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
	p.waitFor(shown(`pre[aria-label="private.pem"]`) + `.startsWith("-----BEGIN")`)
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

func TestBadInputOfKeysGetsASentenceAndNoFreeze(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	for name, text := range map[string]string{
		"1 MB of JSON": `{"keys": [` + strings.Repeat(`{"kty":"none"},`, 70_000) + `{}]}`, "kty": `{"kty":"XYZ","x":"AA"}`, "no key": "hello",
	} {
		p.exec(`document.querySelector("#pair-text").value = ` + literal(t, text))
		began := time.Now()
		p.click("#convert")
		p.waitFor(`document.querySelector("#pair-text-problem")?.textContent.length > 20`)
		assert.Less(t, time.Since(began), 30*time.Second, name)
		p.replace("#pair-text", "")
		p.waitFor(`document.querySelector("#pair-text-problem") === null`)
	}
	assert.Empty(t, p.complaints())
}

func TestPrivatePartsAreNotPrinted(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	p.unmask()
	p.waitFor(shown(`pre[aria-label="private.pem"]`) + `.startsWith("-----BEGIN")`)
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

// otherSet is a key set with the public key of RFC 7517, A.1; flawedSet has it twice under
// one key id, and its first one is private (RFC 7517, A.2).
const (
	otherSet = `{"keys": [{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
		"y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","alg":"ES256","kid":"1"}]}`
	flawedSet = `{"keys": [{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
		"y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","d":"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE","use":"sig","alg":"ES256","kid":"1"},
		{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
		"y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"sig","alg":"ES256","kid":"1"}]}`
)

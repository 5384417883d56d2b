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

// convert pastes a key and lets the page read it.
func (p *page) convert(text string) {
	p.t.Helper()
	p.replace("#pair-text", text)
	p.click("#convert")
	p.waitFor(`!["", "Checking…"].includes(` + shown("#status") + `)`)
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
	assert.True(t, eval[bool](p, `document.querySelector(".findings:not(:empty)").compareDocumentPosition(document.querySelector(".key-facts")) === Node.DOCUMENT_POSITION_FOLLOWING`),
		"what there is to say of all keys stands before them")
	assert.Contains(t, p.file("jwks.json"), `"alg":"ES384"`, "the only one that fits")

	p.choose("#pair-algorithm", "PS512")
	short, err := rsa.GenerateKey(rand.Reader, 1024)
	require.NoError(t, err)
	spki, err := x509.MarshalPKIXPublicKey(&short.PublicKey)
	require.NoError(t, err)
	p.convert(string(pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: spki})))
	p.waitFor(shown(".findings li") + `?.match(/1,?024/)`)
	assert.Empty(t, p.file("private.pem"), "a public key has no private part")
	assert.NotContains(t, p.text(".result"), "Nothing wrong was found")
	assert.Contains(t, p.file("jwks.json"), `"alg":"PS512"`, "the one that is chosen on the page")

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
	p.waitFor(shown("pre[aria-label='private.jwe']") + `.split(".").length === 5`)
	jwe := p.file("private.jwe")
	p.click("#clear")
	p.convert(jwe)
	p.waitFor(`document.querySelector("#pair-open-problem") !== null`)
	assert.Equal(t, "pair-open", p.focused())
	p.press("wrong")
	p.press(kb.Enter)
	p.waitFor(shown("#pair-open-problem") + `?.includes("does not open")`)
	p.fill("#pair-open", "correct horse")
	p.click("#convert")
	p.waitFor(shown("pre[aria-label='public.pem']") + ` === ` + literal(t, public))
	assert.Empty(t, p.complaints())
}

func TestATokenInThePlaceOfAKeyIsShownTheWay(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.convert("Authorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA")
	p.waitFor(shown("#pair-text-problem") + `?.startsWith("This is a token, not a key.")`)
	p.click(`main a[href="/token"]`)
	p.waitFor(`document.title === ` + literal(t, titleOf(meta.TokenPath)))
	assert.Equal(t, "/token", eval[string](p, `location.pathname + location.search + location.hash`))
}

func TestAKeyIsAddedToThePublishedKeySet(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	p.makePair()
	served, private := p.file("jwks.json"), ""
	p.unmask()
	p.waitFor(shown("pre[aria-label='jwk.json']") + `.startsWith("{")`)
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

func TestBadInputOfKeysGetsASentenceAndNoFreeze(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openPair(startServer(t).url + "keys")
	for name, text := range map[string]string{
		"1 MB of JSON": `{"keys": [` + strings.Repeat(`{"kty":"none"},`, 70_000) + `{}]}`, "kty": `{"kty":"XYZ","x":"AA"}`, "no key": "hello",
	} {
		began := time.Now() // drawing a long text takes time, too
		p.exec(`document.querySelector("#pair-text").value = ` + literal(t, text))
		p.click("#convert")
		p.waitFor(`document.querySelector("#pair-text-problem")?.textContent.length > 20`)
		assert.Less(t, time.Since(began), 30*time.Second, name)
		p.replace("#pair-text", "")
		p.waitFor(`document.querySelector("#pair-text-problem") === null`)
	}
	assert.Empty(t, p.complaints())
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

package e2e

import (
	"encoding/base64"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp/kb"
	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/secret"
)

// openBench loads the page on which tokens are edited, and waits until it can be used.
func (p *page) openBench(url string) {
	p.t.Helper()
	p.load(url + "token")
	p.waitFor(`document.querySelector("#bench-token:not(:disabled)") !== null`)
}

// replace puts a text in the place of what is in a field, as pasting it does.
func (p *page) replace(selector, text string) {
	p.t.Helper()
	p.exec(`document.querySelector("` + selector + `").focus(); document.querySelector("` + selector + `").select()`)
	if text == "" {
		p.press(kb.Delete)
		return
	}
	call(p, input.InsertText, input.InsertTextParams{Text: text})
}

// onBench waits until the bench says this of what stands on it now.
func (p *page) onBench(word string) {
	p.t.Helper()
	p.waitFor(`document.querySelector(".bench.changed") === null && ` + shown(".bench .badge") + ` === ` + strconv.Quote(word))
}

func (p *page) sample() {
	p.t.Helper()
	p.click("#do-sample")
	p.onBench("Signed")
}

// verifies holds the token on the bench to its key, by golang-jwt.
func (p *page) verifies(algorithm, key string) jwt.MapClaims {
	p.t.Helper()
	claims := jwt.MapClaims{}
	_, err := jwt.NewParser(jwt.WithValidMethods([]string{algorithm}), jwt.WithoutClaimsValidation()).
		ParseWithClaims(p.value("#bench-token"), claims, func(*jwt.Token) (any, error) { return []byte(key), nil })
	require.NoError(p.t, err)
	return claims
}

func TestATokenIsReadVerifiedEditedAndSigned(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	key := "the bytes of a key, and not its text"
	theirs, err := jwt.NewWithClaims(jwt.SigningMethodHS384, jwt.MapClaims{"sub": "1", "nbf": 1000000000}).SignedString([]byte(key))
	require.NoError(t, err)

	p.replace("#bench-token", "Authorization: Bearer "+theirs)
	p.onBench("Not checked")
	assert.JSONEq(t, `{"alg":"HS384","typ":"JWT"}`, p.value("#bench-header"))
	assert.JSONEq(t, `{"sub":"1","nbf":1000000000}`, p.value("#bench-claims"))
	assert.Equal(t, strings.Split(theirs, "."), eval[[]string](p, `[...document.querySelectorAll(".token-parts code")].map((e) => e.textContent)`))
	assert.Regexp(t, `^nbf became valid \d+ years ago, 9 Sep 2001 \d\d:46 your time\n$`, p.text("#dates"))
	assert.Equal(t, "HS384", p.value("#bench-algorithm"))

	p.replace("#bench-secret", base64.StdEncoding.EncodeToString([]byte(key)))
	p.onBench("Signature fits")
	assert.Contains(t, p.text("#bench-sentence"), "read as base64: 36 bytes, HS384.")

	p.replace("#bench-claims", `{"sub":"2"}`)
	p.onBench("Signed")
	assert.Equal(t, jwt.MapClaims{"sub": "2"}, p.verifies("HS384", key), "with the key that had signed it")
	assert.Equal(t, `{"sub":"2"}`, p.value("#bench-claims"), "what was typed stays as it was typed")

	p.choose("#bench-algorithm", "HS512")
	p.waitFor(shown("#bench-sentence") + `.includes("HS512")`)
	p.verifies("HS512", key)
	p.click("#do-900")
	p.waitFor(shown("#dates") + `.startsWith("exp expires in 15 minutes, ")`)
	assert.InDelta(t, time.Now().Add(15*time.Minute).Unix(), p.verifies("HS512", key)["exp"], 60)

	p.click("#copy-token")
	p.waitForText("#copy-token", "Copied")
	assert.Equal(t, p.value("#bench-token"), p.clipboard())

	p.replace("#bench-secret", "")
	p.onBench("Not checked")
	p.replace("#bench-claims", `{"sub":"3"}`)
	p.onBench("Not signed")
	assert.Contains(t, p.text("#bench-sentence"), "no longer fits what you edited. Enter the secret")
	p.replace("#bench-secret", "text")
	p.onBench("Signed")
	p.choose("#bench-reading", "base64")
	p.waitFor(shown("#bench-sentence") + `.includes("read as base64: 3 bytes")`)
	p.verifies("HS512", "\xb5\xec\x6d") // the three bytes of "text" in base64
	assert.Empty(t, p.complaints())
}

func TestAnotherSecretCanSignATokenThatWasPasted(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	p.replace("#bench-token", string(signed(t, secret.HS256, "secret")))
	p.replace("#bench-secret", "another")
	p.onBench("Signature does not fit")
	assert.Equal(t, string(signed(t, secret.HS256, "secret")), p.value("#bench-token"), "a secret alone changes no token that was pasted")
	p.click("#do-sign")
	p.onBench("Signed")
	p.verifies("HS256", "another")
}

func TestMistakesOnTheBenchSayWhereAndLoseNothing(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	p.sample()
	before := p.value("#bench-token")
	p.replace("#bench-claims", "{\n  \"sub\": 1\n  \"exp\": 2\n}")
	p.onBench("Not signed")
	assert.Contains(t, p.text("#bench-claims-problem"), "line 3, column 3")
	assert.Equal(t, before, p.value("#bench-token"))
	p.replace("#bench-claims", `{"sub": 1}`)
	p.onBench("Signed")

	claims := p.value("#bench-claims")
	for text, problem := range map[string]string{
		"no token": "white space", "a.b": "three parts", strings.Repeat("x", 1<<20): "longer than 64 KiB",
	} {
		p.replace("#bench-token", text)
		p.waitFor(shown("#bench-token-problem") + `?.includes("` + problem + `")`)
		assert.Equal(t, claims, p.value("#bench-claims"))
		assert.Len(t, p.value("#bench-token"), len(text))
	}
	p.replace("#bench-token", "")
	p.onBench("No token yet")
	p.replace("#bench-claims", `{"sub": 2}`)
	p.onBench("Signed")
	assert.Empty(t, p.complaints())
}

// slowWorker delays what the page says to its workers, and counts it.
const slowWorker = `{
	window.delay = 0;
	window.asked = 0;
	const post = Worker.prototype.postMessage;
	Worker.prototype.postMessage = function (...given) {
		window.asked++;
		setTimeout(() => post.apply(this, given), window.delay);
	};
}`

func TestNothingStaleIsShownWhileTheBenchWorks(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(slowWorker)
	p.openBench(startServer(t).url)
	p.sample()
	p.exec(`window.delay = 1000; window.asked = 0`)
	p.replace("#bench-token", string(signed(t, secret.HS256, "first")))
	p.waitFor(`getComputedStyle(document.querySelector(".bench .badge")).visibility === "hidden"`)
	assert.Equal(t, `"Checking…" visible`, eval[string](p, `(({content, visibility}) => content + " " + visibility)(getComputedStyle(document.querySelector(".bench .headline"), "::after"))`))
	assert.Equal(t, "hidden", eval[string](p, `getComputedStyle(document.querySelector("#bench-sentence")).visibility`))

	p.exec(`window.seen = []; new MutationObserver(() => window.seen.push(document.querySelector("#bench-sentence").textContent))
		.observe(document.querySelector("#bench-sentence"), {subtree: true, childList: true, characterData: true})`)
	for _, key := range []string{"second", "third", "fourth"} {
		p.replace("#bench-token", string(signed(t, secret.HS256, key)))
	}
	p.replace("#bench-secret", "fourth")
	p.onBench("Signature fits")
	assert.Len(t, eval[[]string](p, `window.seen`), 1, "no answer to what stood there before")
	assert.LessOrEqual(t, eval[int](p, `window.asked`), 3)
	assert.Equal(t, 1, eval[int](p, `performance.getEntriesByType("resource").filter((e) => e.name.endsWith("worker.js")).length`), "one worker does all")
}

func TestADateThatComesIsSaidAtOnce(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	p.sample()
	p.waitFor(shown("#dates") + `.startsWith("exp expires in 1 hour, ")`)
	p.replace("#bench-claims", `{"exp":`+strconv.FormatInt(time.Now().Unix()+4, 10)+`}`)
	p.waitFor(`/^exp expires in [1-4] seconds?, /.test(` + shown("#dates") + `)`)
	p.waitFor(shown("#dates") + `.startsWith("exp expired ")`)
	p.waitFor(`[...document.querySelectorAll(".bench .badge")].some((e) => e.textContent === "Expired")`)
	assert.Contains(t, p.text(".findings"), "has expired")
}

func TestTheBenchIsWorkedWithTheKeyboardAlone(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.openBench(startServer(t).url)
	p.exec(`document.querySelector("#bench-token").focus()`)
	tabTo := func(id string) {
		for range 20 {
			if p.focused() == id {
				return
			}
			p.press(kb.Tab)
		}
		require.Equal(t, id, p.focused())
	}
	tabTo("do-sample")
	p.press(kb.Enter)
	p.onBench("Signed")
	tabTo("bench-claims")
	p.press(kb.End + " ")
	p.onBench("Signed")
	assert.Equal(t, "bench-claims", p.focused(), "who types goes on typing")
	tabTo("do-86400")
	p.press(kb.Enter)
	p.waitFor(shown("#dates") + `.startsWith("exp expires in 1 day, ")`)
	tabTo("bench-mask")
	security := `getComputedStyle(document.querySelector("#bench-secret")).webkitTextSecurity`
	assert.Equal(t, "disc", eval[string](p, security))
	p.press(" ")
	p.waitFor(security + ` === "none"`)
	assert.Empty(t, p.complaints())
}

func TestTheBenchHandsATokenToTheAuditAndForgetsAll(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	url := startServer(t).url
	p.openBench(url)
	p.exec(`window.same = true`)
	p.sample()
	token, key := p.value("#bench-token"), p.value("#bench-secret")
	assert.NotContains(t, eval[string](p, `document.querySelector("main").innerHTML.replace(/(<[^>]*data-secret[^>]*>)[^<]*/g, "$1")`), token[20:40], "it stands in fields and in places for secrets alone")
	p.click("#guess")
	p.waitFor(`location.pathname === "/audit" && document.querySelector("#paste")?.value !== ""`)
	assert.Equal(t, token, p.value("#paste"))
	p.waitFor(shown("#status") + `.startsWith("Read: a token")`) // without another click
	assert.Empty(t, eval[string](p, `location.search + location.hash + JSON.stringify(history.state ?? "")`+`.replace('""', "")`))
	assert.NotContains(t, eval[string](p, `JSON.stringify({...localStorage, ...sessionStorage})`), token[:20])

	p.follow("/token", titleOf(meta.TokenPath))
	p.waitFor(`document.querySelector("#bench-token:not(:disabled)") !== null`)
	for _, field := range []string{"#bench-token", "#bench-header", "#bench-claims", "#bench-secret"} {
		assert.Empty(t, p.value(field))
	}
	assert.Empty(t, p.text("#dates")+p.text(".token-parts code"))
	p.follow("/audit", titleOf(meta.AuditPath))
	p.waitFor(`document.querySelector("#check:not(:disabled)") !== null`)
	assert.Empty(t, p.value("#paste"), "it is handed over once")
	assert.True(t, eval[bool](p, `window.same`))
	assert.NotContains(t, strings.Join(p.console(), "\n"), key)
}

func TestWhichBytesLeadsToTheBench(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.ask("bytes")
	p.click(`#bytes a[href="/token"]`)
	p.waitFor(`document.querySelector("#bench-token:not(:disabled)") !== null`)
}

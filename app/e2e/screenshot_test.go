package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/secret"
)

// screenshots is where pictures of the pages are left for a person to look at.
var screenshots = filepath.Join("..", "..", "build", "screenshots")

// wanted says whether a picture is taken of every state of every page, which takes
// a minute: PICTURES=1 asks for it.
var wanted = os.Getenv("PICTURES") != ""

// states are what a person can meet, by the name of its picture.
func states(url string) map[string]func(p *page) {
	return map[string]func(p *page){
		"start":   func(p *page) { p.open(url) },
		"made":    func(p *page) { p.open(url); p.generate() },
		"jwk":     func(p *page) { p.open(url + "?format=jwk&alg=HS512"); p.generate() },
		"several": func(p *page) { p.open(url + "?count=250&alg=HS384"); p.generate(); p.click("#copy") },
		"wrong":   func(p *page) { p.open(url + "?format=rot13&size=8&count=x"); p.click("#generate") },
		"undo":    func(p *page) { p.open(url); p.generate(); p.click("#clear") },
		"wanted":  func(p *page) { p.open(url + "?for=supabase&alg=HS512&format=hex") },
		"product": func(p *page) { p.open(url + "?for=Supabase"); p.generate() },
		"trust":   func(p *page) { p.visit(url + "trust"); p.tryToLeak() },
		"secret":  func(p *page) { p.openAudit(url); p.audit("super-secret-password-123") },
		"good":    func(p *page) { p.openAudit(url); p.audit(goodKey) },
		"file":    func(p *page) { p.openAudit(url); p.audit(envFile) },
		"offered": func(p *page) {
			p.openRotate(url)
			p.insert("#previous", "JWT_SECRET=\"hunter2\"\n")
			p.waitFor(`document.querySelector("#take-previous-0") !== null`)
			p.makeSecret()
			p.makePlan()
		},
		"pair":   func(p *page) { p.planPair(url, "pair") },
		"shared": func(p *page) { p.planPair(url, "shared") },
		"token": func(p *page) {
			p.openAudit(url)
			p.audit(string(signed(p.t, secret.HS256, "your-256-bit-secret")))
			p.click("#attack")
			p.waitFor(`document.querySelector("#hit")?.textContent.length > 0`)
		},
		"short": func(p *page) {
			p.openShort(url, "zq7")
			p.click("#short")
			p.waitFor(shown("#hit") + `.length > 0`)
		},
		"bench":        func(p *page) { p.openBench(url) },
		"bench-sample": func(p *page) { p.openBench(url); p.sample() },
		"bench-wrong": func(p *page) {
			p.openBench(url)
			p.replace("#bench-token", string(signed(p.t, secret.HS256, "secret")))
			p.replace("#bench-secret", "another secret")
			p.onBench("Signature does not fit")
			p.replace("#bench-claims", "{\n  \"exp\": 3600,\n  \"sub\" 1\n}")
			p.onBench("Not signed")
		},
		"bench-edited": func(p *page) {
			p.openBench(url)
			p.replace("#bench-token", string(signed(p.t, secret.HS256, "secret")))
			p.onBench("Not checked")
			p.replace("#bench-claims", `{"exp": 3600, "password": "hunter2"}`)
			p.onBench("Not signed")
		},
		"keys":      func(p *page) { p.openPair(url + "keys") },
		"keys-made": func(p *page) { p.openPair(url + "keys?alg=RS256"); p.makePair(); p.openFolds() },
		"keys-former": func(p *page) {
			p.openPair(url + "keys")
			p.makePair()
			p.choose("#pair-algorithm", "dir")
			p.waitFor(shown("#former"))
		},
		"keys-wrong": func(p *page) {
			p.openPair(url + "keys")
			p.fill("#pair-kid", "no spaces")
			p.click("#generate")
			p.waitFor(shown("#pair-kid-problem"))
			p.fill("#pair-kid", "")
			p.convert("no key")
			p.waitFor(shown("#pair-text-problem"))
		},
		"keys-found": func(p *page) {
			p.openPair(url + "keys")
			p.convert(flawedSet)
			p.waitFor(shown(".result .findings li"))
		},
		"aside": func(p *page) {
			p.openAudit(url)
			p.audit(envFile)
			p.exec(`document.querySelector("#paste").focus()`)
			p.press("x")
			p.waitFor(`document.querySelector("#aside") !== null`)
		},
		"address": func(p *page) { p.visit(url + "audit?token=" + string(signed(p.t, secret.HS256, "secret"))) },
		"bulk":    func(p *page) { p.openBulk(url) },
		"use":     func(p *page) { p.askAll(url) },
		"files":   func(p *page) { p.openBulk(url); p.lines("#services", "billing", "search-api", "mail"); p.makeFiles() },
		"lines":   func(p *page) { p.openBulk(url); p.lines("#services", "a/b"); p.fill("#size", "1"); p.click("#make") },
		"rotate":  func(p *page) { p.openRotate(url) },
		"refused": func(p *page) { p.openRotate(url); p.makePlan() },
		"plan":    func(p *page) { p.planAll(url) },
		"bulk-aside": func(p *page) {
			p.openBulk(url)
			p.lines("#services", "billing")
			p.makeFiles()
			p.choose("#format", "hex")
			p.waitFor(shown("#former"))
		},
		"former": func(p *page) { p.planAll(url); p.fill("#lifetime", "1.5"); p.waitFor(shown("#former")) },
		"left":   func(p *page) { p.load(url + "audit?alg=HS512&format=x"); p.waitFor(shown("#not-taken")) },
		"leaked": func(p *page) {
			p.openRotate(url)
			p.click("label[for=kind-leak]")
			p.makeSecret()
			p.makePlan()
		},
		"missing":   func(p *page) { p.visit(url + "404") },
		"palette":   func(p *page) { p.open(url); p.openPalette(); p.press("se") },
		"none":      func(p *page) { p.open(url); p.openPalette(); p.press("zzz") },
		"shortcuts": func(p *page) { p.open(url); p.press("?"); p.waitFor(`document.querySelector("#shortcuts").open`) },
	}
}

func TestEveryStateFitsAnyWidthAndIsAccessible(t *testing.T) {
	t.Parallel()
	checker, url := axe(t), startServer(t).url
	all := states(url)
	for _, c := range theGuide(t).All() {
		all["guide-"+strconv.Itoa(c.Number)] = func(p *page) { p.openGuide(url, c.Path()) }
	}
	for name, reach := range all {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := newPage(t)
			reach(p)
			for _, width := range []int64{320, 360, 600, 768, 1024, 1440} {
				p.resize(width, 900)
				assert.LessOrEqual(t, eval[int64](p, `document.documentElement.scrollWidth`), width, "at %d", width)
			}
			assert.Empty(t, p.dangling())
			p.exec(checker)
			assert.Empty(t, p.violations(light, allRules))
			for _, scheme := range []string{dark, forced} {
				assert.Empty(t, p.violations(scheme, colourRules), scheme)
			}
			p.resize(320, 900)
			assert.Empty(t, p.violations(light, allRules), "at 320")
			if wanted {
				p.pictures(name)
			}
		})
	}
}

// dangling returns the ids that an element refers to for its name or description, and
// that no element has.
func (p *page) dangling() []string {
	p.t.Helper()
	return eval[[]string](p, `["aria-describedby", "aria-labelledby", "for"].flatMap((name) =>
		[...document.querySelectorAll("[" + name + "]")].flatMap((e) => e.getAttribute(name).split(" "))
	).filter((id) => !document.getElementById(id))`)
}

// pictures takes one for each combination of a phone, a tablet or a desktop with the ways
// to see the page, and one of the paper.
func (p *page) pictures(name string) {
	p.t.Helper()
	for _, width := range []int64{390, 768, 1440} {
		for _, scheme := range []string{light, dark, forced, paper} {
			if scheme == paper && width != 768 {
				continue
			}
			p.resize(width, 900)
			p.prefer(scheme)
			file := name + "-" + strconv.FormatInt(width, 10) + "-" + scheme + ".png"
			require.NoError(p.t, os.WriteFile(filepath.Join(screenshots, file), p.picture(true), 0o644))
		}
	}
}

// The pictures that the install dialog and the README show are one screen each,
// with a secret that nobody has used.
func TestThePicturesForTheManifestAreTaken(t *testing.T) {
	t.Parallel()
	url := startServer(t).url
	for name, size := range map[string][2]int64{"wide": {1280, 800}, "narrow": {390, 844}} {
		p := newPage(t)
		p.resize(size[0], size[1])
		p.prefer("light")
		p.open(url)
		p.generate()
		p.readyOffline()
		p.comeToRest()
		require.NoError(t, os.WriteFile(filepath.Join(screenshots, name+".png"), p.picture(false), 0o644))
	}
}

// picture returns a PNG of what is visible, or of the whole page.
func (p *page) picture(whole bool) []byte {
	p.t.Helper()
	return call(p, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{CaptureBeyondViewport: &whole}).Data
}

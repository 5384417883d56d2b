package e2e

import (
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// download clicks the button and returns the name and content of the file that
// arrives.
func (p *page) download(button string) (name string, content []byte) {
	p.t.Helper()
	dir := p.t.TempDir()
	_, err := chromedp.CallBrowser(p.ctx, browser.SetDownloadBehavior, browser.SetDownloadBehaviorParams{
		Behavior:         browser.SetDownloadBehaviorBehaviorAllow,
		BrowserContextID: chromedp.FromContext(p.ctx).BrowserContextID,
		DownloadPath:     dir,
	})
	require.NoError(p.t, err)
	p.click(button)
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		entries, err := os.ReadDir(dir)
		require.NoError(p.t, err)
		if len(entries) == 1 && !strings.HasSuffix(entries[0].Name(), ".crdownload") {
			if content, err = os.ReadFile(filepath.Join(dir, entries[0].Name())); err == nil && len(content) > 0 {
				return entries[0].Name(), content
			}
		}
	}
	require.Fail(p.t, "no file arrived", button)
	return "", nil
}

func TestOnAPhoneTheSecretComesIntoView(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.resize(360, 640)
	p.open(startServer(t).url)
	p.generate()
	inView := `(() => {
		const r = document.querySelector("#copy").getBoundingClientRect();
		return r.top >= 0 && r.bottom <= innerHeight && document.querySelector("#secret-0").getBoundingClientRect().top >= 0;
	})()`
	p.waitFor(inView)
}

func TestTheDownloadOfOneSecretIsExactlyTheSecret(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	name, content := p.download("#download-txt")
	assert.Equal(t, "jwt-secret.txt", name)
	assert.Equal(t, s, string(content), "no line end: it is a key file")
}

func TestRawBytesAreDownloadedAsTheyAre(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?format=raw&alg=HS512")
	shown := p.generate()
	_, content := p.download("#download-bin")
	want, err := decoders["raw"](shown)
	require.NoError(t, err)
	assert.Equal(t, want, content)
}

func TestSeveralSecretsAreListedAndAllOfThemDownloaded(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?count=250")
	p.click("#generate")
	p.waitFor(`document.querySelectorAll(".secrets li").length === 100 && document.querySelector("#secret-99").textContent !== ""`)
	shown := eval[[]string](p, `Array.from(document.querySelectorAll(".secrets [data-secret]"), (e) => e.textContent)`)
	require.Len(t, shown, 100)
	assert.Contains(t, p.text(".secrets-place"), "first 100 of 250")

	_, text := p.download("#download-txt")
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	require.Len(t, lines, 250)
	assert.Equal(t, shown, lines[:100])
	distinct := map[string]bool{}
	for _, line := range lines {
		key, err := base64.RawURLEncoding.DecodeString(line)
		require.NoError(t, err)
		require.Len(t, key, 32)
		distinct[line] = true
	}
	assert.Len(t, distinct, 250)

	_, env := p.download("#download-env")
	assert.True(t, strings.HasPrefix(string(env), "JWT_SECRET_1="+lines[0]+"\n"), "numbered names")
	assert.Equal(t, 250, strings.Count(string(env), "\n"))

	_, content := p.download("#download-json")
	var list []struct{ Secret string }
	require.NoError(t, json.Unmarshal(content, &list))
	require.Len(t, list, 250)
	assert.Equal(t, lines[249], list[249].Secret)

	_, content = p.download("#download-csv")
	rows, err := csv.NewReader(strings.NewReader(string(content))).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 251)
	assert.Contains(t, rows[250], lines[249])

	p.click(`button[data-row="41"]`)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied secret 42")`)
	assert.Equal(t, lines[41], p.clipboard())
}

func TestTenThousandSecretsCanBeStopped(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url + "?count=10000&size=1024")
	p.exec(`
		new MutationObserver(() => document.querySelector(".progress button")?.click()).observe(document.body, {childList: true, subtree: true});
		document.querySelector("#generate").click();`)
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Stopped")`)
	assert.Empty(t, p.secret())
	p.fill("#count", "1")
	assert.NotEmpty(t, p.generate())
}

func TestClearEmptiesTheScreenAndUndoBringsItBack(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	p.click("#clear")
	p.waitFor(`document.querySelector("#undo") !== null`)
	assert.Empty(t, p.secret())
	assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), s)
	p.click("#undo")
	p.waitFor(`document.querySelector("#secret-0").textContent === "` + s + `"`)

	replaced := p.secret()
	p.generate()
	p.click("#undo")
	p.waitFor(`document.querySelector("#secret-0").textContent === "` + replaced + `"`)
}

func TestHidingIsRememberedForTheVisit(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()
	p.click("#mask")
	p.waitFor(`document.querySelector("#secret-0").textContent.startsWith("••")`)
	assert.NotContains(t, eval[string](p, `document.documentElement.outerHTML`), s)
	p.click("#generate")
	p.exec(`new Promise((r) => setTimeout(r, 100))`)
	assert.Regexp(t, `^•+$`, p.secret())
	p.click("#mask")
	p.waitFor(`/^[\w-]{43}$/.test(document.querySelector("#secret-0").textContent)`)
	assert.NotEqual(t, s, p.secret())
}

func TestLeavingThePageForgetsEverythingAtOnce(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.exec(`window.dispatchEvent(new PageTransitionEvent("pagehide", {persisted: true}))`)
	assert.Empty(t, p.secret(), "in the same task, so also in the copy for the back button")
	p.waitFor(`document.querySelector("#copy:disabled") !== null && document.querySelector("#undo") === null`)
}

func TestARefusedClipboardIsAnErrorThatThePersonSees(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.exec(`navigator.clipboard.writeText = () => Promise.reject(new DOMException("no", "NotAllowedError"))`)
	p.click("#copy")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Not copied")`)
	assert.NotEmpty(t, p.secret(), "nothing is lost")
}

func TestTheClipboardIsClearedOnDemandAndAfterThirtySecondsThePageTellsTheTruth(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	s := p.generate()

	p.click("#copy")
	p.waitFor(`document.querySelector("#clear-clipboard") !== null`)
	require.Equal(t, s, p.clipboard())
	p.click("#clear-clipboard")
	p.waitFor(`document.querySelector("#clipboard-status").textContent.startsWith("The clipboard has been cleared")`)
	assert.Empty(t, p.clipboard())
	assert.False(t, eval[bool](p, `document.querySelector("#clear-clipboard") !== null`))
	p.waitFor(`document.querySelector("#status").textContent === "" && document.querySelector("#copy").textContent === "Copy"`)

	p.click("#copy")
	p.waitFor(`document.querySelector("#copy").textContent === "Copied"`)
	p.waitFor(`document.querySelector("#copy").textContent === "Copy"`)
	p.follow(meta.TrustPath, titleOf(meta.TrustPath)) // the clipboard is the same on every page
	assert.True(t, eval[bool](p, `document.querySelector("#clear-clipboard") !== null`))
	// Chromium refuses without a click; then the clipboard holds what it held.
	p.waitFor(`document.querySelector("#clipboard-status").textContent.includes("did not let the clipboard be cleared by itself")`)
	assert.Equal(t, s, p.clipboard())
	assert.True(t, eval[bool](p, `document.querySelector("#clear-clipboard") !== null`))
}

func TestACopiedSecretCanBeBroughtBackAfterItWasReplaced(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	copied := p.generate()
	p.click("#copy")
	p.waitFor(`document.querySelector("#status").textContent.startsWith("Copied")`)
	p.generate()
	p.generate()
	p.waitFor(`document.querySelector("#undo")?.textContent === "Bring back what you copied before"`) // once ten seconds are over
	p.click("#undo")
	p.waitForText("#secret-0", copied)
}

func TestASecretOfFormerSettingsIsMarkedUntilTheNextOne(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.open(startServer(t).url)
	p.generate()
	p.choose("#format", "hex")
	p.waitFor(shown("#former") + `.startsWith("Made before you changed the settings: for HS256, 32 bytes, base64url.")`)
	p.generate()
	p.waitFor(`document.querySelector("#former") === null`)
}

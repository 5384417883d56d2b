package e2e

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// screenshots is where pictures of the pages are left for a person to look at.
var screenshots = filepath.Join("..", "..", "build", "screenshots")

func TestNothingOverflowsAtAnyWidthAndPicturesAreTaken(t *testing.T) {
	require.NoError(t, os.MkdirAll(screenshots, 0o755))
	url := startServer(t).url
	states := map[string]func(p *page){
		"start":   func(p *page) { p.open(url) },
		"made":    func(p *page) { p.open(url); p.generate() },
		"jwk":     func(p *page) { p.open(url + "?format=jwk&alg=HS512"); p.generate() },
		"several": func(p *page) { p.open(url + "?count=250&alg=HS384"); p.generate(); p.click("#copy") },
		"wrong":   func(p *page) { p.open(url + "?format=rot13&size=8&count=x"); p.click("#generate") },
		"undo":    func(p *page) { p.open(url); p.generate(); p.click("#clear") },
		"missing": func(p *page) { p.visit(url + "404") },
	}
	for name, reach := range states {
		for _, width := range []int64{360, 1440} {
			for _, scheme := range []string{"light", "dark"} {
				p := newPage(t)
				p.resize(width, 900)
				p.prefer(scheme)
				reach(p)
				p.exec(`new Promise((r) => setTimeout(r, 300))`) // transitions end
				assert.LessOrEqual(t, eval[int64](p, `document.documentElement.scrollWidth`), width, "%s at %d", name, width)
				file := name + "-" + strconv.FormatInt(width, 10) + "-" + scheme + ".png"
				require.NoError(t, os.WriteFile(filepath.Join(screenshots, file), p.picture(true), 0o644))
			}
		}
	}
}

// picture returns a PNG of what is visible, or of the whole page.
func (p *page) picture(whole bool) []byte {
	p.t.Helper()
	return call(p, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{CaptureBeyondViewport: &whole}).Data
}

package e2e

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// newVisibleProfile opens a tab in the browser's own profile: the profiles of
// the other tests count as private windows, in which nothing can be installed.
func newVisibleProfile(t *testing.T) *page {
	t.Helper()
	path, err := findChrome()
	require.NoError(t, err)
	dir, err := os.MkdirTemp("", "e2e-install-")
	require.NoError(t, err)
	ctx, stop := startChrome(path, filepath.Join(dir, "profile"))
	t.Cleanup(func() {
		stop()
		_ = os.RemoveAll(dir) // the browser may still be writing; the folder is temporary
	})
	return setUp(t, ctx)
}

func TestTheBrowserOffersToInstallTheApp(t *testing.T) {
	t.Parallel()
	p := newVisibleProfile(t)
	p.before(`window.addEventListener("beforeinstallprompt", () => { window.offered = true })`)
	p.open(startServer(t).url)
	p.readyOffline()
	p.waitFor(`window.offered`)
	p.waitFor(`document.querySelector("#install") !== null`)

	p.resize(390, 844)
	assert.LessOrEqual(t, eval[float64](p, `document.querySelector("#algorithm").getBoundingClientRect().bottom`), 844.0, "on the first screen of a phone")
	assert.Equal(t, 1, eval[int](p, `new Set(Array.from(document.querySelectorAll(".brand, #search, #install"), (e) => { const r = e.getBoundingClientRect(); return Math.round(r.top + r.bottom) })).size`), "in one row")

	assert.Empty(t, call(p, cdppage.GetInstallabilityErrors, cdp.Empty{}).InstallabilityErrors)
	manifest := call(p, cdppage.GetAppManifest, cdppage.GetAppManifestParams{})
	assert.Empty(t, manifest.Errors)
}

package e2e

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"

	"jwtsecret/app/meta"
	"jwtsecret/web"
)

// serverBinary is the server under test, built from this tree.
var serverBinary string

func TestMain(m *testing.M) {
	code, err := runTests(m)
	if err != nil {
		fmt.Fprintln(os.Stderr, "e2e:", err)
		code = 1
	}
	os.Exit(code)
}

func runTests(m *testing.M) (int, error) {
	if _, err := fs.Stat(web.Dist, "dist/"+meta.SiteFile); err != nil {
		return 0, errors.New("the site is not built: run make build first")
	}
	dir, err := os.MkdirTemp("", "e2e-")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(dir)

	serverBinary = filepath.Join(dir, "server")
	build := exec.Command("go", "build", "-o", serverBinary, "jwtsecret/cmd/server")
	if out, err := build.CombinedOutput(); err != nil {
		return 0, fmt.Errorf("building the server: %w\n%s", err, out)
	}
	if err := os.MkdirAll(screenshots, 0o755); err != nil {
		return 0, err
	}
	if _, err := findChrome(); err != nil {
		return 0, err
	}
	shared.profiles = filepath.Join(dir, "profiles")
	defer shared.stop()
	return m.Run(), nil
}

// findChrome returns the browser to test with.
func findChrome() (string, error) {
	candidates := []string{
		os.Getenv("CHROME"), "chromium", "chromium-browser", "google-chrome", "google-chrome-stable",
		"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
		"/Applications/Chromium.app/Contents/MacOS/Chromium",
	}
	for _, c := range candidates {
		if c == "" {
			continue
		}
		if path, err := exec.LookPath(c); err == nil {
			return path, nil
		}
	}
	return "", errors.New("no Chromium here: install your system's package chromium, or set CHROME to the path of a Chrome or Chromium")
}

// noExtras spares the tests what Chromium prepares beside each page: two pages that
// the address bar's list would be drawn with, and a renderer for a site to come.
// They took half of the time that a page takes. The first two are of chromedp's
// own list, which this one replaces.
var noExtras = chromedp.Flag("disable-features", "Translate,BlinkGenPropertyTrees,"+
	"WebUIOmniboxPopup,WebUIOmniboxAimPopup,WebUIOmniboxFullPopup,SpareRendererForSitePerProcess")

// startChrome starts a browser that contacts nobody but our server.
func startChrome(path, profile string, more ...chromedp.ExecAllocatorOption) (context.Context, context.CancelFunc) {
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(profile),
		chromedp.WindowSize(1440, 900),
		chromedp.Flag("disable-popup-blocking", false),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-quic", true),
		noExtras,
		chromedp.Flag("disable-gpu", true),
		chromedp.Flag("bypass-app-banner-engagement-checks", true),
	)
	if os.Geteuid() == 0 { // Chromium's own sandbox refuses to run as root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), append(options, more...)...)
	ctx, stop := chromedp.NewContext(allocator)
	return ctx, func() { stop(); stopAllocator() }
}

package e2e

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// newOrdinaryPage opens an empty tab in a Chromium that fetches ahead as the one
// on a person's desk does: the browser that the other tests share is told not to,
// which closes channels that no header closes. It finds no host but this machine.
func newOrdinaryPage(t *testing.T) *page {
	t.Helper()
	path, err := findChrome()
	require.NoError(t, err)
	dir, err := os.MkdirTemp("", "e2e-leak-")
	require.NoError(t, err)
	options := append(chromedp.DefaultExecAllocatorOptions[:],
		chromedp.ExecPath(path),
		chromedp.UserDataDir(filepath.Join(dir, "profile")),
		chromedp.WindowSize(1440, 900),
		chromedp.Flag("disable-background-networking", false),
		chromedp.Flag("disable-popup-blocking", false),
		chromedp.Flag("disable-component-update", true),
		chromedp.Flag("disable-gpu", true),
		noExtras,
		chromedp.Flag("host-resolver-rules", "MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
	)
	if os.Geteuid() == 0 { // Chromium's own sandbox refuses to run as root
		options = append(options, chromedp.NoSandbox)
	}
	allocator, stopAllocator := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, stop := chromedp.NewContext(allocator)
	t.Cleanup(func() {
		stop()
		stopAllocator()
		_ = os.RemoveAll(dir) // the browser may still be writing; the folder is temporary
	})
	return setUp(t, ctx)
}

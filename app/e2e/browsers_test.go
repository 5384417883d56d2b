package e2e

import (
	"context"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// shared are the browser processes of most tests. A test has one for itself while
// it runs, because a browser has one clipboard, and leaves it to the next: so there
// are as many as tests run at once.
var shared browsers

type browsers struct {
	profiles string // a folder

	mu    sync.Mutex
	free  []context.Context
	held  map[testing.TB]context.Context
	stops []context.CancelFunc
}

// of returns the browser that the test has, from its first page until its end.
func (b *browsers) of(t testing.TB) context.Context {
	t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	if browser, ok := b.held[t]; ok {
		return browser
	}
	if len(b.free) == 0 {
		b.start(t)
	}
	browser := b.free[len(b.free)-1]
	b.free = b.free[:len(b.free)-1]
	if b.held == nil {
		b.held = map[testing.TB]context.Context{}
	}
	b.held[t] = browser
	t.Cleanup(func() {
		b.mu.Lock()
		defer b.mu.Unlock()
		delete(b.held, t)
		b.free = append(b.free, browser)
	})
	return browser
}

// start adds a browser that nobody has.
func (b *browsers) start(t testing.TB) {
	t.Helper()
	path, err := findChrome()
	require.NoError(t, err)
	browser, stop := startChrome(path, filepath.Join(b.profiles, strconv.Itoa(len(b.stops))))
	b.stops = append(b.stops, stop)
	require.NoError(t, chromedp.Do(browser), "starting Chromium")
	b.free = append(b.free, browser)
}

func (b *browsers) stop() {
	for _, stop := range b.stops {
		stop()
	}
	_ = os.RemoveAll(b.profiles) // a browser may still be writing; the folder is temporary
}

package e2e

import (
	"context"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// patience bounds every wait. It is generous, because it only ends tests that
// fail.
const patience = 120 * time.Second

// slowness is how many times slower every page thinks than this machine can: a test that
// asks a moment too early is found by it.
var slowness = os.Getenv("SLOWNESS")

// page is a tab of a browser, with a person's hands and eyes.
type page struct {
	t    testing.TB
	ctx  context.Context
	hold cdppage.ScriptIdentifier // of the script that holds the service worker back

	mu       sync.Mutex
	messages []string // everything written to the console, and uncaught exceptions
}

// newPage opens an empty tab in a profile of its own, in the browser of the test.
// Its pages install their service worker once the test asks them to, see install:
// storing the whole site takes as long as showing a page.
func newPage(t testing.TB) *page {
	t.Helper()
	ctx, cancel := chromedp.NewContext(shared.of(t), chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	p := setUp(t, ctx)
	p.hold = p.before(holdWorker)
	return p
}

// holdWorker makes the registration of a service worker wait for installWorker.
const holdWorker = `if (window.ServiceWorkerContainer) {
	const asked = new Promise((resolve) => { window.installWorker = resolve; });
	const register = ServiceWorkerContainer.prototype.register;
	ServiceWorkerContainer.prototype.register = function (...given) {
		return asked.then(() => register.apply(this, given));
	};
}`

// install lets this page, and whatever the tab loads after it, install the service
// worker as for a person.
func (p *page) install() {
	p.t.Helper()
	if p.hold == "" {
		return
	}
	call(p, cdppage.RemoveScriptToEvaluateOnNewDocument, cdppage.RemoveScriptToEvaluateOnNewDocumentParams{Identifier: p.hold})
	p.hold = ""
	p.exec(`window.installWorker?.()`)
}

// run runs a part of a test, under its own name, in this page as it stands.
func (p *page) run(name string, part func(t *testing.T)) {
	whole := p.t.(*testing.T)
	whole.Run(name, func(t *testing.T) {
		p.t = t
		defer func() { p.t = whole }()
		part(t)
	})
}

// newTab opens a second tab in the same profile.
func (p *page) newTab() *page {
	p.t.Helper()
	ctx, cancel := chromedp.NewContext(p.ctx)
	p.t.Cleanup(cancel)
	return setUp(p.t, ctx)
}

func setUp(t testing.TB, ctx context.Context) *page {
	t.Helper()
	p := &page{t: t, ctx: ctx}
	require.NoError(t, chromedp.Do(ctx)) // opens the tab, which lives as long as ctx
	require.NoError(t, chromedp.Listen(ctx, p.listen))
	call(p, log.Enable, cdp.Empty{})
	call(p, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	p.resize(1440, 900)
	if slowness != "" {
		rate, err := strconv.ParseFloat(slowness, 64)
		require.NoError(t, err)
		call(p, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: rate})
	}
	return p
}

func (p *page) listen(event any) {
	message := ""
	switch e := event.(type) {
	case *runtime.EventConsoleAPICalled:
		var parts []string
		for _, a := range e.Args {
			parts = append(parts, string(a.Value)+a.Description)
		}
		message = string(e.Type) + ": " + strings.Join(parts, " ")
	case *runtime.EventExceptionThrown:
		message = "exception: " + e.ExceptionDetails.Text + describe(e.ExceptionDetails.Exception)
	case *log.EventEntryAdded:
		message = string(e.Entry.Level) + ": " + e.Entry.Text + " " + e.Entry.URL
	default:
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.messages = append(p.messages, message)
}

// console returns everything the browser has logged so far.
func (p *page) console() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]string(nil), p.messages...)
}

func describe(o *runtime.RemoteObject) string {
	if o == nil {
		return ""
	}
	return " " + o.Description
}

// do runs steps that answer nothing.
func (p *page) do(steps ...chromedp.Action[chromedp.Void]) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	require.NoError(p.t, chromedp.Do(ctx, steps...))
}

// get runs one action and returns its answer.
func get[T any](p *page, action chromedp.Action[T]) T {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	value, err := chromedp.Run(ctx, action)
	require.NoError(p.t, err)
	return value
}

// call sends one command of the protocol to the tab.
func call[P, R any](p *page, command cdp.Command[P, R], params P) R {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	require.NoError(p.t, err)
	return result
}

// visit loads an address, whatever its page holds.
func (p *page) visit(url string) {
	p.t.Helper()
	p.do(chromedp.Navigate(url))
	p.waitFor(`document.querySelector("h1") !== null`)
}

// load loads an address; once more if the page of before, which may be hostile,
// loads another one in that moment.
func (p *page) load(url string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; {
		ctx, cancel := context.WithTimeout(p.ctx, patience)
		err := chromedp.Do(ctx, chromedp.Navigate(url))
		cancel()
		if err == nil {
			return
		}
		aborted := strings.Contains(err.Error(), "net::ERR_ABORTED")
		require.True(p.t, aborted && time.Now().Before(end), "cannot load %s: %v", url, err)
	}
}

// open loads the address and waits until Generate can be clicked, and until the page has
// begun to listen to the keys, which comes a moment later.
func (p *page) open(url string) {
	p.t.Helper()
	p.load(url)
	p.waitFor(`document.querySelector("#generate:not(:disabled)") !== null`)
	p.listensToKeys(2) // those of the palette, and those of the generator
}

// listensToKeys waits until the page has so many listeners for keys.
func (p *page) listensToKeys(n int) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(5 * time.Millisecond) {
		now := get(p, chromedp.Evaluate[int](`(getEventListeners(window).keydown ?? []).length`, chromedp.EvalWithCommandLineAPI))
		if now >= n {
			return
		}
		require.True(p.t, time.Now().Before(end), "the page has %d listeners for keys", now)
	}
}

// before runs a script in the page before any of its own.
func (p *page) before(script string) cdppage.ScriptIdentifier {
	p.t.Helper()
	return call(p, cdppage.AddScriptToEvaluateOnNewDocument, cdppage.AddScriptToEvaluateOnNewDocumentParams{Source: script}).Identifier
}

// exec runs a script in the page; a promise is awaited.
func (p *page) exec(script string) {
	p.t.Helper()
	p.do(chromedp.Evaluate[chromedp.Void](script, chromedp.EvalAwaitPromise))
}

// eval evaluates an expression in the page; a promise is awaited.
func eval[T any](p *page, expression string) T {
	p.t.Helper()
	return get(p, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
}

// waitFor waits until the expression is true in the page. The page itself looks
// again and again: asking it from here costs more than all else that it does. It
// is asked anew each second, for where a page's clock stands still.
func (p *page) waitFor(expression string) {
	p.t.Helper()
	look := `new Promise((found) => {
		const end = performance.now() + 1000;
		const look = () => {
			let why = "";
			try {
				if (` + expression + `) return found("");
			} catch (e) {
				why = String(e);
			}
			performance.now() < end ? setTimeout(look, 10) : found(why || "not true");
		};
		look();
	})`
	for end := time.Now().Add(patience); ; time.Sleep(10 * time.Millisecond) {
		ctx, cancel := context.WithTimeout(p.ctx, 2*time.Second)
		why, err := chromedp.Run(ctx, chromedp.Evaluate[string](look, chromedp.EvalAwaitPromise))
		cancel()
		if err == nil && why == "" {
			return
		}
		require.True(p.t, time.Now().Before(end), "waited in vain for %s: %s (%v)\n%s", expression, why, err, strings.Join(p.console(), "\n"))
	}
}

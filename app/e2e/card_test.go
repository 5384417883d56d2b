package e2e

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// newPageWithCard opens a tab in a browser of its own that has software in the place of a
// graphics card: SwiftShader, which Chromium brings along.
func newPageWithCard(t *testing.T) *page {
	t.Helper()
	path, err := findChrome()
	require.NoError(t, err)
	ctx, stop := startChrome(path, t.TempDir(),
		chromedp.Flag("disable-gpu", false),
		chromedp.Flag("enable-unsafe-webgpu", true),
		chromedp.Flag("use-webgpu-adapter", "swiftshader"),
		chromedp.Flag("enable-features", "Vulkan"),
	)
	t.Cleanup(stop)
	p := setUp(t, ctx)
	p.hold = p.before(holdWorker)
	return p
}

// The tests of the packages run in the browser as they do elsewhere, compiled for it. What
// they print goes to the console, and their exit status to the page.
const testPage = `<!DOCTYPE html><title>tests</title><h1>Tests</h1>
<script src="/wasm_exec.js"></script>
<script>
	const compile = GPUDevice.prototype.createComputePipelineAsync;
	GPUDevice.prototype.createComputePipelineAsync = function (...given) {
		return compile.apply(this, given).catch((e) => { console.log(e.message); throw e; });
	};
	const pop = GPUDevice.prototype.popErrorScope;
	GPUDevice.prototype.popErrorScope = async function () {
		const e = await pop.apply(this);
		if (e) console.log(e.message);
		return e;
	};
	const go = new Go();
	go.argv = ["test", "-test.v", "-test.run=Card|Message|Groups"];
	go.exit = (code) => { window.ended = code; };
	WebAssembly.instantiateStreaming(fetch("/test.wasm"), go.importObject).then((wasm) => go.run(wasm.instance));
</script>`

// testsAsPage serves the tests of a package.
func testsAsPage(t *testing.T, pkg string) (url string) {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "test.wasm")
	compile := exec.Command("go", "test", "-c", "-o", binary, pkg)
	compile.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	output, err := compile.CombinedOutput()
	require.NoError(t, err, "%s", output)
	root, err := exec.Command("go", "env", "GOROOT").Output()
	require.NoError(t, err)
	files := map[string]string{"/test.wasm": binary, "/wasm_exec.js": filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js")}
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if file, ok := files[r.URL.Path]; ok {
			http.ServeFile(w, r, file)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		fmt.Fprint(w, testPage)
	}))
	t.Cleanup(s.Close)
	return s.URL
}

func TestTheShaderIsRightOnSoftwareInThePlaceOfACard(t *testing.T) {
	p := newPageWithCard(t)
	p.visit(testsAsPage(t, "jwtsecret/app/attack/shader"))
	for minute := 1; minute <= 5; minute++ { // longer than patience: software takes long to compile them
		p.waitFor(fmt.Sprintf(`window.ended !== undefined || performance.now() > %d`, minute*60_000))
	}
	said := strings.Join(p.console(), "\n")
	t.Log(said)
	assert.Zero(t, eval[int](p, `window.ended`))
	assert.NotContains(t, said, "--- SKIP", "a test that was skipped says nothing")
	assert.GreaterOrEqual(t, strings.Count(said, "--- PASS"), 8)
}

// named makes Chromium's software look like a graphics card to the site's auditor: what the
// page says of a real one is seen only so on a machine without one.
const named = `for (const [name, value] of [["vendor", "nvidia"], ["architecture", "ada-lovelace"], ["isFallbackAdapter", false]]) {
	Object.defineProperty(GPUAdapterInfo.prototype, name, {get: () => value});
}
`

func withNamedCard(t *testing.T, url string) string {
	t.Helper()
	return host(t, url, func(r *http.Response, body []byte) []byte {
		if r.Request.URL.Path == meta.AuditorPath {
			body = append([]byte(named), body...)
		}
		return body
	})
}

// countWorkers counts the auditors that a page starts.
const countWorkers = `window.started = 0;
	window.Worker = class extends Worker { constructor(...given) { super(...given); window.started++; } };`

const cardSaid = `document.querySelector("#short-secrets .card-said").textContent`

func TestAGraphicsCardTriesAllShortSecretsAlone(t *testing.T) {
	p := newPageWithCard(t)
	p.before(countWorkers)
	p.openShort(withNamedCard(t, startServer(t).url), "zq7")
	p.choose("#short-longest", "3")
	p.click("#short")
	p.waitForText("#hit", "zq7")
	p.waitForText("#short-status", "Found: guess number 34,342, among secrets of up to 3 characters (lower-case letters and digits).")
	assert.Regexp(t, `^Your graphics card \(nvidia, ada-lovelace\) tries [1-9][0-9,]*( million)? keys a second, up to three of each secret\.$`, eval[string](p, cardSaid))
	assert.Equal(t, 1, eval[int](p, `window.started`), "no other auditor was needed")

	p.choose("#short-alphabet", "4")
	p.choose("#short-longest", "5")
	p.click("#short")
	p.waitFor(`/^[1-9][\d,]+ of 7,820,126,495 tried/.test(` + shown("#attack-progress span") + `)`)
	p.click("#stop")
	p.waitFor(shown("#short-status") + `.startsWith("Stopped. At least ")`)
	assert.Empty(t, p.complaints())
}

func TestSoftwareIsNeverSaidToBeAGraphicsCard(t *testing.T) {
	p := newPageWithCard(t)
	p.openShort(startServer(t).url, "zq7")
	p.click("#short")
	p.waitForText("#hit", "zq7")
	assert.Equal(t, "No graphics card is used: what the browser offers as one is software (google, swiftshader), so the processor tries them all.", eval[string](p, cardSaid))
}

func TestWithoutAGraphicsCardThePageSaysSo(t *testing.T) {
	t.Parallel()
	p := newPage(t)
	p.before(countWorkers)
	p.openShort(startServer(t).url, "zq7")
	p.click("#short")
	p.waitForText("#hit", "zq7")
	assert.True(t, eval[bool](p, `window.started === Math.min(navigator.hardwareConcurrency, 8)`), "all auditors share the work")
	assert.Equal(t, "No graphics card is used: the browser has none for this page (WebGPU), so the processor tries them all.", eval[string](p, cardSaid))
}

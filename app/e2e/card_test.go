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
	return setUp(t, ctx)
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
	p.waitFor(`window.ended !== undefined`)
	said := strings.Join(p.console(), "\n")
	t.Log(said)
	assert.Zero(t, eval[int](p, `window.ended`))
	assert.NotContains(t, said, "--- SKIP", "a test that was skipped says nothing")
	assert.GreaterOrEqual(t, strings.Count(said, "--- PASS"), 8)
}

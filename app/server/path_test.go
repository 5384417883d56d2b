package server

import (
	"bufio"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// hostileTargets are request targets that try to reach something beside the
// table: up the tree, another host, another spelling.
var hostileTargets = []string{
	"/../site.json", "/../../etc/passwd", "/..", "/assets/../trust", "/assets/..", "/./trust", "/trust/.",
	"/%2e%2e/site.json", "/%2e%2e%2fsite.json", "/assets/%2e%2e/trust", "/%252e%252e/site.json", "/..%2fsite.json",
	"/%00", "/trust%00", "/trust%00.html", `/..\site.json`, `/assets\app.0123456789ab.wasm`, "/..%5csite.json", "/%5c%5celsewhere.test",
	"//", "//trust", "///trust", "//elsewhere.test", "//elsewhere.test/..", "//elsewhere.test/trust/", "/assets//app.0123456789ab.wasm",
	"/assets", "/assets/", "/%74rust", "/trust%2f", "/assets%2fapp.0123456789ab.wasm", "/trust;x=1", "/trust.html/", "/index.html/",
	"/TRUST//", "/TRUST.HTML/", "/ASSETS/", "/trust.html.br", "/index.html.gz", "/site.json", "/site/index.html", "/.gitkeep",
	"*", "mailto:trust", "http:trust", "http://elsewhere.test", "http://elsewhere.test//trust", "http://elsewhere.test/../trust",
	"/" + strings.Repeat("a", 1024), "/" + strings.Repeat("../", 1000) + "etc/passwd", "/" + strings.Repeat("%2e%2e/", 1000),
}

func TestHostilePathsNeverReachAFile(t *testing.T) {
	ask := serve(t, load(t))
	for _, target := range hostileTargets {
		for _, sent := range []string{target, target + "?x=/trust"} {
			a := ask(request("GET", sent))
			assert.Contains(t, []int{http.StatusBadRequest, http.StatusNotFound}, a.StatusCode, sent)
			for path, text := range content {
				assert.False(t, path != "/404" && a.body == text, "%s got %s", sent, path)
			}
		}
	}
}

func TestMalformedRequestsAreRefused(t *testing.T) {
	ask := serve(t, load(t))
	for _, sent := range []string{
		"GET / HTTP/1.1\r\n\r\n",                                 // no Host (RFC 9112 §3.2)
		"GET / HTTP/1.1\r\nHost: a.test\r\nHost: b.test\r\n\r\n", // two of them
		"GET trust HTTP/1.1\r\nHost: a.test\r\n\r\n",
		"GET /trust\x00 HTTP/1.1\r\nHost: a.test\r\n\r\n",
		"GET /tr ust HTTP/1.1\r\nHost: a.test\r\n\r\n",
		"GET /%zz HTTP/1.1\r\nHost: a.test\r\n\r\n",
	} {
		assert.Equal(t, http.StatusBadRequest, ask(sent).StatusCode, sent)
	}
}

// A target in absolute form is one that every server has to accept (RFC 9112
// §3.2.2); HTTP/1.0 does without Host.
func TestUnusualRequestsForAFileGetIt(t *testing.T) {
	ask := serve(t, load(t))
	for _, sent := range []string{
		request("GET", "http://site.test/trust"),
		request("GET", "http://elsewhere.test/trust?x=1"),
		"GET /trust HTTP/1.0\r\n\r\n",
	} {
		a := ask(sent)
		assert.Equal(t, http.StatusOK, a.StatusCode, sent)
		assert.Equal(t, content["/trust"], a.body, sent)
	}
}

func FuzzPath(f *testing.F) {
	for _, target := range hostileTargets {
		f.Add(target)
	}
	for _, target := range []string{"/", "/trust", "/?alg=HS512", "/trust/", "/TRUST", "/Trust.HTML", "/index.html?a=b", wasmPath, HealthPath, "http://a.test/trust", "a:/trust"} {
		f.Add(target)
	}
	h := load(f)
	f.Fuzz(func(t *testing.T, target string) {
		r, err := http.ReadRequest(bufio.NewReader(strings.NewReader("GET " + target + " HTTP/1.1\r\nHost: a.test\r\n\r\n")))
		if err != nil {
			return // net/http answers 400
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)

		// The path is cut from the target by hand: up to the question mark and, in
		// absolute form, after the scheme and the host if there is one.
		path, _, _ := strings.Cut(r.RequestURI, "?")
		if !strings.HasPrefix(path, "/") {
			_, path, _ = strings.Cut(path, ":")
			if host, found := strings.CutPrefix(path, "//"); found {
				path = strings.TrimLeftFunc(host, func(c rune) bool { return c != '/' })
			}
		}
		switch w.Code {
		case http.StatusOK:
			text, known := content[path]
			assert.True(t, path == HealthPath || known && path != "/404" && w.Body.String() == text, "%q", target)
		case http.StatusPermanentRedirect:
			location, err := url.Parse(w.Header().Get("Location"))
			assert.NoError(t, err)
			assert.Empty(t, location.Host)
			assert.Contains(t, []string{"/", "/trust"}, location.Path, "%q", target)
		default:
			assert.Equal(t, http.StatusNotFound, w.Code, "%q", target)
			assert.NotContains(t, []string{"/", "/trust", wasmPath, "/robots.txt"}, path, "%q", target)
		}
	})
}

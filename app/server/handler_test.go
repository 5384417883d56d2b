package server

import (
	"net/http"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestEveryFileIsServedInEveryEncodingWithItsHeaders(t *testing.T) {
	ask := serve(t, load(t))
	for path, text := range content {
		if path == "/404" {
			continue // never a 200; see TestUnknownPathsGetTheNotFoundPage
		}
		for _, encoding := range []string{"br", "gzip", ""} {
			a := ask(request("GET", path, "Accept-Encoding: "+encoding))
			require.Equal(t, http.StatusOK, a.StatusCode, path)
			if path == "/robots.txt" {
				encoding = ""
			}
			assert.Equal(t, encoding, a.Header.Get("Content-Encoding"), path)
			assert.Equal(t, text, decompress(t, encoding, []byte(a.body)), path)
			assert.Equal(t, strconv.Itoa(len(a.body)), a.Header.Get("Content-Length"), path)
			assert.Equal(t, typeOf(path), a.Header.Get("Content-Type"), path)
			assert.Equal(t, cachingOf(path), a.Header.Get("Cache-Control"), path)
			assert.Equal(t, "bytes", a.Header.Get("Accept-Ranges"), path)
			assertPolicies(t, a)
		}
	}
}

func assertPolicies(t *testing.T, a answer) {
	t.Helper()
	for _, policy := range policies {
		assert.Equal(t, []string{policy.Value}, a.Header.Values(policy.Name), policy.Name)
	}
}

func TestVaryIsSentWhereThereIsAChoice(t *testing.T) {
	ask := serve(t, load(t))
	for target, want := range map[string]string{"/": "Accept-Encoding", "/404": "Accept-Encoding", "/robots.txt": ""} {
		assert.Equal(t, want, ask(request("GET", target)).Header.Get("Vary"), target)
	}
}

func TestHeadTellsWhatGetWouldSend(t *testing.T) {
	ask := serve(t, load(t))
	for _, target := range []string{"/", wasmPath, "/robots.txt", "/nowhere", "/404", HealthPath, "/trust/"} {
		get := ask(request("GET", target, "Accept-Encoding: br"))
		head := ask(request("HEAD", target, "Accept-Encoding: br"))
		get.Header.Del("Date") // the one header that may change between the two
		head.Header.Del("Date")
		assert.Equal(t, get.StatusCode, head.StatusCode, target)
		assert.Equal(t, get.Header, head.Header, target)
		assert.Equal(t, strconv.Itoa(len(get.body)), head.Header.Get("Content-Length"), target)
		assert.Empty(t, head.body, target)
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	ask := serve(t, load(t))
	for _, method := range []string{"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "get", "INVENTED"} {
		for _, target := range []string{"/", "/nowhere", HealthPath} {
			a := ask(request(method, target))
			assert.Equal(t, http.StatusMethodNotAllowed, a.StatusCode, "%s %s", method, target)
			assert.Equal(t, "GET, HEAD", a.Header.Get("Allow"), "%s %s", method, target)
		}
	}
	assert.Equal(t, http.StatusMethodNotAllowed, ask(request("OPTIONS", "*")).StatusCode)
	assert.Equal(t, http.StatusMethodNotAllowed, ask(request("CONNECT", "elsewhere.test:443")).StatusCode)
}

func TestUnknownPathsGetTheNotFoundPage(t *testing.T) {
	ask := serve(t, load(t))
	for _, target := range []string{"/nowhere", "/404", "/404.html", "/404/", "/404?x=1"} {
		for _, encoding := range []string{"br", "gzip", ""} {
			// Neither a range nor a condition turns the page into a success.
			a := ask(request("GET", target, "Accept-Encoding: "+encoding, "Range: bytes=0-1", "If-None-Match: *"))
			require.Equal(t, http.StatusNotFound, a.StatusCode, target)
			assert.Equal(t, encoding, a.Header.Get("Content-Encoding"), target)
			assert.Equal(t, content["/404"], decompress(t, encoding, []byte(a.body)), target)
			assert.Equal(t, "text/html; charset=utf-8", a.Header.Get("Content-Type"), target)
			assert.Equal(t, "no-store", a.Header.Get("Cache-Control"), target)
			assert.Empty(t, a.Header.Get("ETag"), target)
			assert.Empty(t, a.Header.Get("Accept-Ranges"), target)
		}
	}
}

func TestAnswersWithoutAFileCarryTheSitesPoliciesAndAreNotStored(t *testing.T) {
	ask := serve(t, load(t))
	for status, sent := range map[int]string{
		http.StatusOK:                           request("GET", HealthPath),
		http.StatusPermanentRedirect:            request("GET", "/trust/"),
		http.StatusNotFound:                     request("GET", "/nowhere"),
		http.StatusMethodNotAllowed:             request("POST", "/"),
		http.StatusPreconditionFailed:           request("GET", "/", `If-Match: "other"`),
		http.StatusRequestedRangeNotSatisfiable: request("GET", "/", "Range: bytes=999999-"),
	} {
		a := ask(sent)
		require.Equal(t, status, a.StatusCode)
		assertPolicies(t, a)
		assert.Equal(t, []string{"no-store"}, a.Header.Values("Cache-Control"), status)
		assert.Len(t, a.Header.Values("Content-Type"), 1, status)
		assert.NotEmpty(t, a.body, status)
	}
}

func TestHSTSIsSentWithEveryAnswerOnceAsked(t *testing.T) {
	for _, wanted := range []bool{false, true} {
		h := load(t)
		h.HSTS = wanted
		ask := serve(t, h)
		for _, sent := range []string{request("GET", "/"), request("GET", "/nowhere"), request("GET", HealthPath),
			request("POST", "/"), request("GET", "/trust/"), request("GET", "/", "If-None-Match: *"), request("GET", "/", "Range: bytes=0-1")} {
			var want []string
			if wanted {
				want = []string{"max-age=63072000; includeSubDomains"} // 2 × 365 × 86,400 s
			}
			assert.Equal(t, want, ask(sent).Header.Values("Strict-Transport-Security"), sent)
		}
	}
}

func TestHealth(t *testing.T) {
	a := serve(t, load(t))(request("GET", HealthPath+"?probe=1"))
	assert.Equal(t, http.StatusOK, a.StatusCode)
	assert.Equal(t, "ok\n", a.body)
	assert.Equal(t, "text/plain; charset=utf-8", a.Header.Get("Content-Type"))
}

func TestOtherSpellingsOfAPageLeadToItWithTheQuery(t *testing.T) {
	ask := serve(t, load(t))
	for target, want := range map[string]string{
		"/index.html":                  "/",
		"/index.html?alg=HS512":        "/?alg=HS512",
		"/trust.html":                  "/trust",
		"/trust/":                      "/trust",
		"/TRUST":                       "/trust",
		"/Trust/?a=B":                  "/trust?a=B",
		"/TRUST.HTML":                  "/trust",
		"/Index.html":                  "/",
		"/trust/?a=%2f%2fb.test&c=d?e": "/trust?a=%2f%2fb.test&c=d?e",
	} {
		a := ask(request("GET", target))
		assert.Equal(t, http.StatusPermanentRedirect, a.StatusCode, target)
		assert.Equal(t, want, a.Header.Get("Location"), target)
	}
}

func TestTheDescriptionIsThatOfTheBuild(t *testing.T) {
	assert.Equal(t, newSite(), load(t).Site())
}

package server

import (
	"bytes"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var logLine = regexp.MustCompile(`^(\S+) ("[ -~]*" \d{3} \d+)\n$`)

// logged returns what the log says about one request, without the time.
func logged(t *testing.T, method, target string, headers ...string) string {
	t.Helper()
	var out bytes.Buffer
	h := load(t)
	h.AccessLog = &out
	r := httptest.NewRequest(method, target, nil)
	for _, header := range headers {
		name, value, _ := strings.Cut(header, ": ")
		r.Header.Set(name, value)
	}
	h.ServeHTTP(httptest.NewRecorder(), r)

	line := logLine.FindStringSubmatch(out.String())
	require.NotNil(t, line, "%q", out.String())
	_, err := time.Parse(time.RFC3339, line[1])
	require.NoError(t, err)
	return line[2]
}

func TestEachRequestIsOneLineWithoutItsQuery(t *testing.T) {
	// /robots.txt has 23 bytes: "User-agent: *\n" 14, "Allow: /\n" 9.
	assert.Equal(t, `"GET /robots.txt" 200 23`, logged(t, "GET", "/robots.txt?alg=HS512&name=x"))
	assert.Equal(t, `"HEAD /robots.txt" 200 0`, logged(t, "HEAD", "/robots.txt"))
	assert.Equal(t, `"GET /robots.txt" 206 5`, logged(t, "GET", "/robots.txt", "Range: bytes=2-6"))
	assert.Equal(t, `"GET /robots.txt" 304 0`, logged(t, "GET", "/robots.txt", "If-None-Match: *"))
	assert.Equal(t, `"GET /robots.txt" 412 20`, logged(t, "GET", "/robots.txt", `If-Match: "a"`)) // "precondition failed\n"
	assert.Equal(t, `"HEAD /robots.txt" 412 0`, logged(t, "HEAD", "/robots.txt", `If-Match: "a"`))
	assert.Equal(t, `"POST /robots.txt" 405 19`, logged(t, "POST", "/robots.txt")) // "method not allowed\n"
	assert.Equal(t, `"GET /trust/" 308 6`, logged(t, "GET", "/trust/?a=b"))        // "moved\n"
	assert.Equal(t, `"GET /robots.txt" 200 23`, logged(t, "GET", "http://user:word@site.test/robots.txt?x#y"))
}

// A request made by hand may hold what net/http would have refused.
func TestARequestCannotForgeALine(t *testing.T) {
	var out bytes.Buffer
	h := load(t)
	h.AccessLog = &out
	for _, path := range []string{"/a\n2026-01-02T15:04:05Z \"GET /forged\" 200 1", "/\x1b[2J\x00\x7f", "/\u202egro", "/\u0085\u2028", "/\"quoted\"", `/\`} {
		for _, raw := range []string{"", path} {
			out.Reset()
			r := httptest.NewRequest("GET", "/", nil)
			r.URL = &url.URL{Path: path, RawPath: raw}
			r.Method = "GET\n" + path
			h.ServeHTTP(httptest.NewRecorder(), r)
			assert.Regexp(t, logLine, out.String())
		}
	}
}

func TestLinesOfConcurrentRequestsDoNotMix(t *testing.T) {
	var out bytes.Buffer
	h := load(t)
	h.AccessLog = &out
	var all sync.WaitGroup
	for range 20 {
		all.Go(func() { h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil)) })
	}
	all.Wait()
	lines := strings.SplitAfter(strings.TrimSuffix(out.String(), "\n"), "\n")
	assert.Len(t, lines, 20)
}

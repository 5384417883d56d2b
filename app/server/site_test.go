package server

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
)

// policies stand for the security headers of a real build.
var policies = []meta.Header{
	{Name: "Content-Security-Policy", Value: "default-src 'none'"},
	{Name: "X-Content-Type-Options", Value: "nosniff"},
	{Name: "Integrity-Policy", Value: "blocked-destinations=(script)"},
}

// content is what the site under test serves, by path. robots.txt is the one
// file without stored encodings.
var content = map[string]string{
	"/":                             "<h1>start</h1>" + strings.Repeat("begin ", 200),
	"/trust":                        "<h1>trust</h1>" + strings.Repeat("believe ", 200),
	"/404":                          "<h1>not here</h1>" + strings.Repeat("lost ", 200),
	"/assets/app.0123456789ab.wasm": strings.Repeat("0123456789abcdef", 4096),
	"/robots.txt":                   "User-agent: *\nAllow: /\n",
}

const wasmPath = "/assets/app.0123456789ab.wasm"

// newSite describes content as a build does.
func newSite() meta.Site {
	site := meta.Site{Version: strings.Repeat("5a", 32)}
	for _, path := range []string{"/", "/404", wasmPath, "/robots.txt", "/trust"} {
		sum := sha256.Sum256([]byte(content[path]))
		f := meta.File{
			Path:    path,
			Name:    nameOf(path),
			Size:    len(content[path]),
			SHA256:  hex.EncodeToString(sum[:]),
			Headers: append([]meta.Header{{Name: "Content-Type", Value: typeOf(path)}, {Name: "Cache-Control", Value: cachingOf(path)}}, policies...),
		}
		if path != "/robots.txt" {
			f.Encodings = []string{"br", "gzip"}
		}
		site.Files = append(site.Files, f)
	}
	return site
}

func nameOf(path string) string {
	switch path {
	case "/":
		return "index.html"
	case "/trust", "/404":
		return path[1:] + ".html"
	default:
		return path[1:]
	}
}

func typeOf(path string) string {
	switch path {
	case wasmPath:
		return "application/wasm"
	case "/robots.txt":
		return "text/plain; charset=utf-8"
	default:
		return "text/html; charset=utf-8"
	}
}

func cachingOf(path string) string {
	if path == wasmPath {
		return "public, max-age=31536000, immutable"
	}
	return "no-cache"
}

// build stores a site's description and the files of content.
func build(t testing.TB, site meta.Site) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{meta.SiteFile: describe(t, site)}
	for path, text := range content {
		name := meta.BuiltDir + "/" + nameOf(path)
		fsys[name] = &fstest.MapFile{Data: []byte(text)}
		if path != "/robots.txt" {
			fsys[name+".br"] = &fstest.MapFile{Data: compress(t, "br", text)}
			fsys[name+".gz"] = &fstest.MapFile{Data: compress(t, "gzip", text)}
		}
	}
	return fsys
}

func describe(t testing.TB, site meta.Site) *fstest.MapFile {
	t.Helper()
	description, err := json.Marshal(site)
	require.NoError(t, err)
	return &fstest.MapFile{Data: description}
}

func compress(t testing.TB, encoding, text string) []byte {
	t.Helper()
	var stored bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&stored)
	if encoding == "br" {
		w = brotli.NewWriter(&stored)
	}
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return stored.Bytes()
}

func decompress(t testing.TB, encoding string, stored []byte) string {
	t.Helper()
	var r io.Reader = bytes.NewReader(stored)
	switch encoding {
	case "br":
		r = brotli.NewReader(r)
	case "gzip":
		var err error
		r, err = gzip.NewReader(r)
		require.NoError(t, err)
	}
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	return string(text)
}

// load returns a handler for the site under test.
func load(t testing.TB) *Handler {
	t.Helper()
	h, err := Load(build(t, newSite()))
	require.NoError(t, err)
	return h
}

// answer is a response that has been read.
type answer struct {
	*http.Response
	body string
}

// serve starts h on a free port and returns a function that sends one request,
// as it is written, over a connection of its own: no client cleans the path,
// adds a header or follows a redirect.
func serve(t testing.TB, h http.Handler) (ask func(request string) answer) {
	t.Helper()
	ts := httptest.NewUnstartedServer(h)
	ts.Config.DisableGeneralOptionsHandler = true
	ts.Start()
	t.Cleanup(ts.Close)
	return func(request string) answer {
		t.Helper()
		conn, err := net.Dial("tcp", ts.Listener.Addr().String())
		require.NoError(t, err)
		defer conn.Close()
		_, err = io.WriteString(conn, request)
		require.NoError(t, err)
		return readAnswer(t, conn, request)
	}
}

// request writes a request for target with header lines such as "Range: bytes=0-1".
func request(method, target string, headers ...string) string {
	lines := append([]string{method + " " + target + " HTTP/1.1", "Host: site.test", "Connection: close"}, headers...)
	return strings.Join(lines, "\r\n") + "\r\n\r\n"
}

// readAnswer reads up to the end of the connection, so that a body where none
// belongs, or one longer than announced, does not go unnoticed.
func readAnswer(t testing.TB, conn io.Reader, request string) answer {
	t.Helper()
	all, err := io.ReadAll(conn)
	require.NoError(t, err)
	method, _, _ := strings.Cut(request, " ")
	r := bufio.NewReader(bytes.NewReader(all))
	response, err := http.ReadResponse(r, &http.Request{Method: method})
	require.NoError(t, err, "%q", all)
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	require.Zero(t, r.Buffered(), "bytes after the answer to %q", request)
	return answer{response, string(body)}
}

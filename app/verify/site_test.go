package verify

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// content is what the site under test serves, by path.
var content = map[string]string{
	"/":                          "<h1>start</h1>" + strings.Repeat("begin ", 40),
	"/trust":                     "<h1>trust</h1>" + strings.Repeat("believe ", 40),
	"/404":                       "<h1>not here</h1>" + strings.Repeat("lost ", 40),
	"/sw.js":                     "// " + strings.Repeat("serve ", 40),
	"/assets/a.0123456789ab.js":  strings.Repeat("'use strict';\n", 40),
	"/assets/b.0123456789ab.bin": "tiny",
}

var names = map[string]string{"/": "index.html", "/trust": "trust.html", "/404": "404.html"}

// small is a small site as a build leaves it: its files and their description.
func small(t testing.TB) (fstest.MapFS, meta.Site) {
	t.Helper()
	fsys, site := fstest.MapFS{}, meta.Site{Version: strings.Repeat("5a", 32)}
	for path, text := range content {
		name := names[path]
		if name == "" {
			name = path[1:]
		}
		sum := sha256.Sum256([]byte(text))
		f := meta.File{
			Path: path, Name: name, Size: len(text), SHA256: hex.EncodeToString(sum[:]), Encodings: []string{"br", "gzip"},
			Headers: []meta.Header{
				{Name: "Content-Type", Value: "text/html; charset=utf-8"},
				{Name: "Content-Security-Policy", Value: "default-src 'none'"},
				{Name: "X-DNS-Prefetch-Control", Value: "off"},
			},
		}
		if path == meta.NotFound.Path || path == meta.ServiceWorkerPath {
			f.Headers = append(f.Headers, meta.Header{Name: "Cache-Control", Value: "no-store"})
		}
		site.Files = append(site.Files, f)
		stored := meta.BuiltDir + "/" + name
		fsys[stored] = &fstest.MapFile{Data: []byte(text)}
		for _, coding := range f.Encodings {
			fsys[stored+meta.Suffix(coding)] = &fstest.MapFile{Data: encode(t, coding, text)}
		}
	}
	description, err := json.Marshal(site)
	require.NoError(t, err)
	fsys[meta.SiteFile] = &fstest.MapFile{Data: description}
	return fsys, site
}

func encode(t testing.TB, coding, text string) []byte {
	t.Helper()
	var out bytes.Buffer
	var w io.WriteCloser = gzip.NewWriter(&out)
	if coding == "br" {
		w = brotli.NewWriter(&out)
	}
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

// smallServer is our server with the small site.
func smallServer(t testing.TB) http.Handler {
	t.Helper()
	fsys, _ := small(t)
	h, err := server.Load(fsys)
	require.NoError(t, err)
	return h
}

// check compares what h serves with the small site.
func check(t testing.TB, h http.Handler) []Difference {
	t.Helper()
	ts := httptest.NewServer(h)
	t.Cleanup(ts.Close)
	_, want := small(t)
	found, err := Site(t.Context(), ts.URL, want)
	require.NoError(t, err)
	return found
}

// changed passes every answer of h through change on its way out.
func changed(h http.Handler, change func(r *http.Request, a *httptest.ResponseRecorder)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		recorded := httptest.NewRecorder()
		h.ServeHTTP(recorded, r)
		change(r, recorded)
		for name, lines := range recorded.Header() {
			w.Header()[name] = lines
		}
		w.WriteHeader(recorded.Code)
		_, _ = w.Write(recorded.Body.Bytes())
	})
}

// plainly lets h see no Accept-Encoding, so that its answers are not encoded.
func plainly(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding")
		h.ServeHTTP(w, r)
	})
}

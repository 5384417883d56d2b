package e2e

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"
)

// The peer of a visit is it-tools (sharevb/it-tools), a page of many tools in JavaScript,
// one of which makes tokens. No build of it is published where a test may fetch it: npm's
// it-tools is something else. So a static page takes its place that loads as much, split
// as such a page is. What it loads is read and does nothing, so it is faster than the
// real one: who is as fast as this page is at least as fast as it-tools.

// peerName names it in the report.
const peerName = "page of it-tools' size"

// peerFiles are the bytes that each file has after brotli; together, with the page itself,
// 363 kB.
var peerFiles = map[string]int{
	"/assets/index.js": 250_000, "/assets/vendor.js": 60_000, "/assets/tool.js": 20_000, "/assets/index.css": 32_000,
}

// peerPage shows nothing until its scripts have come, as such pages do.
const peerPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>peer</title>
<script type="module" src="/assets/index.js"></script>
<link rel="modulepreload" href="/assets/vendor.js">
<link rel="modulepreload" href="/assets/tool.js">
<link rel="stylesheet" href="/assets/index.css">
</head><body><div id="app"></div></body></html>`

// peerScript is the end of the first script: a button that makes a token.
const peerScript = `
import "./vendor.js";
import "./tool.js";
const button = document.createElement("button"), out = document.createElement("code");
button.id = "generate";
out.id = "secret-0";
button.addEventListener("click", () => {
	out.textContent = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
});
document.querySelector("#app").append(button, out);
`

// startPeer serves the page until the benchmark ends: compressed with brotli; the page is
// to be asked for again, the files under /assets/ are not, as from any good host.
func startPeer(b *testing.B) string {
	b.Helper()
	files := map[string][]byte{"/": compressed([]byte(peerPage))}
	for name, size := range peerFiles {
		files[name] = fileOf(b, path.Ext(name), size, name == "/assets/index.js")
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, ok := files[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		header := w.Header()
		header.Set("Cache-Control", "no-cache")
		header.Set("Content-Type", map[string]string{"": "text/html", ".js": "text/javascript", ".css": "text/css"}[path.Ext(r.URL.Path)])
		header.Set("ETag", `"1"`)
		if r.URL.Path != "/" {
			header.Set("Cache-Control", "public, max-age=31536000, immutable")
		}
		if r.Header.Get("If-None-Match") == `"1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		header.Set("Content-Encoding", "br")
		_, _ = w.Write(body)
	}))
	b.Cleanup(server.Close)
	return server.URL + "/"
}

// fileOf writes code or style that brotli makes about so large, within 2 %.
func fileOf(b *testing.B, kind string, size int, first bool) []byte {
	b.Helper()
	end := ""
	if first {
		end = peerScript
	}
	lines := size / 40
	for range 8 {
		body := compressed([]byte(linesOf(kind, lines) + end))
		if off := len(body) - size; off < size/50 && off > -size/50 {
			return body
		}
		lines = lines * size / len(body)
	}
	require.Fail(b, "no file of this size", "%s %d", kind, size)
	return nil
}

// linesOf writes so many functions that nobody calls, or rules that nothing matches. Brotli
// makes a quarter of them, as of real ones.
func linesOf(kind string, lines int) string {
	random := rand.New(rand.NewPCG(1, 2)) // the same in every run
	var text strings.Builder
	for i := range lines {
		a, b, c := random.Uint64(), random.Uint64(), random.IntN(1000)
		if kind == ".css" {
			fmt.Fprintf(&text, ".n-%x { margin: %dpx; background-color: #%06x; border-color: #%06x; transition: opacity .%ds ease-in-out; }\n", a, c, b&0xffffff, b>>40, c)
		} else {
			fmt.Fprintf(&text, "export function f%d(props, context) { const state = reactive({ value: %d, key: \"%x\" }); return () => h(resolve(props.of + %d), { class: \"n-%x\", onClick: context.emit }, state.value); }\n", i, c, a, c%97, b)
		}
	}
	return text.String()
}

func compressed(body []byte) []byte {
	var b bytes.Buffer
	w := brotli.NewWriterLevel(&b, 6)
	_, _ = w.Write(body) // a buffer takes everything
	_ = w.Close()
	return b.Bytes()
}

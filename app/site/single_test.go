package site

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"jwtsecret/app/meta"
)

const singleName = "jwtsecret.html"

// builtSingle returns the single file's elements with these names.
func builtSingle(t *testing.T, names ...string) []*html.Node {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(builtFile(t, singleName)))
	require.NoError(t, err)
	return elements(doc, names...)
}

func textOf(n *html.Node) string {
	if n.FirstChild == nil {
		return ""
	}
	return n.FirstChild.Data
}

// A browser hashes the text of an element: https://www.w3.org/TR/CSP3/#match-element-to-source-list
func cspHash(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

func TestTheSingleFileRunsItsOwnScriptsAndAsksForNothing(t *testing.T) {
	scripts, style := []string{"script-src"}, ""
	for _, n := range builtSingle(t, "script", "style") {
		switch {
		case n.Data == "style":
			style = "style-src " + cspHash(textOf(n))
		case attr(n, "type") == "":
			scripts = append(scripts, cspHash(textOf(n)))
		}
	}
	require.Len(t, scripts, 6, "boot, start, leak, toolchain and library")
	assert.Equal(t, strings.Join([]string{
		"default-src 'none'", strings.Join(append(scripts, "'wasm-unsafe-eval'"), " "), style,
		"img-src data:", "worker-src blob:", "connect-src 'none'", "object-src 'none'", "base-uri 'none'", "form-action 'none'",
		"require-trusted-types-for 'script'", "trusted-types default auditor",
	}, "; "), contentOf(builtSingle(t, "meta"), "http-equiv", "Content-Security-Policy"))
	head := builtSingle(t, "meta", "script", "style", "link")
	assert.Equal(t, "utf-8", attr(head[0], "charset"))
	assert.Equal(t, "Content-Security-Policy", attr(head[1], "http-equiv"), "before all that it governs")
}

func TestTheSingleFileHoldsTheProgramsOfTheSite(t *testing.T) {
	found := map[string]string{}
	for _, n := range builtSingle(t, "script") {
		if at := attr(n, "data-path"); at != "" {
			assert.Equal(t, "text/plain", attr(n, "type"), "a browser runs no text")
			found[at] = textOf(n)
		}
	}
	assert.Len(t, found, 3)
	for _, program := range []string{"app", "auditor"} {
		name := builtProgram(t, program)
		coded, err := base64.StdEncoding.DecodeString(found["/"+name])
		require.NoError(t, err)
		unzip, err := gzip.NewReader(bytes.NewReader(coded))
		require.NoError(t, err)
		plain, err := io.ReadAll(unzip)
		require.NoError(t, err)
		assert.True(t, builtFile(t, name) == string(plain), name)
	}
	assert.True(t, strings.HasSuffix(found[meta.AuditorPath], builtFile(t, "worker.js")))
	assert.Contains(t, found[meta.AuditorPath], "filesOfPage")
}

func TestTheSingleFileNamesNoOtherFile(t *testing.T) {
	links, icons := 0, 0
	for _, n := range builtSingle(t) {
		assert.Empty(t, attr(n, "src"), n.Data)
		to := attr(n, "href")
		switch {
		case n.Data == "link":
			icons++
			assert.Equal(t, "icon", attr(n, "rel"))
			assert.Regexp(t, `^data:image/(png|svg\+xml);base64,`, to)
		case to == "#main":
		case to != "":
			links++
			assert.True(t, slices.ContainsFunc(meta.Routes, func(r meta.Route) bool { return to == "#"+r.Path }), to)
		}
		if attr(n, "id") == "offline-state" {
			assert.Empty(t, textOf(n), "nothing is stored")
		}
	}
	assert.Equal(t, 2, icons)
	assert.Greater(t, links, len(meta.Routes))
}

func TestTheSiteNamesTheHashOfTheSingleFile(t *testing.T) {
	sum := sha256.Sum256([]byte(builtFile(t, singleName)))
	hash := hex.EncodeToString(sum[:])
	assert.Contains(t, builtFile(t, "SHA256SUMS"), hash+"  "+singleName+"\n")

	doc, err := html.Parse(strings.NewReader(builtFile(t, "trust.html")))
	require.NoError(t, err)
	shown, link := "", ""
	for _, n := range elements(doc, "code", "a") {
		switch attr(n, "id") {
		case "single":
			shown = textOf(n)
		case "download-single":
			link = attr(n, "href") + " " + attr(n, "download")
		}
	}
	assert.Equal(t, hash, shown)
	assert.Equal(t, meta.SinglePath+" "+singleName, link)

	i := slices.IndexFunc(builtSite(t).Files, func(f meta.File) bool {
		return strings.HasPrefix(f.Path, "/assets/app.") && strings.HasSuffix(f.Path, ".js")
	})
	assert.Contains(t, builtFile(t, builtSite(t).Files[i].Name), `window.jwtsecret.single = "`+hash+`"`, "the program shows it, too")
	assert.NotContains(t, builtFile(t, singleName), hash)
}

// Under the site's origin it would run with less than the site's headers.
func TestTheSingleFileIsStoredAndNotShown(t *testing.T) {
	for _, f := range builtSite(t).Files {
		disposition := meta.Header{Name: "Content-Disposition", Value: "attachment"}
		assert.Equal(t, f.Name == singleName, slices.Contains(f.Headers, disposition), f.Name)
	}
}

func TestWhatAPageWouldReadOtherwiseIsRefused(t *testing.T) {
	require.NoError(t, embeddable([]string{`if (a < b) c("<p>")`, ""}))
	for _, text := range []string{"</script", "</SCRIPT>", "<script", "</style >", "<!--", "a\r\nb", "\x00"} {
		assert.ErrorIs(t, embeddable([]string{"", "x" + text}), ErrMarkup, text)
	}
}

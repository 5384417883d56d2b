package main

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"jwtsecret/app/meta"
	"jwtsecret/app/server"
)

// site returns two pages as a build leaves them in the folder web/dist.
func site(t *testing.T, start string) fstest.MapFS {
	t.Helper()
	fsys, described := fstest.MapFS{}, meta.Site{Version: strings.Repeat("5a", 32)}
	for name, text := range map[string]string{"index.html": start, "404.html": "not here"} {
		path := map[string]string{"index.html": "/", "404.html": meta.NotFound.Path}[name]
		sum := sha256.Sum256([]byte(text))
		described.Files = append(described.Files, meta.File{
			Path: path, Name: name, Size: len(text), SHA256: hex.EncodeToString(sum[:]),
			Headers: []meta.Header{{Name: "Content-Type", Value: "text/html; charset=utf-8"}},
		})
		if path == meta.NotFound.Path {
			described.Files[len(described.Files)-1].Headers = append(described.Files[len(described.Files)-1].Headers,
				meta.Header{Name: "Cache-Control", Value: "no-store"})
		}
		fsys["dist/"+meta.BuiltDir+"/"+name] = &fstest.MapFile{Data: []byte(text)}
	}
	text, err := json.Marshal(described)
	require.NoError(t, err)
	fsys["dist/"+meta.SiteFile] = &fstest.MapFile{Data: text}
	return fsys
}

// serve serves what a build left, and returns its address.
func serve(t *testing.T, built fstest.MapFS) string {
	t.Helper()
	dist, err := built.Sub("dist")
	require.NoError(t, err)
	handler, err := server.Load(dist)
	require.NoError(t, err)
	ts := httptest.NewServer(handler)
	t.Cleanup(ts.Close)
	return ts.URL
}

// called runs the program and returns what it wrote.
func called(embedded fstest.MapFS, args ...string) (code int, stdout, stderr string) {
	var out, errs strings.Builder
	code = run(context.Background(), embedded, args, &out, &errs)
	return code, out.String(), errs.String()
}

func TestASiteThatIsTheBuildGivesOneLine(t *testing.T) {
	address := serve(t, site(t, "start"))
	code, stdout, stderr := called(site(t, "start"), address)
	assert.Equal(t, 0, code)
	assert.Equal(t, address+" is build "+strings.Repeat("5a", 32)+": 2 files and their headers are identical\n", stdout)
	assert.Empty(t, stderr)
}

func TestADifferenceGivesALineThatNamesTheFile(t *testing.T) {
	code, stdout, stderr := called(site(t, "start"), serve(t, site(t, "stars")))
	assert.Equal(t, 1, code)
	// printf start | sha256sum; printf stars | sha256sum
	assert.Equal(t, "/: sha256: expected cced28c6dc3f99c2396a5eaad732bf6b28142335892b1cd0e6af6cdb53f5ccfa, got b2547aa06de503c7bd16e63ef3483e826622672c0d05ca0a75dd997e14df1303\n", stdout)
	assert.Empty(t, stderr)
}

func TestWhereThereIsNothingToCompareASentenceSaysWhy(t *testing.T) {
	full, empty, spoilt := site(t, "start"), fstest.MapFS{"dist/.gitkeep": {}}, site(t, "start")
	spoilt["dist/site/index.html"].Data[3] ^= 1
	for _, c := range []struct {
		embedded fstest.MapFS
		args     []string
		says     string
	}{
		{full, nil, "name one site"},
		{full, []string{"https://a.test", "https://b.test"}, "name one site"},
		{full, []string{"a.test"}, "the address must be"},
		{full, []string{"http://127.0.0.1:1"}, "the site cannot be reached"},
		{empty, []string{"http://127.0.0.1:1"}, "the site is not built: run make build"},
		{spoilt, []string{"http://127.0.0.1:1"}, "the built site is invalid"},
	} {
		code, stdout, stderr := called(c.embedded, c.args...)
		assert.Equal(t, 2, code, c.says)
		assert.Empty(t, stdout)
		assert.Contains(t, stderr, "verify: "+c.says)
		assert.Equal(t, 1, strings.Count(stderr, "\n"), stderr)
	}
}

func TestHelpIsNoError(t *testing.T) {
	code, stdout, stderr := called(nil, "-help")
	assert.Equal(t, 0, code)
	assert.Contains(t, stdout, "verify https://example.org")
	assert.Empty(t, stderr)
}
